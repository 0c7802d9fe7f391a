# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What a what-if changes of the portfolio, laid over the problem without touching a row.

What is under way goes on as it began, whatever a what-if says of its start.

As JSON: `locks` and `at_most` map an initiative's key to a level's kind, `starts` to its first month, `deadlines` to a
day (all ISO); `capacity` lists [team, month, hundredths of a team-month]; `money` maps a year to thousands more.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from leadroom.core.planning import Lock, Problem, Solution, Team
from leadroom.portfolio.bridge.problem import Index
from leadroom.portfolio.models import PLACE


@dataclass(frozen=True, slots=True)
class Changes:
    """What a what-if changes; empty: nothing."""

    locks: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, str] = field(default_factory=dict)
    at_most: Mapping[str, str] = field(default_factory=dict)
    deadlines: Mapping[str, str] = field(default_factory=dict)
    capacity: tuple[tuple[str, str, int], ...] = ()
    money: Mapping[str, int] = field(default_factory=dict)


def read_changes(said: Mapping[str, Any]) -> Changes:
    """Return changes from their JSON."""
    return Changes(
        said.get("locks", {}),
        said.get("starts", {}),
        said.get("at_most", {}),
        said.get("deadlines", {}),
        tuple((team, month, effort) for team, month, effort in said.get("capacity", [])),
        said.get("money", {}),
    )


def written_changes(changes: Changes) -> dict[str, Any]:
    """Return changes as JSON, without what is empty."""
    said = asdict(changes) | {"capacity": [list(each) for each in changes.capacity]}
    return {name: value for name, value in said.items() if value}


def together(first: Changes, then: Changes) -> Changes:
    """Return two changes as one: what is added adds up, of what is set the later counts."""
    money = {
        year: first.money.get(year, 0) + then.money.get(year, 0) for year in {**first.money, **then.money}
    }
    return Changes(
        {**first.locks, **then.locks},
        {**first.starts, **then.starts},
        {**first.at_most, **then.at_most},
        {**first.deadlines, **then.deadlines},
        (*first.capacity, *then.capacity),
        money,
    )


def changed(problem: Problem, changes: Changes, index: Index) -> Problem:
    """Return the problem as the changes would have it; what they name that is gone is passed over."""
    calendar = index.calendar
    at_most = {
        key: _highest(kind, index.kinds[key])
        for key, kind in changes.at_most.items()
        if key in index.kinds and kind in PLACE
    }
    solutions = tuple(_solution(each, changes, index, at_most) for each in problem.solutions)
    budget = tuple(
        None if most is None else most + changes.money.get(str(year), 0)
        for year, most in zip(calendar.years, problem.budget, strict=True)
    )
    return replace(
        problem,
        teams=tuple(_team(each, changes, index) for each in problem.teams),
        solutions=solutions,
        budget=budget,
        locks=_locks(problem, changes, index, at_most),
        precedences=tuple(
            replace(arc, least_level=min(arc.least_level, at_most.get(arc.before, arc.least_level)))
            for arc in problem.precedences
        ),
        in_force={
            key: replace(choice, level=min(choice.level, at_most.get(key, choice.level)))
            for key, choice in problem.in_force.items()
        },
    )


def _highest(most: str, kinds: tuple[str, ...]) -> int:
    """Return the highest level that is no higher than one kind; the lowest where all are."""
    return max((number for number, kind in enumerate(kinds) if PLACE[kind] <= PLACE[most]), default=0)


def _solution(each: Solution, changes: Changes, index: Index, at_most: Mapping[str, int]) -> Solution:
    deadline = each.deadline
    if each.key in changes.deadlines:
        period = index.calendar.period_of(date.fromisoformat(changes.deadlines[each.key]))
        deadline = period if 0 < period <= index.calendar.periods else None
    highest = at_most.get(each.key, len(each.levels) - 1)
    return replace(each, deadline=deadline, levels=each.levels[: highest + 1])


def _team(team: Team, changes: Changes, index: Index) -> Team:
    capacity = list(team.capacity)
    for key, month, effort in changes.capacity:
        period = index.calendar.period_of(date.fromisoformat(month))
        if key == team.key and 0 <= period < len(capacity):
            capacity[period] = max(0, capacity[period] + effort)
    return replace(team, capacity=tuple(capacity))


def _locks(problem: Problem, changes: Changes, index: Index, at_most: Mapping[str, int]) -> tuple[Lock, ...]:
    held = {lock.solution: lock for lock in problem.locks}
    under_way = frozenset(held)
    for key, kind in changes.locks.items():
        if kind in index.kinds.get(key, ()):
            held[key] = replace(held.get(key, Lock(key)), level=index.kinds[key].index(kind))
    for key, month in changes.starts.items():
        period = index.calendar.period_of(date.fromisoformat(month))
        if key in index.kinds and key not in under_way and 0 <= period < problem.periods:
            held[key] = replace(held.get(key, Lock(key)), start=period)
    return tuple(
        lock if lock.level is None else replace(lock, level=min(lock.level, at_most.get(key, lock.level)))
        for key, lock in held.items()
    )
