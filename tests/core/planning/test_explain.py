# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why there is no plan, and what would help: every reason is a true one, and every way out works."""

from dataclasses import replace
from itertools import product

from hypothesis import assume, given

from leadroom.core.planning import (
    Choice,
    Closed,
    Freeze,
    Impossible,
    LaterDeadlines,
    Level,
    Limits,
    Lock,
    LowerLevels,
    MoreCapacity,
    Overfull,
    Plan,
    Precedence,
    Problem,
    Solution,
    Strained,
    Team,
    WayOut,
    check,
    explain,
    solve,
    ways_out,
)
from leadroom.core.planning.anneal import State
from leadroom.core.planning.elastic import roomier, strained
from leadroom.core.planning.explain import overfull
from leadroom.core.planning.options import options
from leadroom.core.planning.relax import model, relaxed
from tests.core.planning.portfolios import every_plan, one_team, problems


def _thing(name: str, effort: int, duration: int = 1, **dates: int) -> Solution:
    return Solution(name, (Level("only", duration, {"team": (effort,) * duration}),), **dates)  # type: ignore[arg-type]


def test_its_own_dates_leave_no_place() -> None:
    problem = one_team(10, 6, _thing("thing", 1, 3, earliest=2, deadline=4))

    assert explain(problem) == (Closed(("thing",), is_frozen=False, is_locked=False),)


def test_a_freeze_or_a_lock_leaves_no_place() -> None:
    problem = one_team(10, 6, _thing("thing", 1, deadline=2), freezes=(Freeze(frozenset({1, 2})),))
    locked = one_team(10, 6, _thing("thing", 1, deadline=2), locks=(Lock("thing", start=4),))

    assert explain(problem) == (Closed(("thing",), is_frozen=True, is_locked=False),)
    assert explain(locked) == (Closed(("thing",), is_frozen=False, is_locked=True),)


def test_a_chain_leaves_no_place_and_is_named_in_order() -> None:
    things = [_thing("a", 1, 2), _thing("b", 1, 2), _thing("c", 1, 2, deadline=5), _thing("d", 1)]
    arcs = (Precedence("b", "c"), Precedence("a", "b"), Precedence("d", "b"))

    found = explain(one_team(10, 8, *things, precedences=arcs))

    assert found == (Closed(("a", "b", "c"), is_frozen=False, is_locked=False),)


def test_an_overfull_window_is_named_with_the_fewest_solutions() -> None:
    things = [_thing("large", 8, deadline=3), _thing("small", 3, deadline=3), _thing("late", 9)]
    things += [_thing("middle", 6, 2, deadline=3), _thing("next", 9, 2, deadline=3)]

    found = explain(one_team(10, 6, *things))

    assert found == Overfull("team", 1, 2, 10, (("next", 9), ("middle", 6)))
    assert found.short == 5


@given(problems(most=3, tightest=20))
def test_every_reason_is_a_true_one(problem: Problem) -> None:
    found = explain(problem)

    if found is not None:
        assert next(every_plan(problem), None) is None
        assert not isinstance(solve(problem, Limits(sweeps=12)), Plan)


@given(problems(most=5, tightest=20))
def test_a_conflict_is_gone_when_any_named_solution_is_taken_out(problem: Problem) -> None:
    table = options(problem)
    assume(all(map(len, table)))
    found = overfull(problem, table)
    assume(found is not None)
    assert found is not None

    for out, _ in found.needs:
        kept = [need for key, need in found.needs if key != out]
        assert sum(kept) <= found.room < sum(need for _, need in found.needs)


@given(problems(most=4, tightest=20))
def test_every_way_out_works_and_costs_something(problem: Problem) -> None:
    for way in ways_out(problem, sweeps=10):
        assert check(way.problem, way.choices) == ()
        assert way.price > 0 or not check(problem, way.choices)


@given(problems(most=3, tightest=20))
def test_no_way_of_more_capacity_costs_less_than_the_bound(problem: Problem) -> None:
    table = options(problem)
    assume(all(map(len, table)))
    stretch = roomier(problem, table)
    assert stretch is not None

    for picked in product(*(range(len(one)) for one in table)):
        state = State(problem, table, picked)
        assert not state.is_in_order() or state.totals().over >= stretch.bound


@given(problems(most=4, tightest=20))
def test_where_it_presses_is_where_no_plan_is(problem: Problem) -> None:
    table = options(problem)
    assume(all(map(len, table)))
    found = strained(problem, table)

    assert (found is None) == (relaxed(problem, model(problem, table)) is not None)
    if found is not None:
        assert found.price > 0
        assert found.cells or found.money
        assert sum(short for *_, short in found.cells) + sum(short for _, short in found.money) >= found.price


def test_what_presses_together_is_named_where_no_window_tells() -> None:
    levels = (Level("bought", 1, {"team": (6,)}), Level("built", 1, {"other": (6,)}))
    things = [Solution(key, levels, deadline=1) for key in ("one", "two", "three", "four")]
    teams = (Team.even("team", 10, 3), Team.even("other", 10, 3))

    found = explain(Problem(3, teams, tuple(things), (0,) * 3, (None,)))

    assert isinstance(found, Strained)
    assert [cell[:3] for cell in found.cells] == [("team", 0, 1), ("other", 0, 1)]
    assert sum(short for *_, short in found.cells) == found.price == 4
    assert found.deadlines


def test_each_way_is_told_as_soon_as_it_is_found() -> None:
    things = [_thing("one", 8, deadline=1), _thing("two", 6, deadline=1)]
    told = list[WayOut]()

    found = ways_out(one_team(10, 4, *things), found=told.append)

    assert [way.change for way in told] == [way.change for way in found]
    assert [(way.price, way.bound) for way in found] == [(4, 4), (7, 4)]


def test_ways_out_are_priced_side_by_side() -> None:
    things = [_thing("one", 8, deadline=1), _thing("two", 6, deadline=1)]
    problem = one_team(10, 4, *things)
    assert isinstance(solve(problem), Impossible)

    found = ways_out(problem)

    assert [(way.change, way.price) for way in found] == [
        (MoreCapacity((("team", 0, 4),), ()), 4),
        (LaterDeadlines((("one", 1),)), 7),
    ] or found[1].change == LaterDeadlines((("two", 1),))


def test_a_locked_level_is_lowered() -> None:
    levels = (Level("low", 1, {"team": (4,)}), Level("high", 1, {"team": (14,)}))
    problem = one_team(10, 4, Solution("thing", levels), locks=(Lock("thing", level=1),))

    found = [way for way in ways_out(problem) if isinstance(way.change, LowerLevels)]

    assert [way.change for way in found] == [LowerLevels((("thing", 0),))]
    assert isinstance(solve(found[0].problem), Plan)


def test_a_locked_level_is_never_raised() -> None:
    levels = (Level("small", 1, {"team": (14,)}), Level("large", 1, {"team": (4,)}))
    problem = one_team(10, 4, Solution("thing", levels), locks=(Lock("thing", level=0),))

    assert [type(way.change) for way in ways_out(problem)] == [MoreCapacity]


def test_a_lock_of_the_start_stays_when_its_level_is_lowered() -> None:
    levels = (Level("low", 1, {"team": (4,)}), Level("high", 1, {"team": (14,)}))
    problem = one_team(10, 4, Solution("thing", levels), locks=(Lock("thing", level=1, start=2),))

    found = [way for way in ways_out(problem) if isinstance(way.change, LowerLevels)]

    assert [way.choices for way in found] == [{"thing": Choice(0, 2)}]
    assert replace(problem, locks=(Lock("thing", 0, 2),)) == found[0].problem
