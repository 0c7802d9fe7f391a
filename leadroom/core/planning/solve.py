# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
From a problem to a plan: as much headroom as can be, then value, then calm.

Annealing finds plans, the relaxation gives the bound. The caller owns the clock: `stop` is asked between
sweeps, and with fixed sweeps and seed equal input gives equal plans.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leadroom.core.planning.anneal import Annealing, falling
from leadroom.core.planning.arrays import Sought, Wish
from leadroom.core.planning.options import Options, options
from leadroom.core.planning.plan import (
    Impossible,
    NoPlanFound,
    Plan,
    Progress,
    Status,
    figures,
)
from leadroom.core.planning.problem import Choice, Problem, in_order
from leadroom.core.planning.relax import most_headroom, relaxed
from leadroom.core.planning.state import State, Totals

# Temperatures, as parts of what a solution usually takes of a team in a period: where a search from afar begins,
# one for what is as good, and where both end.
FAR, NEAR, COLD = 4.0, 0.04, 0.02
# A first plan takes a sixteenth of a whole search, what is as good a sixth.
QUICK, CALM = 16, 6


@dataclass(frozen=True, slots=True)
class Limits:
    """
    How hard to search.

    `sweeps` is how often each solution is placed anew in a descent from afar. `is_bounded` asks the relaxation,
    which costs some time and gives the bound. `restarts` is how often the search begins again, each time with
    twice the sweeps. Of the best headroom and then of the best value, `yields` in a thousand may be given up
    for what comes next.
    """

    sweeps: int = 2_000
    seed: int = 0
    is_bounded: bool = True
    restarts: int = 0
    yields: int = 0


def never() -> bool:
    """Let a search run to its end."""
    return False


def nobody(_: Progress) -> None:
    """Tell nobody how the search stands."""


def unheard(_: Mapping[str, Choice]) -> None:
    """Tell nobody what was found."""


def solve(
    problem: Problem,
    limits: Limits = Limits(),
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
    search = _Search(problem, table, limits, stop, progress, found)
    search.remember(None if start is None else placed(table, start))
    return search.run()


class _Search:
    """One search: the best plan found so far, and how far it has come."""

    def __init__(
        self,
        problem: Problem,
        table: Sequence[Options],
        limits: Limits,
        stop: Callable[[], bool],
        progress: Callable[[Progress], None],
        found: Callable[[Mapping[str, Choice]], None],
    ) -> None:
        self.problem, self.table, self.limits = problem, table, limits
        self.stop, self.progress, self.found = stop, progress, found
        self.bound = most_headroom(problem)
        self.best: tuple[tuple[int, ...], Totals] | None = None
        self.shortest = sum(map(sum, (team.capacity for team in problem.teams))) + 1
        self.unit = usual_effort(table)
        self.annealing = Annealing(problem, table)
        self.first = first_start(table, problem)
        sweeps = limits.sweeps
        self.total = sweeps // QUICK + sweeps * (2 ** (1 + limits.restarts) - 1) + 2 * (sweeps // CALM)
        self.done = 0

    def remember(self, chosen: Sequence[int] | None) -> None:
        """Begin with a plan as the best so far, if it keeps every rule."""
        if chosen is not None:
            state = State(self.problem, self.table, chosen)
            totals = state.totals()
            if totals.over == 0 and state.is_in_order():
                self.best = tuple(chosen), totals

    def run(self) -> Plan | Impossible | NoPlanFound:
        sweeps = self.limits.sweeps
        self.descend_from_afar(max(1, sweeps // QUICK))
        if self.limits.is_bounded and not self.is_best and not self.stop():
            bound = relaxed(self.problem, self.table)
            if bound is None:
                return Impossible()
            self.bound = min(self.bound, bound)
        for turn in range(1 + self.limits.restarts):
            if self.is_best or self.stop():
                break
            self.descend_from_afar(sweeps << turn)
        if self.best is None:
            return NoPlanFound(self.shortest)
        self.settle()
        return self.plan()

    def descend_from_afar(self, sweeps: int) -> None:
        """Seek the most headroom, whatever was found before."""
        self.descend(self.first, FAR, sweeps, Wish(Sought.HEADROOM))

    def settle(self) -> None:
        """Of what is as good, seek what is worth more, and of that the calmest."""
        for sought in (Sought.VALUE, Sought.CALM):
            if self.best is None or self.stop():
                return
            chosen = self.best[0]
            # On the way to headroom nobody counts how load rises.
            totals = State(self.problem, self.table, chosen).totals()
            self.best = chosen, totals
            wish = Wish(sought, self._kept(totals.headroom), self._kept(totals.value))
            self.descend(chosen, NEAR, max(1, self.limits.sweeps // CALM), wish)

    def _kept(self, number: int) -> int:
        return number - abs(number) * self.limits.yields // 1000

    @property
    def headroom(self) -> int | None:
        return self.best[1].headroom if self.best else None

    @property
    def is_best(self) -> bool:
        return self.best is not None and self.best[1].headroom >= self.bound

    def descend(self, start: Sequence[int], hot: float, sweeps: int, wish: Wish) -> None:
        """Anneal from a start, keeping the best plan that is seen."""
        heats = falling(hot * self.unit, COLD * self.unit, sweeps)
        best = None if self.best is None else self.best[1]
        for step in self.annealing.descend(start, wish, heats, seed=self.limits.seed + self.done, best=best):
            self.shortest = min(self.shortest, step.totals.over)
            if step.best is not None:
                self.best = step.best, step.totals
                self.found(self.choices())
            self.done += step.sweeps
            self.progress(Progress(self.done, self.total, self.headroom, self.bound))
            if self.stop() or (wish.sought is Sought.HEADROOM and self.is_best):
                return

    def choices(self) -> dict[str, Choice]:
        """Return the best plan's choices."""
        chosen, _ = self.best or ((), None)
        pairs = ((one.key, one.choice(option)) for one, option in zip(self.table, chosen, strict=True))
        return {key: choice for key, choice in pairs if choice is not None}

    def plan(self) -> Plan:
        choices = self.choices()
        total = figures(self.problem, choices)
        status = Status.BEST if total.headroom >= self.bound else Status.FEASIBLE
        return Plan(choices, total, status, self.bound, self.limits.seed, self.limits.sweeps)


def placed(table: Sequence[Options], choices: Mapping[str, Choice]) -> list[int] | None:
    """Return the options that choices mean, or None where one of them is no option."""
    rows = [
        next((row for row in range(len(one)) if one.choice(row) == choices.get(one.key)), None)
        for one in table
    ]
    chosen = [row for row in rows if row is not None]
    return chosen if len(chosen) == len(table) else None


def usual_effort(table: Sequence[Options]) -> float:
    """Return what a solution usually takes of a team in a period: what the temperature is measured in."""
    efforts = [one.taken[one.taken > 0] for one in table]
    every = np.concatenate(efforts) if efforts else np.zeros(0)
    return float(np.median(every)) if len(every) else 1.0


def first_start(table: Sequence[Options], problem: Problem) -> list[int]:
    """Return a start that keeps the order: each solution as early as it can, at its lowest level able."""
    return kept_in_order(table, problem, [np.lexsort((one.level, one.end)) for one in table])


def kept_in_order(
    table: Sequence[Options], problem: Problem, liked: Sequence[np.ndarray[tuple[int], np.dtype[np.int64]]]
) -> list[int]:
    """Choose for each solution the option liked best that those before and after it leave room for."""
    chosen = [0] * len(table)
    place = {one.key: number for number, one in enumerate(table)}
    latest = _latest(table, problem)
    for number in (place[key] for key in in_order(problem)):
        one = table[number]
        kept = one.end <= latest[number]
        kept |= one.level < 0
        for arc in problem.precedences:
            if arc.before == one.key and latest[number] < 10**6:
                kept &= one.level >= arc.least_level
            if arc.after == one.key:
                there, option = table[place[arc.before]], chosen[place[arc.before]]
                kept &= (one.start >= there.end[option] + arc.lag) | (one.level < 0)
        chosen[number] = int(next((place_ for place_ in liked[number] if kept[place_]), liked[number][0]))
    return chosen


def _latest(table: Sequence[Options], problem: Problem) -> list[int]:
    """Return by when each solution must end so that those after it still have a place."""
    place = {one.key: number for number, one in enumerate(table)}
    latest = [10**7] * len(table)
    for key in reversed(in_order(problem)):
        number = place[key]
        for arc in problem.precedences:
            if arc.before == key:
                other = table[place[arc.after]]
                fitting = other.start[other.end <= latest[place[arc.after]]]
                last = int(fitting.max(initial=-1)) if not (other.level < 0).any() else 10**7
                latest[number] = min(latest[number], last - arc.lag)
    return latest
