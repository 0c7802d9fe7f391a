# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan drawn anew from the one in force: every rule kept, as little changed as can be, and what changed told."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bench.portfolios import portfolio
from leadroom.core.planning import (
    Choice,
    Difference,
    Freeze,
    Impossible,
    Kind,
    Level,
    Limits,
    Plan,
    Precedence,
    Problem,
    Solution,
    check,
    differences,
    distance,
    figures,
    replan,
    solve,
)
from tests.core.planning.portfolios import every_plan, one_team, problems, scaled


@given(problems(most=3, tightest=60), st.integers(0, 3))
def test_fewest_changes_as_trying_every_plan_finds_them(problem: Problem, seed: int) -> None:
    keep = {one.key: Choice(seed % 2, seed) for one in problem.solutions}
    least = min((distance(problem, keep, choices) for choices in every_plan(problem)), default=None)

    found = replan(problem, keep=keep, seed=seed)

    assert isinstance(found, Plan) == (least is not None)
    if isinstance(found, Plan):
        assert check(problem, found.choices) == ()
        assert distance(problem, keep, found.choices) == least
        assert found.figures.headroom == figures(problem, found.choices).headroom <= found.bound


@settings(max_examples=20)
@given(problems(most=4, tightest=80))
def test_a_plan_that_keeps_every_rule_stays_as_it_is(problem: Problem) -> None:
    now = solve(problem, Limits(sweeps=12))
    assume(isinstance(now, Plan))
    assert isinstance(now, Plan)

    found = replan(problem, keep=now.choices)

    assert isinstance(found, Plan)
    assert found.choices == now.choices
    assert found.figures.changes == 0
    assert differences(problem, now.choices, found.choices) == ()


def test_equal_input_gives_an_equal_plan_with_few_changes() -> None:
    problem = portfolio(30, 16, teams=5, seed=3, slack=0.3)
    now = solve(problem, Limits(sweeps=24))
    assert isinstance(now, Plan)
    key = next(key for key, choice in now.choices.items() if choice.start > problem.solution_of[key].earliest)
    start = now.choices[key].start
    tighter = replace(scaled(problem, 85), freezes=(Freeze(frozenset(range(start, start + 4))),))

    found = replan(tighter, keep=now.choices)

    assert found == replan(tighter, keep=now.choices)
    assert isinstance(found, Plan)
    assert check(tighter, found.choices) == ()
    assert 0 < found.figures.changes == len(differences(tighter, now.choices, found.choices)) < 12


def test_no_place_is_impossible() -> None:
    thing = Solution("thing", (Level("only", 3, {"team": (1, 1, 1)}),), earliest=2, deadline=4)

    assert replan(one_team(10, 6, thing), keep={}) == Impossible(("thing",))


def test_one_makes_room_for_another_that_comes_before_it() -> None:
    level = (Level("only", 2, {"team": (6, 6)}),)
    things = [Solution("first", level, earliest=1), Solution("next", level)]
    problem = one_team(10, 8, *things, precedences=(Precedence("first", "next"),))

    found = replan(problem, keep={"first": Choice(0, 0), "next": Choice(0, 2)})

    assert isinstance(found, Plan)
    assert found.choices == {"first": Choice(0, 1), "next": Choice(0, 3)}


def test_what_changed_is_told_by_kind() -> None:
    levels = (Level("low", 1, {}), Level("high", 1, {}))
    problem = one_team(10, 6, *(Solution(key, levels, is_optional=True) for key in "fedcba"))
    before = {key: Choice(1, 1) for key in "abcdf"} | {"b": Choice(0, 1)}
    after = before | {"a": Choice(1, 2), "b": Choice(1, 0), "c": Choice(0, 1), "e": Choice(0, 0)}
    del after["d"]

    assert [(one.solution, one.kind) for one in differences(problem, before, after)] == [
        ("a", Kind.MOVED),
        ("b", Kind.RAISED),
        ("c", Kind.LOWERED),
        ("d", Kind.DROPPED),
        ("e", Kind.ADDED),
    ]
    assert differences(problem, before, after)[3] == Difference("d", Kind.DROPPED, Choice(1, 1), None)
    assert distance(problem, before, after) == 11 + 19 + 18 + 27 + 10


def test_what_is_no_longer_there_is_forgotten() -> None:
    thing = Solution("thing", (Level("only", 1, {"team": (1,)}),))
    problem = replace(one_team(10, 4, thing), in_force={})

    found = replan(problem, keep={"thing": Choice(0, 2), "gone": Choice(0, 0)})

    assert isinstance(found, Plan)
    assert (found.choices, found.figures.changes) == ({"thing": Choice(0, 2)}, 0)
