# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What planning answers with: a plan with its figures, or word that there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from leadroom.core.planning.problem import Choice, Problem, Team


class Status(Enum):
    """How good a plan is known to be: the best there is, or one that keeps every rule."""

    BEST = "best"
    FEASIBLE = "feasible"


@dataclass(frozen=True, slots=True)
class Figures:
    """
    What a plan comes to. Rows are teams in the problem's order, columns periods.

    `usage` is the effort that solutions take, net of what counts as released; `free` is capacity
    less reserved less usage. `headroom` sums free effort as it counts: up to the need, times its
    weight. `value` is what the chosen levels are worth, `ramps` how much load rises from one period to
    the next, `changes` how many solutions differ from the plan in force.
    """

    usage: tuple[tuple[int, ...], ...]
    free: tuple[tuple[int, ...], ...]
    spent: tuple[int, ...]
    headroom: int
    value: int
    ramps: int
    changes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """
    A plan that keeps every rule.

    `bound` is a headroom that no plan can exceed, `seed` and `sweeps` the effort with which the same
    plan is found again.
    """

    choices: Mapping[str, Choice]
    figures: Figures
    status: Status
    bound: int
    seed: int
    sweeps: int

    @property
    def gap(self) -> int:
        """Return by how much headroom a better plan could at most beat this one, in units of effort times weight."""
        return max(0, self.bound - self.figures.headroom)

    @property
    def gap_percent(self) -> float:
        """Return the gap as a share of this plan's headroom, in per cent; 0 for a plan that is known to be best."""
        return 100 * self.gap / max(1, abs(self.figures.headroom)) if self.gap else 0.0


@dataclass(frozen=True, slots=True)
class Impossible:
    """No plan exists, and that is proven: by a solution without any place (`without_place`), or by relaxation."""

    without_place: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoPlanFound:
    """The search found no plan; there may be one. `short` is by how much effort the nearest try broke capacity."""

    short: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How a search stands: sweeps done of all, the best plan's headroom so far (None: no plan yet), the bound."""

    done: int
    total: int
    headroom: int | None
    bound: int


def figures(problem: Problem, choices: Mapping[str, Choice]) -> Figures:
    """Return what a set of choices comes to, whether or not it keeps the rules."""
    taken = {team.key: [0] * problem.periods for team in problem.teams}
    released = {team.key: [0] * problem.periods for team in problem.teams}
    spent, value = [0] * len(problem.budget), 0
    for key, choice in choices.items():
        level = problem.solution_of[key].levels[choice.level]
        value += level.value
        end = choice.start + level.duration
        for team, row in level.effort.items():
            for place, effort in enumerate(row, choice.start):
                if place < problem.periods:
                    taken[team][place] += effort
        for team, running in level.running.items():
            row_of = taken if running >= 0 else released
            for period in range(end, problem.periods):
                row_of[team][period] += abs(running)
        for place, money in enumerate(level.money, choice.start):
            if place < problem.periods:
                spent[problem.year_of[place]] += money
        for period in range(end, problem.periods):
            spent[problem.year_of[period]] += level.running_money
    usage = tuple(
        tuple(
            used - min(back, team.most_released)
            for used, back in zip(taken[team.key], released[team.key], strict=True)
        )
        for team in problem.teams
    )
    free = tuple(_free(team, row) for team, row in zip(problem.teams, usage, strict=True))
    return Figures(
        usage,
        free,
        tuple(spent),
        sum(_counted(team, row) for team, row in zip(problem.teams, free, strict=True)),
        value,
        sum(max(0, now - before) for row in usage for before, now in zip((0, *row), row, strict=False)),
        sum(choices.get(key) != choice for key, choice in problem.in_force.items()),
    )


def _free(team: Team, usage: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(
        has - kept - used for has, kept, used in zip(team.capacity, team.reserved, usage, strict=True)
    )


def _counted(team: Team, free: tuple[int, ...]) -> int:
    needs = team.need or free
    return sum(weight * min(need, one) for weight, need, one in zip(team.weight, needs, free, strict=True))
