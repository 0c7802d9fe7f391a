# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The compiled loop counts as the plain one does, keeps what it is told to keep, and gets better only."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leadroom.core.planning import Problem
from leadroom.core.planning.anneal import Annealing, Step, falling
from leadroom.core.planning.arrays import Sought, Wish
from leadroom.core.planning.options import options
from leadroom.core.planning.starts import first_start
from leadroom.core.planning.state import State, Totals
from tests.core.planning.portfolios import problems

SWEEPS = 20


def searched(problem: Problem, wish: Wish, seed: int) -> list[Step]:
    table = options(problem)
    assume(all(map(len, table)))
    heats = falling(90, 1, SWEEPS)
    return list(Annealing(problem, table).descend(first_start(table, problem), wish, heats, seed=seed))


@given(problems(), st.sampled_from(Sought), st.integers(0, 9))
def test_what_the_search_counts_is_what_its_plans_come_to(
    problem: Problem, sought: Sought, seed: int
) -> None:
    steps = searched(problem, Wish(sought, headroom=20, value=5), seed)

    assert sum(step.sweeps for step in steps) == SWEEPS
    for step in steps:
        if step.best is not None:
            state = State(problem, options(problem), step.best)
            counted = step.totals if sought is Sought.CALM else step.totals[:4]
            assert counted == state.totals()[: len(counted)]
            assert state.is_in_order()


def _rank(sought: Sought, totals: Totals) -> tuple[int, ...]:
    return {
        Sought.HEADROOM: (totals.headroom, totals.value),
        Sought.VALUE: (totals.value, totals.headroom),
        Sought.CALM: (-totals.changes, -totals.ramps, totals.headroom),
        Sought.FIT: (-totals.over, totals.value),
    }[sought]


@given(problems(), st.sampled_from(Sought), st.integers(0, 9))
def test_each_state_called_better_is_so_and_keeps_what_must_be_kept(
    problem: Problem, sought: Sought, seed: int
) -> None:
    wish = Wish(sought, headroom=20, value=5)

    better = [step.totals for step in searched(problem, wish, seed) if step.best is not None]

    ranks = [_rank(sought, totals) for totals in better]
    assert all(one < other for one, other in pairwise(ranks))
    if sought is not Sought.FIT:
        assert all(totals.over == 0 for totals in better)
    if sought in {Sought.VALUE, Sought.CALM}:
        assert all(totals.headroom >= wish.headroom for totals in better)
    if sought is Sought.CALM:
        assert all(totals.value >= wish.value for totals in better)


@given(problems(most=3), st.integers(0, 9))
def test_what_is_to_be_surpassed_is_surpassed(problem: Problem, seed: int) -> None:
    table = options(problem)
    assume(all(map(len, table)))
    search, start = Annealing(problem, table), first_start(table, problem)
    wish, heats = Wish(Sought.HEADROOM), falling(90, 1, SWEEPS)
    found = [step.totals for step in search.descend(start, wish, heats, seed=seed) if step.best is not None]
    assume(found)

    later = search.descend(start, wish, heats, seed=seed, best=found[-1])

    assert not [step for step in later if step.best is not None]


@pytest.mark.parametrize(("hot", "cold"), [(8.0, 2.0), (2.0, 2.0)])
def test_heat_falls_by_the_same_part_each_time(hot: float, cold: float) -> None:
    heats = falling(hot, cold, 3)

    assert (heats[0], heats[-1]) == (hot, pytest.approx(cold))
    assert heats[1] == pytest.approx((hot * cold) ** 0.5)
