# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What is to be planned: teams with their capacity, solutions with their ambition levels, and the rules between them.

Time is cut into periods 0 to H-1, all months or all quarters. Effort is a whole number of
hundredths of a team-month, money a whole number of thousands; a period's capacity is the effort
that a team has in it. A solution started in period s at a level of duration d works in the
periods s to s+d-1 and goes live at the beginning of period s+d, its *end*.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Team:
    """
    Those who do the work. Each tuple has one number a period.

    `capacity` is what the team has, absence and line work taken off. `reserved` is kept for
    foundations and experiments and never counts as free. `floor` is the free effort that must
    remain. `need` is what the challenges can use: headroom above it counts for nothing
    (None: all of it counts). `weight` is what one free unit is worth beside another team's or
    period's. `most_released` is how much effort a period that live solutions give back may
    be counted on; promises beyond it are not.
    """

    key: str
    capacity: tuple[int, ...]
    reserved: tuple[int, ...]
    floor: tuple[int, ...]
    weight: tuple[int, ...]
    need: tuple[int, ...] | None = None
    most_released: int = 0

    @classmethod
    def even(cls, key: str, capacity: int, periods: int, *, reserved: int = 0, floor: int = 0) -> "Team":
        """Return a team that has the same in every period, each free unit worth as much as any other."""
        return cls(key, (capacity,) * periods, (reserved,) * periods, (floor,) * periods, (1,) * periods)


@dataclass(frozen=True, slots=True)
class Level:
    """
    One ambition level: what it takes and what it gives.

    `effort` holds for each team one number for each period of work; `running` what each team
    spends in every period from go-live on, less than nothing where work is saved. `money` has one
    number for each period of work, `running_money` is spent in every period from go-live on.
    """

    key: str
    duration: int
    effort: Mapping[str, tuple[int, ...]]
    running: Mapping[str, int] = field(default_factory=dict)
    money: tuple[int, ...] = ()
    running_money: int = 0
    value: int = 0


@dataclass(frozen=True, slots=True)
class Solution:
    """
    Something that must be brought in (or may be: `is_optional`), at one of its levels, lowest first.

    It starts in period `earliest` or later; its end is at most `deadline` (None: the horizon).
    """

    key: str
    levels: tuple[Level, ...]
    earliest: int = 0
    deadline: int | None = None
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Precedence:
    """`after` starts no sooner than `lag` periods after the end of `before`, which is at `least_level` or higher."""

    before: str
    after: str
    lag: int = 0
    least_level: int = 0


@dataclass(frozen=True, slots=True)
class Freeze:
    """In these periods nothing goes live: none of `solutions`, or none at all (None)."""

    periods: frozenset[int]
    solutions: frozenset[str] | None = None

    def holds(self, solution: str, end: int) -> bool:
        """Say whether the freeze forbids this end."""
        return end in self.periods and (self.solutions is None or solution in self.solutions)


@dataclass(frozen=True, slots=True)
class Lock:
    """What somebody has fixed for a solution: its level, its start, or both; a locked solution is not left out."""

    solution: str
    level: int | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a plan says of one solution: the number of its level (0 the lowest) and the period it starts in."""

    level: int
    start: int


@dataclass(frozen=True)
class Problem:
    """
    A portfolio to plan.

    `year_of` gives each period's year, counted from 0; `budget` the most that may be spent
    in each year (None: no limit). `in_force` is the plan that people work by today: of two equally
    good plans, the one with fewer changes to it is better.
    """

    periods: int
    teams: tuple[Team, ...]
    solutions: tuple[Solution, ...]
    year_of: tuple[int, ...]
    budget: tuple[int | None, ...]
    precedences: tuple[Precedence, ...] = ()
    freezes: tuple[Freeze, ...] = ()
    locks: tuple[Lock, ...] = ()
    in_force: Mapping[str, Choice] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what has no meaning. Raises Senseless."""
        for fault in faults(self):
            raise Senseless(fault)

    @cached_property
    def solution_of(self) -> Mapping[str, Solution]:
        """Return the solutions by key."""
        return {solution.key: solution for solution in self.solutions}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a problem makes no sense: the kind of thing, its key, and what is wrong with it."""

    where: str
    key: str
    what: str


class Senseless(ValueError):
    """The problem contradicts itself; `fault` says where."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.where} {fault.key}: {fault.what}")
        self.fault = fault


def faults(problem: Problem) -> list[Fault]:
    """Return all that makes no sense in a problem, for whoever wrote it."""
    return [
        *_calendar_faults(problem),
        *_team_faults(problem),
        *_solution_faults(problem),
        *_rule_faults(problem),
    ]


def _calendar_faults(problem: Problem) -> list[Fault]:
    found = []
    if problem.periods < 1:
        found.append(Fault("calendar", "periods", "must be at least 1"))
    if len(problem.year_of) != problem.periods:
        found.append(Fault("calendar", "year_of", "has not one year for each period"))
    if any(not 0 <= year < len(problem.budget) for year in problem.year_of):
        found.append(Fault("calendar", "budget", "has not one entry for each year"))
    return found


def _team_faults(problem: Problem) -> list[Fault]:
    found = _twice("team", [team.key for team in problem.teams])
    for team in problem.teams:
        if team.most_released < 0:
            found.append(Fault("team", team.key, "most_released is less than nothing"))
        for name in ("capacity", "reserved", "floor", "weight", "need"):
            row = getattr(team, name)
            if row is None:
                continue
            if len(row) != problem.periods:
                found.append(Fault("team", team.key, f"{name} has not one number for each period"))
            elif any(number < 0 for number in row):
                found.append(Fault("team", team.key, f"{name} is less than nothing"))
    return found


def _solution_faults(problem: Problem) -> list[Fault]:
    found = _twice("solution", [solution.key for solution in problem.solutions])
    teams = {team.key for team in problem.teams}
    for solution in problem.solutions:
        if solution.earliest < 0:
            found.append(Fault("solution", solution.key, "starts before the first period"))
        if not solution.levels:
            found.append(Fault("solution", solution.key, "has no level"))
        for level in solution.levels:
            found += [
                Fault("solution", solution.key, f"level {level.key}: {what}")
                for what in _level_faults(level, teams)
            ]
    return found


def _level_faults(level: Level, teams: set[str]) -> list[str]:
    found = [f"team {key} is unknown" for key in {*level.effort, *level.running} - teams]
    if level.duration < 1:
        found.append("duration must be at least 1")
    found += [
        f"effort of {key} has not one number for each period of work"
        for key, row in level.effort.items()
        if len(row) != level.duration
    ]
    if any(number < 0 for row in level.effort.values() for number in row):
        found.append("effort is less than nothing")
    if level.money and len(level.money) != level.duration:
        found.append("money has not one number for each period of work")
    return found


def _rule_faults(problem: Problem) -> list[Fault]:
    known = {solution.key: len(solution.levels) for solution in problem.solutions}
    named = [("precedence", key) for arc in problem.precedences for key in (arc.before, arc.after)]
    named += [("lock", lock.solution) for lock in problem.locks]
    named += [("plan in force", key) for key in problem.in_force]
    named += [("freeze", key) for freeze in problem.freezes for key in freeze.solutions or ()]
    found = [Fault(where, key, "solution is unknown") for where, key in named if key not in known]
    found += [
        Fault("lock", lock.solution, "level is unknown")
        for lock in problem.locks
        if lock.level is not None and not 0 <= lock.level < known.get(lock.solution, lock.level + 1)
    ]
    found += [
        Fault("precedence", arc.before, "level is unknown")
        for arc in problem.precedences
        if not 0 <= arc.least_level < known.get(arc.before, arc.least_level + 1)
    ]
    found += [
        Fault("lock", lock.solution, "fixes nothing")
        for lock in problem.locks
        if lock.level is None and lock.start is None
    ]
    return found + [Fault("precedence", key, "comes before itself") for key in _in_circles(problem)]


def _in_circles(problem: Problem) -> list[str]:
    """Return the solutions that wait for themselves, or for one that does."""
    return sorted({solution.key for solution in problem.solutions} - set(in_order(problem)))


def in_order(problem: Problem) -> list[str]:
    """Return the solutions so that each comes after those it waits for; what waits for itself is left out."""
    waits = {solution.key: set[str]() for solution in problem.solutions}
    for arc in problem.precedences:
        if arc.after in waits and arc.before in waits:
            waits[arc.after].add(arc.before)
    order: list[str] = []
    while ready := [key for key, before in waits.items() if not before & waits.keys()]:
        order += ready
        waits = {key: before for key, before in waits.items() if key not in ready}
    return order


def _twice(where: str, keys: list[str]) -> list[Fault]:
    return [Fault(where, key, "stands there twice") for key in sorted({k for k in keys if keys.count(k) > 1})]
