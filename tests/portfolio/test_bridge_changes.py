# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A what-if lies over the problem, leaves what is gone and what is under way alone, and goes to JSON and back."""

import pytest

from leadroom.core.planning import Choice, Lock, Precedence
from leadroom.portfolio import queries
from leadroom.portfolio.bridge import (
    Changes,
    changed,
    index_of,
    problem_of,
    read_changes,
    together,
    written_changes,
)
from leadroom.portfolio.models import Initiative, Status, Wait
from tests.portfolio.rows import HIGH, LOW, USABLE, in_force, initiative, level, small, team, terms


@pytest.fixture
def rows(ada, inside):
    """Return the rows of a small portfolio, inside its council."""
    with inside(ada):
        small()
        yield queries.planning_rows(ada)


def lay(rows, **changes):
    return changed(problem_of(rows), read_changes(changes), index_of(rows))


def test_no_changes_change_nothing(rows):
    assert lay(rows) == problem_of(rows)


def test_locks_fix_level_start_or_both(rows):
    assert lay(rows, locks={"post": "USABLE"}).locks == (Lock("post", 1),)
    assert lay(rows, starts={"post": "2027-05-01"}).locks == (Lock("post", start=1),)
    assert lay(rows, locks={"post": "USABLE"}, starts={"post": "2027-01-01"}).locks == (Lock("post", 1, 0),)


def test_deadlines_move_and_beyond_the_horizon_no_longer_bind(rows):
    said = lay(rows, deadlines={"post": "2027-10-01", "vote": "2029-01-01"})

    assert [each.deadline for each in said.solutions] == [3, None]


def test_capacity_adds_up_and_never_falls_below_nothing(rows):
    said = lay(
        rows,
        capacity=[
            ["integration", "2027-04-01", 50],
            ["integration", "2027-05-01", 25],
            ["integration", "2027-07-01", -9999],
            ["gone", "2027-04-01", 50],
            ["integration", "2031-01-01", 50],
        ],
    )

    assert said.teams[0].capacity == (600, 675, 0, 600)


def test_money_is_added_where_there_is_a_limit(ada, inside):
    with inside(ada):
        terms(budget={"2027": 100}, months=24)
        team("it")
        level(initiative("thing"))
        rows = queries.planning_rows(ada)

        assert lay(rows, money={"2027": 30, "2028": 30}).budget == (130, None)


def test_a_level_at_most_cuts_the_ladder_and_all_that_stands_on_it(ada, inside):
    with inside(ada):
        terms()
        team("it")
        before, after = initiative("before"), initiative("after")
        for kind in (LOW, HIGH):
            level(before, kind)
        level(after)
        Wait.objects.create(before=before, after=after, least_level=2)
        in_force({"before": (HIGH, "2027-01-01")})
        rows = queries.planning_rows(ada)

        said = lay(rows, at_most={"before": "USABLE"}, locks={"before": "INTEGRATED"})

        assert [each.key for each in said.solution_of["before"].levels] == ["LEGAL_MINIMUM"]
        assert said.locks == (Lock("before", 0),)
        assert said.precedences == (Precedence("before", "after"),)
        assert dict(said.in_force) == {"before": Choice(0, 0)}


def test_what_is_gone_is_passed_over(rows):
    said = lay(
        rows,
        locks={"gone": "USABLE", "vote": "USABLE", "post": "NO_KIND"},
        starts={"gone": "2027-04-01", "post": "2026-01-01", "vote": "2030-01-01"},
        at_most={"gone": "USABLE", "post": "NO_KIND"},
        deadlines={"gone": "2027-04-01"},
    )

    assert said == problem_of(rows)


def test_what_is_under_way_goes_on_as_it_began_also_at_most_a_level(rows, ada):
    Initiative.objects.filter(key="post").update(status=Status.RUNNING)
    in_force({"post": (USABLE, "2027-01-01")})
    rows = queries.planning_rows(ada)

    assert lay(rows, starts={"post": "2027-04-01"}).locks == (Lock("post", 1, 0),)
    assert lay(rows, at_most={"post": "LEGAL_MINIMUM"}).locks == (Lock("post", 0, 0),)


def test_changes_are_json_and_read_back_alike():
    changes = Changes(
        locks={"a": "USABLE"}, capacity=(("it", "2027-01-01", 50),), money={"2027": 10}, deadlines={}
    )

    said = written_changes(changes)

    assert said == {
        "locks": {"a": "USABLE"},
        "capacity": [["it", "2027-01-01", 50]],
        "money": {"2027": 10},
    }
    assert read_changes(said) == changes
    assert written_changes(Changes()) == {}


def test_changes_come_together():
    first = Changes(
        locks={"a": "USABLE", "b": "USABLE"}, capacity=(("it", "2027-01-01", 50),), money={"2027": 10}
    )
    then = Changes(locks={"a": "INTEGRATED"}, capacity=(("it", "2027-01-01", 20),), money={"2027": 5})

    both = together(first, then)

    assert both.locks == {"a": "INTEGRATED", "b": "USABLE"}
    assert both.capacity == (("it", "2027-01-01", 50), ("it", "2027-01-01", 20))
    assert both.money == {"2027": 15}
