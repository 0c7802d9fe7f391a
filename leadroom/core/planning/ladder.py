# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each level of a placed solution takes, and what another would give back, were it to begin when it begins now."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.problem import Choice, Level, Problem

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Step:
    """
    One level beside the one that is placed: effort within the calendar, in hundredths of a team-month.

    `takes` is the work alone, `gives` by how much all teams' free effort grows if this level takes the
    placed one's place from the same first period on (less than nothing: shrinks), net of what counts as released.
    """

    takes: int
    gives: int


def steps(problem: Problem, choices: Mapping[str, Choice]) -> dict[str, tuple[Step, ...]]:
    """Return for each placed solution its levels, lowest first; all but itself stays as it is."""
    taken, released = np.zeros((2, len(problem.teams), problem.periods), dtype=np.int64)
    laid = {key: _laid(problem, key, choice) for key, choice in choices.items()}
    for work, running in laid.values():
        taken += work + np.maximum(running, 0)
        released -= np.minimum(running, 0)
    most = np.array([[team.most_released] for team in problem.teams], dtype=np.int64)
    now = int((taken - np.minimum(released, most)).sum()) if problem.teams else 0
    found = {}
    for key, choice in choices.items():
        work, running = laid[key]
        rest = taken - work - np.maximum(running, 0), released + np.minimum(running, 0)
        found[key] = tuple(
            _step(problem, key, Choice(level, choice.start), rest, most, now)
            for level in range(len(problem.solution_of[key].levels))
        )
    return found


def work_of(problem: Problem, key: str, choice: Choice) -> dict[str, tuple[int, ...]]:
    """Return what a solution takes of each team in each period, work and running effort, without what it releases."""
    work, running = _laid(problem, key, choice)
    both = work + np.maximum(running, 0)
    return {team.key: tuple(int(each) for each in row) for team, row in zip(problem.teams, both, strict=True)}


def _step(
    problem: Problem, key: str, choice: Choice, rest: tuple[Numbers, Numbers], most: Numbers, now: int
) -> Step:
    work, running = _laid(problem, key, choice)
    taken, released = rest[0] + work + np.maximum(running, 0), rest[1] - np.minimum(running, 0)
    then = int((taken - np.minimum(released, most)).sum()) if problem.teams else 0
    return Step(int(work.sum()), now - then)


def _laid(problem: Problem, key: str, choice: Choice) -> tuple[Numbers, Numbers]:
    """Return a solution's work and its running effort, by team and period."""
    level: Level = problem.solution_of[key].levels[choice.level]
    work, running = np.zeros((2, len(problem.teams), problem.periods), dtype=np.int64)
    end = min(problem.periods, choice.start + level.duration)
    for place, team in enumerate(problem.teams):
        row = level.effort.get(team.key, ())[: end - choice.start]
        work[place, choice.start : choice.start + len(row)] = row
        running[place, end:] = level.running.get(team.key, 0)
    return work, running
