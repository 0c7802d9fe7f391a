# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which few solutions weigh most on which team, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass

from leadroom.core.planning.ladder import work_of
from leadroom.core.planning.problem import Choice, Problem, Team


@dataclass(frozen=True, slots=True)
class Heaviest:
    """So many solutions take `percent` of a team's capacity in the periods before `until`, when the last goes live."""

    team: str
    solutions: tuple[str, ...]
    percent: int
    until: int


def heaviest(problem: Problem, choices: Mapping[str, Choice], *, most: int = 3) -> Heaviest | None:
    """Return the team of which at most so many solutions take the largest share; None where nothing takes any."""
    work = {key: work_of(problem, key, choice) for key, choice in choices.items()}
    found = [
        one for team in problem.teams for one in [_of(problem, team, choices, work, most)] if one is not None
    ]
    return max(found, key=lambda one: (one.percent, one.until, one.team), default=None)


def _of(
    problem: Problem,
    team: Team,
    choices: Mapping[str, Choice],
    work: Mapping[str, Mapping[str, tuple[int, ...]]],
    most: int,
) -> Heaviest | None:
    rows = {key: row[team.key] for key, row in work.items() if any(row[team.key])}
    keys = sorted(rows, key=lambda key: (-sum(rows[key]), key))[:most]
    if not keys:
        return None
    until = max(min(problem.periods, _end(problem, key, choices[key])) for key in keys)
    there = sum(team.capacity[:until])
    taken = sum(sum(rows[key][:until]) for key in keys)
    return Heaviest(team.key, tuple(keys), round(100 * taken / there), until) if there and taken else None


def _end(problem: Problem, key: str, choice: Choice) -> int:
    return choice.start + problem.solution_of[key].levels[choice.level].duration
