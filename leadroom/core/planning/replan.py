# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
From the plan in force to one that keeps today's rules with the fewest changes, then with most headroom.

Warm start: each solution stands as near to where it was as its rules allow, and only those that press
on a full team, that have moved, or that stand in order with one of these are placed anew. The price of
load over a team's room rises from sweep to sweep while the temperature falls, until none is left.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from leadroom.core.planning.options import Options, options
from leadroom.core.planning.plan import Impossible, NoPlanFound, Plan, Status, figures
from leadroom.core.planning.problem import Choice, Problem
from leadroom.core.planning.relax import most_headroom
from leadroom.core.planning.search import Limits, never, unheard
from leadroom.core.planning.solve import solve
from leadroom.core.planning.starts import kept_in_order, placed, usual_effort
from leadroom.core.planning.state import State

# What a changed solution costs, a shift by so many periods at most beside it, and another level.
CHANGED, MOST_SHIFT, OTHER_LEVEL = 10, 9, 8
# Of distance: what is still risked in the first sweep and in the last.
HOT, COLD = 8.0, 0.3
# Of distance: what one unit of load over a team's room costs in the end.
OVER = 30.0
# Sweeps in which nothing is broken and nothing gets nearer, after which the search rests.
PATIENCE = 8


class Kind(Enum):
    """How a solution differs between two plans; one that is at another level and moved is raised or lowered."""

    MOVED = "moved"
    RAISED = "raised"
    LOWERED = "lowered"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Difference:
    """One solution that two plans treat differently: what was (None: left out) and what is."""

    solution: str
    kind: Kind
    before: Choice | None
    after: Choice | None


def differences(
    problem: Problem, before: Mapping[str, Choice], after: Mapping[str, Choice]
) -> tuple[Difference, ...]:
    """Return how one plan differs from another, in the order of the solutions' keys."""
    return tuple(
        Difference(key, _kind(before.get(key), after.get(key)), before.get(key), after.get(key))
        for key in sorted(problem.solution_of)
        if before.get(key) != after.get(key)
    )


def _kind(before: Choice | None, after: Choice | None) -> Kind:
    if before is None or after is None:
        return Kind.ADDED if before is None else Kind.DROPPED
    if before.level == after.level:
        return Kind.MOVED
    return Kind.RAISED if after.level > before.level else Kind.LOWERED


def distance(problem: Problem, keep: Mapping[str, Choice], choices: Mapping[str, Choice]) -> int:
    """
    Return how far choices are from those to keep: the measure that `replan` makes small.

    Each changed solution counts 10, up to 9 more for the periods it shifts, and 8 more at another level; one
    that is dropped counts 27. What was not planned before counts nothing, or 10 where it could be left out.
    """
    return sum(_distance(problem, key, keep.get(key), choices.get(key)) for key in (*problem.solution_of,))


def _distance(problem: Problem, key: str, before: Choice | None, after: Choice | None) -> int:
    if before == after:
        return 0
    if before is None:
        return CHANGED * problem.solution_of[key].is_optional
    if after is None:
        return CHANGED + MOST_SHIFT + OTHER_LEVEL
    shift = min(MOST_SHIFT, abs(after.start - before.start))
    return CHANGED + shift + OTHER_LEVEL * (after.level != before.level)


def replan(
    problem: Problem,
    *,
    keep: Mapping[str, Choice],
    sweeps: int = 40,
    seed: int = 0,
    stop: Callable[[], bool] = never,
    found: Callable[[Mapping[str, Choice]], None] = unheard,
) -> Plan | Impossible | NoPlanFound:
    """
    Return the plan with the fewest changes to `keep` that was found, and of these with most headroom.

    Equal input, sweeps and seed give an equal plan while `stop` never says so. That no plan has fewer
    changes is not proven; `keep` itself comes back where it keeps every rule. `problem.in_force` may be
    given as `keep`; solutions in it that the problem no longer has are forgotten. `found` is told the
    choices of each plan that is nearer than all before it.
    """
    table = options(problem)
    lost = tuple(one.key for one in table if not len(one))
    if lost:
        return Impossible(lost)
    search = _Nearest(problem, table, keep, seed, found)
    search.descend(search.start(), sweeps, stop)
    if search.best is None and not stop():
        answer = solve(problem, Limits(sweeps=sweeps, seed=seed), stop=stop)
        if not isinstance(answer, Plan):
            return answer
        search.descend(placed(table, answer.choices) or search.start(), sweeps, stop)
    if search.best is None:
        return NoPlanFound(search.shortest)
    return search.plan(sweeps, seed)


class _Nearest:
    """One search for the nearest plan."""

    def __init__(
        self,
        problem: Problem,
        table: Sequence[Options],
        keep: Mapping[str, Choice],
        seed: int,
        found: Callable[[Mapping[str, Choice]], None],
    ) -> None:
        self.problem, self.table, self.keep, self.found = problem, table, keep, found
        self.away = [
            np.array(
                [_distance(problem, one.key, keep.get(one.key), one.choice(row)) for row in range(len(one))]
            )
            for one in table
        ]
        self.chance = np.random.default_rng(seed)
        self.best: tuple[int, int, tuple[int, ...]] | None = None
        self.shortest = sum(map(sum, (team.capacity for team in problem.teams))) + 1
        self.unit = max(1.0, usual_effort(table))

    def start(self) -> list[int]:
        """Return where each solution stands nearest to where it was, all in order."""
        liked = [np.lexsort((one.level, away)) for one, away in zip(self.table, self.away, strict=True)]
        return kept_in_order(self.table, self.problem, liked)

    def descend(self, start: Sequence[int], sweeps: int, stop: Callable[[], bool]) -> None:
        """Place anew what must be, sweep by sweep, and keep the nearest plan that is seen."""
        state, idle = State(self.problem, self.table, start), 0
        self.note(state)
        for sweep in range(sweeps):
            numbers = self.pressing(state)
            if stop() or not numbers or idle > PATIENCE:
                return
            done = sweep / max(1, sweeps - 1)
            heat, price = HOT * (COLD / HOT) ** done, OVER * self.unit ** (done - 1)
            for number in self.chance.permutation(numbers).tolist():
                self.step(state, number, heat, price)
            idle = 0 if self.note(state) or self.best is None else idle + 1

    def step(self, state: State, number: int, heat: float, price: float) -> None:
        """Take one solution out and put it back, near to where it was and where there is room."""
        option, places = state.chosen[number], state.take_out(number)
        if len(places):
            over, headroom, _ = state.figures(number, places)
            # Headroom only decides between what is equally near.
            worth = headroom / (1.0 + abs(headroom).max())
            energies = price * over + self.away[number][places] - worth
            # Drawn with a probability proportional to exp(-energy / heat), by Gumbel's trick.
            drawn = self.chance.gumbel(size=len(energies)) - (energies - energies.min()) / heat
            option = int(places[drawn.argmax()])
        state.put_back(number, option)

    def pressing(self, state: State) -> list[int]:
        """Return the solutions that should be placed anew: in what is too full, moved, or next to such a one."""
        load = state.taken - np.minimum(state.released, state.released_most)
        full, dear = load > state.room, (state.money > state.budget).any()
        found = {
            number for number in range(len(self.table)) if self.is_pressing(state, number, full, bool(dear))
        }
        found |= {other for number in found for other, _, _ in state.neighbours[number]}
        return sorted(found)

    def is_pressing(self, state: State, number: int, full: np.ndarray, is_dear: bool) -> bool:  # noqa: FBT001 - told by its caller alone
        one, option = self.table[number], state.chosen[number]
        if self.away[number][option] or one.key not in self.keep:
            return True
        is_paid = is_dear and bool(one.money[option].any())
        return is_paid or bool((one.taken[option][full[one.teams]] > 0).any())

    def note(self, state: State) -> bool:
        """Remember a state that keeps every rule and is nearer than any before; say whether it is."""
        totals = state.totals()
        self.shortest = min(self.shortest, totals.over)
        if totals.over or not state.is_in_order():
            return False
        self.settle(state)
        away = sum(int(row[option]) for row, option in zip(self.away, state.chosen, strict=True))
        figure = (away, -state.totals().headroom, tuple(state.chosen))
        if self.best is not None and figure[:2] >= self.best[:2]:
            return False
        self.best = figure
        self.found(self.choices())
        return True

    def settle(self, state: State) -> None:
        """Let each that has moved go as near as there is room, then where most headroom is left."""
        for number in self._moved(state):
            option, places = state.chosen[number], state.take_out(number)
            over, headroom, _ = state.figures(number, places)
            fitting = np.nonzero(over == 0)[0]
            order = np.lexsort((places[fitting], -headroom[fitting], self.away[number][places[fitting]]))
            state.put_back(number, int(places[fitting[order[0]]]) if len(order) else option)

    def _moved(self, state: State) -> Iterator[int]:
        for number, one in enumerate(self.table):
            if self.away[number][state.chosen[number]] or one.key not in self.keep:
                yield number

    def choices(self) -> dict[str, Choice]:
        """Return the nearest plan's choices."""
        _, _, chosen = self.best or (0, 0, ())
        pairs = ((one.key, one.choice(option)) for one, option in zip(self.table, chosen, strict=True))
        return {key: choice for key, choice in pairs if choice is not None}

    def plan(self, sweeps: int, seed: int) -> Plan:
        """Return the nearest plan; its changes are counted from what was to be kept."""
        choices = self.choices()
        total = figures(self.problem, choices)
        known = {key: choice for key, choice in self.keep.items() if key in self.problem.solution_of}
        total = replace(total, changes=sum(choices.get(key) != choice for key, choice in known.items()))
        bound = most_headroom(self.problem)
        status = Status.BEST if total.headroom >= bound else Status.FEASIBLE
        return Plan(choices, total, status, bound, seed, sweeps)
