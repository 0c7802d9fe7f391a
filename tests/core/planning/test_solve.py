# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the solver promises: a plan without a breach, an honest bound, and proof or silence when there is none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.portfolios import portfolio
from leadroom.core.planning import (
    Choice,
    Impossible,
    Level,
    Limits,
    Lock,
    NoPlanFound,
    Plan,
    Precedence,
    Problem,
    Progress,
    Solution,
    Status,
    Team,
    check,
    figures,
    solve,
)
from tests.core.planning.portfolios import every_plan, one_team, problems, scaled

QUICK, THOROUGH = Limits(sweeps=24), Limits(sweeps=600)


@given(problems())
def test_a_plan_keeps_every_rule_and_its_figures_are_true(problem: Problem) -> None:
    found = solve(problem, QUICK)

    if isinstance(found, Plan):
        assert check(problem, found.choices) == ()
        assert found.figures == figures(problem, found.choices)
        assert found.figures.headroom <= found.bound


@given(problems(most=3))
def test_what_is_called_best_or_impossible_is_so(problem: Problem) -> None:
    best = max((figures(problem, choices).headroom for choices in every_plan(problem)), default=None)

    found = solve(problem, QUICK)

    if isinstance(found, Impossible):
        assert best is None
    elif isinstance(found, Plan):
        assert best is not None
        assert best <= found.bound
        assert found.status is Status.FEASIBLE or found.figures.headroom == best
    else:
        assert found.short > 0


@given(problems(most=3, tightest=90))
def test_small_portfolios_are_solved_to_the_best(problem: Problem) -> None:
    best = max((figures(problem, choices).headroom for choices in every_plan(problem)), default=None)

    found = solve(problem, THOROUGH)

    assert (found.figures.headroom if isinstance(found, Plan) else None) == best


@given(problems(), st.integers(0, 3))
def test_the_same_problem_and_seed_give_the_same_plan(problem: Problem, seed: int) -> None:
    limits = Limits(sweeps=12, seed=seed)

    assert solve(problem, limits) == solve(problem, limits)


@given(problems(most=3, tightest=80))
def test_more_capacity_is_never_worse(problem: Problem) -> None:
    less, more = solve(problem, THOROUGH), solve(scaled(problem, 125), THOROUGH)

    if isinstance(less, Plan):
        assert isinstance(more, Plan)
        assert more.bound >= less.figures.headroom
        assert more.figures.headroom >= less.figures.headroom or more.status is Status.FEASIBLE


@given(problems(most=3, tightest=90), st.randoms(use_true_random=False))
def test_another_order_of_the_same_things_is_as_good(problem: Problem, chance: st.DataObject) -> None:
    shuffled = list(problem.solutions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    one, other = (solve(each, THOROUGH) for each in (problem, replace(problem, solutions=tuple(shuffled))))

    assert type(one) is type(other)
    if isinstance(one, Plan) and isinstance(other, Plan):
        assert one.figures.headroom == other.figures.headroom


def test_locks_are_kept() -> None:
    problem = portfolio(12, 12, teams=3, seed=5, slack=1.0)
    found = solve(problem, QUICK)
    assert isinstance(found, Plan)
    key, choice = next(iter(found.choices.items()))
    locked = replace(problem, locks=(Lock(key, choice.level, choice.start),))

    again = solve(locked, Limits(sweeps=24, seed=9))

    assert isinstance(again, Plan)
    assert again.choices[key] == choice


def test_work_is_put_where_a_free_unit_is_worth_least() -> None:
    team = Team("team", (10,) * 4, (0,) * 4, (0,) * 4, (5, 5, 1, 5))
    thing = Solution("thing", (Level("only", 1, {"team": (6,)}),))

    found = solve(Problem(4, (team,), (thing,), (0,) * 4, (None,)), QUICK)

    assert isinstance(found, Plan)
    assert (found.choices["thing"].start, found.figures.headroom, found.status) == (2, 154, Status.BEST)


def test_headroom_nobody_needs_does_not_keep_the_level_low() -> None:
    team = Team("team", (10,) * 3, (0,) * 3, (0,) * 3, (1,) * 3, need=(4,) * 3)
    levels = (Level("low", 1, {"team": (2,)}, value=1), Level("high", 1, {"team": (6,)}, value=9))

    found = solve(Problem(3, (team,), (Solution("thing", levels),), (0,) * 3, (None,)), QUICK)

    assert isinstance(found, Plan)
    assert (found.choices["thing"].level, found.figures.value, found.figures.headroom) == (1, 9, 12)


@pytest.mark.parametrize(("yields", "level"), [(0, 0), (100, 1)])
def test_some_headroom_is_given_up_for_value_where_that_is_allowed(yields: int, level: int) -> None:
    levels = (Level("low", 1, {"team": (2,)}, value=1), Level("high", 1, {"team": (4,)}, value=9))

    found = solve(one_team(10, 3, Solution("thing", levels)), Limits(sweeps=24, yields=yields))

    assert isinstance(found, Plan)
    assert found.choices["thing"].level == level


def test_equally_good_plans_leave_the_plan_in_force_alone() -> None:
    thing = Solution("thing", (Level("only", 1, {"team": (6,)}),))

    found = solve(one_team(10, 6, thing, in_force={"thing": Choice(0, 3)}), QUICK)

    assert isinstance(found, Plan)
    assert (found.choices["thing"], found.figures.changes) == (Choice(0, 3), 0)


def test_a_level_that_another_waits_for_is_reached() -> None:
    levels = (Level("low", 1, {"team": (1,)}), Level("high", 2, {"team": (5, 5)}))
    first, second = Solution("first", levels), Solution("second", levels[:1])

    found = solve(one_team(10, 6, first, second, precedences=(Precedence("first", "second", 1, 1),)), QUICK)

    assert isinstance(found, Plan)
    assert found.choices["first"].level == 1
    assert found.choices["second"].start >= found.choices["first"].start + 3


def test_a_closed_window_is_impossible_and_names_who_has_no_place() -> None:
    thing = Solution("thing", (Level("only", 3, {"team": (1, 1, 1)}),), earliest=2, deadline=4)

    assert solve(one_team(10, 6, thing), QUICK) == Impossible(("thing",))


def test_too_much_work_is_proven_impossible() -> None:
    things = [Solution(f"thing-{n}", (Level("only", 2, {"team": (6, 6)}),)) for n in range(4)]

    assert solve(one_team(10, 4, *things), QUICK) == Impossible()


def test_without_the_relaxation_nothing_is_called_impossible_but_a_closed_window() -> None:
    things = [Solution(f"thing-{n}", (Level("only", 2, {"team": (6, 6)}),)) for n in range(3)]

    found = solve(one_team(10, 4, *things), Limits(sweeps=24, is_bounded=False))

    assert isinstance(found, NoPlanFound)
    assert found.short > 0


def test_progress_is_told_and_a_stop_returns_the_best_so_far() -> None:
    problem, told = portfolio(12, 12, teams=3, seed=5, slack=1.0), list[Progress]()

    found = solve(problem, QUICK, stop=lambda: bool(told), progress=told.append)

    assert isinstance(found, Plan)
    assert len(told) <= 2
    assert check(problem, found.choices) == ()


@pytest.mark.parametrize(("released", "free"), [(0, 10), (3, 13), (9, 16)])
def test_released_effort_counts_as_far_as_the_team_says(released: int, free: int) -> None:
    team = Team("team", (10,) * 3, (0,) * 3, (0,) * 3, (1,) * 3, most_released=released)
    thing = Solution("thing", (Level("only", 1, {"team": (0,)}, running={"team": -6}),), deadline=1)

    found = solve(Problem(3, (team,), (thing,), (0,) * 3, (None,)), QUICK)

    assert isinstance(found, Plan)
    assert found.figures.free[0] == (10, free, free)
    assert found.status is Status.BEST


@given(problems(most=3))
def test_each_plan_that_is_told_keeps_every_rule_and_none_is_worse_than_the_one_before(
    problem: Problem,
) -> None:
    told: list[int] = []

    def note(choices: dict[str, Choice]) -> None:
        assert check(problem, choices) == ()
        told.append(figures(problem, choices).headroom)

    answer = solve(problem, QUICK, found=note)

    assert bool(told) == isinstance(answer, Plan)
    assert told == sorted(told)


def test_a_search_that_goes_on_from_a_plan_and_is_stopped_at_once_gives_no_worse_one() -> None:
    problem = portfolio(12, 12, teams=3, seed=5, slack=1.0)
    best = solve(problem, THOROUGH)
    assert isinstance(best, Plan)

    again = solve(problem, QUICK, start=best.choices, stop=lambda: True)

    assert isinstance(again, Plan)
    assert again.figures.headroom >= best.figures.headroom


def test_a_start_that_breaks_a_rule_is_passed_over() -> None:
    problem = portfolio(12, 12, teams=3, seed=5, slack=1.0)
    found = solve(problem, QUICK)
    assert isinstance(found, Plan)
    key = next(iter(found.choices))
    spoilt = {**found.choices, key: Choice(99, 0)}

    assert solve(problem, QUICK, start=spoilt) == found
