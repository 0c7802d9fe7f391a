# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which few solutions weigh most on which team."""

from leadroom.core.planning import Choice, Heaviest, Level, Problem, Solution, Team, heaviest


def solution(key: str, team: str, effort: int) -> Solution:
    return Solution(key, (Level("low", 2, {team: (effort, effort)}),))


def problem(*solutions: Solution) -> Problem:
    teams = tuple(Team.even(key, 10, 6) for key in ("care", "integration"))
    return Problem(6, teams, solutions, (0,) * 6, (None,))


def test_team_with_the_largest_share_and_its_heaviest_solutions_are_named():
    posed = problem(
        solution("a", "integration", 5),
        solution("b", "integration", 4),
        solution("c", "integration", 1),
        solution("d", "care", 3),
    )
    choices = {"a": Choice(0, 0), "b": Choice(0, 2), "c": Choice(0, 4), "d": Choice(0, 0)}

    # Until the end of period 3 a takes 10 and b takes 8 of 40.
    assert heaviest(posed, choices, most=2) == Heaviest("integration", ("a", "b"), 45, 4)


def test_only_what_is_taken_before_the_last_goes_live_counts():
    posed = problem(solution("a", "care", 10))

    assert heaviest(posed, {"a": Choice(0, 1)}) == Heaviest("care", ("a",), 67, 3)


def test_nothing_weighs_where_nothing_is_placed():
    assert heaviest(problem(solution("a", "care", 1)), {}) is None
