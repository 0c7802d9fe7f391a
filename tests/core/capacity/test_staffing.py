# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a team has, by hand and for any team."""

from hypothesis import given
from hypothesis import strategies as st

from leadroom.core.capacity.staffing import Staffing, by_month

PERCENT = st.integers(0, 100)
TEAMS = st.builds(
    Staffing,
    st.integers(0, 5000),
    PERCENT,
    PERCENT,
    PERCENT,
    PERCENT,
    PERCENT,
    st.lists(st.tuples(st.integers(-12, 24), st.integers(-3000, 3000)), max_size=4).map(tuple),
    st.dictionaries(st.integers(0, 11), st.integers(0, 9000), max_size=4),
)


def test_a_team_by_hand():
    team = Staffing(
        400,
        line_work=40,
        absence=10,
        foundations=20,
        experiments=5,
        floor=10,
        changes=((2, -100),),
        typed={3: 90},
    )

    months = by_month(team, 4)

    # Half of four people, from the third month on of three; then what was typed.
    assert months.capacity == (200, 200, 150, 90)
    assert months.foundations == (40, 40, 30, 18)
    assert months.experiments == (10, 10, 8, 5)
    assert months.floor == (15, 15, 11, 7)


def test_change_before_the_plan_begins_counts_from_its_beginning():
    assert by_month(Staffing(100, changes=((-5, 100),)), 2).capacity == (200, 200)


@given(TEAMS)
def test_nothing_is_less_than_nothing_and_what_is_kept_is_there(team):
    months = by_month(team, 12)

    for has, kept, tried, floor in zip(
        months.capacity, months.foundations, months.experiments, months.floor, strict=True
    ):
        assert min(has, kept, tried, floor) >= 0
        assert kept + tried + floor <= has


@given(TEAMS)
def test_what_was_typed_holds(team):
    capacity = by_month(team, 12).capacity

    assert all(capacity[month] == effort for month, effort in team.typed.items())
