# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The search: one solution at a time is taken out and put back, where it fits well more often than where it does not.

Gibbs sampling under a falling temperature (S. Geman and D. Geman, 1984): with all others held, an
option is drawn with a probability proportional to exp(-energy / temperature). Energies are whole
numbers; chance comes from the given seed alone, so equal input gives equal plans.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from leadroom.core.planning.arrays import BELOW, Numbers, Standing, Wish, rooms_of, table_of
from leadroom.core.planning.options import Options
from leadroom.core.planning.problem import Problem
from leadroom.core.planning.state import State, Totals

# How many solutions are placed between two looks at the clock: some milliseconds.
BURST = 2_000


@dataclass(frozen=True, slots=True)
class Step:
    """How many sweeps were just done, what the state comes to, and its options where it is the best so far."""

    sweeps: int
    totals: Totals
    best: tuple[int, ...] | None


class Annealing:
    """A portfolio's options, ready to be searched any number of times."""

    def __init__(self, problem: Problem, options: Sequence[Options]) -> None:
        """Lay the options out as arrays."""
        self.problem, self.options = problem, options
        self.table, self.rooms = table_of(problem, options), rooms_of(problem)
        self.burst = max(1, BURST // max(1, len(options)))

    def descend(
        self,
        start: Sequence[int],
        wish: Wish,
        heats: Numbers,
        *,
        seed: int | Sequence[int],
        best: Totals | None = None,
    ) -> Iterator[Step]:
        """
        Search from a start, one sweep at each temperature, and yield every few sweeps and at each better state.

        Better is what surpasses `best`, if that is given, and all states before; it keeps the order between solutions
        and, unless it is the fit that is sought, every other rule.
        """
        standing, chance = self._standing(start), np.random.default_rng(seed)
        if not self.options:
            yield Step(len(heats), Totals(*standing.totals.tolist()), ())
            return
        # Takes long to load, and few processes plan.
        from leadroom.core.planning import placing  # noqa: PLC0415

        highest = np.full(3, BELOW, dtype=np.int64)
        if best is not None:
            placing.rank(np.array(best), wish, highest)
        done = 0
        while done < len(heats):
            burst = heats[done : done + self.burst]
            sweeps, is_better = placing.place_all(
                self.table, self.rooms, standing, wish, burst, highest, chance
            )
            done += sweeps
            chosen = standing.chosen - self.table.first[:-1]
            totals = Totals(*standing.totals.tolist())
            yield Step(sweeps, totals, tuple(chosen.tolist()) if is_better else None)

    def _standing(self, start: Sequence[int]) -> Standing:
        state = State(self.problem, self.options, start)
        chosen = self.table.first[:-1] + np.array(start, dtype=np.int64)
        totals = np.array(state.totals(), dtype=np.int64)
        return Standing(np.arange(len(start)), chosen, state.taken, state.released, state.money, totals)


def falling(hot: float, cold: float, sweeps: int) -> Numbers:
    """Return temperatures from hot to cold, each the same part of the one before."""
    return np.geomspace(hot, cold, sweeps)
