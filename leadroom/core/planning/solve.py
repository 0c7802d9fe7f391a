# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
From a problem to a plan: as much headroom as can be, then value, then calm.

The relaxation gives the bound and a start; annealing finds plans from there and from afar. The
caller owns the clock: `stop` is asked between sweeps, and with fixed sweeps and seed equal input
gives equal plans.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leadroom.core.planning.anneal import Aim, State, Totals, anneal
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
from leadroom.core.planning.relax import Relaxed, most_headroom, relaxed

COLD = 0.02
NEAR, FAR = 0.15, 2.0


@dataclass(frozen=True, slots=True)
class Limits:
    """
    How hard to search.

    `sweeps` is how often each solution is placed anew in each descent. `is_bounded` asks the
    relaxation first: it costs some time, gives the bound and the better start. `restarts` is how
    often the best plan is warmed up and searched around again. Of the best
    headroom and then of the best value, `yields` in a thousand may be given up for what comes next.
    """

    sweeps: int = 120
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
        self.done = 0

    def remember(self, chosen: Sequence[int] | None) -> None:
        """Begin with a plan as the best so far, if it keeps every rule."""
        if chosen is not None:
            state = State(self.problem, self.table, chosen)
            totals = state.totals()
            if totals.over == 0 and state.is_in_order():
                self.best = tuple(chosen), totals

    def run(self) -> Plan | Impossible | NoPlanFound:
        first = first_start(self.table, self.problem)
        self.descend(first, FAR, self.limits.sweeps // 2, Aim())
        if self.limits.is_bounded and not self.is_best and not self.stop():
            answer = relaxed(self.problem, self.table)
            if answer is None:
                return Impossible()
            self.bound = min(self.bound, answer.bound)
            self.descend(_rounded(answer, self.table, self.problem, first), NEAR, self.limits.sweeps, Aim())
        for _ in range(self.limits.restarts):
            if self.is_best or self.stop():
                break
            self.descend(self.best[0] if self.best else first, NEAR, self.limits.sweeps, Aim())
        if self.best is None:
            return NoPlanFound(self.shortest)
        self.settle()
        return self.plan()

    def settle(self) -> None:
        """Of what is as good, seek what is worth more, and of that the calmest."""
        for value in (False, True):
            if self.best is None or self.stop():
                return
            chosen, totals = self.best
            aim = Aim(self._kept(totals.headroom), self._kept(totals.value) if value else None)
            self.descend(chosen, NEAR / 4, self.limits.sweeps // 6, aim)

    def _kept(self, number: int) -> int:
        return number - abs(number) * self.limits.yields // 1000

    @property
    def is_best(self) -> bool:
        return self.best is not None and self.best[1].headroom >= self.bound

    def descend(self, start: Sequence[int], hot: float, sweeps: int, aim: Aim) -> None:
        """Anneal from a start, keeping the best plan that is seen."""
        state = State(self.problem, self.table, start)
        steps = anneal(
            state,
            sweeps=sweeps,
            hot=hot * self.unit,
            cold=COLD * self.unit,
            seed=self.limits.seed + self.done,
            aim=aim,
        )
        for totals in self._watched(steps):
            self.shortest = min(self.shortest, totals.over)
            is_better = self.best is None or _better(totals, self.best[1], aim)
            if totals.over == 0 and is_better and state.is_in_order():
                self.best = tuple(state.chosen), totals
                self.found(self.choices())
            if self.stop() or (aim.headroom is None and self.is_best):
                return

    def _watched(self, steps: Iterator[Totals]) -> Iterator[Totals]:
        sweeps, restarts = self.limits.sweeps, self.limits.restarts
        total = sweeps // 2 + sweeps * (1 + restarts) + 2 * (sweeps // 6)
        for totals in steps:
            yield totals
            self.done += 1
            reached = self.best[1].headroom if self.best else None
            self.progress(Progress(self.done, total, reached, self.bound))

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


def _better(one: Totals, other: Totals, aim: Aim) -> bool:
    """Say whether a plan is better than another, by what is sought and then by all the rest."""
    if aim.headroom is None:
        return (one.headroom, one.value) > (other.headroom, other.value)
    if one.headroom < aim.headroom:
        return False
    if aim.value is None:
        return (one.value, one.headroom) > (other.value, other.headroom)
    return one.value >= aim.value and (-one.changes, -one.ramps, one.headroom) > (
        -other.changes,
        -other.ramps,
        other.headroom,
    )


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


def _rounded(answer: Relaxed, table: Sequence[Options], problem: Problem, otherwise: list[int]) -> list[int]:
    """Return the start that the relaxation suggests: of each solution the option it takes most of."""
    if not answer.shares:
        return otherwise
    liked = [np.argsort(-share, kind="stable") for share in answer.shares]
    return kept_in_order(table, problem, liked)


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
