# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Why there is no plan: a ladder that stops at the first rung that answers.

First, solutions whose window is closed, by their own dates or by the chain they stand in. Then a
team and a window of time in which the least that solutions must take is more than there is, with
the fewest solutions that suffice: take any of them out, and this conflict is gone (energetic
reasoning as in Baptiste, Le Pape and Nuijten, Constraint-Based Scheduling, 2001). Last, the teams,
periods and deadlines that press together, as the relaxation weighs them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadroom.core.planning.elastic import Strained, strained
from leadroom.core.planning.options import LEFT_OUT_LEVEL, Options, options
from leadroom.core.planning.problem import Problem, in_order


@dataclass(frozen=True, slots=True)
class Closed:
    """
    Solutions that leave one another no place; one alone where its own dates do.

    `chain` has them in their order, and no more than it takes. `is_frozen` and `is_locked` say whether they
    would have a place without the freezes, or without the locks.
    """

    chain: tuple[str, ...]
    is_frozen: bool
    is_locked: bool


@dataclass(frozen=True, slots=True)
class Overfull:
    """
    A team that cannot hold what must be done from period `first` up to, not including, `end`.

    `needs` gives what each of the solutions takes there at the very least, most first;
    `room` is what the team has there.
    """

    team: str
    first: int
    end: int
    room: int
    needs: tuple[tuple[str, int], ...]

    @property
    def short(self) -> int:
        """Return how much is missing."""
        return sum(need for _, need in self.needs) - self.room


def explain(problem: Problem) -> tuple[Closed, ...] | Overfull | Strained | None:
    """Return the first reason found why no plan can exist, or None where no rung answers."""
    table = options(problem)
    chains = dict.fromkeys(_chain(problem, one.key) for one in table if not len(one))
    closed = tuple(_closed(_only(problem, set(chain)), chain) for chain in chains)
    return closed or overfull(problem, table) or strained(problem, table)


def _closed(problem: Problem, chain: tuple[str, ...]) -> Closed:
    return Closed(
        chain,
        is_frozen=_has_place(replace(problem, freezes=())),
        is_locked=_has_place(replace(problem, locks=())),
    )


def _has_place(problem: Problem) -> bool:
    return all(map(len, options(problem)))


def _chain(problem: Problem, key: str) -> tuple[str, ...]:
    """Return the fewest of the solutions around one that leave one another no place: all others can be forgotten."""
    chain = _connected(problem, key)
    for other in sorted(chain):
        if not _has_place(_only(problem, chain - {other})):
            chain = chain - {other}
    return tuple(one for one in in_order(problem) if one in chain)


def _connected(problem: Problem, key: str) -> set[str]:
    found, edge = {key}, {key}
    while edge:
        edge = {
            other
            for arc in problem.precedences
            for one, other in ((arc.before, arc.after), (arc.after, arc.before))
            if one in edge and other not in found
        }
        found |= edge
    return found


def _only(problem: Problem, keys: set[str]) -> Problem:
    """Return the problem of some of the solutions alone."""
    return replace(
        problem,
        solutions=tuple(one for one in problem.solutions if one.key in keys),
        precedences=tuple(arc for arc in problem.precedences if {arc.before, arc.after} <= keys),
        locks=tuple(lock for lock in problem.locks if lock.solution in keys),
        freezes=tuple(
            freeze if freeze.solutions is None else replace(freeze, solutions=freeze.solutions & keys)
            for freeze in problem.freezes
        ),
        in_force={},
    )


def overfull(problem: Problem, table: Sequence[Options]) -> Overfull | None:
    """Return a team and window that cannot hold what must be done there: fewest solutions, then shortest window."""
    found = [one for number in range(len(problem.teams)) for one in _overfull(problem, table, number)]
    return min(found, key=lambda one: (len(one.needs), one.end - one.first, -one.short), default=None)


def _overfull(problem: Problem, table: Sequence[Options], number: int) -> Iterator[Overfull]:
    """Return each window in which a team is overfull."""
    team = problem.teams[number]
    first, end = np.triu_indices(problem.periods)
    end = end + 1
    room = np.array(team.capacity) - team.reserved - np.array(team.floor) + team.most_released
    rooms = _sums(room)[end] - _sums(room)[first]
    least = {one.key: _least(one, number, first, end) for one in table if number in one.teams}
    if not least:
        return
    keys, needs = list(least), np.array(list(least.values()))
    for window in np.nonzero(needs.sum(axis=0) > rooms)[0]:
        most_first = sorted(
            zip(needs[:, window].tolist(), keys, strict=True), key=lambda one: (-one[0], one[1])
        )
        taken: list[tuple[str, int]] = []
        while sum(need for _, need in taken) <= rooms[window]:
            need, key = most_first[len(taken)]
            taken.append((key, int(need)))
        yield Overfull(team.key, int(first[window]), int(end[window]), int(rooms[window]), tuple(taken))


def _least(one: Options, number: int, first: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return the least that a solution takes of a team in each window, whatever its option; nothing if it may be left out."""
    if (one.level == LEFT_OUT_LEVEL).any():
        return np.zeros(len(first), dtype=np.int64)
    row = int(np.nonzero(one.teams == number)[0][0])
    sums = np.apply_along_axis(_sums, 1, one.taken[:, row, :])
    least: np.ndarray = (sums[:, end] - sums[:, first]).min(axis=0)
    return least


def _sums(row: np.ndarray) -> np.ndarray:
    """Return what a row sums to before each place, and in all."""
    return np.concatenate([[0], np.cumsum(row)])
