# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why each solution of a plan stands where it does: what binds it, and what more room there would give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from leadroom.core.planning.options import Options, options
from leadroom.core.planning.problem import Choice, Problem
from leadroom.core.planning.state import State

# One team-month, in hundredths.
MONTH = 100


class Binding(Enum):
    """What keeps a solution from starting a period earlier or later, or from its next higher level."""

    LOCK = "lock"
    TEAM = "team"
    MONEY = "money"
    BEFORE = "before"
    AFTER = "after"
    DEADLINE = "deadline"
    EARLIEST = "earliest"
    FREEZE = "freeze"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reason:
    """
    What binds one solution.

    TEAM: the fullest `team` and `period` of those it would need. MONEY: `period` is the first that it would
    cost more in. BEFORE and AFTER: the solution `by`, which it must follow, or which must follow it. `gain`
    is the headroom that placing this solution alone anew would win, were there one team-month
    (100 units) more in that team and period; the free month itself is not counted.
    """

    kind: Binding
    team: str | None = None
    period: int | None = None
    by: str | None = None
    gain: int = 0


def reasons(problem: Problem, choices: Mapping[str, Choice]) -> Mapping[str, Reason]:
    """
    Return what binds each placed solution of a plan that keeps every rule.

    Of several, the first in this order: a lock, a team, money, an order, a date, a freeze. Raises
    ValueError where a choice is none that the solution may have.
    """
    table = options(problem)
    state = State(problem, table, [_row(one, choices.get(one.key)) for one in table])
    return {
        one.key: _reason(problem, state, number, choices[one.key])
        for number, one in enumerate(table)
        if one.key in choices
    }


def _row(one: Options, choice: Choice | None) -> int:
    for row in range(len(one)):
        if one.choice(row) == choice:
            return row
    raise ValueError(f"{one.key} may not be placed so")


def _reason(problem: Problem, state: State, number: int, choice: Choice) -> Reason:
    key = state.table[number].key
    if any(lock.solution == key for lock in problem.locks):
        return Reason(Binding.LOCK)
    now = state.chosen[number]
    state.take_out(number)
    found = list(_bound(problem, state, number, choice))
    state.put_back(number, now)
    order = list(Binding)
    return min(found, key=lambda one: (order.index(one.kind), -one.gain), default=Reason(Binding.NOTHING))


def _bound(problem: Problem, state: State, number: int, choice: Choice) -> Iterator[Reason]:
    """Return what stands against each small move of a solution that has been taken out."""
    one, allowed = state.table[number], state.allowed(number)
    levels = len(problem.solution_of[one.key].levels)
    for move in (
        Choice(choice.level, choice.start - 1),
        Choice(choice.level, choice.start + 1),
        Choice(choice.level + 1, choice.start),
    ):
        rows = np.nonzero((one.level == move.level) & (one.start == move.start))[0]
        if move.level >= levels:
            continue
        if not len(rows) or not allowed[rows[0]]:
            yield from _rule(problem, state, number, move)
        elif state.figures(number, rows)[0][0]:
            yield _cell(problem, state, number, int(rows[0]))


def _rule(problem: Problem, state: State, number: int, move: Choice) -> Iterator[Reason]:
    """Return which date, freeze or order forbids a move."""
    solution = problem.solution_of[state.table[number].key]
    end = move.start + solution.levels[move.level].duration
    if move.start < solution.earliest:
        yield Reason(Binding.EARLIEST)
    elif end > min(problem.periods, problem.periods if solution.deadline is None else solution.deadline):
        yield Reason(Binding.DEADLINE)
    elif any(freeze.holds(solution.key, end) for freeze in problem.freezes):
        yield Reason(Binding.FREEZE)
    else:
        yield from _order(state, number, move, end)


def _order(state: State, number: int, move: Choice, end: int) -> Iterator[Reason]:
    for other, arc, is_after in state.neighbours[number]:
        there, option = state.table[other], state.chosen[other]
        if is_after and move.start < there.end[option] + arc.lag:
            yield Reason(Binding.BEFORE, by=there.key)
        elif not is_after and end + arc.lag > there.start[option]:
            yield Reason(Binding.AFTER, by=there.key)


def _cell(problem: Problem, state: State, number: int, row: int) -> Reason:
    """Return the fullest team and period that an option would need, and what a month more there would give."""
    one = state.table[number]
    back = np.minimum(state.released[one.teams] + one.released[row], state.released_most[one.teams])
    over = state.taken[one.teams] + one.taken[row] - back - state.room[one.teams]
    needed = np.where(one.taken[row] > 0, over, over.min(initial=0) - 1)
    if needed.max(initial=0) <= 0:
        dear = np.nonzero(one.money[row] + state.money > state.budget)[0]
        year = int(dear[0]) if len(dear) else 0
        return Reason(Binding.MONEY, period=problem.year_of.index(year))
    place, period = np.unravel_index(int(needed.argmax()), needed.shape)
    team = int(one.teams[place])
    return Reason(
        Binding.TEAM, problem.teams[team].key, int(period), gain=_gain(state, number, (team, int(period)))
    )


def _gain(state: State, number: int, cell: tuple[int, int]) -> int:
    """Return what the best place of a solution that is out has more than its place now, with a month more in a cell."""
    places = np.nonzero(state.allowed(number))[0]
    state.capacity[cell] += MONTH
    state.room[cell] += MONTH
    over, headroom, _ = state.figures(number, places)
    state.capacity[cell] -= MONTH
    state.room[cell] -= MONTH
    now = headroom[places == state.chosen[number]]
    return max(0, int(headroom[over == 0].max() - now[0]))
