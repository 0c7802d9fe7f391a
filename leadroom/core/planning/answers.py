# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""An answer of the planner as plain data: keys and numbers, ready to be written as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from leadroom.core.planning.elastic import Strained
from leadroom.core.planning.explain import Closed, Overfull
from leadroom.core.planning.plan import Impossible, NoPlanFound, Plan
from leadroom.core.planning.problem import Choice, Problem
from leadroom.core.planning.ways_out import LaterDeadlines, LowerLevels, MoreCapacity, WayOut

if TYPE_CHECKING:
    from leadroom.core.planning.makespan import Schedule


def written(problem: Problem, found: Plan | Impossible | NoPlanFound) -> dict[str, Any]:
    """Return an answer as it is written: keys, numbers and nothing else."""
    if isinstance(found, Impossible):
        return {"status": "impossible", "without_place": list(found.without_place)}
    if isinstance(found, NoPlanFound):
        return {"status": "no plan found", "short": found.short}
    total, teams = found.figures, [team.key for team in problem.teams]
    return {
        "status": found.status.value,
        "headroom": total.headroom,
        "bound": found.bound,
        "gap": found.gap,
        "gap_percent": round(found.gap_percent, 3),
        "value": total.value,
        "ramps": total.ramps,
        "changes": total.changes,
        "spent": list(total.spent),
        "usage": dict(zip(teams, map(list, total.usage), strict=True)),
        "free": dict(zip(teams, map(list, total.free), strict=True)),
        "seed": found.seed,
        "sweeps": found.sweeps,
        "choices": _choices(problem, found.choices),
    }


def _choices(problem: Problem, choices: Mapping[str, Choice]) -> dict[str, Any]:
    """Return choices with levels by their keys, in the order of their starts."""
    return {
        key: {"level": problem.solution_of[key].levels[choice.level].key, "start": choice.start}
        for key, choice in sorted(choices.items(), key=lambda one: (one[1].start, one[0]))
    }


def written_reason(reason: Sequence[Closed] | Overfull | Strained | None) -> dict[str, Any]:
    """Return why there is no plan, or that no reason was found."""
    if isinstance(reason, Overfull):
        return {"overfull": asdict(reason) | {"needs": dict(reason.needs), "short": reason.short}}
    if isinstance(reason, Strained):
        return {"strained": _strained(reason)}
    return {"closed": [asdict(closed) for closed in reason]} if reason else {}


def _strained(reason: Strained) -> dict[str, Any]:
    cells = [
        {"team": team, "first": first, "end": end, "short": short} for team, first, end, short in reason.cells
    ]
    money = [{"year": year, "short": short} for year, short in reason.money]
    return {"cells": cells, "money": money, "deadlines": list(reason.deadlines), "price": reason.price}


def written_way(way: WayOut) -> dict[str, Any]:
    """Return one way out: what changes, its price, and the plan that then works."""
    return {
        "change": _change(way),
        "price": way.price,
        "bound": way.bound,
        "choices": _choices(way.problem, way.choices),
    }


def _change(way: WayOut) -> dict[str, Any]:
    change = way.change
    if isinstance(change, MoreCapacity):
        effort = [{"team": team, "period": period, "effort": more} for team, period, more in change.effort]
        return {"more_capacity": effort, "more_money": dict(change.money)}
    if isinstance(change, LaterDeadlines):
        return {"later_deadlines": dict(change.periods)}
    assert isinstance(change, LowerLevels)  # noqa: S101 - for mypy: there are three
    levels = {key: way.problem.solution_of[key].levels[level].key for key, level in change.levels}
    return {"other_levels": levels}


def written_schedule(schedule: "Schedule") -> dict[str, Any]:
    """Return a schedule as it is written; activities and modes are numbered from 1, as in the file."""
    rows = enumerate(zip(schedule.starts, schedule.modes, strict=True), 1)
    return {
        "status": schedule.found.value,
        "makespan": schedule.makespan,
        "bound": schedule.bound,
        "activities": [
            {"activity": number, "start": start, "mode": mode + 1} for number, (start, mode) in rows
        ],
    }
