# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans that an invented council decided: the first with all that was known then, each drawn by the planner."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from leadroom.accounts.demo import InventedCouncil, drawn_key
from leadroom.core import planning
from leadroom.portfolio import bridge, queries
from leadroom.portfolio.models import Decision, Plan, PlanStatus

SWEEPS = 8


class NotPlannable(Exception):
    """The pack tells a portfolio that cannot be planned."""


def decide(invented: InventedCouncil, told: Mapping[str, Any], chance: Random) -> int:
    """Write the plans with their decisions, the last of them in force; return how many."""
    executive = invented.people[told["executive"]]
    rows = queries.planning_rows(executive)
    problem, index, needs = bridge.problem_of(rows), bridge.index_of(rows), bridge.usable(rows)
    before: dict[str, Any] = {}
    for place, each in enumerate(told["plans"]):
        is_last = place == len(told["plans"]) - 1
        found = _found(problem, place, invented.key)
        at = invented.moment(each["decided"], chance)
        figures = bridge.written_figures(problem, found.figures, needs, found)
        plan = Plan.objects.create(
            council=invented.council,
            key=drawn_key(chance),
            name=each["name"],
            status=PlanStatus.FOUND,
            is_in_force=is_last,
            choices=bridge.written_choices(problem, found.choices, index),
            figures=figures,
            problem=bridge.written_portfolio(rows, problem, needs),
            created_by=executive.membership,
            created_at=at,
            ended_at=at,
        )
        after = {"room": figures["room"], "room_of": figures["room_of"]}
        Decision.objects.create(
            council=invented.council,
            key=drawn_key(chance),
            kind=Decision.Kind.PLAN,
            plan=plan,
            what=each["name"],
            reason=each["reason"],
            before=before,
            after=after,
            levels={key: choice["level"] for key, choice in plan.choices.items()},
            by=executive.membership,
            decided_on=at.date(),
            created_at=at,
        )
        before = after
    return len(told["plans"])


def _found(problem: planning.Problem, seed: int, council: str) -> planning.Plan:
    """Return a plan; where the day of loading lies too near a real deadline, one that comes late."""
    late = replace(problem, solutions=tuple(replace(each, deadline=None) for each in problem.solutions))
    for posed in (problem, late):
        found = planning.solve(posed, planning.Limits(sweeps=SWEEPS, seed=seed, is_bounded=False))
        if isinstance(found, planning.Plan):
            return found
    raise NotPlannable(council)
