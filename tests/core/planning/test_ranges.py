# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How sure headroom is: true at both ends, exact where nothing is unsure, and the same for the same seed."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from leadroom.core.planning import (
    Choice,
    Effort,
    Level,
    Limits,
    Plan,
    Problem,
    Slip,
    Solution,
    Spread,
    Unordered,
    figures,
    ranges,
    solve,
)
from tests.core.planning.portfolios import one_team, problems

THING = Solution("thing", (Level("only", 1, {"team": (50,)}, {"team": 10}),))
PLAIN = one_team(100, 3, THING)
NOW = {"thing": Choice(0, 1)}


@settings(max_examples=30)
@given(problems(tightest=90))
def test_without_ranges_it_is_what_the_figures_say(problem: Problem) -> None:
    now = solve(problem, Limits(sweeps=12))
    assume(isinstance(now, Plan))
    assert isinstance(now, Plan)

    found = ranges(problem, now.choices, {}, draws=3)

    for team, free in zip(problem.teams, figures(problem, now.choices).free, strict=True):
        for spread, has, left in zip(found.cells[team.key], team.capacity, free, strict=True):
            assert spread.p10 == spread.p50 == spread.p90 == pytest.approx(100 * left / has if has else 100)
    assert found.overrun == 0


def test_low_likely_and_high_are_met() -> None:
    found = ranges(PLAIN, NOW, {"thing": Effort(80, 100, 180)}, draws=40_000)

    assert found.cells["team"][0] == Spread(100, 100, 100)
    assert found.cells["team"][2] == Spread(90, 90, 90)
    busy = found.cells["team"][1]
    assert (busy.p10, busy.p50, busy.p90) == pytest.approx((10, 50, 60), abs=1)
    assert found.whole == found.teams["team"]
    assert found.whole.p50 == pytest.approx(80, abs=0.5)
    # Over capacity at twice the effort: z = 1.2816 * ln 2 / ln 1.8, passed by 6.5 in a hundred.
    assert found.overrun == pytest.approx(6.5, abs=0.5)


def test_equal_seeds_give_equal_ranges_and_others_leave_them_alone() -> None:
    wide = {"thing": Effort(50, 100, 200)}
    free = replace(THING, key="other", levels=(Level("only", 1, {}),))
    both = replace(PLAIN, solutions=(THING, free))

    assert ranges(PLAIN, NOW, wide) == ranges(PLAIN, NOW, wide)
    assert ranges(PLAIN, NOW, wide, seed=1) != ranges(PLAIN, NOW, wide)
    assert ranges(both, NOW | {"other": Choice(0, 0)}, wide | {"other": Effort(1, 2, 3)}) == ranges(
        PLAIN, NOW, wide
    )


def test_a_wider_range_is_never_surer() -> None:
    narrow, wide = (
        ranges(PLAIN, NOW, {"thing": one}).whole for one in (Effort(90, 100, 110), Effort(60, 100, 170))
    )

    assert wide.p10 < narrow.p10 < narrow.p90 < wide.p90


@pytest.mark.parametrize("wrong", [(0, 1, 2), (3, 2, 4), (1, 5, 4)])
def test_what_is_no_range_is_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(Unordered):
        Effort(*wrong)


def test_certain_slip_is_the_plan_so_much_later() -> None:
    efforts = {"thing": Effort(80, 100, 180)}
    later = ranges(PLAIN, {"thing": Choice(0, 2)}, efforts)

    assert ranges(PLAIN, NOW, efforts, {"thing": Slip(100, (1,))}) == later
    assert ranges(PLAIN, NOW, efforts, {"thing": Slip(0, ())}) == ranges(PLAIN, NOW, efforts)


def test_what_slips_beyond_the_last_period_takes_nothing() -> None:
    found = ranges(PLAIN, NOW, {}, {"thing": Slip(100, (9,))})

    assert found.whole == Spread(100, 100, 100)


def test_slip_comes_as_often_and_as_long_as_it_is_said_to() -> None:
    long = one_team(100, 6, Solution("thing", (Level("only", 1, {"team": (50,)}),)))
    slip = Slip(60, (1, 2, 2))

    found = ranges(long, {"thing": Choice(0, 0)}, {}, {"thing": slip}, draws=40_000)

    # In period 0 in 40 of 100 draws, in period 1 in 20, in period 2 in 40: the middle is free in each.
    assert [cell.p10 for cell in found.cells["team"]] == [50, 50, 50, 100, 100, 100]
    assert [cell.p50 for cell in found.cells["team"]] == [100] * 6
    rare = ranges(long, {"thing": Choice(0, 0)}, {}, {"thing": Slip(60, (1, *[2] * 11))}, draws=40_000)
    assert [cell.p10 for cell in rare.cells["team"]] == [50, 100, 50, 100, 100, 100]


@pytest.mark.parametrize(
    ("percent", "periods"), [(-1, (1,)), (101, (1,)), (10, ()), (10, (0,)), (10, (-1, 2))]
)
def test_what_is_no_slip_is_refused(percent: int, periods: tuple[int, ...]) -> None:
    with pytest.raises(Unordered):
        Slip(percent, periods)
