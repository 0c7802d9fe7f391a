# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
How much headroom there can be at most: the linear relaxation, solved by HiGHS.

Load is written as differences between one period and the next, which gives a third of the
nonzeros; order between solutions has one row for each start, which makes the relaxation nearly
whole. Source: measured against other forms in the project's research of November 2026.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.arrays import Numbers
from leadroom.core.planning.options import Options
from leadroom.core.planning.problem import Problem

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SOLVED, INFEASIBLE = 0, 2
# Larger relaxations, or longer ones, are left out: counted, not timed, so that equal input has equal plans.
MOST_NONZEROS, MOST_STEPS = 3_000_000, 200_000


@dataclass
class _Rows:
    """Rows of a sparse matrix in the making, with their right-hand sides."""

    row: list[NDArray[np.int64]] = field(default_factory=list)
    column: list[NDArray[np.int64]] = field(default_factory=list)
    number: list[Numbers] = field(default_factory=list)
    right: list[float] = field(default_factory=list)

    def add(self, columns: NDArray[np.int64], numbers: Numbers, right: float) -> None:
        """Add one row."""
        self.row.append(np.full(len(columns), len(self.right)))
        self.column.append(columns)
        self.number.append(numbers)
        self.right.append(right)

    def matrix(self, width: int) -> "csr_array":
        """Return all rows."""
        parts = [
            np.concatenate(part) if part else np.zeros(0) for part in (self.number, self.row, self.column)
        ]
        from scipy.sparse import csr_array  # noqa: PLC0415 - as in `least`

        return csr_array((parts[0], (parts[1].astype(int), parts[2].astype(int))), (len(self.right), width))


@dataclass(frozen=True, slots=True)
class Model:
    """
    The portfolio as linear rows: least `cost`, `most` at most `most_right`, `equal` equal to `equal_right`.

    The first `options` columns are shares of options (solution i's begin at `first[i]`), then, each a team's
    periods one after the other, load, headroom and what is released. Whole shares make it exact.
    """

    first: NDArray[np.int64]
    options: int
    cost: Numbers
    most: "csr_array"
    most_right: Numbers
    equal: "csr_array"
    equal_right: Numbers
    bounds: Numbers


def least(rows: "Model", method: str = "highs") -> Any:
    """Return what HiGHS answers for these rows."""
    from scipy.optimize import linprog  # noqa: PLC0415 - takes long to load, and few processes plan

    return linprog(
        rows.cost,
        A_ub=rows.most,
        b_ub=rows.most_right,
        A_eq=rows.equal,
        b_eq=rows.equal_right,
        bounds=rows.bounds,
        method=method,
        options={"maxiter": MOST_STEPS},
    )


def model(problem: Problem, table: Sequence[Options]) -> Model:
    """Return the portfolio as linear rows."""
    first = np.cumsum([0, *map(len, table)])
    count, cells = int(first[-1]), len(problem.teams) * problem.periods
    load, head, back = (count + cells * number for number in range(3))
    equal, most = _Rows(), _Rows()
    for number, one in enumerate(table):
        # Each solution takes one option, in parts if need be.
        equal.add(np.arange(first[number], first[number + 1]), np.ones(len(one)), 1.0)
    _load_rows(problem, table, first, equal, load, back)
    _released_rows(problem, table, first, most, back)
    _order_rows(problem, table, first, most)
    _money_rows(problem, table, first, most)
    capacity = _cells([team.capacity for team in problem.teams])
    capacity -= _cells([team.reserved for team in problem.teams])
    for cell in range(cells):
        # What is used and what counts as headroom is no more than there is.
        most.add(np.array([load + cell, head + cell]), np.ones(2), capacity[cell])
    worth = -_cells([team.weight for team in problem.teams])
    return Model(
        first,
        count,
        np.concatenate([np.zeros(head), worth, np.zeros(cells)]),
        most.matrix(back + cells),
        np.array(most.right),
        equal.matrix(back + cells),
        np.array(equal.right),
        _bounds(problem, count, capacity),
    )


def dense(problem: Problem, rows: Model) -> "csr_array":
    """Return the rows of load with each period's written out instead of its step from the period before."""
    from scipy.sparse import csr_array, kron, tril  # noqa: PLC0415 - as in `least`

    sums = kron(np.eye(len(problem.teams)), tril(np.ones((problem.periods, problem.periods))))
    return csr_array(sums.tocsr() @ rows.equal[len(rows.first) - 1 :])


@dataclass(frozen=True, slots=True)
class Relaxed:
    """
    A headroom that no plan exceeds; where the relaxation was solved, how much of each option it takes, and its price.

    A plan with an option of some price has at least that much less headroom than the relaxation.
    """

    bound: int
    shares: Numbers | None = None
    prices: Numbers | None = None


def relaxed(problem: Problem, rows: Model) -> Relaxed | None:
    """
    Return the relaxation's answer, or None where it has none: then no plan exists.

    One that is too large, or not done after so many steps, gives the bound that costs nothing.
    """
    if rows.most.nnz + rows.equal.nnz > MOST_NONZEROS:
        return Relaxed(most_headroom(problem))
    # Inner points are a quarter as long on the way as edges; that there is no answer, edges must say.
    answer = least(rows, "highs-ipm")
    if answer.status != SOLVED:
        answer = least(rows)
    if answer.status == INFEASIBLE:
        return None
    if answer.status != SOLVED:
        return Relaxed(most_headroom(problem))
    bound = int(np.floor(-answer.fun + 1e-6 * max(1.0, abs(answer.fun))))
    return Relaxed(bound, answer.x[: rows.options], answer.lower.marginals[: rows.options])


def most_headroom(problem: Problem) -> int:
    """Return what headroom would be with nothing to do: a bound that costs nothing."""
    total = 0
    for team in problem.teams:
        most = [
            has - kept + team.most_released for has, kept in zip(team.capacity, team.reserved, strict=True)
        ]
        needs = team.need or most
        total += sum(
            weight * min(need, one) for weight, need, one in zip(team.weight, needs, most, strict=True)
        )
    return total


def _cells(rows: Sequence[Sequence[int]]) -> Numbers:
    return np.array(rows, dtype=float).reshape(-1)


def _bounds(problem: Problem, options: int, capacity: Numbers) -> Numbers:
    """Return the least and the most of every variable: shares, load, headroom, what is released."""
    released = np.repeat([float(team.most_released) for team in problem.teams], problem.periods)
    floor = _cells([team.floor for team in problem.teams])
    need = np.concatenate(
        [
            np.array(team.need, float) if team.need else np.full(problem.periods, np.inf)
            for team in problem.teams
        ]
    )
    least = np.concatenate([np.zeros(options), -released, np.zeros(2 * len(released))])
    most = np.concatenate([np.ones(options), capacity - floor, need, released])
    # A floor that even a team without any work would miss leaves no room at all: the rows say so, not the bounds.
    return np.column_stack([np.minimum(least, most), most])


def _load_rows(
    problem: Problem, table: Sequence[Options], first: NDArray[np.int64], rows: _Rows, load: int, back: int
) -> None:
    """Say how each team's load rises and falls: by what the options begin and end, less what is released."""
    number, columns, numbers = _steps(problem, table, first)
    for cell in range(len(problem.teams) * problem.periods):
        here = slice(*np.searchsorted(number, [cell, cell + 1]))
        own, signs = [load + cell, back + cell], [-1.0, -1.0]
        if cell % problem.periods:
            own, signs = [*own, load + cell - 1, back + cell - 1], [*signs, 1.0, 1.0]
        rows.add(
            np.concatenate([columns[here], own]).astype(int), np.concatenate([numbers[here], signs]), 0.0
        )


def _steps(
    problem: Problem, table: Sequence[Options], first: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], Numbers]:
    """Return where options' load changes: the cell, the option's column, by how much; in the order of cells."""
    cells, columns, numbers = [], [], []
    for start, one in zip(first, table, strict=False):
        change = np.diff(one.taken, axis=2, prepend=0)
        option, team, period = np.nonzero(change)
        cells.append(one.teams[team] * problem.periods + period)
        columns.append(start + option)
        numbers.append(change[option, team, period].astype(float))
    cell = np.concatenate(cells) if cells else np.zeros(0, dtype=np.int64)
    order = np.argsort(cell, kind="stable")
    return (
        cell[order],
        np.concatenate(columns)[order] if columns else cell,
        np.concatenate(numbers)[order] if numbers else np.zeros(0),
    )


def _released_rows(
    problem: Problem, table: Sequence[Options], first: NDArray[np.int64], rows: _Rows, back: int
) -> None:
    """No more is released than live solutions give back."""
    for team in range(len(problem.teams)):
        for period in range(problem.periods):
            columns = [np.array([back + team * problem.periods + period], dtype=np.int64)]
            numbers = [np.ones(1)]
            for start, one in zip(first, table, strict=False):
                for row in np.nonzero(one.teams == team)[0]:
                    gives = np.nonzero(one.released[:, row, period])[0]
                    columns.append(start + gives)
                    numbers.append(-one.released[gives, row, period].astype(float))
            rows.add(np.concatenate(columns), np.concatenate(numbers), 0.0)


def _order_rows(problem: Problem, table: Sequence[Options], first: NDArray[np.int64], rows: _Rows) -> None:
    """By each period no more of the later solution has begun than of the earlier one is done."""
    place = {one.key: number for number, one in enumerate(table)}
    for arc in problem.precedences:
        before, after = table[place[arc.before]], table[place[arc.after]]
        for period in sorted({int(start) for start in after.start if start < problem.periods}):
            begun = np.nonzero(after.start <= period)[0]
            done = np.nonzero((before.end + arc.lag <= period) & (before.level >= arc.least_level))[0]
            columns = np.concatenate([first[place[arc.after]] + begun, first[place[arc.before]] + done])
            rows.add(columns, np.concatenate([np.ones(len(begun)), -np.ones(len(done))]), 0.0)


def _money_rows(problem: Problem, table: Sequence[Options], first: NDArray[np.int64], rows: _Rows) -> None:
    """No year costs more than its budget."""
    for year, budget in enumerate(problem.budget):
        if budget is not None:
            numbers = np.concatenate([one.money[:, year] for one in table] or [np.zeros(0, dtype=np.int64)])
            rows.add(np.arange(first[-1]), numbers.astype(float), float(budget))
