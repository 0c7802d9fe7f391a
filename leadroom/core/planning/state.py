# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One option chosen for every solution: what they come to together, and what each other option would change."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.arrays import NO_LIMIT, neighbours, rooms_of
from leadroom.core.planning.options import Options, Whole
from leadroom.core.planning.problem import Problem


class Totals(NamedTuple):
    """What a state comes to: over (capacity, money), headroom, value, changes, ramps."""

    over: int
    headroom: int
    value: int
    changes: int
    ramps: int


class State:
    """One option chosen for every solution, and what they come to; changed in place."""

    def __init__(self, problem: Problem, table: Sequence[Options], chosen: Sequence[int]) -> None:
        """Lay the chosen options into the teams' periods."""
        self.table = table
        self.chosen = list(chosen)
        rooms = rooms_of(problem)
        names = ("capacity", "room", "weight", "need")
        self.capacity, self.room, self.weight, self.need = (rooms.cells[name] for name in names)
        self.released_most, self.budget = rooms.most_released[:, None], rooms.budget
        self.taken, self.released = np.zeros((2, *self.capacity.shape), dtype=np.int64)
        self.money = np.zeros(len(problem.budget), dtype=np.int64)
        for number, option in enumerate(self.chosen):
            self._lay(number, option, 1)
        self.neighbours = neighbours(problem)

    def _lay(self, number: int, option: int, sign: int) -> None:
        one = self.table[number]
        self.taken[one.teams] += sign * one.taken[option]
        self.released[one.teams] += sign * one.released[option]
        self.money += sign * one.money[option]

    def totals(self) -> Totals:
        """Return what the state comes to."""
        load = self.taken - np.minimum(self.released, self.released_most)
        picked = [(one, option) for one, option in zip(self.table, self.chosen, strict=True)]
        return Totals(
            int(np.maximum(load - self.room, 0).sum() + np.maximum(self.money - self.budget, 0).sum()),
            int((self.weight * np.minimum(self.need, self.capacity - load)).sum()),
            sum(int(one.value[option]) for one, option in picked),
            sum(int(one.changes[option]) for one, option in picked),
            int(np.maximum(np.diff(load, axis=1, prepend=0), 0).sum()),
        )

    def allowed(self, number: int) -> NDArray[np.bool_]:
        """Say which options of a solution keep their order with where its neighbours are."""
        one = self.table[number]
        kept = np.ones(len(one), dtype=bool)
        for other, arc, is_after in self.neighbours[number]:
            there, option = self.table[other], self.chosen[other]
            if is_after:
                able = there.level[option] >= arc.least_level
                soonest = there.end[option] + arc.lag if able else NO_LIMIT
                kept &= (one.start >= soonest) | (one.level < 0)
            elif there.level[option] >= 0:
                kept &= (one.end + arc.lag <= there.start[option]) & (one.level >= arc.least_level)
        return kept

    def is_in_order(self) -> bool:
        """Say whether every solution keeps its order with its neighbours."""
        return all(
            bool(self.allowed(number)[self.chosen[number]])
            for number, others in enumerate(self.neighbours)
            if others
        )

    def take_out(self, number: int) -> Whole:
        """Take one solution's load away and return the options it may be put back at."""
        self._lay(number, self.chosen[number], -1)
        return np.nonzero(self.allowed(number))[0]

    def put_back(self, number: int, option: int) -> None:
        """Lay one solution's load where it is to be from now on."""
        self.chosen[number] = option
        self._lay(number, option, 1)

    def figures(self, number: int, places: Whole) -> tuple[Whole, Whole, Whole]:
        """Return for each option what load over the room, headroom and ramps its teams would have."""
        one = self.table[number]
        load = self.taken[one.teams] + one.taken[places]
        back = self.released[one.teams] + one.released[places]
        load -= np.minimum(back, self.released_most[one.teams])
        over = np.maximum(load - self.room[one.teams], 0).sum(axis=(1, 2))
        over += np.maximum(self.money + one.money[places] - self.budget, 0).sum(axis=1)
        free = np.minimum(self.need[one.teams], self.capacity[one.teams] - load)
        headroom = (self.weight[one.teams] * free).sum(axis=(1, 2))
        ramps = np.maximum(np.diff(load, axis=2, prepend=0), 0).sum(axis=(1, 2))
        return over, headroom, ramps
