# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows that a plan is made of, and the plans."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from leadroom.accounts.models import Actor
from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio import permissions
from leadroom.portfolio.models import (
    AmbitionLevel,
    Decision,
    Freeze,
    Initiative,
    Plan,
    Status,
    Team,
    Terms,
    Track,
    Wait,
)
from leadroom.portfolio.queries.capacity import Staffed, calendar_of, staffed, terms

OVER = (Status.DONE, Status.DROPPED)


@dataclass(frozen=True, slots=True)
class PlanningRows:
    """
    All that a plan is made of.

    `mandated` are the open mandated solutions that have levels, `without_levels` those that have none yet and
    cannot be planned, `challenges` the open challenges with a level, whose effort is what they need.
    """

    terms: Terms
    calendar: Calendar
    staffed: list[Staffed]
    mandated: list[Initiative]
    without_levels: list[Initiative]
    challenges: list[Initiative]
    levels: dict[int, list[AmbitionLevel]]
    waits: list[Wait]
    freezes: list[Freeze]
    in_force: Plan | None

    @property
    def teams(self) -> list[Team]:
        """Return the teams."""
        return [each.team for each in self.staffed]


def planning_rows(actor: Actor) -> PlanningRows:
    """Return all that a plan is made of; nine statements, however many rows."""
    held = terms(actor)
    calendar = calendar_of(held)
    levels: defaultdict[int, list[AmbitionLevel]] = defaultdict(list)
    for level in permissions.visible_levels(actor):
        levels[level.initiative_id].append(level)
    found = list(
        permissions.visible_initiatives(actor)
        .filter(track__in=(Track.MANDATED, Track.CHALLENGE))
        .exclude(status__in=OVER)
        .order_by("key")
    )
    mandated = [each for each in found if each.track == Track.MANDATED]
    return PlanningRows(
        terms=held,
        calendar=calendar,
        staffed=staffed(actor, calendar),
        mandated=[each for each in mandated if levels[each.pk]],
        without_levels=[each for each in mandated if not levels[each.pk]],
        challenges=[each for each in found if each.track == Track.CHALLENGE and levels[each.pk]],
        levels=dict(levels),
        waits=list(permissions.visible_waits(actor)),
        freezes=list(permissions.visible_freezes(actor)),
        in_force=plan_in_force(actor),
    )


def plans(actor: Actor) -> QuerySet[Plan]:
    """Return the plans that this person sees, the newest first."""
    return permissions.visible_plans(actor)


def plan_in_force(actor: Actor) -> Plan | None:
    """Return the plan in force, if there is one."""
    return permissions.visible_plans(actor).filter(is_in_force=True).first()


def decisions(actor: Actor) -> QuerySet[Decision]:
    """Return what was decided, the newest first."""
    return permissions.visible_decisions(actor)
