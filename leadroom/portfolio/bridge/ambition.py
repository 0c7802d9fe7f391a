# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Levels that somebody chose, tried on the plan in force: who stands where, and what room is left."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from leadroom.core.planning import (
    Choice,
    Impossible,
    Plan,
    Problem,
    check,
    figures,
    replan,
    steps,
)
from leadroom.kit.seen import fingerprint
from leadroom.portfolio.bridge.changes import Changes, changed, read_changes, written_changes
from leadroom.portfolio.bridge.problem import Index, index_of, planned_of, problem_of, usable
from leadroom.portfolio.bridge.written import (
    read_choices,
    written_choices,
    written_figures,
    written_portfolio,
)
from leadroom.portfolio.queries import Answer, Ladder, PlanningRows, RoomOf, Rung, shifts

Levels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tried:
    """
    A choice of levels and what came of it.

    `plan` is what a plan's row keeps of it (what it assumes, problem, choices, figures), None where no plan was found.
    """

    answer: Answer
    ladders: tuple[Ladder, ...]
    plan: Mapping[str, Any] | None = None


def try_levels(rows: PlanningRows, wanted: Levels) -> Tried:
    """
    Return what the plan in force becomes at the wanted levels; the same question has the same answer.

    Levels that nobody names stay as they are in force; when things start is the plan's to choose, with as few
    changes as can be. Raises Senseless where the portfolio contradicts itself.
    """
    index, base = index_of(rows), assumed(rows)
    problem = changed(problem_of(rows), base, index)
    keep = read_choices(rows.in_force.choices, index) if rows.in_force else {}
    chosen = _chosen(index, keep, wanted)
    locked = changed(problem, Changes(locks=chosen), index)
    found = replan(locked, keep=keep)
    needs = usable(rows)
    before = written_figures(problem, figures(problem, keep), needs)
    plan = _written(rows, locked, found, index, needs) if isinstance(found, Plan) else None
    if plan:
        plan["changes"] = written_changes(base)
    written_before = written_choices(problem, keep, index)
    answer = Answer(
        rows.calendar,
        tuple(rows.teams),
        {each.key: each.title for each in rows.mandated},
        chosen,
        tuple(key for key, kind in chosen.items() if _kind(index, keep, key) not in {"", kind}),
        _room_of(before),
        _room_of(plan["figures"]) if plan else None,
        shifts(written_before, plan["choices"]) if plan else (),
        is_proven=isinstance(found, Impossible),
        mark=fingerprint(plan["choices"]) if plan else "",
    )
    return Tried(answer, _ladders(rows, problem, keep, index, chosen), plan)


def assumed(rows: PlanningRows) -> Changes:
    """Return what the plan in force assumes, but for the levels it fixed: those are chosen here."""
    said = read_changes(rows.in_force.changes) if rows.in_force else Changes()
    return replace(said, locks={}, at_most={})


def _chosen(index: Index, keep: Mapping[str, Choice], wanted: Levels) -> dict[str, str]:
    """Return a level for each solution that is in force or was named."""
    return {
        key: kind
        for key, kinds in index.kinds.items()
        for kind in [wanted[key] if wanted.get(key) in kinds else _kind(index, keep, key)]
        if kind
    }


def _kind(index: Index, keep: Mapping[str, Choice], key: str) -> str:
    return index.kinds[key][keep[key].level] if key in keep else ""


def _written(
    rows: PlanningRows, problem: Problem, found: Plan, index: Index, needs: Mapping[str, tuple[int, ...]]
) -> dict[str, Any]:
    if check(problem, found.choices):
        raise BrokenPlan
    return {
        "problem": written_portfolio(rows, problem, needs),
        "choices": written_choices(problem, found.choices, index),
        "figures": written_figures(problem, found.figures, needs),
    }


class BrokenPlan(RuntimeError):
    """The judge found a breach in a plan that the search gave out as keeping every rule."""


def _room_of(said: Mapping[str, Any]) -> RoomOf:
    return RoomOf(said["room"], said["usable"], said["value"], said["room_of"])


def _ladders(
    rows: PlanningRows, problem: Problem, keep: Mapping[str, Choice], index: Index, chosen: Levels
) -> tuple[Ladder, ...]:
    gives = steps(problem, keep)
    return tuple(
        Ladder(
            each,
            tuple(
                Rung(
                    level,
                    sum(map(sum, level.effort.values())),
                    gives[each.key][place].gives if each.key in gives else None,
                )
                for place, level in enumerate(rows.levels[each.pk])
            ),
            _kind(index, keep, each.key),
            chosen.get(each.key, ""),
        )
        for each in planned_of(rows)
    )
