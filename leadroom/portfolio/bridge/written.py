# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans, their figures, explanations and ways out as the JSON that a plan's row keeps: keys, months and numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from leadroom.core.planning import (
    Choice,
    Closed,
    Figures,
    LaterDeadlines,
    MoreCapacity,
    Overfull,
    Plan,
    Problem,
    Reason,
    Status,
    Strained,
    WayOut,
)
from leadroom.kit.seen import fingerprint
from leadroom.portfolio.bridge.problem import Index, even_weight
from leadroom.portfolio.queries import PlanningRows


def written_choices(
    problem: Problem, choices: Mapping[str, Choice], index: Index
) -> dict[str, dict[str, str]]:
    """Return choices with levels by kind, and the months of their first work and their go-live."""
    return {
        key: {
            "level": index.kinds[key][choice.level],
            "month": index.month(key, choice.start),
            "end": index.calendar.start_of(_end(problem, key, choice)).isoformat(),
        }
        for key, choice in sorted(choices.items())
    }


def _end(problem: Problem, key: str, choice: Choice) -> int:
    return choice.start + problem.solution_of[key].levels[choice.level].duration


def read_choices(said: Mapping[str, Mapping[str, str]], index: Index) -> dict[str, Choice]:
    """Return the choices that still fit the portfolio: known solutions, known levels, within the calendar."""
    found = {key: index.choice(key, one["level"], one["month"]) for key, one in said.items()}
    return {
        key: choice
        for key, choice in found.items()
        if choice is not None and 0 <= choice.start < index.calendar.periods
    }


def written_figures(
    problem: Problem, figures: Figures, needs: Mapping[str, Sequence[int]], plan: Plan | None = None
) -> dict[str, Any]:
    """
    Return what a plan comes to: effort in hundredths of a team-month, by team and period and in all.

    `room` is the headroom: free effort of all teams, unweighted. `usable` is what of it the challenges could use.
    """
    keys = [team.key for team in problem.teams]
    free = dict(zip(keys, figures.free, strict=True))
    return {
        "room": sum(map(sum, figures.free)),
        "room_of": {key: sum(row) for key, row in free.items()},
        "usable": sum(
            min(max(0, there), need)
            for key in keys
            for there, need in zip(free[key], needs.get(key, (0,) * problem.periods), strict=True)
        ),
        "free": {key: list(row) for key, row in free.items()},
        "usage": {key: list(row) for key, row in zip(keys, figures.usage, strict=True)},
        "spent": list(figures.spent),
        "value": figures.value,
        "changes": figures.changes,
        "headroom": figures.headroom,
        **(_written_bound(problem, plan) if plan else {}),
    }


def _written_bound(problem: Problem, plan: Plan) -> dict[str, Any]:
    """Return how good a plan is known to be; `gap_effort` only where a free unit is worth the same everywhere."""
    weight = even_weight(problem)
    even = {"gap_effort": plan.gap // weight} if weight else {}
    return even | {
        "is_best": plan.status is Status.BEST,
        "bound": plan.bound,
        "gap": plan.gap,
        "gap_percent": round(plan.gap_percent, 2),
        "seed": plan.seed,
        "sweeps": plan.sweeps,
    }


def written_reasons(problem: Problem, found: Mapping[str, Reason], index: Index) -> dict[str, dict[str, Any]]:
    """Return what binds each placed solution: kind, team, the period's first month, the other, the gain."""
    weight = even_weight(problem) or 1
    return {
        key: {
            "kind": one.kind.value,
            "team": one.team or "",
            "month": "" if one.period is None else index.calendar.start_of(one.period).isoformat(),
            "by": one.by or "",
            "gain": one.gain // weight,
        }
        for key, one in sorted(found.items())
    }


def written_portfolio(
    rows: PlanningRows, problem: Problem, needs: Mapping[str, Sequence[int]]
) -> dict[str, Any]:
    """Return the portfolio as it was planned: the calendar, and each team's capacity, reserves and needs."""
    calendar = rows.calendar
    return {
        "first": calendar.first.isoformat(),
        "months": calendar.months,
        "step": calendar.step,
        "solutions": len(problem.solutions),
        "without_levels": [each.key for each in rows.without_levels],
        "later": [each.key for each in rows.mandated if each.key not in problem.solution_of],
        "overdue": [
            each.key
            for each in rows.mandated
            if each.deadline is not None and calendar.period_of(each.deadline) <= 0
        ],
        "deadlines": {each.key: each.deadline.isoformat() for each in rows.mandated if each.deadline},
        "levels": {one.key: [level.key for level in one.levels] for one in problem.solutions},
        "waits": [[arc.before, arc.after] for arc in problem.precedences],
        "teams": [
            {
                "key": team.key,
                "capacity": list(team.capacity),
                "reserved": list(team.reserved),
                "floor": list(team.floor),
                "need": list(needs[team.key]),
            }
            for team in problem.teams
        ],
    }


def written_explanation(reason: Sequence[Closed] | Overfull | Strained | None) -> dict[str, Any]:
    """Return why there is no plan, or nothing where no reason was found."""
    if isinstance(reason, Overfull):
        needs = [list(each) for each in reason.needs]
        return {"kind": "overfull", **asdict(reason), "needs": needs, "short": reason.short}
    if isinstance(reason, Strained):
        return {"kind": "strained", **asdict(reason)}
    return {"kind": "closed", "closed": [asdict(each) for each in reason]} if reason else {}


def written_way(problem: Problem, way: WayOut, index: Index) -> dict[str, Any]:
    """Return a way out with its price and bound, and as the changes that a what-if needs; `key` is its name."""
    changes = _changes(problem, way, index)
    return {
        "key": fingerprint(changes),
        "price": way.price,
        "bound": way.bound,
        "changes": changes,
        "choices": written_choices(way.problem, way.choices, index),
    }


def _changes(problem: Problem, way: WayOut, index: Index) -> dict[str, Any]:
    calendar, change = index.calendar, way.change
    if isinstance(change, MoreCapacity):
        money = {str(calendar.years[year]): more for year, more in change.money}
        return {
            "capacity": [
                [team, calendar.start_of(period).isoformat(), more] for team, period, more in change.effort
            ],
            **({"money": money} if money else {}),
        }
    if isinstance(change, LaterDeadlines):
        return {
            "deadlines": {
                key: calendar.start_of(_due(problem, key) + later).isoformat()
                for key, later in change.periods
            }
        }
    return {"locks": {key: index.kinds[key][level] for key, level in change.levels}}


def _due(problem: Problem, key: str) -> int:
    deadline = problem.solution_of[key].deadline
    return problem.periods if deadline is None else deadline
