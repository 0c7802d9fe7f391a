# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Judges any plan, whoever drew it: by hand, from a file, or by the solver.

Written apart from the solver and from the figures it prints, sharing no code with either: load and money
are added up here anew, cell by cell, so that a fault in one is found by the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from leadroom.core.planning.problem import Choice, Problem, Solution, Team


class Rule(Enum):
    """Which rule a plan breaks."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    TOO_EARLY = "too early"
    TOO_LATE = "too late"
    FROZEN = "frozen"
    LOCKED = "locked"
    ORDER = "order"
    LEVEL_TOO_LOW = "level too low"
    CAPACITY = "capacity"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Breach:
    """
    One rule broken: by which solution or team (or year, as text), in which period, and by how much.

    `amount` is in periods for what is too early or late, else in units of effort or money.
    """

    rule: Rule
    key: str
    other: str = ""
    period: int | None = None
    amount: int = 0


def check(problem: Problem, choices: Mapping[str, Choice]) -> tuple[Breach, ...]:
    """Return every rule that a plan breaks; none for a plan that can be carried out."""
    strange = [
        Breach(Rule.UNKNOWN, key)
        for key, choice in choices.items()
        if key not in problem.solution_of
        or not 0 <= choice.level < len(problem.solution_of[key].levels)
        or not 0 <= choice.start < problem.periods
    ]
    if strange:
        return tuple(strange)
    return (
        *(breach for one in problem.solutions for breach in _alone(problem, one, choices.get(one.key))),
        *_order(problem, choices),
        *_capacity(problem, choices),
    )


def _alone(problem: Problem, solution: Solution, choice: Choice | None) -> Iterator[Breach]:
    """Judge what a solution may do whatever the others do."""
    if choice is None:
        if not solution.is_optional or any(lock.solution == solution.key for lock in problem.locks):
            yield Breach(Rule.MISSING, solution.key)
        return
    end = choice.start + solution.levels[choice.level].duration
    if choice.start < solution.earliest:
        yield Breach(Rule.TOO_EARLY, solution.key, amount=solution.earliest - choice.start)
    latest = problem.periods if solution.deadline is None else min(solution.deadline, problem.periods)
    if end > latest:
        yield Breach(Rule.TOO_LATE, solution.key, period=end, amount=end - latest)
    if any(freeze.holds(solution.key, end) for freeze in problem.freezes):
        yield Breach(Rule.FROZEN, solution.key, period=end)
    for lock in problem.locks:
        if lock.solution == solution.key and (
            lock.level not in (None, choice.level) or lock.start not in (None, choice.start)
        ):
            yield Breach(Rule.LOCKED, solution.key)


def _order(problem: Problem, choices: Mapping[str, Choice]) -> Iterator[Breach]:
    for arc in problem.precedences:
        before, after = choices.get(arc.before), choices.get(arc.after)
        if after is None:
            continue
        if before is None:
            yield Breach(Rule.ORDER, arc.after, arc.before)
            continue
        soonest = before.start + problem.solution_of[arc.before].levels[before.level].duration + arc.lag
        if after.start < soonest:
            yield Breach(Rule.ORDER, arc.after, arc.before, after.start, soonest - after.start)
        if before.level < arc.least_level:
            yield Breach(Rule.LEVEL_TOO_LOW, arc.before, arc.after, amount=arc.least_level - before.level)


def _capacity(problem: Problem, choices: Mapping[str, Choice]) -> Iterator[Breach]:
    for team in problem.teams:
        for period in range(problem.periods):
            left = team.capacity[period] - team.reserved[period] - _load(problem, choices, team, period)
            if left < team.floor[period]:
                yield Breach(Rule.CAPACITY, team.key, period=period, amount=team.floor[period] - left)
    for year, most in enumerate(problem.budget):
        spent = sum(
            _money(problem, choices, period)
            for period in range(problem.periods)
            if problem.year_of[period] == year
        )
        if most is not None and spent > most:
            yield Breach(Rule.BUDGET, str(year), period=year, amount=spent - most)


def _load(problem: Problem, choices: Mapping[str, Choice], team: Team, period: int) -> int:
    """Add up what everything takes of a team in one period; of what is given back, no more than may be counted on."""
    taken = given_back = 0
    for key, choice in choices.items():
        level = problem.solution_of[key].levels[choice.level]
        age = period - choice.start
        if 0 <= age < level.duration:
            taken += level.effort[team.key][age] if team.key in level.effort else 0
        elif age >= level.duration:
            running = level.running.get(team.key, 0)
            taken, given_back = taken + max(running, 0), given_back - min(running, 0)
    return taken - min(given_back, team.most_released)


def _money(problem: Problem, choices: Mapping[str, Choice], period: int) -> int:
    """Add up what everything costs in one period."""
    cost = 0
    for key, choice in choices.items():
        level = problem.solution_of[key].levels[choice.level]
        age = period - choice.start
        if 0 <= age < level.duration:
            cost += level.money[age] if level.money else 0
        elif age >= level.duration:
            cost += level.running_money
    return cost
