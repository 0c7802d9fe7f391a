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
from leadroom.portfolio.models import Decision, Plan, PlanStatus, Status

Told = Mapping[str, Any]
SWEEPS = 200


class NotPlannable(Exception):
    """The pack tells a portfolio that cannot be planned."""


def decide(invented: InventedCouncil, told: Told, chance: Random) -> int:
    """Write the plans with their decisions, the last of them in force; return how many."""
    executive = invented.people[told["executive"]]
    rows = queries.planning_rows(executive)
    problem, index, needs = bridge.problem_of(rows), bridge.index_of(rows), bridge.usable(rows)
    before: dict[str, Any] = {}
    for place, each in enumerate(told["plans"]):
        is_last = place == len(told["plans"]) - 1
        posed = _as_told(problem, told, rows) if is_last else problem
        found = _found(posed, place, invented.key)
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


def _as_told(problem: planning.Problem, told: Told, rows: queries.PlanningRows) -> planning.Problem:
    """Return the problem with the levels that the pack tells, and with what is under way at its beginning."""
    of_item = {each.pack_item: each.key for each in rows.mandated}
    locks = []
    for each in told["mandated"]:
        key = of_item[each["pack"]]
        kinds = [level.key for level in problem.solution_of[key].levels]
        level = kinds.index(each["level"]) if "level" in each else None
        start = 0 if each.get("status") == Status.RUNNING else None
        if level is not None or start is not None:
            locks.append(planning.Lock(key, level, start))
    return replace(problem, locks=tuple(locks))


def _found(problem: planning.Problem, seed: int, council: str) -> planning.Plan:
    """Return a plan; where the day of loading lies too near a real deadline, one that comes late."""
    free = replace(problem, locks=())
    late = replace(free, solutions=tuple(replace(each, deadline=None) for each in problem.solutions))
    for posed in (problem, free, late):
        found = planning.solve(posed, planning.Limits(sweeps=SWEEPS, seed=seed, is_bounded=False))
        if isinstance(found, planning.Plan):
            return found
    raise NotPlannable(council)
