# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What binds a solution: what is named truly stands against a move, and what is promised is truly gained."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given

from leadroom.core.planning import (
    Binding,
    Choice,
    Freeze,
    Level,
    Limits,
    Lock,
    Plan,
    Precedence,
    Problem,
    Reason,
    Rule,
    Solution,
    check,
    figures,
    reasons,
    solve,
)
from tests.core.planning.portfolios import one_team, problems

RULES = {
    Binding.TEAM: {Rule.CAPACITY},
    Binding.MONEY: {Rule.BUDGET},
    Binding.BEFORE: {Rule.ORDER},
    Binding.AFTER: {Rule.ORDER},
    Binding.DEADLINE: {Rule.TOO_LATE},
    Binding.EARLIEST: {Rule.TOO_EARLY, Rule.UNKNOWN},
    Binding.FREEZE: {Rule.FROZEN},
}


def _moved(problem: Problem, choices: Mapping[str, Choice], key: str) -> list[Mapping[str, Choice]]:
    """Return the small moves of one solution."""
    now = choices[key]
    near = [
        Choice(now.level, now.start - 1),
        Choice(now.level, now.start + 1),
        Choice(now.level + 1, now.start),
    ]
    levels = len(problem.solution_of[key].levels)
    return [{**choices, key: one} for one in near if one.level < levels]


@given(problems(most=4, tightest=60))
def test_what_binds_stands_against_a_move_and_nothing_binds_where_all_are_free(problem: Problem) -> None:
    found = solve(problem, Limits(sweeps=12))
    if not isinstance(found, Plan):
        return

    for key, reason in reasons(problem, found.choices).items():
        broken = [
            {one.rule for one in check(problem, moved)} for moved in _moved(problem, found.choices, key)
        ]
        if reason.kind is Binding.NOTHING:
            assert not any(broken)
        elif reason.kind is Binding.LOCK:
            assert key in {lock.solution for lock in problem.locks}
        else:
            assert any(rules & RULES[reason.kind] for rules in broken)


@given(problems(most=4, tightest=60))
def test_gain_is_what_trying_every_place_with_a_month_more_finds(problem: Problem) -> None:
    found = solve(problem, Limits(sweeps=12))
    if not isinstance(found, Plan):
        return

    for key, reason in reasons(problem, found.choices).items():
        if reason.kind is not Binding.TEAM:
            continue
        roomy = _with_a_month(problem, reason)
        tried = (
            {**found.choices, key: Choice(level, start)}
            for level in range(len(problem.solution_of[key].levels))
            for start in range(problem.periods)
        )
        best = max(figures(roomy, one).headroom for one in tried if not check(roomy, one))
        if not problem.solution_of[key].is_optional:
            assert reason.gain == best - figures(roomy, found.choices).headroom


def _with_a_month(problem: Problem, reason: Reason) -> Problem:
    teams = tuple(
        replace(
            team,
            capacity=tuple(
                room + 100 * ((team.key, period) == (reason.team, reason.period))
                for period, room in enumerate(team.capacity)
            ),
        )
        for team in problem.teams
    )
    return replace(problem, teams=teams)


LEVEL = (Level("only", 1, {"team": (6,)}, money=(5,)),)
ONE, TWO = Solution("one", LEVEL, earliest=1, deadline=2), Solution("two", LEVEL)


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ({}, Reason(Binding.TEAM, "team", 1)),
        ({"locks": (Lock("two", start=2),)}, Reason(Binding.LOCK)),
        (
            {"precedences": (Precedence("one", "two"),), "solutions": (ONE, TWO)},
            Reason(Binding.BEFORE, by="one"),
        ),
        ({"solutions": (ONE, replace(TWO, earliest=2))}, Reason(Binding.EARLIEST)),
        ({"solutions": (ONE, replace(TWO, earliest=2, deadline=3))}, Reason(Binding.DEADLINE)),
        (
            {"freezes": (Freeze(frozenset({4})),), "solutions": (ONE, replace(TWO, earliest=2))},
            Reason(Binding.EARLIEST),
        ),
    ],
)
def test_each_kind_is_told(rules: dict[str, object], reason: Reason) -> None:
    problem = replace(one_team(10, 4, ONE, TWO), **rules)  # type: ignore[arg-type]

    assert reasons(problem, {"one": Choice(0, 1), "two": Choice(0, 2)})["two"] == reason


def test_a_place_that_may_not_be_is_refused() -> None:
    with pytest.raises(ValueError, match="one may not be placed so"):
        reasons(one_team(10, 4, ONE), {"one": Choice(0, 3)})
