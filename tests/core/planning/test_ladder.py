# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What another level gives back is what the figures say once it is chosen."""

from hypothesis import given, settings

from leadroom.core.planning import Choice, Level, Problem, Solution, Team, figures, steps, work_of
from tests.core.planning.portfolios import problems

LOW = Level("low", 1, {"team": (3,)}, {"team": -2})
HIGH = Level("high", 2, {"team": (5, 5)}, {"team": 1})


def one(most_released: int) -> Problem:
    team = Team("team", (20,) * 4, (0,) * 4, (0,) * 4, (1,) * 4, most_released=most_released)
    return Problem(4, (team,), (Solution("post", (LOW, HIGH)),), (0,) * 4, (None,))


def test_step_counts_what_is_released_only_as_far_as_it_may_be():
    # High takes 5 + 5 + 1 (live in period 3); low takes 3 and gives back at most 1 in each of two periods.
    found = steps(one(1), {"post": Choice(1, 1)})["post"]

    assert [(step.takes, step.gives) for step in found] == [(3, 11 - 3 + 2), (10, 0)]


def test_work_that_lies_beyond_the_calendar_is_not_counted():
    assert steps(one(0), {"post": Choice(1, 3)})["post"][1].takes == 5
    assert work_of(one(0), "post", Choice(1, 1)) == {"team": (0, 5, 5, 1)}


@given(problems())
@settings(max_examples=150)
def test_each_step_is_what_the_figures_say(problem):
    choices = {each.key: Choice(0, 1) for each in problem.solutions}
    free = sum(map(sum, figures(problem, choices).free))

    found = steps(problem, choices)

    for key, row in found.items():
        for level, step in enumerate(row):
            other = figures(problem, {**choices, key: Choice(level, 1)})
            assert sum(map(sum, other.free)) - free == step.gives
