# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small portfolios for property tests, and every plan of them, tried one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from hypothesis import strategies as st

from bench.portfolios import portfolio
from leadroom.core.planning import Choice, Lock, Problem, Solution, Team, check


def one_team(capacity: int, periods: int, *solutions: Solution, **rules: object) -> Problem:
    """Return a problem of one team with the same capacity throughout."""
    team = Team.even("team", capacity, periods)
    return Problem(periods, (team,), solutions, (0,) * periods, (None,), **rules)  # type: ignore[arg-type]


def scaled(problem: Problem, percent: int) -> Problem:
    """Return the problem with so much of each team's capacity."""
    teams = tuple(
        replace(team, capacity=tuple(room * percent // 100 for room in team.capacity))
        for team in problem.teams
    )
    return replace(problem, teams=teams)


@st.composite
def problems(draw: st.DrawFn, *, most: int = 4, tightest: int = 40) -> Problem:
    """Draw a portfolio small enough to try every plan: possible ones and impossible ones."""
    found = portfolio(
        draw(st.integers(1, most)),
        draw(st.integers(6, 9)),
        teams=draw(st.integers(1, 3)),
        seed=draw(st.integers(0, 10_000)),
        slack=draw(st.sampled_from([0.0, 0.1, 0.5])),
    )
    changed = replace(
        found,
        teams=tuple(
            replace(
                team,
                need=draw(st.sampled_from([None, team.need])),
                floor=(draw(st.sampled_from([0, 0, 5])),) * found.periods,
                most_released=draw(st.sampled_from([0, 8])),
            )
            for team in found.teams
        ),
        solutions=tuple(
            replace(one, is_optional=draw(st.booleans()) and draw(st.booleans())) for one in found.solutions
        ),
        in_force={one.key: Choice(0, 2) for one in found.solutions[::2]},
        locks=draw(
            st.sampled_from(
                [(), (Lock(found.solutions[0].key, level=0),), (Lock(found.solutions[0].key, level=1),)]
            )
        ),
    )
    return scaled(changed, draw(st.integers(tightest, 110)))


def every_plan(problem: Problem) -> Iterator[Mapping[str, Choice]]:
    """Return each set of choices that keeps all rules, found without the solver: by trying them all."""
    alone = [list(_alone(problem, one)) for one in problem.solutions]
    for picked in product(*alone):
        choices = {
            one.key: choice
            for one, choice in zip(problem.solutions, picked, strict=True)
            if choice is not None
        }
        if not check(problem, choices):
            yield choices


def _alone(problem: Problem, solution: Solution) -> Iterator[Choice | None]:
    if solution.is_optional and not any(lock.solution == solution.key for lock in problem.locks):
        yield None
    only = replace(
        problem,
        solutions=(solution,),
        precedences=(),
        in_force={},
        locks=tuple(lock for lock in problem.locks if lock.solution == solution.key),
        freezes=(),
    )
    for level, start in product(range(len(solution.levels)), range(problem.periods)):
        if not check(only, {solution.key: Choice(level, start)}):
            yield Choice(level, start)
