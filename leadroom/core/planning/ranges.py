# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
How sure a plan's headroom is: the same plan with efforts drawn from their ranges, many times over.

A range has low, likely and high as P10, P50 and P90 of the factor on a level's effort. Each half is
log-normal with the spread its own end asks for, so that all three are met exactly also where the range
is lopsided: factor = likely * (end / likely) ^ (z / z90), with z standard normal (two-piece, as in
K. F. Wallis, Statistical Science 29, 2014, on the scale of logarithms). Solutions are drawn apart
from one another: what would hit all of them at once is not in the range.

A deadline slips as often as it is said to, by one of the lengths that were seen, each as likely as another; then
the solution's work begins so many periods later, and all that follows from it with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from leadroom.core.planning.problem import Choice, Problem, Solution, Team

# The standard normal's ninetieth percentile, and which shares of all draws are told.
Z90, TOLD, ALL = NormalDist().inv_cdf(0.9), (10, 50, 90), 100
Numbers = NDArray[np.float64]


class Unordered(ValueError):
    """A range is not low, likely, high, all above nothing; or a slip is not a share with lengths above nothing."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much a solution's effort may come to, in per cent of what the plan says: P10, P50 and P90."""

    low: int
    likely: int
    high: int

    def __post_init__(self) -> None:
        """Refuse what is no range. Raises Unordered."""
        if not 0 < self.low <= self.likely <= self.high:
            raise Unordered(f"{self.low}, {self.likely}, {self.high}")


@dataclass(frozen=True, slots=True)
class Slip:
    """How often a solution's deadline slips, in per cent, and by how many periods when it does, as often as seen."""

    percent: int
    periods: tuple[int, ...]

    def __post_init__(self) -> None:
        """Refuse what is no slip. Raises Unordered."""
        if (
            not 0 <= self.percent <= ALL
            or (self.percent and not self.periods)
            or min(self.periods, default=1) < 1
        ):
            raise Unordered(f"{self.percent}, {self.periods}")


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure's P10, P50 and P90: in nine of ten draws it is `p10` or more, in one of ten `p90` or more."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class Ranges:
    """
    What a plan's headroom share may come to: free effort in per cent of capacity, less than nothing where overrun.

    `whole` is over all teams and periods, `teams` over each team's periods, `cells` has for each team one a
    period. `overrun` is in how many of a hundred draws some team is over its capacity in some period.
    """

    whole: Spread
    teams: Mapping[str, Spread]
    cells: Mapping[str, tuple[Spread, ...]]
    overrun: float
    draws: int
    seed: int


def ranges(
    problem: Problem,
    choices: Mapping[str, Choice],
    efforts: Mapping[str, Effort],
    slips: Mapping[str, Slip] | None = None,
    *,
    draws: int = 2000,
    seed: int = 0,
) -> Ranges:
    """
    Return the ranges of headroom share for a plan; solutions without a range or a slip come as planned.

    A factor stretches the effort of the work, not its length, nor what runs or is released afterwards.
    Equal input and seed give equal ranges. Shares are of capacity as it is; a team without any in a
    period has all of it free as long as nothing is asked of it.
    """
    keys = sorted(choices)
    factors, late = _factors(keys, efforts, draws, seed), _late(keys, slips or {}, draws, seed)
    free = {team.key: _free(problem, team, choices, keys, factors, late) for team in problem.teams}
    room = {team.key: np.array(team.capacity, dtype=float) for team in problem.teams}
    is_over = np.zeros(draws, dtype=bool)
    for row in free.values():
        is_over |= (row < 0).any(axis=1)
    every = sum((row.sum(axis=1) for row in free.values()), np.zeros(draws))
    return Ranges(
        _spread(every, sum((row.sum() for row in room.values()), 0.0)),
        {key: _spread(row.sum(axis=1), row_room.sum()) for (key, row), row_room in _both(free, room)},
        {
            key: tuple(_spread(row[:, period], there) for period, there in enumerate(row_room))
            for (key, row), row_room in _both(free, room)
        },
        float(100 * is_over.mean()),
        draws,
        seed,
    )


def _both(
    free: Mapping[str, Numbers], room: Mapping[str, Numbers]
) -> list[tuple[tuple[str, Numbers], Numbers]]:
    return [((key, row), room[key]) for key, row in free.items()]


def _spread(free: Numbers, room: float) -> Spread:
    share = 100 * free / room if room else np.where(free < 0, -100.0, 100.0)
    return Spread(*(float(number) for number in np.percentile(share, TOLD)))


def _factors(keys: list[str], efforts: Mapping[str, Effort], draws: int, seed: int) -> Numbers:
    """Return a factor for each draw and solution; one solution's draws do not depend on which others there are."""
    factors = np.ones((draws, len(keys)))
    for place, key in enumerate(keys):
        if key in efforts:
            one = efforts[key]
            z = np.random.default_rng([seed, *key.encode()]).standard_normal(draws)
            end = np.where(z < 0, one.low, one.high)
            lean = np.where(z < 0, -z, z) / Z90
            factors[:, place] = one.likely / 100 * (end / one.likely) ** lean
    return factors


def _late(keys: list[str], slips: Mapping[str, Slip], draws: int, seed: int) -> NDArray[np.int64]:
    """Return for each draw and solution by how many periods it comes later."""
    late = np.zeros((draws, len(keys)), dtype=np.int64)
    for place, key in enumerate(keys):
        if key in slips and slips[key].percent:
            chance = np.random.default_rng([seed, len(key), *key.encode()])
            slipped = chance.random(draws) * ALL < slips[key].percent
            late[:, place] = np.where(slipped, chance.choice(slips[key].periods, draws), 0)
    return late


def _free(
    problem: Problem,
    team: Team,
    choices: Mapping[str, Choice],
    keys: list[str],
    factors: Numbers,
    late: NDArray[np.int64],
) -> Numbers:
    """Return what a team has free in each draw and period."""
    draws, is_late = len(factors), late.any(axis=0)
    laid = [_laid(problem.solution_of[key], choices[key], team, problem.periods) for key in keys]
    # What never comes later is the same in every draw but for its factor.
    work = np.array([row for row, _running in laid]).reshape(len(keys), problem.periods)
    running = np.array([row for _work, row in laid]).reshape(len(keys), problem.periods)[~is_late]
    load = factors[:, ~is_late] @ work[~is_late] + np.maximum(running, 0).sum(axis=0)
    released = np.zeros((draws, problem.periods)) + np.maximum(-running, 0).sum(axis=0)
    for place in np.flatnonzero(is_late):
        solution, choice = problem.solution_of[keys[place]], choices[keys[place]]
        for periods in np.unique(late[:, place]):
            row, after = _laid(solution, choice, team, problem.periods, int(periods))
            if not row.any() and not after.any():
                continue
            drawn = late[:, place] == periods
            load[drawn] += np.outer(factors[drawn, place], row) + np.maximum(after, 0)
            released[drawn] += np.maximum(-after, 0)
    there = np.array(team.capacity, dtype=float) - np.array(team.reserved)
    free: Numbers = there - load + np.minimum(released, team.most_released)
    return free


def _laid(
    solution: Solution, choice: Choice, team: Team, periods: int, late: int = 0
) -> tuple[Numbers, Numbers]:
    """Return a solution's work and what runs after it for each period; what falls beyond the last is left out."""
    level, start = solution.levels[choice.level], choice.start + late
    work, running = np.zeros(periods), np.zeros(periods)
    effort = level.effort.get(team.key, ())[: max(0, periods - start)]
    work[start : start + len(effort)] = effort
    running[start + level.duration :] = level.running.get(team.key, 0)
    return work, running
