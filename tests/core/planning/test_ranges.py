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
