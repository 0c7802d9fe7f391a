# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a search begins: options that keep the order between solutions, and in what their worth is measured."""

from collections.abc import Mapping, Sequence

import numpy as np

from leadroom.core.planning.options import Options
from leadroom.core.planning.problem import Choice, Problem, in_order


def placed(table: Sequence[Options], choices: Mapping[str, Choice]) -> list[int] | None:
    """Return the options that choices mean, or None where one of them is no option."""
    rows = [
        next((row for row in range(len(one)) if one.choice(row) == choices.get(one.key)), None)
        for one in table
    ]
    chosen = [row for row in rows if row is not None]
    return chosen if len(chosen) == len(table) else None


def usual_effort(table: Sequence[Options]) -> float:
    """Return what a solution usually takes of a team in a period: what the temperature is measured in."""
    efforts = [one.taken[one.taken > 0] for one in table]
    every = np.concatenate(efforts) if efforts else np.zeros(0)
    return float(np.median(every)) if len(every) else 1.0


def usual_worth(problem: Problem, table: Sequence[Options]) -> float:
    """Return the headroom that a solution usually takes of a team in a period, or gives back."""
    weight = np.array([team.weight for team in problem.teams])
    worths = [np.abs(one.taken - one.released) * weight[one.teams] for one in table]
    every = np.concatenate([worth[worth > 0] for worth in worths]) if worths else np.zeros(0)
    return float(np.median(every)) if len(every) else 1.0


def first_start(table: Sequence[Options], problem: Problem) -> list[int]:
    """Return a start that keeps the order: each solution as early as it can, at its lowest level able."""
    return kept_in_order(table, problem, [np.lexsort((one.level, one.end)) for one in table])


def kept_in_order(
    table: Sequence[Options], problem: Problem, liked: Sequence[np.ndarray[tuple[int], np.dtype[np.int64]]]
) -> list[int]:
    """Choose for each solution the option liked best that those before and after it leave room for."""
    chosen = [0] * len(table)
    place = {one.key: number for number, one in enumerate(table)}
    latest = _latest(table, problem)
    for number in (place[key] for key in in_order(problem)):
        one = table[number]
        kept = one.end <= latest[number]
        kept |= one.level < 0
        for arc in problem.precedences:
            if arc.before == one.key and latest[number] < 10**6:
                kept &= one.level >= arc.least_level
            if arc.after == one.key:
                there, option = table[place[arc.before]], chosen[place[arc.before]]
                kept &= (one.start >= there.end[option] + arc.lag) | (one.level < 0)
        chosen[number] = int(next((place_ for place_ in liked[number] if kept[place_]), liked[number][0]))
    return chosen


def _latest(table: Sequence[Options], problem: Problem) -> list[int]:
    """Return by when each solution must end so that those after it still have a place."""
    place = {one.key: number for number, one in enumerate(table)}
    latest = [10**7] * len(table)
    for key in reversed(in_order(problem)):
        number = place[key]
        for arc in problem.precedences:
            if arc.before == key:
                other = table[place[arc.after]]
                fitting = other.start[other.end <= latest[place[arc.after]]]
                last = int(fitting.max(initial=-1)) if not (other.level < 0).any() else 10**7
                latest[number] = min(latest[number], last - arc.lag)
    return latest
