# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The portfolio's rows as the planner's problem.

What counts how: foundations and experiments are reserved and never free; mandated solutions are planned, also one
that a challenge has taken over; challenges are not planned but say how much they could use.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from leadroom.core.capacity.calendar import MONTHS_A_YEAR, Calendar
from leadroom.core.planning import Choice, Freeze, Level, Lock, Precedence, Problem, Solution, Team
from leadroom.portfolio.models import AmbitionLevel, Initiative, Status
from leadroom.portfolio.models import Freeze as FreezeRow
from leadroom.portfolio.models import Team as TeamRow
from leadroom.portfolio.queries import PlanningRows, Staffed

# Of a team's usual capacity at most this share, in per cent, is counted on as released by live solutions.
MOST_RELEASED = 20


@dataclass(frozen=True, slots=True)
class Index:
    """
    How keys and days of rows lie in a problem.

    `begun` says of what is under way how many periods before the calendar's first it began.
    """

    calendar: Calendar
    kinds: Mapping[str, tuple[str, ...]]
    begun: Mapping[str, int] = field(default_factory=dict)

    def choice(self, key: str, kind: str, month: str) -> Choice | None:
        """Return a choice from its level's kind and its first month (ISO); None where it no longer fits."""
        if kind not in self.kinds.get(key, ()):
            return None
        start = self.calendar.period_of(date.fromisoformat(month))
        return Choice(self.kinds[key].index(kind), 0 if start == -self.begun.get(key, 0) else start)

    def month(self, key: str, period: int) -> str:
        """Return the month (ISO) that a choice's start means; of what is under way, when it really began."""
        before = self.begun.get(key, 0) if period == 0 else 0
        return self.calendar.start_of(period - before).isoformat()


def problem_of(rows: PlanningRows) -> Problem:
    """Return the problem that the rows pose; raises Senseless where they contradict themselves."""
    calendar = rows.calendar
    mandated = planned_of(rows)
    planned = {each.pk: each for each in mandated}
    running = _running(rows)
    return Problem(
        periods=calendar.periods,
        teams=tuple(_team(each, calendar, _promised(each.team, mandated, rows)) for each in rows.staffed),
        solutions=tuple(_solution(each, rows, running.get(each.key)) for each in mandated),
        year_of=calendar.year_of,
        budget=tuple(rows.terms.budget.get(str(year)) for year in calendar.years),
        precedences=tuple(
            Precedence(
                planned[wait.before_id].key,
                planned[wait.after_id].key,
                calendar.periods_for(wait.months),
                _least(wait.least_level, rows.levels[wait.before_id]),
            )
            for wait in rows.waits
            if wait.before_id in planned and wait.after_id in planned
            # What is under way has not waited.
            if planned[wait.after_id].key not in running
        ),
        freezes=tuple(_freeze(each, calendar) for each in rows.freezes),
        locks=tuple(Lock(key, choice.level, max(0, choice.start)) for key, choice in running.items()),
        in_force=_in_force(rows, running),
    )


def planned_of(rows: PlanningRows) -> list[Initiative]:
    """Return the mandated solutions that are planned: those that may begin before the horizon."""
    return [each for each in rows.mandated if _earliest(each, rows.calendar) < rows.calendar.periods]


def index_of(rows: PlanningRows) -> Index:
    """Return how the rows' keys and days lie in their problem."""
    return replace(_plain(rows), begun={key: max(0, -choice.start) for key, choice in _running(rows).items()})


def _plain(rows: PlanningRows) -> Index:
    return Index(
        rows.calendar,
        {each.key: tuple(level.kind for level in rows.levels[each.pk]) for each in planned_of(rows)},
    )


def _least(place: int, levels: Sequence[AmbitionLevel]) -> int:
    """Return the lowest level of these at a place of the ladder or above; their highest where none is."""
    able = (number for number, level in enumerate(levels) if level.place >= place)
    return next(able, len(levels) - 1)


def even_weight(problem: Problem) -> int | None:
    """Return what a free unit is worth, if it is the same in every team and period."""
    weights = {weight for team in problem.teams for weight in team.weight}
    return weights.pop() if len(weights) == 1 else None


def usable(rows: PlanningRows) -> dict[str, tuple[int, ...]]:
    """Return for each team's key how much the challenges could use by period, from when they may start."""
    needs = {each.key: [0] * rows.calendar.periods for each in rows.teams}
    for challenge in rows.challenges:
        level = rows.levels[challenge.pk][0]
        start = _earliest(challenge, rows.calendar)
        for key, row in level.effort.items():
            for period, effort in enumerate(_by_period(row, level.months, rows.calendar), start):
                if key in needs and period < rows.calendar.periods:
                    needs[key][period] += effort
    return {key: tuple(row) for key, row in needs.items()}


def _promised(team: TeamRow, mandated: Sequence[Initiative], rows: PlanningRows) -> int:
    """Return the most that all solutions together can give back to a team in a period, each at its best level."""
    return sum(
        max(max(0, -level.running.get(team.key, 0)) for level in rows.levels[each.pk]) for each in mandated
    )


def _team(each: Staffed, calendar: Calendar, promised: int) -> Team:
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
        most_released=min(
            promised * calendar.step, sum(capacity) * MOST_RELEASED // (100 * max(1, calendar.periods))
        ),
    )


def _solution(each: Initiative, rows: PlanningRows, running: Choice | None) -> Solution:
    calendar, levels = rows.calendar, rows.levels[each.pk]
    begun = max(0, -running.start) if running else 0
    # Where something under way began is a fact, whatever was said of it before; so is that it goes on.
    most = calendar.periods - max(0, running.start) if running else None
    return Solution(
        each.key,
        tuple(_level(level, calendar, rows, begun, most) for level in levels),
        earliest=0 if running else _earliest(each, calendar),
        deadline=_deadline(each, calendar),
    )


def _earliest(each: Initiative, calendar: Calendar) -> int:
    """Return the first period that begins no sooner than the month before which nothing may begin."""
    if each.earliest_on is None:
        return 0
    period = calendar.period_of(each.earliest_on)
    return max(0, period + (calendar.start_of(period) < each.earliest_on.replace(day=1)))


def _deadline(each: Initiative, calendar: Calendar) -> int | None:
    """Return the last end; none beyond the horizon, and none that has passed: that is told, not planned."""
    if each.deadline is None:
        return None
    period = calendar.period_of(each.deadline)
    return period if 0 < period <= calendar.periods else None


def _level(
    level: AmbitionLevel, calendar: Calendar, rows: PlanningRows, begun: int, most: int | None
) -> Level:
    """Return a level without the periods that lie behind it, or, of what is under way, beyond the horizon."""
    known = {each.key for each in rows.teams}
    whole = calendar.periods_for(level.months)
    end = whole if most is None else min(whole, begun + most)
    return Level(
        level.kind,
        max(1, end - begun),
        {
            key: (_by_period(row, level.months, calendar)[begun:end] or (0,))
            for key, row in level.effort.items()
            if key in known
        },
        {key: effort * calendar.step for key, effort in level.running.items() if key in known and effort},
        _even(level.money, whole)[begun:end] or (0,),
        level.running_money * calendar.step // MONTHS_A_YEAR,
        level.value,
    )


def _by_period(row: Sequence[int], months: int, calendar: Calendar) -> tuple[int, ...]:
    """Return a level's effort by period of work; months that the row leaves out are 0."""
    whole = calendar.periods_for(months) * calendar.step
    return calendar.gathered((*row[:months], *(0,) * whole)[:whole])


def _even(money: int, periods: int) -> tuple[int, ...]:
    each, rest = divmod(money, periods)
    return tuple(each + (period < rest) for period in range(periods))


def _freeze(row: FreezeRow, calendar: Calendar) -> Freeze:
    """Return the periods at whose beginning, which is when something goes live, the freeze holds."""
    return Freeze(
        frozenset(
            period
            for period in range(calendar.periods + 1)
            if row.first_month <= calendar.start_of(period) <= row.last_month
        )
    )


def _running(rows: PlanningRows) -> dict[str, Choice]:
    """Return where the solutions under way stand in the plan in force: they stay there."""
    if rows.in_force is None:
        return {}
    under_way = {each.key for each in planned_of(rows) if each.status == Status.RUNNING}
    return {
        key: choice
        for key, choice in _read(rows.in_force.choices, _plain(rows))
        if key in under_way and choice.start < rows.calendar.periods
    }


def _in_force(rows: PlanningRows, running: Mapping[str, Choice]) -> dict[str, Choice]:
    if rows.in_force is None:
        return {}
    found = {
        key: choice
        for key, choice in _read(rows.in_force.choices, _plain(rows))
        if 0 <= choice.start < rows.calendar.periods
    }
    return found | {key: replace(choice, start=max(0, choice.start)) for key, choice in running.items()}


def _read(choices: Mapping[str, Mapping[str, str]], index: Index) -> Iterable[tuple[str, Choice]]:
    for key, said in choices.items():
        choice = index.choice(key, said["level"], said["month"])
        if choice is not None:
            yield key, choice
