# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a problem to a plan: as much headroom as can be, then value, then calm."""

from collections.abc import Callable, Mapping

from leadroom.core.planning.options import options
from leadroom.core.planning.plan import Impossible, NoPlanFound, Plan, Progress
from leadroom.core.planning.problem import Choice, Problem
from leadroom.core.planning.search import USUAL, Limits, Search, never, nobody, unheard
from leadroom.core.planning.starts import placed


def solve(
    problem: Problem,
    limits: Limits = USUAL,
    *,
    start: Mapping[str, Choice] | None = None,
    stop: Callable[[], bool] = never,
    progress: Callable[[Progress], None] = nobody,
    found: Callable[[Mapping[str, Choice]], None] = unheard,
) -> Plan | Impossible | NoPlanFound:
    """
    Return a plan that keeps every rule, proof that there is none, or word that none was found.

    `start` is a plan from which to go on: where it keeps every rule, what is returned is at least as good.
    `found` is told the choices of each plan that is better than all before it, as soon as it is there.
    With `stop` that never says so, equal input gives an equal plan.
    """
    table = options(problem)
    lost = tuple(one.key for one in table if not len(one))
    if lost:
        return Impossible(lost)
    search = Search(problem, table, limits, stop, progress, found)
    search.remember(None if start is None else placed(table, start))
    return search.run()
