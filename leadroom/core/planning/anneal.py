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
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.options import Options, Whole
from leadroom.core.planning.problem import Precedence, Problem

Energies: TypeAlias = NDArray[np.int64] | NDArray[np.float64]
# What one unit of load over a team's room, or of money over a budget, costs beside one of headroom.
OVER = 12
# What one change to the plan in force costs beside one unit of rising load.
CHANGE = 100
# More than any sum of numbers that a portfolio may hold.
NO_LIMIT = 10**15


@dataclass(frozen=True, slots=True)
class Aim:
    """
    What the search is for: the most headroom.

    With `headroom` that much must be kept, and the most value is sought; with `value` too that
    much must be kept, and the calmest plan is sought: fewest changes, then the flattest load.
    """

    headroom: int | None = None
    value: int | None = None

    @property
    def looks_around(self) -> bool:
        """Say whether what all solutions come to counts, beside what one of them does."""
        return self.headroom is not None

    def energies(
        self, one: Options, before: int, places: Whole, figures: tuple[Whole, Whole, Whole], totals: "Totals"
    ) -> Energies:
        """Return how badly each option suits the aim."""
        over, headroom, ramps = figures
        if self.headroom is None:
            return OVER * over - headroom
        # Figures are those of the touched teams; what matters is how they differ from where the solution was.
        was = np.nonzero(places == before)[0]
        base = headroom[was[0]] if len(was) else headroom.max()
        short = np.maximum(0, self.headroom - (totals.headroom - base + headroom))
        value = totals.value - one.value[before] + one.value[places]
        if self.value is None:
            return OVER * (over + short) - value
        short_value = np.maximum(0, self.value - value)
        return OVER * (over + short + short_value) + ramps + CHANGE * one.changes[places]


@dataclass(frozen=True, slots=True)
class Totals:
    """What a state comes to: over (capacity, money), headroom, value, changes, ramps."""

    over: int
    headroom: int
    value: int
    changes: int
    ramps: int


class State:
    """One option chosen for every solution, and what they come to; changed in place by the search."""

    def __init__(self, problem: Problem, table: Sequence[Options], chosen: Sequence[int]) -> None:
        """Lay the chosen options into the teams' periods."""
        self.table = table
        self.chosen = list(chosen)
        self.capacity = np.array([team.capacity for team in problem.teams]) - [
            team.reserved for team in problem.teams
        ]
        self.room = self.capacity - [team.floor for team in problem.teams]
        self.weight = np.array([team.weight for team in problem.teams])
        self.need = np.array([team.need or (NO_LIMIT,) * problem.periods for team in problem.teams])
        self.released_most = np.array([[team.most_released] for team in problem.teams])
        self.budget = np.array([NO_LIMIT if most is None else most for most in problem.budget])
        self.taken, self.released = np.zeros((2, *self.capacity.shape), dtype=np.int64)
        self.money = np.zeros(len(problem.budget), dtype=np.int64)
        for number, option in enumerate(self.chosen):
            self._lay(number, option, 1)
        self.neighbours = _neighbours(problem, table)

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


def _neighbours(problem: Problem, table: Sequence[Options]) -> list[list[tuple[int, Precedence, bool]]]:
    """Return for each solution those it must keep its order with, and whether it comes after them."""
    place = {one.key: number for number, one in enumerate(table)}
    found: list[list[tuple[int, Precedence, bool]]] = [[] for _ in table]
    for arc in problem.precedences:
        found[place[arc.after]].append((place[arc.before], arc, True))
        found[place[arc.before]].append((place[arc.after], arc, False))
    return found


def anneal(state: State, *, sweeps: int, hot: float, cold: float, seed: int, aim: Aim) -> Iterator[Totals]:
    """Change the state sweep by sweep, from hot to cold, and yield what it comes to after each."""
    chance = np.random.default_rng(seed)
    falling = (cold / hot) ** (1 / max(1, sweeps - 1))
    for sweep in range(sweeps):
        totals = state.totals()
        for number in map(int, chance.permutation(len(state.table))):
            before, places = state.chosen[number], state.take_out(number)
            option = before
            if len(places):
                energies = aim.energies(
                    state.table[number], before, places, state.figures(number, places), totals
                )
                option = int(places[draw(energies, hot * falling**sweep, chance)])
            state.put_back(number, option)
            if aim.looks_around and option != before:
                totals = state.totals()
        yield state.totals()


def draw(energies: Energies, temperature: float, chance: np.random.Generator) -> int:
    """Draw an option with a probability proportional to exp(-energy / temperature), by Gumbel's trick."""
    return int(np.argmax(chance.gumbel(size=len(energies)) - (energies - energies.min()) / temperature))
