# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The best around and between plans: what they agree on stays, all else is placed anew, exactly, by HiGHS.

Good plans of one portfolio agree on most, and the relaxation on much; what is left is small enough to be solved
in a moment (RINS: E. Danna, E. Rothberg and C. Le Pape, Exploring relaxation induced neighborhoods, 2005).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.arrays import Numbers
from leadroom.core.planning.options import Options
from leadroom.core.planning.problem import Problem
from leadroom.core.planning.relax import INFEASIBLE, Model, dense

Mask = NDArray[np.bool_]
# Where HiGHS stops, counted, not timed, so that equal plans have equal children.
MOST_NODES = 10
# How many options times periods are tried at once: a second or two.
MOST_CELLS = 50_000
# The same for a proof, which is worth more, and asked for where less is left.
PROOF_NODES, MOST_PROVABLE = 100, 600_000
# When two headrooms are as good as equal, as a share.
USUAL, EXACT = 1e-4, 1e-6
# Below this a share, and a price, is the rounding of the arithmetic.
TINY, ROUNDING = 1e-6, 1e-3


class Recombining:
    """A portfolio's linear rows, ready to be solved for some options of each solution."""

    def __init__(self, problem: Problem, table: Sequence[Options], rows: Model) -> None:
        """Write load out for each period: HiGHS finds plans sooner from that than from steps."""
        self.problem, self.table, self.rows = problem, table, rows
        self.most, self.load = rows.most.tocsc(), dense(problem, rows).tocsc()
        self.once = rows.equal[: len(table)].tocsc()

    def of_plans(self, *plans: Sequence[int]) -> Mask:
        """Return the options that plans choose."""
        kept = np.zeros(self.rows.options, dtype=bool)
        for plan in plans:
            kept[self.rows.first[:-1] + np.array(plan, dtype=np.int64)] = True
        return kept

    def of_shares(self, shares: Numbers) -> Mask:
        """Return the options that the relaxation takes some of."""
        kept: Mask = shares > TINY
        return kept

    def around(self, liked: Mask, reach: int) -> Mask:
        """Return also, where more than one option is liked, all that start between them or so many periods beside."""
        kept = liked.copy()
        for number, one in enumerate(self.table):
            here = kept[self.rows.first[number] : self.rows.first[number + 1]]
            if here.sum() > 1:
                starts = one.start[here]
                here |= (one.start >= starts.min() - reach) & (one.start <= starts.max() + reach)
        return kept

    def groups(self, best: Sequence[int], tried: Mask) -> list[list[int]]:
        """Return the solutions that have more to try than the best plan's option, neighbours in time together."""
        counts = np.add.reduceat(tried, self.rows.first[:-1]) if len(self.table) else np.zeros(0, np.int64)
        open_ = [number for number in range(len(self.table)) if counts[number] > 1]
        open_.sort(key=lambda number: (int(self.table[number].start[best[number]]), number))
        cells = np.cumsum([counts[number] for number in open_]) * self.problem.periods
        many = -(-int(cells[-1]) // MOST_CELLS) if open_ else 0
        found: list[list[int]] = [[] for _ in range(many)]
        for number, upto in zip(open_, cells, strict=True):
            found[min(many - 1, int(upto) * many // (int(cells[-1]) + 1))].append(number)
        return found

    def best_of(self, best: Sequence[int], tried: Mask, group: Sequence[int]) -> list[int] | None:
        """Return the best plan found in which all but a group's solutions stay as they are; None where none is found."""
        kept = self.of_plans(best)
        for number in group:
            here = slice(self.rows.first[number], self.rows.first[number + 1])
            kept[here] |= tried[here]
        return self._solved(kept, MOST_NODES, USUAL)[0]

    def better(self, prices: Numbers, most: int) -> tuple[list[int] | None, float]:
        """
        Return a plan that gives up at most so much to prices, if one is found, and a headroom that none of these exceeds.

        Where many options are that cheap, none is sought.
        """
        kept = prices <= most + ROUNDING
        # The more there are for each solution, the longer a proof takes.
        if kept.sum() ** 2 * self.problem.periods > MOST_PROVABLE * len(self.table):
            return None, np.inf
        if not np.logical_or.reduceat(kept, self.rows.first[:-1]).all():
            return None, -np.inf
        return self._solved(kept, PROOF_NODES, EXACT)

    def _solved(self, kept: Mask, nodes: int, near: float) -> tuple[list[int] | None, float]:
        """Return the best plan found of some options, and a headroom that none of these exceeds."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - as in `least`

        rows = self.rows
        columns = np.concatenate([np.nonzero(kept)[0], np.arange(rows.options, len(rows.cost))])
        answer = milp(
            rows.cost[columns],
            # All numbers are whole; where that is not said, this HiGHS often prints lines of its own.
            integrality=np.ones(len(columns)),
            bounds=Bounds(*rows.bounds[columns].T),
            constraints=[
                LinearConstraint(self.most[:, columns], -np.inf, rows.most_right),
                LinearConstraint(self.once[:, columns], 1, 1),
                LinearConstraint(self.load[:, columns], 0, 0),
            ],
            options={"node_limit": nodes, "mip_rel_gap": near},
        )
        if answer.status == INFEASIBLE:
            return None, -np.inf
        bound = np.inf if answer.mip_dual_bound is None else -answer.mip_dual_bound
        if answer.x is None:
            return None, bound
        taken = columns[(columns < rows.options) & (answer.x > 1 / 2)] - rows.first[:-1]
        return [int(option) for option in taken], bound
