# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What would help when there is no plan: the cheapest ways found, each with a plan that really works.

Each way lifts one kind of rule, searches for what breaks it least, and is then held to just that: the
checker must find no breach in the changed portfolio. That a way is the cheapest is not proven.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TypeAlias

from leadroom.core.planning.anneal import Annealing, falling
from leadroom.core.planning.arrays import Sought, Wish
from leadroom.core.planning.check import check
from leadroom.core.planning.elastic import Stretch, dearer, lateness, roomier
from leadroom.core.planning.options import Options, options
from leadroom.core.planning.plan import figures
from leadroom.core.planning.problem import Choice, Problem, Team
from leadroom.core.planning.search import never
from leadroom.core.planning.starts import first_start, usual_effort

SWEEPS = 1_000


@dataclass(frozen=True, slots=True)
class MoreCapacity:
    """So much more effort for a team in a period (`effort`), or money in a year (`money`)."""

    effort: tuple[tuple[str, int, int], ...]
    money: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class LaterDeadlines:
    """These solutions are done so many periods after their deadline."""

    periods: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LowerLevels:
    """These solutions come at another level than the one locked: the number of the lower one."""

    levels: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class WayOut:
    """
    One way out: what would change, the portfolio with that change, and a plan for it.

    `price` is in hundredths of a team-month: effort as it is, a thousand of money as one, a period of
    delay or a lowered level as much as solutions usually take of a team in a period. `bound` is a price
    that no way out of this kind undercuts; 0 where that is not known.
    """

    change: MoreCapacity | LaterDeadlines | LowerLevels
    price: int
    problem: Problem
    choices: Mapping[str, Choice]
    bound: int = 0


# A way out, and what finds the bound for its kind.
_Found: TypeAlias = tuple[WayOut, Callable[[], Stretch | None]]


def nobody(_: WayOut) -> None:
    """Tell nobody what was found."""


def ways_out(
    problem: Problem,
    *,
    sweeps: int = SWEEPS,
    seed: int = 0,
    stop: Callable[[], bool] = never,
    found: Callable[[WayOut], None] = nobody,
) -> tuple[WayOut, ...]:
    """
    Return the ways out that were found, the cheapest first; each has been judged by the checker.

    `found` is told of each as soon as it is there, when its bound is not known yet.
    """
    working: list[_Found] = []
    for kind in (_more_capacity, _later, _lower):
        for way, relaxation in kind(problem, sweeps, seed, stop):
            if not check(way.problem, way.choices):
                found(way)
                working.append((way, relaxation))
    bounded = [way if stop() else _bounded(way, relaxation()) for way, relaxation in working]
    return tuple(sorted(bounded, key=lambda way: way.price))


def _bounded(way: WayOut, stretch: Stretch | None) -> WayOut:
    return way if stretch is None else replace(way, bound=min(way.price, stretch.bound))


def _usual_price(problem: Problem) -> int:
    """Return what a period of delay or a lowered level costs: what a team usually gives a solution in a period."""
    efforts = [
        effort
        for one in problem.solutions
        for level in one.levels
        for row in level.effort.values()
        for effort in row
        if effort
    ]
    return max(1, round(median(efforts))) if efforts else 1


def _more_capacity(problem: Problem, sweeps: int, seed: int, stop: Callable[[], bool]) -> Iterator[_Found]:
    table = options(problem)
    if not all(map(len, table)):
        return
    choices = _nearest(problem, table, sweeps, seed, stop)
    total = figures(problem, choices)
    effort = tuple(
        (team.key, period, floor - free)
        for team, row in zip(problem.teams, total.free, strict=True)
        for period, (free, floor) in enumerate(zip(row, team.floor, strict=True))
        if free < floor
    )
    money = tuple(
        (year, spent - most)
        for year, (spent, most) in enumerate(zip(total.spent, problem.budget, strict=True))
        if most is not None and spent > most
    )
    price = sum(more for _, _, more in effort) + sum(more for _, more in money)
    if price:
        change = MoreCapacity(effort, money)
        way = WayOut(change, price, _with_capacity(problem, change), choices)
        yield way, lambda: roomier(problem, table)


def _with_capacity(problem: Problem, change: MoreCapacity) -> Problem:
    more = {(team, period): effort for team, period, effort in change.effort}
    money = dict(change.money)

    def raised(team: Team) -> Team:
        rows = enumerate(team.capacity)
        return replace(team, capacity=tuple(room + more.get((team.key, period), 0) for period, room in rows))

    budget = tuple(
        None if most is None else most + money.get(year, 0) for year, most in enumerate(problem.budget)
    )
    return replace(problem, teams=tuple(map(raised, problem.teams)), budget=budget)


def _later(problem: Problem, sweeps: int, seed: int, stop: Callable[[], bool]) -> Iterator[_Found]:
    lifted = replace(problem, solutions=tuple(replace(one, deadline=None) for one in problem.solutions))
    table = options(lifted)
    if not all(map(len, table)):
        return
    cost = _usual_price(problem)
    due = [problem.periods if one.deadline is None else one.deadline for one in problem.solutions]
    priced = [
        replace(one, value=-cost * lateness(one, latest)) for one, latest in zip(table, due, strict=True)
    ]
    choices = _nearest(lifted, priced, sweeps, seed, stop)
    late = {
        key: choice.start + problem.solution_of[key].levels[choice.level].duration - latest
        for (key, choice), latest in ((one, _due(problem, one[0])) for one in choices.items())
    }
    late = {key: periods for key, periods in late.items() if periods > 0}
    if late:
        moved = tuple(
            replace(one, deadline=_due(problem, one.key) + late[one.key]) if one.key in late else one
            for one in problem.solutions
        )
        change = LaterDeadlines(tuple(late.items()))
        way = WayOut(change, cost * sum(late.values()), replace(problem, solutions=moved), choices)
        yield way, lambda: dearer(lifted, table, [-one.value.astype(float) for one in priced])


def _due(problem: Problem, key: str) -> int:
    deadline = problem.solution_of[key].deadline
    return problem.periods if deadline is None else deadline


def _lower(problem: Problem, sweeps: int, seed: int, stop: Callable[[], bool]) -> Iterator[_Found]:
    locked = {lock.solution: lock.level for lock in problem.locks if lock.level}
    if not locked:
        return
    lifted = replace(
        problem,
        locks=tuple(
            replace(lock, level=None) if lock.solution in locked else lock
            for lock in problem.locks
            if lock.start is not None or lock.solution not in locked
        ),
    )
    table = [
        one.only((one.level >= 0) & (one.level <= (locked[one.key] or 0))) if one.key in locked else one
        for one in options(lifted)
    ]
    if not all(map(len, table)):
        return
    cost = _usual_price(problem)
    priced = [replace(one, value=cost * one.level) if one.key in locked else one for one in table]
    choices = _nearest(lifted, priced, sweeps, seed, stop)
    lower = {key: choices[key].level for key, level in locked.items() if choices[key].level != level}
    if lower:
        locks = tuple(replace(lock, level=lower.get(lock.solution, lock.level)) for lock in problem.locks)
        price = cost * sum((locked[key] or 0) - level for key, level in lower.items())
        way = WayOut(LowerLevels(tuple(lower.items())), price, replace(problem, locks=locks), choices)
        prices = [cost * ((locked.get(one.key) or 0) - one.level) * (one.key in locked) for one in table]
        yield way, lambda: dearer(lifted, table, [price.astype(float) for price in prices])


def _nearest(
    problem: Problem, table: Sequence[Options], sweeps: int, seed: int, stop: Callable[[], bool]
) -> Mapping[str, Choice]:
    """Return the choices that break capacity and budget least, and of these the ones worth most."""
    chosen, unit = tuple(first_start(table, problem)), usual_effort(table)
    heats = falling(2 * unit, 0.02 * unit, sweeps)
    for step in Annealing(problem, table).descend(chosen, Wish(Sought.FIT), heats, seed=seed):
        chosen = step.best or chosen
        if stop():
            break
    placed = {one.key: one.choice(option) for one, option in zip(table, chosen, strict=True)}
    return {key: choice for key, choice in placed.items() if choice is not None}
