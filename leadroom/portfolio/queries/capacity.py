# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can do how much: the terms of planning, the teams, and what each has month by month."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.core.capacity.calendar import Calendar, month_after, months_between
from leadroom.core.capacity.staffing import Months, Staffing, by_month
from leadroom.portfolio import permissions
from leadroom.portfolio.models import CapacityCell, CapacityChange, Freeze, Team, Terms

QUARTER = 3


@dataclass(frozen=True, slots=True)
class Staffed:
    """A team and what it has, month by month from the first of the plan on."""

    team: Team
    months: Months


def terms(actor: Actor) -> Terms:
    """Return the council's terms of planning; the usual ones, unsaved, where it has set none."""
    return permissions.visible_terms(actor).first() or Terms(first_month=this_quarter(timezone.localdate()))


def this_quarter(today: date) -> date:
    """Return the first day of the quarter that a day lies in."""
    return month_after(today, -((today.month - 1) % QUARTER))


def calendar_of(held: Terms) -> Calendar:
    """Return the periods that the terms plan in."""
    return Calendar(held.first_month, held.months, 1 if held.is_by_month else QUARTER)


def teams(actor: Actor) -> QuerySet[Team]:
    """Return the council's teams in their order."""
    return permissions.visible_teams(actor)


def changes(actor: Actor) -> QuerySet[CapacityChange]:
    """Return the planned changes, the earliest first."""
    return permissions.visible_changes(actor).select_related("team")


def freezes(actor: Actor) -> QuerySet[Freeze]:
    """Return the months in which nothing goes live."""
    return permissions.visible_freezes(actor)


def staffed(actor: Actor, calendar: Calendar) -> list[Staffed]:
    """Return what each team has in every month of the calendar's whole periods; three statements."""
    changed: defaultdict[int, list[CapacityChange]] = defaultdict(list)
    typed: defaultdict[int, list[CapacityCell]] = defaultdict(list)
    for change in permissions.visible_changes(actor):
        changed[change.team_id].append(change)
    for cell in permissions.visible_cells(actor):
        typed[cell.team_id].append(cell)
    months = calendar.periods * calendar.step
    return [
        Staffed(team, by_month(staffing(team, calendar.first, changed[team.pk], typed[team.pk]), months))
        for team in teams(actor)
    ]


def staffing(team: Team, first: date, changed: list[CapacityChange], typed: list[CapacityCell]) -> Staffing:
    """Return a team's terms as the core reads them, months counted from the first."""
    return Staffing(
        staff=team.staff,
        line_work=team.line_work,
        absence=team.absence,
        foundations=team.reserved_foundations,
        experiments=team.reserved_experiments,
        floor=team.floor,
        changes=tuple((months_between(first, change.month), change.people) for change in changed),
        typed={months_between(first, cell.month): cell.effort for cell in typed},
    )
