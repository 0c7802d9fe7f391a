# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Between plans the best is found exactly, and what is not to be tried stays as it is."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bench.portfolios import portfolio
from leadroom.core.planning import Limits, Plan, Problem, recombine, solve
from leadroom.core.planning.options import options
from leadroom.core.planning.recombine import Recombining
from leadroom.core.planning.relax import model, relaxed
from leadroom.core.planning.starts import first_start, placed
from leadroom.core.planning.state import State
from tests.core.planning.portfolios import every_plan, problems


def ready(problem: Problem) -> Recombining:
    table = options(problem)
    return Recombining(problem, table, model(problem, table))


@given(problems(most=3), st.data())
def test_the_best_plan_between_plans_is_found(problem: Problem, data: st.DataObject) -> None:
    table = options(problem)
    assume(all(map(len, table)))
    plans = [placed(table, choices) for choices in every_plan(problem)]
    assume(plans)
    parents = [data.draw(st.sampled_from(plans)) or [] for _ in range(2)]
    joining = ready(problem)
    tried = joining.of_plans(*parents)

    found = joining.best_of(parents[0], tried, range(len(table)))

    between = [
        plan or []
        for plan in plans
        if all(option in pair for option, pair in zip(plan or [], zip(*parents, strict=True), strict=True))
    ]
    headrooms = [State(problem, table, plan).totals().headroom for plan in between]
    assert found is not None
    assert State(problem, table, found).totals()[:2] == (0, max(headrooms))


def test_what_is_in_no_group_stays() -> None:
    problem = portfolio(12, 12, teams=3, seed=5, slack=1.0)
    table = options(problem)
    plan, joining = solve(problem, Limits(sweeps=24)), ready(problem)
    assert isinstance(plan, Plan)
    start = placed(table, plan.choices)
    assert start is not None
    every = np.ones(joining.rows.options, dtype=bool)

    found = joining.best_of(start, every, [0, 1])

    assert found is not None
    assert found[2:] == start[2:]


def test_groups_hold_each_open_solution_once_and_none_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recombine, "MOST_CELLS", 600)
    problem = portfolio(12, 12, teams=3, seed=5, slack=1.0)
    table = options(problem)
    start, joining = first_start(table, problem), ready(problem)
    tried = np.ones(joining.rows.options, dtype=bool)
    closed = joining.of_plans(start)
    tried[: joining.rows.first[3]] = closed[: joining.rows.first[3]]

    groups = joining.groups(start, tried)

    assert sorted(number for group in groups for number in group) == list(range(3, 12))
    assert len(groups) > 1
    largest = max(len(one) for one in table) * problem.periods
    assert all(sum(len(table[number]) for number in group) * 12 <= 600 + largest for group in groups)
    assert joining.groups(start, closed) == []


def test_around_reaches_from_the_first_to_the_last_start_and_beside() -> None:
    problem = portfolio(12, 12, teams=3, seed=5, slack=1.0)
    table = options(problem)
    joining, start = ready(problem), first_start(table, problem)
    number = next(place for place, one in enumerate(table) if len({*one.start.tolist()}) > 5)
    starts, first = table[number].start, int(joining.rows.first[number])
    liked = joining.of_plans(start)
    liked[first + int(np.nonzero(starts == starts.min() + 2)[0][0])] = True

    kept = joining.around(liked, 1)[first : first + len(starts)]

    reached = set(starts[kept].tolist())
    low = min(int(starts[start[number]]), int(starts.min()) + 2)
    high = max(int(starts[start[number]]), int(starts.min()) + 2)
    assert reached == {one for one in starts.tolist() if low - 1 <= one <= high + 1}


def test_the_relaxation_likes_some_option_of_each_solution() -> None:
    problem = portfolio(12, 12, teams=3, seed=5, slack=1.0)
    joining = ready(problem)
    answer = relaxed(problem, joining.rows)
    assert answer is not None
    assert answer.shares is not None

    liked = joining.of_shares(answer.shares)

    assert (np.add.reduceat(liked, joining.rows.first[:-1]) > 0).all()


@given(problems(most=3))
def test_a_better_plan_is_found_or_proven_not_to_be(problem: Problem) -> None:
    table = options(problem)
    assume(all(map(len, table)))
    plans = [placed(table, choices) or [] for choices in every_plan(problem)]
    assume(plans)
    headrooms = [State(problem, table, plan).totals().headroom for plan in plans]
    joining = ready(problem)
    answer = relaxed(problem, joining.rows)
    assert answer is not None
    assert answer.prices is not None

    for headroom in (min(headrooms), max(headrooms)):
        found, bound = joining.better(answer.prices, answer.bound - headroom)

        assert bound >= max(headrooms) or headroom == max(headrooms)
        if headroom < max(headrooms):
            assert found is not None
            assert State(problem, table, found).totals()[:2] == (0, max(headrooms))


def test_where_too_many_are_cheap_nothing_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recombine, "MOST_PROVABLE", 0)
    joining = ready(portfolio(12, 12, teams=3, seed=5, slack=1.0))

    assert joining.better(np.zeros(joining.rows.options), 0) == (None, np.inf)
