# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can do how much: the terms of planning, the teams, and what each has month by month."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
# A cell of the table of capacity: a team's key and a period.
Place = tuple[str, int]


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


def typed_cells(actor: Actor) -> dict[str, int]:
    """Return what was typed, by the team's key and the month: as a table and an undo need it."""
    rows = permissions.visible_cells(actor).values_list("team__key", "month", "effort")
    return {
        f"{key} {month.isoformat()}": effort for key, month, effort in rows.order_by("team__key", "month")
    }


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One team's line of the table: what people give in each period, and what was typed in its place."""

    team: Team
    given: tuple[int, ...]
    typed: tuple[int | None, ...]

    @property
    def effort(self) -> tuple[int, ...]:
        """Return what the team has by period."""
        return tuple(
            given if typed is None else typed for given, typed in zip(self.given, self.typed, strict=True)
        )


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """What a table of capacity shows as typed, and by which columns: what a save is held against."""

    calendar: Calendar
    typed: Mapping[Place, int]


def shown_sheet(rows: Iterable[SheetRow], calendar: Calendar) -> ShownSheet:
    """Return what a table shows as typed."""
    typed = {
        (row.team.key, period): effort
        for row in rows
        for period, effort in enumerate(row.typed)
        if effort is not None
    }
    return ShownSheet(calendar, typed)


def sheet(actor: Actor, calendar: Calendar) -> list[SheetRow]:
    """Return the table of capacity; three statements."""
    changed: defaultdict[int, list[CapacityChange]] = defaultdict(list)
    for change in permissions.visible_changes(actor):
        changed[change.team_id].append(change)
    typed = typed_cells(actor)
    return [_sheet_row(team, changed[team.pk], typed, calendar) for team in teams(actor)]


def _sheet_row(
    team: Team, changed: list[CapacityChange], typed: dict[str, int], calendar: Calendar
) -> SheetRow:
    months = calendar.periods * calendar.step
    given = by_month(staffing(team, calendar.first, changed, []), months).capacity
    cells = [
        [
            typed.get(f"{team.key} {month_after(calendar.start_of(period), place).isoformat()}")
            for place in range(calendar.step)
        ]
        for period in range(calendar.periods)
    ]
    by_period = calendar.gathered(given)
    return SheetRow(
        team,
        by_period,
        tuple(
            None
            if all(cell is None for cell in row)
            else sum(
                given[period * calendar.step + place] if cell is None else cell
                for place, cell in enumerate(row)
            )
            for period, row in enumerate(cells)
        ),
    )
