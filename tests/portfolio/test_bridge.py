# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows become a problem in the planner's units, and its answers become JSON that can be read back."""

import json
from datetime import date

import pytest

from leadroom.core.planning import (
    Choice,
    Closed,
    Freeze,
    Limits,
    Lock,
    Overfull,
    Plan,
    Precedence,
    Problem,
    Senseless,
    Strained,
    check,
    explain,
    figures,
    reasons,
    solve,
    ways_out,
)
from leadroom.portfolio import queries
from leadroom.portfolio.bridge import (
    changed,
    index_of,
    planned_of,
    problem_of,
    read_changes,
    read_choices,
    usable,
    written_choices,
    written_explanation,
    written_figures,
    written_portfolio,
    written_reasons,
    written_way,
)
from leadroom.portfolio.models import CapacityCell, Status, Track, Wait
from leadroom.portfolio.models import Freeze as FreezeRow
from tests.portfolio.rows import HIGH, LOW, USABLE, in_force, initiative, level, small, team, terms


@pytest.fixture
def here(ada, inside):
    """Stand inside Ada's council."""
    with inside(ada):
        yield ada


def posed(actor) -> Problem:
    return problem_of(queries.planning_rows(actor))


def test_quarters_add_up_months_of_capacity_reserves_and_floor(here):
    terms(budget={"2027": 500})
    it = team(
        "it",
        staff=200,
        line_work=50,
        reserved_foundations=20,
        reserved_experiments=10,
        floor=10,
        weight=3,
    )
    CapacityCell.objects.create(team=it, month=date(2027, 2, 1), effort=40)

    one = posed(here)

    assert (one.periods, one.year_of, one.budget) == (4, (0, 0, 0, 0), (500,))
    assert one.teams[0].capacity == (240, 300, 300, 300)
    assert one.teams[0].reserved == (72, 90, 90, 90)
    assert one.teams[0].floor == (17, 21, 21, 21)
    assert one.teams[0].weight == (3, 3, 3, 3)


@pytest.mark.parametrize(("given_back", "counted_on"), [([0], 0), ([-5, -10], 45), ([-100], 60)])
def test_what_is_given_back_is_counted_on_up_to_what_is_promised_and_a_fifth_of_the_team(
    here, given_back, counted_on
):
    terms()
    team("it", staff=100)
    for number, effort in enumerate(given_back):
        thing = initiative(f"thing{number}")
        level(thing, LOW, running={"it": 3})
        level(thing, USABLE, running={"it": effort})

    assert posed(here).teams[0].most_released == counted_on


def test_levels_by_quarter_carry_all_effort_and_money(here):
    terms()
    team("it")
    thing = initiative("thing", deadline=date(2027, 12, 31), earliest_on=date(2027, 4, 1))
    level(
        thing,
        USABLE,
        months=4,
        effort={"it": [10, 20, 30, 40, 99], "gone": [5]},
        running={"it": -7, "gone": 3},
        money=101,
        running_money=40,
        value=60,
    )

    [one] = posed(here).solutions
    [only] = one.levels

    assert (one.earliest, one.deadline) == (1, 3)
    assert (only.key, only.duration, only.value) == ("USABLE", 2, 60)
    assert dict(only.effort) == {"it": (60, 40)}
    assert dict(only.running) == {"it": -21}
    assert (only.money, only.running_money) == ((51, 50), 10)


def test_months_stay_months(here):
    terms(is_by_month=True)
    team("it", staff=150)
    thing = initiative("thing", deadline=date(2027, 3, 15), earliest_on=date(2027, 2, 20))
    level(thing, months=2, effort={"it": [10, 20]}, running={"it": 5})

    one = posed(here)

    assert (one.periods, one.teams[0].capacity[0]) == (12, 150)
    assert (one.solutions[0].earliest, one.solutions[0].deadline) == (1, 2)
    assert dict(one.solutions[0].levels[0].effort) == {"it": (10, 20)}


def test_nothing_begins_before_the_day_before_which_it_may_not(here):
    terms()
    team("it")
    level(initiative("thing", earliest_on=date(2027, 2, 1)))

    assert posed(here).solutions[0].earliest == 1


def test_deadlines_that_have_passed_or_lie_beyond_do_not_bind_and_are_told(here):
    terms()
    team("it")
    for key, day in (("past", date(2026, 5, 1)), ("now", date(2027, 2, 1)), ("far", date(2029, 1, 1))):
        level(initiative(key, deadline=day))
    rows = queries.planning_rows(here)

    one = problem_of(rows)

    assert [each.deadline for each in one.solutions] == [None, None, None]
    assert written_portfolio(rows, one, usable(rows))["overdue"] == ["now", "past"]


def test_what_begins_beyond_the_horizon_is_not_planned_and_told(here):
    terms()
    team("it")
    level(initiative("later", earliest_on=date(2028, 5, 1)))
    level(initiative("soon"))
    rows = queries.planning_rows(here)

    assert [each.key for each in planned_of(rows)] == ["soon"]
    assert written_portfolio(rows, problem_of(rows), usable(rows))["later"] == ["later"]


def test_only_open_mandated_solutions_with_levels_are_planned(here):
    terms()
    team("it")
    level(initiative("planned"))
    level(initiative("done", status=Status.DONE))
    level(initiative("challenge", Track.CHALLENGE))
    level(initiative("base", Track.FOUNDATION))
    level(initiative("taken", taken_over_by=initiative("winner", Track.CHALLENGE), way="TAKEN_OVER"))
    initiative("bare")
    rows = queries.planning_rows(here)

    assert [each.key for each in problem_of(rows).solutions] == ["planned", "taken"]
    assert written_portfolio(rows, problem_of(rows), usable(rows))["without_levels"] == ["bare"]


def test_waits_become_precedences_among_what_is_planned_at_the_level_of_the_ladder(here):
    terms()
    team("it")
    before, after = initiative("before"), initiative("after")
    level(before, USABLE)
    level(before, HIGH)
    level(after)
    Wait.objects.create(before=before, after=after, months=4, least_level=2)
    Wait.objects.create(before=initiative("bare"), after=after)

    assert posed(here).precedences == (Precedence("before", "after", lag=2, least_level=1),)


def test_waits_for_a_level_that_is_not_there_ask_for_the_highest(here):
    terms()
    team("it")
    before, after = initiative("before"), initiative("after")
    level(before)
    level(after)
    Wait.objects.create(before=before, after=after, least_level=3)

    assert posed(here).precedences == (Precedence("before", "after"),)


def test_waits_in_a_circle_are_refused(here):
    terms()
    team("it")
    one, other = initiative("one"), initiative("other")
    level(one)
    level(other)
    Wait.objects.create(before=one, after=other)
    Wait.objects.create(before=other, after=one)

    with pytest.raises(Senseless):
        posed(here)


def test_freezes_hold_at_the_beginnings_of_periods_also_at_the_horizon(here):
    terms()
    team("it")
    FreezeRow.objects.create(name="Summer", first_month=date(2027, 6, 1), last_month=date(2027, 7, 31))
    FreezeRow.objects.create(name="Winter", first_month=date(2027, 12, 1), last_month=date(2028, 1, 31))
    FreezeRow.objects.create(name="Past", first_month=date(2020, 1, 1), last_month=date(2020, 2, 1))

    assert posed(here).freezes == (
        Freeze(frozenset()),
        Freeze(frozenset({2})),
        Freeze(frozenset({4})),
    )


def test_what_is_under_way_stays_where_it_is_and_takes_what_is_left_of_it(here):
    terms()
    team("it")
    ready = initiative("ready", status=Status.RUNNING, earliest_on=date(2027, 6, 1))
    other = initiative("other")
    level(ready, LOW, months=3, effort={"it": [1, 1, 1]})
    level(ready, HIGH, months=9, effort={"it": [10] * 3 + [20] * 3 + [30] * 3}, money=90)
    level(other)
    Wait.objects.create(before=other, after=ready)
    in_force({"ready": (HIGH, "2026-10-01"), "other": (LOW, "2027-04-01"), "gone": (LOW, "2027-01-01")})

    one = posed(here)

    assert one.locks == (Lock("ready", 1, 0),)
    assert dict(one.in_force) == {"ready": Choice(1, 0), "other": Choice(0, 1)}
    assert one.precedences == ()
    high = one.solution_of["ready"].levels[1]
    assert (one.solution_of["ready"].earliest, high.duration, high.money) == (0, 2, (30, 30))
    assert dict(high.effort) == {"it": (60, 90)}


def test_what_is_under_way_keeps_its_first_month_from_plan_to_plan(here):
    terms()
    team("it")
    level(initiative("ready", status=Status.RUNNING), months=6, effort={"it": [10] * 6})
    in_force({"ready": (LOW, "2026-10-01")})
    rows = queries.planning_rows(here)
    one, index = problem_of(rows), index_of(rows)

    found = solve(one)
    assert isinstance(found, Plan)
    said = written_choices(one, found.choices, index)

    assert said == {"ready": {"level": "LEGAL_MINIMUM", "month": "2026-10-01", "end": "2027-04-01"}}
    assert read_choices(said, index) == dict(found.choices)


def test_what_is_under_way_beyond_the_horizon_makes_nothing_impossible(here):
    terms()
    team("it")
    level(initiative("long", status=Status.RUNNING), months=30, effort={"it": [10] * 30})
    in_force({"long": (LOW, "2027-04-01")})

    found = solve(posed(here))

    assert isinstance(found, Plan)
    assert found.figures.usage == ((0, 30, 30, 30),)


def test_usable_is_what_challenges_need_from_when_they_may_start(here):
    terms()
    team("it")
    team("care")
    win = initiative("win", Track.CHALLENGE, earliest_on=date(2027, 4, 1))
    level(win, months=6, effort={"it": [10] * 6})
    rows = queries.planning_rows(here)

    needs = usable(rows)
    one = problem_of(rows)
    said = written_figures(one, figures(one, {}), needs)

    assert needs == {"it": (0, 30, 30, 0), "care": (0, 0, 0, 0)}
    assert (said["room"], said["usable"], said["room_of"]) == (2400, 60, {"it": 1200, "care": 1200})


def test_all_that_is_written_is_json_and_read_back_alike(here):
    small()
    rows = queries.planning_rows(here)
    one, index = problem_of(rows), index_of(rows)
    found = solve(one, Limits(sweeps=20))
    assert isinstance(found, Plan)

    said = json.loads(
        json.dumps(
            {
                "choices": written_choices(one, found.choices, index),
                "figures": written_figures(one, found.figures, usable(rows), found),
                "portfolio": written_portfolio(rows, one, usable(rows)),
                "reasons": written_reasons(one, reasons(one, found.choices), index),
            }
        )
    )

    assert read_choices(said["choices"], index) == dict(found.choices)
    assert said["figures"]["gap_effort"] == found.gap == said["figures"]["gap"]
    assert said["figures"]["free"] == {"integration": list(found.figures.free[0])}
    assert set(said["reasons"]) == {"post", "vote"}


def test_choices_of_what_is_gone_are_passed_over(here):
    small()
    index = index_of(queries.planning_rows(here))

    read = read_choices(
        {
            "post": {"level": "USABLE", "month": "2027-04-01"},
            "vote": {"level": "INTEGRATED", "month": "2027-04-01"},
            "gone": {"level": "USABLE", "month": "2027-04-01"},
        },
        index,
    )

    assert read == {"post": Choice(1, 1)}
    assert read_choices({"post": {"level": "USABLE", "month": "2031-01-01"}}, index) == {}


def test_explanations_name_the_chain_the_team_or_where_it_presses():
    closed = written_explanation((Closed(("a", "b"), is_frozen=True, is_locked=False),))
    overfull = written_explanation(Overfull("it", 1, 2, 900, (("a", 800), ("b", 600))))
    strained = written_explanation(Strained((("it", 0, 2, 50),), ("a",), ((0, 7),), 57))

    assert closed == {
        "kind": "closed",
        "closed": [{"chain": ("a", "b"), "is_frozen": True, "is_locked": False}],
    }
    assert overfull == {
        "kind": "overfull",
        "team": "it",
        "first": 1,
        "end": 2,
        "room": 900,
        "needs": [["a", 800], ["b", 600]],
        "short": 500,
    }
    assert (strained["kind"], strained["cells"], strained["deadlines"], strained["money"]) == (
        "strained",
        (("it", 0, 2, 50),),
        ("a",),
        ((0, 7),),
    )
    assert written_explanation(None) == {}


@pytest.mark.parametrize("changes", [{}, {"locks": {"post": "USABLE"}}])
def test_ways_out_make_portfolios_that_have_the_plan_they_come_with(here, changes):
    small(staff=80)
    rows = queries.planning_rows(here)
    index = index_of(rows)
    one = changed(problem_of(rows), read_changes(changes), index)
    assert explain(one) is not None

    found = ways_out(one)

    assert found
    for way in found:
        said = json.loads(json.dumps(written_way(one, way, index)))
        again = changed(one, read_changes(said["changes"]), index)
        assert check(again, read_choices(said["choices"], index)) == ()
