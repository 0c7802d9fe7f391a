# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
From a problem to a plan: as much headroom as can be, then value, then calm.

Annealing finds plans, two at a time; each is joined with the best so far to the best between them; the relaxation
gives the bound. The caller owns the clock: `stop` is asked between sweeps and beside all other work, and with fixed
sweeps and seed equal input gives equal plans.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from leadroom.core.planning.anneal import Annealing, Step, falling
from leadroom.core.planning.arrays import Numbers, Sought, Wish
from leadroom.core.planning.options import Options, options
from leadroom.core.planning.patience import Stopped, patiently, side_by_side
from leadroom.core.planning.plan import (
    Impossible,
    NoPlanFound,
    Plan,
    Progress,
    Status,
    figures,
)
from leadroom.core.planning.problem import Choice, Problem
from leadroom.core.planning.recombine import recombined
from leadroom.core.planning.relax import Model, model, most_headroom, relaxed
from leadroom.core.planning.starts import first_start, placed, usual_worth
from leadroom.core.planning.state import State, Totals

# Temperatures, as parts of the headroom that a solution usually takes of a team in a period: where a search from afar
# begins, one for what is as good, and where both end.
FAR, NEAR, COLD = 4.0, 0.04, 0.02
# A first plan takes a sixteenth of a whole search, what is as good a sixth.
QUICK, CALM = 16, 6
# How many searches from afar belong together.
PAIR = 2
# A plan, as one option for each solution, and what it comes to.
_Known: TypeAlias = tuple[tuple[int, ...], Totals]


@dataclass(frozen=True, slots=True)
class Limits:
    """
    How hard to search.

    `sweeps` is how often each solution is placed anew in a search from afar. `is_bounded` lets HiGHS help, which
    gives the bound and joins plans. `restarts` is how often two more searches begin from afar. Of the best
    headroom and then of the best value, `yields` in a thousand may be given up for what comes next. `workers` is how
    many processor cores to use: the plan is the same.
    """

    sweeps: int = 2_000
    seed: int = 0
    is_bounded: bool = True
    restarts: int = 0
    yields: int = 0
    workers: int = 2


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
        self.best: _Known | None = None
        self.shortest = sum(map(sum, (team.capacity for team in problem.teams))) + 1
        self.annealing = Annealing(problem, table)
        self.unit, self.first = usual_worth(problem, table), first_start(table, problem)
        rounds = PAIR * (1 + limits.restarts)
        self.total = limits.sweeps // QUICK + limits.sweeps * rounds + 2 * (limits.sweeps // CALM)
        self.done = self.begun = 0

    def remember(self, chosen: Sequence[int] | None) -> None:
        """Take a plan as the best so far, if it keeps every rule and is better."""
        if chosen is not None:
            state = State(self.problem, self.table, chosen)
            totals = state.totals()
            if totals.over == 0 and state.is_in_order() and self._is_better(totals):
                self.best = tuple(chosen), totals

    def run(self) -> Plan | Impossible | NoPlanFound:
        self.from_afar(1, max(1, self.limits.sweeps // QUICK))
        with suppress(Stopped):
            if not self.is_found():
                return Impossible()
        if self.best is None:
            return NoPlanFound(self.shortest)
        self.settle()
        return self.plan()

    def is_found(self) -> bool:
        """Search until nothing is left to do, or return that there is no plan; Stopped may come at any time."""
        rows = None
        if self.limits.is_bounded and not self.is_over:
            rows = patiently(lambda: model(self.problem, self.table), self.stop)
            bound = patiently(partial(relaxed, self.problem, rows), self.stop)
            if bound is None:
                return False
            self.bound = min(self.bound, bound)
        known: list[_Known] = []
        for _ in range(1 + self.limits.restarts):
            if self.is_over:
                break
            known += self.from_afar(PAIR, self.limits.sweeps)
            for other in known:
                self.join(rows, other)
            known = [self.best] if self.best else []
        return True

    def from_afar(self, descents: int, sweeps: int) -> list[_Known]:
        """Seek the most headroom some times, whatever was found before, and return the best of each that found any."""
        before, bests = self.best, dict[int, _Known]()

        def hear(number: int, step: Step) -> None:
            self.note(step)
            if step.best is not None:
                bests[number] = step.best, step.totals
                if self._is_better(step.totals):
                    self.best = bests[number]
                    self.found(self.choices())
            self.tell()

        heats = falling(FAR * self.unit, COLD * self.unit, sweeps)
        works = [self._until_best(Wish(Sought.HEADROOM), heats) for _ in range(descents)]
        side_by_side(works, hear, self.stop, self.limits.workers)
        # The same whichever was sooner.
        self.best = before
        found = [bests[number] for number in sorted(bests)]
        for known in found:
            if self._is_better(known[1]):
                self.best = known
        return found

    def _until_best(self, wish: Wish, heats: Numbers) -> Iterator[Step]:
        self.begun += 1
        seed, bound = (self.limits.seed, self.begun), self.bound

        def steps() -> Iterator[Step]:
            for step in self.annealing.descend(self.first, wish, heats, seed=seed):
                yield step
                if step.best is not None and step.totals.headroom >= bound:
                    return

        return steps()

    def join(self, rows: Model | None, other: _Known) -> None:
        """Seek the best between a plan and the best so far."""
        if rows is None or self.best is None or self.is_over:
            return
        work = partial(recombined, self.problem, self.table, rows, self.best[0], other[0])
        before = self.best
        self.remember(patiently(work, self.stop))
        if self.best is not before:
            self.found(self.choices())
            self.tell()

    def settle(self) -> None:
        """Of what is as good, seek what is worth more, and of that the calmest."""
        sweeps = max(1, self.limits.sweeps // CALM)
        heats = falling(NEAR * self.unit, COLD * self.unit, sweeps)
        for sought in (Sought.VALUE, Sought.CALM):
            if self.best is None or self.stop():
                return
            chosen = self.best[0]
            # On the way to headroom nobody counts how load rises.
            totals = State(self.problem, self.table, chosen).totals()
            wish = Wish(sought, self._kept(totals.headroom), self._kept(totals.value))
            steps = self.annealing.descend(chosen, wish, heats, seed=(self.limits.seed, 0), best=totals)
            side_by_side([steps], self._hear_better, self.stop, 1)

    def _hear_better(self, _: int, step: Step) -> None:
        self.note(step)
        if step.best is not None:
            self.best = step.best, step.totals
            self.found(self.choices())
        self.tell()

    def note(self, step: Step) -> None:
        self.done += step.sweeps
        self.shortest = min(self.shortest, step.totals.over)

    def tell(self) -> None:
        headroom = self.best[1].headroom if self.best else None
        self.progress(Progress(self.done, self.total, headroom, self.bound))

    def _kept(self, number: int) -> int:
        return number - abs(number) * self.limits.yields // 1000

    def _is_better(self, totals: Totals) -> bool:
        rank = totals.headroom, totals.value
        return self.best is None or rank > (self.best[1].headroom, self.best[1].value)

    @property
    def is_over(self) -> bool:
        """Say whether there is nothing better, or the caller wants no more."""
        return (self.best is not None and self.best[1].headroom >= self.bound) or self.stop()

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
