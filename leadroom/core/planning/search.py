# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
How a plan is sought: as much headroom as can be, then value, then calm.

Annealing finds plans, some at a time; the best are joined to the best between them; the relaxation gives the
bound. The caller owns the clock: `stop` is asked between sweeps and beside all other work, and with fixed
sweeps and seed equal input gives equal plans.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from leadroom.core.planning.anneal import Annealing, Step, falling
from leadroom.core.planning.arrays import Numbers, Sought, Wish
from leadroom.core.planning.options import Options
from leadroom.core.planning.patience import SideBySide, Stopped, patiently
from leadroom.core.planning.plan import (
    Impossible,
    NoPlanFound,
    Plan,
    Progress,
    Status,
    figures,
)
from leadroom.core.planning.problem import Choice, Problem
from leadroom.core.planning.recombine import TINY, Mask, Recombining
from leadroom.core.planning.relax import Relaxed, model, most_headroom, relaxed
from leadroom.core.planning.starts import first_start, usual_worth
from leadroom.core.planning.state import State, Totals

# Temperatures, as parts of the headroom that a solution usually takes of a team in a period: where a search from afar
# begins, one for what is as good, and where both end.
FAR, NEAR, COLD = 4.0, 0.04, 0.02
# A first plan takes an eighth of a whole search, what is as good a third.
QUICK, CALM = 8, 3
# How many searches from afar belong together: the fewer solutions, the more; and how many of them are joined.
PLACED, LEAST, MOST, PARENTS = 600, 2, 8, 2
# How often a search becomes twice as long as the one before.
DOUBLINGS = 6
# By so many periods more than plans are apart a solution may move when they are joined.
AROUND = 2
# A plan, as one option for each solution, and what it comes to.
_Known: TypeAlias = tuple[tuple[int, ...], Totals]


@dataclass(frozen=True, slots=True)
class Limits:
    """
    How hard to search.

    `sweeps` is how often each solution is placed anew in a search from afar. `is_bounded` lets HiGHS help, which
    gives the bound and joins plans. `restarts` is how often more searches begin from afar, each time with twice the
    sweeps. Of the best headroom and then of the best value, `yields` in a thousand may be given up for what comes
    next. `workers` is how many processor cores to use: the plan is the same.
    """

    sweeps: int = 1_000
    seed: int = 0
    is_bounded: bool = True
    restarts: int = 0
    yields: int = 0
    workers: int = 2


USUAL = Limits()


def never() -> bool:
    """Let a search run to its end."""
    return False


def nobody(_: Progress) -> None:
    """Tell nobody how the search stands."""


def unheard(_: Mapping[str, Choice]) -> None:
    """Tell nobody what was found."""


def _worth(known: _Known) -> tuple[int, int]:
    return known[1].headroom, known[1].value


class Search:
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
        self.proven: _Known | None = None
        self.shortest = sum(map(sum, (team.capacity for team in problem.teams))) + 1
        self.annealing = Annealing(problem, table)
        self.unit, self.first = usual_worth(problem, table), first_start(table, problem)
        self.descents = min(MOST, max(LEAST, PLACED // max(1, len(table))))
        turns, longest = min(limits.restarts, DOUBLINGS), limits.sweeps << DOUBLINGS
        rounds = (limits.sweeps << 1 + turns) - limits.sweeps + longest * (limits.restarts - turns)
        self.total = limits.sweeps // QUICK + self.descents * rounds + 2 * (limits.sweeps // CALM)
        self.done = self.begun = 0

    def remember(self, chosen: Sequence[int] | None) -> None:
        """Take a plan as the best so far, if it keeps every rule and is better."""
        if chosen is not None:
            state = State(self.problem, self.table, chosen)
            totals = state.totals()
            if totals.over == 0 and state.is_in_order() and self._is_better(totals):
                self.best = tuple(chosen), totals
                self.found(self.choices())
        self.tell()

    def run(self) -> Plan | Impossible | NoPlanFound:
        for step in self._from_afar(max(1, self.limits.sweeps // QUICK)):
            self._hear(step)
            if self.stop():
                break
        with suppress(Stopped):
            if not self.is_found():
                return Impossible()
        if self.best is None:
            return NoPlanFound(self.shortest)
        self.settle()
        return self.plan()

    def is_found(self) -> bool:
        """Search until nothing is left to do, or return that there is no plan; Stopped may come at any time."""
        joining, answer = None, None
        if self.limits.is_bounded and not self.is_over:
            rows = patiently(lambda: model(self.problem, self.table), self.stop)
            answer = patiently(partial(relaxed, self.problem, rows), self.stop)
            if answer is None:
                return False
            self.bound = min(self.bound, answer.bound)
            joining = Recombining(self.problem, self.table, rows)
        ahead = None if self.is_over else self._begin(0)
        try:
            for turn in range(1 + self.limits.restarts):
                if ahead is None or self.is_over:
                    break
                known, before = self._hear_all(ahead), self.best if turn else None
                # While plans are joined, the next searches go on.
                ahead = self._begin(turn + 1) if turn < self.limits.restarts else None
                if joining is not None and answer is not None:
                    others = [*known, *([before] if before else [])]
                    self.join_all(joining, answer.shares, others, is_first=turn == 0)
                    self.prove(joining, answer)
        finally:
            if ahead is not None:
                ahead.halt()
        return True

    def _begin(self, turn: int) -> SideBySide[Step]:
        works = [self._from_afar(self.limits.sweeps << min(turn, DOUBLINGS)) for _ in range(self.descents)]
        return SideBySide(works, self.limits.workers)

    def _hear_all(self, ahead: SideBySide[Step]) -> list[_Known]:
        """Hear searches to their end, and return the best few of what each found, the same whichever was sooner."""
        before, bests = self.best, dict[int, _Known]()

        def hear(number: int, step: Step) -> None:
            self._hear(step)
            if step.best is not None:
                bests[number] = step.best, step.totals

        ahead.hear(hear, self.stop)
        found = sorted((bests[number] for number in sorted(bests)), key=_worth, reverse=True)
        self.best = max([one for one in (before, *found) if one is not None], key=_worth, default=None)
        return found[:PARENTS]

    def _from_afar(self, sweeps: int) -> Iterator[Step]:
        """Seek the most headroom, whatever was found before."""
        self.begun += 1
        seed, bound = (self.limits.seed, self.begun), self.bound
        heats = falling(FAR * self.unit, COLD * self.unit, sweeps)

        def steps() -> Iterator[Step]:
            for step in self.annealing.descend(self.first, Wish(Sought.HEADROOM), heats, seed=seed):
                yield step
                if step.best is not None and step.totals.headroom >= bound:
                    return

        return steps()

    def _hear(self, step: Step) -> None:
        self.done += step.sweeps
        self.shortest = min(self.shortest, step.totals.over)
        if step.best is not None and self._is_better(step.totals):
            self.best = step.best, step.totals
            self.found(self.choices())
        self.tell()

    def join_all(
        self, joining: Recombining, shares: Numbers | None, others: Sequence[_Known], *, is_first: bool
    ) -> None:
        """Seek the best between the best so far and some others, and what the relaxation likes."""
        for other in others:
            self.join(joining, joining.of_plans(other[0]), AROUND)
        if shares is not None:
            for reach in (0, AROUND) if is_first else (0,):
                self.join(joining, joining.of_shares(shares), reach)

    def join(self, joining: Recombining, other: Mask, reach: int) -> None:
        """Seek the best between the best so far and other options."""
        if self.best is None:
            return
        tried = joining.of_plans(self.best[0]) | other
        if reach:
            tried = joining.around(tried, reach)
        for group in joining.groups(self.best[0], tried):
            if self.is_over:
                return
            self.remember(patiently(partial(joining.best_of, self.best[0], tried, group), self.stop))

    def prove(self, joining: Recombining, answer: Relaxed) -> None:
        """Seek a better plan than the best so far among all that can be better; where there is none, that is proven."""
        if self.best is None or answer.prices is None or self.is_over or self.best == self.proven:
            return
        self.proven = self.best
        most = answer.bound - self.best[1].headroom
        plan, bound = patiently(partial(joining.better, answer.prices, most), self.stop)
        self.bound = int(max(self.best[1].headroom, min(self.bound, bound + TINY)))
        self.remember(plan)

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
            self.best = chosen, totals
            for step in steps:
                self.done += step.sweeps
                if step.best is not None:
                    self.best = step.best, step.totals
                    self.found(self.choices())
                self.tell()
                if self.stop():
                    return

    def tell(self) -> None:
        headroom = self.best[1].headroom if self.best else None
        self.progress(Progress(self.done, self.total, headroom, self.bound))

    def _kept(self, number: int) -> int:
        return number - abs(number) * self.limits.yields // 1000

    def _is_better(self, totals: Totals) -> bool:
        return self.best is None or _worth(((), totals)) > _worth(self.best)

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
