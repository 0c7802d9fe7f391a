# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A person's plan as it leaves the house: its days for calendars, and the whole for her own file.

A calendar is often open to colleagues, so its days say that there is a plan, and nothing of what stands in it.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from leadroom.accounts.models import Actor
from leadroom.kit.calendar import Entry, calendar_text
from leadroom.people import permissions, queries
from leadroom.people.models import OPEN, PlanAction


def plan_calendar(actor: Actor) -> bytes:
    """Return the days of a person's plan as iCalendar, in her language."""
    language = _language(actor)
    with translation.override(language):
        return calendar_text(_("My development plan"), language, plan_days(actor))


def plan_days(actor: Actor) -> list[Entry]:
    """Return when a person wanted to look at her open actions, and by when they are to be done."""
    actions = permissions.visible_plan_actions(actor).filter(person=actor.person, state__in=OPEN)
    with translation.override(_language(actor)):
        return [entry for action in actions for entry in _days(actor.person.council.key, action)]


def _days(space: str, action: PlanAction) -> Iterable[Entry]:
    address = settings.SITE_URL + reverse("plan_action", args=[action.key])
    for name, title, day in (
        ("review", _("Look at my development plan"), action.review_on),
        ("by", _("By today: an action in my development plan"), action.by_on),
    ):
        yield Entry(f"{space}/plan/{name}/{action.key}", title, day, action.changed_at, action.moved, address)


def _language(actor: Actor) -> str:
    return actor.user.language or actor.person.council.language


def plan_of_a_person(actor: Actor) -> list[dict[str, Any]]:
    """Return a person's actions with their whole history, for her own file."""
    actions = permissions.visible_plan_actions(actor).filter(person=actor.person)
    return [
        queries.as_written(action)
        | {
            "state": action.state,
            "origin": action.origin,
            "dropped_reason": action.dropped_reason,
            "made_at": action.made_at.isoformat(),
            "shared_at": action.shared_at.isoformat() if action.shared_at else None,
            "shared_with": str(action.shared_with) if action.shared_with else None,
            "reminded_on": action.reminded_on.isoformat() if action.reminded_on else None,
            "history": [
                {
                    "at": event.at.isoformat(),
                    "by": str(event.by) if event.by else None,
                    "what": event.what,
                    "text": event.text,
                    "before": event.changes,
                }
                for event in action.events.all()
            ],
        }
        for action in actions.select_related("shared_with__user").prefetch_related("events__by__user")
    ]


def said_about_others(actor: Actor) -> list[dict[str, Any]]:
    """Return what a person said as a line manager about what others shared with her, for her own file."""
    events = permissions.visible_plan_events(actor).filter(by=actor.person)
    about_others = events.exclude(action__person=actor.person)
    return [dict(row) for row in about_others.values("at", "what", "text")]
