# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
How much at least must give way where the rules leave no plan: the relaxation with rules that stretch at a price.

Solved by HiGHS. A price above nothing proves that no plan exists; the dual prices of the rows name where it
presses (elastic programming: J. W. Chinneck, Feasibility and Infeasibility in Optimization, 2008).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadroom.core.planning.arrays import Numbers
from leadroom.core.planning.options import Options, options
from leadroom.core.planning.problem import Problem
from leadroom.core.planning.relax import MOST_NONZEROS, SOLVED, Model, least, model

# Below this a price or a share is the rounding of the arithmetic.
TINY = 1e-4


@dataclass(frozen=True, slots=True)
class Strained:
    """
    Where it presses when no single window tells: together these leave no plan, and that is proven.

    `cells` has for each team the periods from `first` up to, not including, `end`, with how much effort is
    `short` there in the cheapest split of the load; `money` the same for years; `deadlines` the solutions
    that would be late if time alone had to give way. `price` is what the cheapest stretch costs at least.
    """

    cells: tuple[tuple[str, int, int, int], ...]
    deadlines: tuple[str, ...]
    money: tuple[tuple[int, int], ...] = ()
    price: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """The cheapest stretch: its price, shares of options, what each cell and budgeted year lacks and weighs."""

    price: float
    shares: tuple[Numbers, ...]
    short: Numbers
    weight: Numbers

    @property
    def bound(self) -> int:
        """Return the price as a whole number that no plan can undercut."""
        return max(0, int(np.ceil(self.price - TINY)))


def strained(problem: Problem, table: Sequence[Options]) -> Strained | None:
    """Return where it presses, or None where the relaxation knows no conflict or is too large."""
    stretch = roomier(problem, table)
    if stretch is None or stretch.price <= TINY:
        return None
    count = len(problem.teams) * problem.periods
    years = [year for year, most in enumerate(problem.budget) if most is not None]
    money = zip(years, stretch.short[count:], stretch.weight[count:], strict=True)
    return Strained(
        tuple(_runs(problem, stretch)),
        _late(problem),
        tuple((year, _up(short)) for year, short, weight in money if weight > TINY),
        stretch.bound,
    )


def _runs(problem: Problem, stretch: Stretch) -> Iterator[tuple[str, int, int, int]]:
    """Return the team's periods that weigh, those next to one another together."""
    for number, team in enumerate(problem.teams):
        here = slice(number * problem.periods, (number + 1) * problem.periods)
        weighs = np.concatenate([[0], stretch.weight[here] > TINY, [0]]).astype(int)
        steps = np.diff(weighs)
        for first, end in zip(np.nonzero(steps > 0)[0], np.nonzero(steps < 0)[0], strict=True):
            yield team.key, int(first), int(end), _up(stretch.short[here][first:end].sum())


def _up(number: float) -> int:
    return int(np.ceil(number - TINY))


def _late(problem: Problem) -> tuple[str, ...]:
    """Return the solutions that would be late, were deadlines all that may give way."""
    lifted = replace(problem, solutions=tuple(replace(one, deadline=None) for one in problem.solutions))
    table = options(lifted)
    due = [problem.periods if one.deadline is None else one.deadline for one in problem.solutions]
    prices = [lateness(one, latest).astype(float) for one, latest in zip(table, due, strict=True)]
    stretch = dearer(lifted, table, prices)
    if stretch is None:
        return ()
    rows = zip(table, stretch.shares, prices, strict=True)
    return tuple(one.key for one, share, price in rows if (share * price).sum() > TINY)


def lateness(one: Options, latest: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return by how many periods each option ends after the latest end; being left out is never late."""
    return np.maximum(0, np.where(one.level < 0, 0, one.end - latest))


def roomier(problem: Problem, table: Sequence[Options]) -> Stretch | None:
    """Return the least effort and money that must be added, at a price of one each; None where none was found."""
    from scipy.sparse import csr_array, eye_array, hstack, vstack  # noqa: PLC0415 - as in `least`

    rows, cells = model(problem, table), len(problem.teams) * problem.periods
    years = sum(most is not None for most in problem.budget)
    width = len(rows.cost)
    kept = rows.most.shape[0] - cells
    load = eye_array(cells, width, k=rows.options, format="csr")
    slack = eye_array(cells + years, format="csr")
    first = csr_array((kept - years, cells + years))
    most = vstack(
        [
            hstack([rows.most[: kept - years], first]),
            hstack([load, -slack[:cells]]),
            hstack([rows.most[kept - years : kept], -slack[cells:]]),
        ]
    )
    right = np.concatenate(
        [
            rows.most_right[: kept - years],
            rows.bounds[rows.options : rows.options + cells, 1],
            rows.most_right[kept - years : kept],
        ]
    )
    bounds = rows.bounds.copy()
    bounds[rows.options : rows.options + cells] = -np.inf, np.inf
    bounds = np.vstack([bounds, np.tile([0.0, np.inf], (cells + years, 1))])
    wider = replace(
        rows,
        cost=np.concatenate([np.zeros(width), np.ones(cells + years)]),
        most=csr_array(most),
        most_right=right,
        equal=csr_array(hstack([rows.equal, csr_array((rows.equal.shape[0], cells + years))])),
        bounds=bounds,
    )
    return _solved(wider, cells + years)


def dearer(problem: Problem, table: Sequence[Options], prices: Sequence[Numbers]) -> Stretch | None:
    """Return the cheapest split of options that have prices, all other rules held; None where none was found."""
    rows = model(problem, table)
    rest = np.zeros(len(rows.cost) - rows.options)
    return _solved(replace(rows, cost=np.concatenate([*prices, rest])), 0)


def _solved(rows: Model, slack: int) -> Stretch | None:
    if rows.most.nnz + rows.equal.nnz > MOST_NONZEROS:
        return None
    answer = least(rows)
    if answer.status != SOLVED:
        return None
    ends = zip(rows.first, rows.first[1:], strict=False)
    shares = tuple(answer.x[start:end] for start, end in ends)
    last = len(rows.most_right) - slack
    weight = -answer.ineqlin.marginals[last:] if slack else np.zeros(0)
    return Stretch(float(answer.fun), shares, answer.x[len(answer.x) - slack :], weight)
