# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The best of two plans: what both agree on stays, all else is placed anew, exactly, by HiGHS.

Two good plans of one portfolio agree on most; what is left is small enough to be solved in a moment
(RINS: E. Danna, E. Rothberg and C. Le Pape, Exploring relaxation induced neighborhoods, 2005). Load is
written out for each period here: HiGHS finds plans sooner from that than from steps.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.options import Options
from leadroom.core.planning.problem import Problem
from leadroom.core.planning.relax import Model, dense

# By so many periods more than the two plans are apart a solution may move.
AROUND = 2
# Where HiGHS stops, counted, not timed, so that equal plans have equal children; and beyond which it does not begin.
MOST_NODES, MOST_OPTIONS = 10, 5_000


def recombined(
    problem: Problem, table: Sequence[Options], rows: Model, *plans: Sequence[int]
) -> list[int] | None:
    """Return the best plan found between plans, as one option for each solution; None where there is nothing to find."""
    kept = _between(table, rows, plans)
    free = int(kept.sum()) - len(table)
    if not 0 < free <= MOST_OPTIONS:
        return None
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - as in `least`

    columns = np.concatenate([np.nonzero(kept)[0], np.arange(rows.options, len(rows.cost))])
    is_whole = columns < rows.options
    solutions = len(table)
    answer = milp(
        rows.cost[columns],
        integrality=is_whole.astype(int),
        bounds=Bounds(*rows.bounds[columns].T),
        constraints=[
            LinearConstraint(rows.most[:, columns], -np.inf, rows.most_right),
            LinearConstraint(rows.equal[:solutions][:, columns], 1, 1),
            LinearConstraint(dense(problem, rows)[:, columns], 0, 0),
        ],
        options={"node_limit": MOST_NODES},
    )
    if answer.x is None:
        return None
    taken = columns[is_whole][answer.x[is_whole] > 1 / 2]
    return [int(option) for option in taken - rows.first[:-1]]


def _between(table: Sequence[Options], rows: Model, plans: Sequence[Sequence[int]]) -> NDArray[np.bool_]:
    """Say which options are tried: of a solution that the plans agree on one, of another those around."""
    kept = np.zeros(rows.options, dtype=bool)
    for number, one in enumerate(table):
        chosen = np.unique([plan[number] for plan in plans])
        here = kept[rows.first[number] : rows.first[number + 1]]
        here[chosen] = True
        if len(chosen) > 1:
            starts = one.start[chosen]
            here |= (one.start >= starts.min() - AROUND) & (one.start <= starts.max() + AROUND)
    return kept
