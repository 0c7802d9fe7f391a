# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The portfolio's rows as the planner's problem.

What counts how: foundations and experiments are reserved and never free; mandated solutions are planned, also one
that a challenge has taken over; challenges are not planned but say how much they could use.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from leadroom.core.capacity.calendar import MONTHS_A_YEAR, Calendar
from leadroom.core.planning import Choice, Freeze, Level, Lock, Precedence, Problem, Solution, Team
from leadroom.portfolio.models import AmbitionLevel, Initiative, Status
from leadroom.portfolio.models import Freeze as FreezeRow
from leadroom.portfolio.queries import PlanningRows, Staffed

# Of a team's usual capacity at most this share, in per cent, is counted on as released by live solutions.
MOST_RELEASED = 20


@dataclass(frozen=True, slots=True)
class Index:
    """How keys and days of rows lie in a problem."""

    calendar: Calendar
    kinds: Mapping[str, tuple[str, ...]]

    def choice(self, key: str, kind: str, month: str) -> Choice | None:
        """Return a choice from its level's kind and its first month (ISO); None where it no longer fits."""
        if kind not in self.kinds.get(key, ()):
            return None
        return Choice(self.kinds[key].index(kind), self.calendar.period_of(date.fromisoformat(month)))


def problem_of(rows: PlanningRows) -> Problem:
    """Return the problem that the rows pose; raises Senseless where they contradict themselves."""
    calendar = rows.calendar
    planned = {each.pk: each for each in rows.mandated}
    running = _running(rows)
    return Problem(
        periods=calendar.periods,
        teams=tuple(_team(each, calendar) for each in rows.staffed),
        solutions=tuple(_solution(each, rows, running.get(each.key)) for each in rows.mandated),
        year_of=calendar.year_of,
        budget=tuple(rows.terms.budget.get(str(year)) for year in calendar.years),
        precedences=tuple(
            Precedence(
                planned[wait.before_id].key,
                planned[wait.after_id].key,
                calendar.periods_for(wait.months),
                min(wait.least_level, len(rows.levels[wait.before_id]) - 1),
            )
            for wait in rows.waits
            if wait.before_id in planned and wait.after_id in planned
        ),
        freezes=tuple(_freeze(each, calendar) for each in rows.freezes),
        locks=tuple(Lock(key, choice.level, max(0, choice.start)) for key, choice in running.items()),
        in_force=_in_force(rows, running),
    )


def index_of(rows: PlanningRows) -> Index:
    """Return how the rows' keys and days lie in their problem."""
    return Index(
        rows.calendar,
        {each.key: tuple(level.kind for level in rows.levels[each.pk]) for each in rows.mandated},
    )


def usable(rows: PlanningRows) -> dict[str, tuple[int, ...]]:
    """Return for each team's key how much the challenges could use, by period: all they need, at any time."""
    needs = {each.key: [0] * rows.calendar.periods for each in rows.teams}
    for challenge in rows.challenges:
        level = rows.levels[challenge.pk][0]
        start = max(0, rows.calendar.period_of(challenge.earliest_on)) if challenge.earliest_on else 0
        for key, row in level.effort.items():
            for period, effort in enumerate(_by_period(row, level.months, rows.calendar), start):
                if key in needs and period < rows.calendar.periods:
                    needs[key][period] += effort
    return {key: tuple(row) for key, row in needs.items()}


def _team(each: Staffed, calendar: Calendar) -> Team:
    months = each.months
    capacity = calendar.gathered(months.capacity)
    reserved = tuple(
        kept + tried
        for kept, tried in zip(
            calendar.gathered(months.foundations), calendar.gathered(months.experiments), strict=True
        )
    )
    return Team(
        each.team.key,
        capacity,
        reserved,
        calendar.gathered(months.floor),
        (each.team.weight,) * calendar.periods,
        most_released=sum(capacity) * MOST_RELEASED // (100 * max(1, calendar.periods)),
    )


def _solution(each: Initiative, rows: PlanningRows, running: Choice | None) -> Solution:
    calendar, levels = rows.calendar, rows.levels[each.pk]
    begun = max(0, -running.start) if running else 0
    return Solution(
        each.key,
        tuple(_level(level, calendar, rows, begun) for level in levels),
        earliest=0 if begun else max(0, calendar.period_of(each.earliest_on) if each.earliest_on else 0),
        deadline=_deadline(each, calendar),
    )


def _deadline(each: Initiative, calendar: Calendar) -> int | None:
    """Return the last end; none beyond the horizon, and none that has passed: that is told, not planned."""
    if each.deadline is None:
        return None
    period = calendar.period_of(each.deadline)
    return period if 0 < period <= calendar.periods else None


def _level(level: AmbitionLevel, calendar: Calendar, rows: PlanningRows, begun: int) -> Level:
    known = {each.key for each in rows.teams}
    whole = calendar.periods_for(level.months)
    duration = max(1, whole - begun)
    money = _even(level.money, whole)[begun:] or (0,)
    return Level(
        level.kind,
        duration,
        {
            key: (_by_period(row, level.months, calendar)[begun:] or (0,))
            for key, row in level.effort.items()
            if key in known
        },
        {key: effort * calendar.step for key, effort in level.running.items() if key in known and effort},
        money,
        level.running_money * calendar.step // MONTHS_A_YEAR,
        level.value,
    )


def _by_period(row: Sequence[int], months: int, calendar: Calendar) -> tuple[int, ...]:
    """Return a level's effort by period of work; months that the row leaves out are 0."""
    whole = calendar.periods_for(months) * calendar.step
    return calendar.gathered((*row, *(0,) * whole)[:whole])


def _even(money: int, periods: int) -> tuple[int, ...]:
    each, rest = divmod(money, periods)
    return tuple(each + (period < rest) for period in range(periods))


def _freeze(row: FreezeRow, calendar: Calendar) -> Freeze:
    first, last = calendar.period_of(row.first_month), calendar.period_of(row.last_month)
    return Freeze(frozenset(range(max(0, first), min(last, calendar.periods) + 1)))


def _running(rows: PlanningRows) -> dict[str, Choice]:
    """Return where the solutions under way stand in the plan in force: they stay there."""
    if rows.in_force is None:
        return {}
    index = index_of(rows)
    under_way = {each.key for each in rows.mandated if each.status == Status.RUNNING}
    return {
        key: choice
        for key, choice in _read(rows.in_force.choices, index)
        if key in under_way and choice.start < rows.calendar.periods
    }


def _in_force(rows: PlanningRows, running: Mapping[str, Choice]) -> dict[str, Choice]:
    if rows.in_force is None:
        return {}
    found = {
        key: choice
        for key, choice in _read(rows.in_force.choices, index_of(rows))
        if 0 <= choice.start < rows.calendar.periods
    }
    return found | {key: Choice(choice.level, max(0, choice.start)) for key, choice in running.items()}


def _read(choices: Mapping[str, Mapping[str, str]], index: Index) -> Iterable[tuple[str, Choice]]:
    for key, said in choices.items():
        choice = index.choice(key, said["level"], said["month"])
        if choice is not None:
            yield key, choice
