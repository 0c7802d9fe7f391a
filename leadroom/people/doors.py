# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the room People answers at the house's doors: its place in the header, what waits, its card at home."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from leadroom.accounts.models import Actor
from leadroom.kit.calendar import Entry
from leadroom.kit.doors import Detail, HomeCard, NavItem, Waiting
from leadroom.people import exports, pictures, queries
from leadroom.people.models import MIRROR, feedback, overview


def nav(actor: Actor) -> Iterable[NavItem]:
    """Return the room's place in the header."""
    return [NavItem(pgettext("room", "People"), reverse("skills_map"), "people")]


def account_menu(actor: Actor) -> Iterable[NavItem]:
    """Lead to all that is kept about the person."""
    return [NavItem(_("My data"), reverse("my_data"), "my-data")] if actor.council else []


def waiting(actor: Actor) -> Iterable[Waiting]:
    """Return what others wait for, what of plans waits, and the profile that is half done, or not begun."""
    if actor.council is None:
        return []
    return [*_asked(actor), *_own_profile(actor), *pictures.plan_waiting(queries.plan_waits(actor))]


def calendar(actor: Actor) -> Iterable[Entry]:
    """Return the days of the person's own plan."""
    return exports.plan_days(actor) if actor.council else []


def _asked(actor: Actor) -> Iterable[Waiting]:
    for one in queries.asked(actor):
        if one.kind == queries.PROPOSED:
            yield _proposed()
        elif one.kind == feedback.KIND:
            yield _to_answer(actor, one)
        elif one.kind == overview.KIND:
            yield _to_add(one)
        elif one.kind == MIRROR:
            yield _before_the_mirror(one)


def _to_answer(actor: Actor, asked: queries.Asked) -> Waiting:
    own = _("Your own answers in your feedback round")
    other = _("What have you seen of %(name)s?") % {"name": asked.name}
    return Waiting(
        own if asked.person_id == actor.person.pk else other,
        reverse("rate_feedback", args=[asked.feedback]),
        _("Answer"),
        _("Until %(day)s. About five minutes.") % {"day": _day(asked)},
    )


def _to_add(asked: queries.Asked) -> Waiting:
    return Waiting(
        _("Add your profile to the council’s overview?"),
        reverse("add_to_overview"),
        _("Look at it"),
        _("Until %(day)s. Without your name, and you decide.") % {"day": _day(asked)},
    )


def _before_the_mirror(asked: queries.Asked) -> Waiting:
    return Waiting(
        _("Look into the mirror with %(team)s") % {"team": asked.team},
        reverse("team_mirror", args=[asked.mirror]),
        _("Answer"),
        _("Until %(day)s. Ten questions, about fifteen minutes.") % {"day": _day(asked)},
    )


def _day(asked: queries.Asked) -> str:
    return date_format(asked.closes_on, "DATE_FORMAT") if asked.closes_on else ""


def _proposed() -> Waiting:
    return Waiting(
        _("Your manager proposes a feedback round before your talk"),
        reverse("feedback_rounds"),
        _("Look at it"),
        _("It is yours to decide, and you choose the colleagues."),
    )


def _own_profile(actor: Actor) -> Iterable[Waiting]:
    last = queries.last_sitting(actor)
    if last is None:
        return [
            Waiting(
                _("See where you stand in leading digital change"),
                reverse("profiling"),
                _("Make my profile"),
                _("The short scan takes about five minutes."),
            )
        ]
    if last.finished_at is None:
        return [
            Waiting(
                _("Your profile is not finished yet"),
                reverse("profiling"),
                _("Go on"),
                _("Everything you answered is saved."),
            )
        ]
    return []


def home_card(actor: Actor) -> Iterable[HomeCard]:
    """Return the wheel in small and a sentence."""
    if actor.council is None:
        return []
    mine = queries.my_profile(actor)
    context: dict[str, Any] = {"is_empty": mine.is_empty}
    if not mine.is_empty:
        context |= {
            "wheel": pictures.small_wheel(mine),
            "sentence": pictures.summary(mine),
            "header": pictures.table_header(),
            "rows": pictures.table_rows(mine),
            "first": next(iter(pictures.first(mine)), None),
        }
    return [HomeCard(_("My growth"), "people/_home_card.html", context, order=10)]


def verbs(actor: Actor) -> Iterable[tuple[str, str]]:
    """Return what this room's acts are called in the council's record."""
    return [
        ("people.overview.opened", _("Opened an overview of what we can do")),
        ("people.overview.called_off", _("Called an overview off")),
        ("people.framework.kept", _("Kept a version of a map of the council’s own")),
        ("people.role_profile.added", _("Added a role profile")),
        ("people.role_profile.adjusted", _("Adjusted the targets of a role profile")),
        ("people.role_profile.retired", _("Retired a role profile")),
    ]


def details(actor: Actor) -> Iterable[Detail]:
    """Return what stands beside this room's acts in the council's record, in words."""
    names = {key: str(profile.name) for key, profile in queries.role_profiles(actor).items()}
    return [
        Detail("role_profile", _("Role profile"), names),
        Detail("based_on", _("Starts from"), names),
        Detail("map", _("Map")),
        Detail("version", _("Version")),
        Detail("competencies", _("Number of competencies")),
        Detail("people", _("Number of people asked")),
    ]
