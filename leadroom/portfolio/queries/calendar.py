# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The days that a person's calendar shows, and the secret address by which it asks for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from leadroom.accounts import queries as accounts
from leadroom.accounts.models import Actor, Council
from leadroom.kit import doors
from leadroom.kit.calendar import Entry
from leadroom.kit.tenancy import council as inside
from leadroom.portfolio import permissions
from leadroom.portfolio.models import CalendarLink, Decision, Initiative, Plan, Status
from leadroom.portfolio.queries.planning import plan_in_force

NOWHERE = 0
MOST_DECISIONS = 500


@dataclass(frozen=True, slots=True)
class Agenda:
    """
    What has a day: deadlines of initiatives, the plan in force, what was decided, and what other rooms have.

    Each initiative also knows as `known` how many lines its deadline's history has.
    """

    initiatives: Sequence[Initiative]
    plan: Plan | None
    decisions: Sequence[Decision]
    others: Sequence[Entry]

    @property
    def plans(self) -> Sequence[Decision]:
        """Return the decisions by which plans came into force, the newest first."""
        return [each for each in self.decisions if each.kind == Decision.Kind.PLAN]


@dataclass(frozen=True, slots=True)
class OpenedCalendar:
    """What a calendar's address opens: whose it is, and the days she may see."""

    actor: Actor
    council: Council
    agenda: Agenda


def agenda(actor: Actor) -> Agenda:
    """Return all that has a day, for a person's calendar; three statements and those of other rooms."""
    return Agenda(
        list(
            permissions.visible_initiatives(actor)
            .exclude(status=Status.DROPPED)
            .annotate(known=Count("deadlines"))
            .only("key", "title", "deadline", "changed_at")
            .order_by("pk")
        ),
        plan_in_force(actor),
        list(permissions.visible_decisions(actor).select_related(None)[:MOST_DECISIONS]),
        doors.ask("calendar", actor),
    )


def calendar_link(actor: Actor) -> CalendarLink | None:
    """Return the person's calendar address, if she has made one."""
    return permissions.visible_calendar_links(actor).first()


def opened_calendar(council_key: str, token: str) -> OpenedCalendar | None:
    """Return what a calendar's address opens; None for one that opens nothing, or whose owner has left."""
    found = Council.objects.filter(key=council_key).first()
    # Looked for even where there is no such council: the time must not tell a council's key from none.
    with inside(found.pk if found else NOWHERE):
        link = permissions.calendar_links_opened_by(token).first()
        if found is None or link is None:
            return None
        actor = accounts.actor_of(link.person.user)
        if actor.council is None or not actor.user.is_active:
            return None
        return OpenedCalendar(actor, found, agenda(actor))
