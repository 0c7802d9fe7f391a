# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A portfolio as the plain arrays that the compiled search works on.

Solution i has the options `first[i]` up to `first[i + 1]`; an option is called by its number among all.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.options import LEFT_OUT_LEVEL, Options, Whole
from leadroom.core.planning.problem import Level, Precedence, Problem

Numbers = NDArray[np.float64]
# Records, one for each row: their fields stand with the functions that fill them.
Rows: TypeAlias = Any
# More than any sum of numbers that a portfolio may hold.
NO_LIMIT = 10**15
# What no state ranks below.
BELOW = -(2**62)


class Sought(IntEnum):
    """What comes first where two states are compared; FIT: how little is broken, then value."""

    HEADROOM = 0
    VALUE = 1
    CALM = 2
    FIT = 3


class Table(NamedTuple):
    """
    The options of all solutions, and which solutions stand in order with which.

    An option's `kind` is the row of what its level takes, -1 where it is left out: `effort` has from `effort` on a
    number for each of the solution's teams and each period of work, `lasting` from `after` on a row for each team,
    for every period after the end. `money` is options x years, `dearest` of it solutions x years. Solution i has its
    teams from `team_first[i]` on, and its neighbours, rows of `near`, from `near_first[i]` on.
    """

    first: Whole
    options: Rows
    money: Whole
    dearest: Whole
    kinds: Rows
    effort: Whole
    lasting: Rows
    team_first: Whole
    teams: Whole
    near_first: Whole
    near: Rows


class Rooms(NamedTuple):
    """What teams can hold in each period, how much they may count on that others release, and what years can cost."""

    cells: Rows
    most_released: Whole
    budget: Whole


class Standing(NamedTuple):
    """
    Which option each solution has, what they take together, and over, headroom, value, changes, ramps.

    `order` is the one in which solutions were last placed.
    """

    order: Whole
    chosen: Whole
    taken: Whole
    released: Whole
    money: Whole
    totals: Whole


class Space(NamedTuple):
    """
    Where the search weighs one solution: what each of its options would add, and how well it suits.

    `load` is what its teams bear without it, `tails` what one level adds from each period to the end; `over_now` and
    `head_now` are one team's without it.
    """

    over: Whole
    head: Whole
    ramps: Whole
    energies: Numbers
    load: Whole
    tails: Whole
    over_now: Whole
    head_now: Whole


class Wish(NamedTuple):
    """
    What is sought, and how much headroom and value must be kept while it is.

    One unit of load over a team's room, or of money over a budget, costs `over` beside one of headroom or value; one
    change to the plan in force `change` beside one unit of rising load.
    """

    sought: Sought
    headroom: int = -NO_LIMIT
    value: int = -NO_LIMIT
    over: int = 12
    change: int = 100


def table_of(problem: Problem, options: Sequence[Options]) -> Table:
    """Return the options as arrays."""
    levels = [(one, level) for one in options for level in problem.solution_of[one.key].levels]
    efforts = [_effort(problem, one, level) for one, level in levels]
    after = [_after(problem, one, level) for one, level in levels]
    near, nothing = neighbours(problem), np.zeros((0, len(problem.budget)), dtype=np.int64)
    flat = list(chain.from_iterable(near))
    columns = ("level", "start", "end", "value", "changes")
    return Table(
        first=_firsts(map(len, options)),
        options=_rows(
            kind=_joined(_kinds(problem, options)),
            **{name: _joined([getattr(one, name) for one in options]) for name in columns},
        ),
        money=np.concatenate([nothing, *(one.money for one in options)]),
        dearest=np.concatenate([nothing, *(one.money.max(axis=0, keepdims=True) for one in options)]),
        kinds=_rows(effort=_firsts(map(len, efforts))[:-1], after=_firsts(map(len, after))[:-1]),
        effort=_joined(efforts),
        lasting=_rows(taken=np.maximum(_joined(after), 0), released=np.maximum(-_joined(after), 0)),
        team_first=_firsts(len(one.teams) for one in options),
        teams=_joined([one.teams for one in options]),
        near_first=_firsts(map(len, near)),
        near=_rows(
            other=_whole(number for number, _, _ in flat),
            lag=_whole(arc.lag for _, arc, _ in flat),
            least=_whole(arc.least_level for _, arc, _ in flat),
            is_before=_whole(is_before for _, _, is_before in flat),
        ),
    )


def rooms_of(problem: Problem) -> Rooms:
    """Return what teams and years can hold."""
    teams, shape = problem.teams, (len(problem.teams), problem.periods)

    def cells(numbers: Sequence[Sequence[int]]) -> Whole:
        return np.array(numbers, dtype=np.int64).reshape(shape)

    capacity = cells([team.capacity for team in teams]) - cells([team.reserved for team in teams])
    return Rooms(
        _rows(
            capacity=capacity,
            room=capacity - cells([team.floor for team in teams]),
            weight=cells([team.weight for team in teams]),
            need=cells([team.need or (NO_LIMIT,) * problem.periods for team in teams]),
        ),
        _whole(team.most_released for team in teams),
        _whole(NO_LIMIT if most is None else most for most in problem.budget),
    )


def _rows(**columns: Whole) -> Rows:
    """Return records of whole numbers, all of one shape."""
    shape = next(iter(columns.values())).shape
    found = np.zeros(shape, dtype=[(name, np.int64) for name in columns])
    for name, column in columns.items():
        found[name] = column
    return found


def _whole(numbers: Iterable[int]) -> Whole:
    return np.fromiter(numbers, dtype=np.int64)


def _firsts(lengths: Iterable[int]) -> Whole:
    return np.cumsum([0, *lengths], dtype=np.int64)


def _joined(parts: Sequence[Whole]) -> Whole:
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def _kinds(problem: Problem, options: Sequence[Options]) -> list[Whole]:
    firsts = _firsts([len(problem.solution_of[one.key].levels) for one in options])
    return [
        np.where(one.level == LEFT_OUT_LEVEL, -1, one.level + first)
        for one, first in zip(options, firsts, strict=False)
    ]


def _effort(problem: Problem, one: Options, level: Level) -> Whole:
    nothing = (0,) * level.duration
    rows = [level.effort.get(problem.teams[team].key, nothing) for team in one.teams]
    return np.array(rows, dtype=np.int64).reshape(-1)


def _after(problem: Problem, one: Options, level: Level) -> Whole:
    return np.array([level.running.get(problem.teams[team].key, 0) for team in one.teams], dtype=np.int64)


def neighbours(problem: Problem) -> list[list[tuple[int, Precedence, bool]]]:
    """Return for each solution those it must keep its order with, and whether they come before it."""
    place = {one.key: number for number, one in enumerate(problem.solutions)}
    found: list[list[tuple[int, Precedence, bool]]] = [[] for _ in problem.solutions]
    for arc in problem.precedences:
        found[place[arc.after]].append((place[arc.before], arc, True))
        found[place[arc.before]].append((place[arc.after], arc, False))
    return found
