# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Every place a solution could take, as arrays: one row for each pair of level and start that it may have by itself.

Windows, deadlines, freezes and locks vanish into this table; order between solutions narrows it
until nothing changes. An optional solution has one row more, for being left out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.problem import Choice, Level, Precedence, Problem, Solution

Whole = NDArray[np.int64]
# Being left out ends before nothing and begins after everything; its level is below the lowest.
LEFT_OUT_END, LEFT_OUT_START, LEFT_OUT_LEVEL = 1_000_000, 10_000_000, -1


@dataclass(frozen=True, slots=True)
class Options:
    """
    The n options of one solution.

    `level`, `start`, `end`, `value` and `changes` (whether it differs from the plan in force) have n
    numbers; `taken` and `released` are n x k x periods, for the k teams numbered in `teams`;
    `money` is n x years.
    """

    key: str
    teams: Whole
    level: Whole
    start: Whole
    end: Whole
    value: Whole
    changes: Whole
    taken: Whole
    released: Whole
    money: Whole

    def __len__(self) -> int:
        """Return how many options there are."""
        return len(self.level)

    def only(self, kept: NDArray[np.bool_]) -> "Options":
        """Return the options that a mask keeps."""
        return Options(
            self.key,
            self.teams,
            self.level[kept],
            self.start[kept],
            self.end[kept],
            self.value[kept],
            self.changes[kept],
            self.taken[kept],
            self.released[kept],
            self.money[kept],
        )

    def choice(self, option: int) -> Choice | None:
        """Return what an option means, or None for being left out."""
        level = int(self.level[option])
        return None if level == LEFT_OUT_LEVEL else Choice(level, int(self.start[option]))


class _Row(NamedTuple):
    """One option in the making."""

    level: int
    start: int
    end: int
    value: int
    changes: int
    taken: Whole
    released: Whole
    money: Whole


def options(problem: Problem) -> list[Options]:
    """Return the options of every solution in the problem's order; one without any has no place in any plan."""
    alone = [_options(problem, solution) for solution in problem.solutions]
    return _narrowed(alone, problem.precedences, [solution.key for solution in problem.solutions])


def _options(problem: Problem, solution: Solution) -> Options:
    number = {team.key: place for place, team in enumerate(problem.teams)}
    touched = sorted({number[key] for level in solution.levels for key in (*level.effort, *level.running)})
    rows = [
        _row(problem, solution, place, start, touched)
        for place, level in enumerate(solution.levels)
        for start in _starts(problem, solution, place, level)
    ]
    if solution.is_optional and not any(lock.solution == solution.key for lock in problem.locks):
        rows.append(_left_out(problem, solution, len(touched)))
    return _as_arrays(solution.key, np.array(touched, dtype=np.int64), rows, problem)


def _as_arrays(key: str, teams: Whole, rows: Sequence[_Row], problem: Problem) -> Options:
    count, cube = len(rows), (len(rows), len(teams), problem.periods)

    def column(read: Callable[[_Row], object], *shape: int) -> Whole:
        return np.array([read(row) for row in rows], dtype=np.int64).reshape(shape)

    return Options(
        key,
        teams,
        column(lambda row: row.level, count),
        column(lambda row: row.start, count),
        column(lambda row: row.end, count),
        column(lambda row: row.value, count),
        column(lambda row: row.changes, count),
        column(lambda row: row.taken, *cube),
        column(lambda row: row.released, *cube),
        column(lambda row: row.money, count, len(problem.budget)),
    )


def _starts(problem: Problem, solution: Solution, place: int, level: Level) -> Iterator[int]:
    """Return when a level can start, whatever the other solutions do."""
    latest = problem.periods if solution.deadline is None else min(solution.deadline, problem.periods)
    locks = [lock for lock in problem.locks if lock.solution == solution.key]
    if any(lock.level not in (None, place) for lock in locks):
        return
    for start in range(solution.earliest, latest - level.duration + 1):
        is_frozen = any(freeze.holds(solution.key, start + level.duration) for freeze in problem.freezes)
        if not is_frozen and all(lock.start in (None, start) for lock in locks):
            yield start


def _row(problem: Problem, solution: Solution, place: int, start: int, touched: list[int]) -> _Row:
    level, end = solution.levels[place], start + solution.levels[place].duration
    taken = np.zeros((len(touched), problem.periods), dtype=np.int64)
    released = np.zeros_like(taken)
    for row, team in enumerate(problem.teams[number].key for number in touched):
        taken[row, start:end] += level.effort.get(team, (0,) * level.duration)
        running = level.running.get(team, 0)
        (taken if running >= 0 else released)[row, end:] += abs(running)
    money = np.zeros(len(problem.budget), dtype=np.int64)
    years = np.array(problem.year_of)
    np.add.at(money, years[start:end], level.money or (0,) * level.duration)
    np.add.at(money, years[end:], level.running_money)
    now = problem.in_force.get(solution.key)
    changes = int(now is not None and now != Choice(place, start))
    return _Row(place, start, end, level.value, changes, taken, released, money)


def _left_out(problem: Problem, solution: Solution, teams: int) -> _Row:
    nothing = np.zeros((teams, problem.periods), dtype=np.int64)
    money = np.zeros(len(problem.budget), dtype=np.int64)
    changes = int(solution.key in problem.in_force)
    return _Row(LEFT_OUT_LEVEL, LEFT_OUT_START, LEFT_OUT_END, 0, changes, nothing, nothing, money)


def _narrowed(found: list[Options], arcs: tuple[Precedence, ...], keys: list[str]) -> list[Options]:
    """Take away what no neighbour leaves room for, until nothing changes."""
    place = {key: number for number, key in enumerate(keys)}
    is_changing = True
    while is_changing:
        is_changing = False
        for arc in arcs:
            before, after = place[arc.before], place[arc.after]
            for number, kept in zip((before, after), _kept(found[before], found[after], arc), strict=True):
                if not kept.all():
                    found[number] = found[number].only(kept)
                    is_changing = True
    return found


def _kept(before: Options, after: Options, arc: Precedence) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which options of two neighbours have at least one match on the other side."""
    able = before.level >= arc.least_level
    soonest = before.end[able].min(initial=LEFT_OUT_END) + arc.lag
    latest = after.start.max(initial=-1)
    keeps_before = (able & (before.end + arc.lag <= latest)) | (latest == LEFT_OUT_START)
    return keeps_before, (after.start >= soonest) | (after.level == LEFT_OUT_LEVEL)
