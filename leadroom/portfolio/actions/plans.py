# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans are asked for, stopped, tried, removed, and brought into force by a decision."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.core.capacity.calendar import Calendar
from leadroom.kit import jobs
from leadroom.portfolio import permissions, queries
from leadroom.portfolio.bridge import (
    Changes,
    is_still_possible,
    read_changes,
    together,
    written_changes,
)
from leadroom.portfolio.models import OVER, Decision, Plan, Status

JOB = "portfolio.plan"


class NotReady(Exception):
    """There is no plan here that could come into force: none was found, or the search goes on."""


class OutOfDate(Exception):
    """The portfolio has changed since: today the plan would break a rule."""


class DecidedMeanwhile(Exception):
    """Another plan came into force since the comparison was shown."""


class CannotBeRemoved(Exception):
    """The plan is in force, or was."""


@transaction.atomic
def request_plan(
    *, by: Actor, name: str, changes: Changes | None = None, based_on: Plan | None = None
) -> Plan:
    """
    Ask for a plan: a new one, or one with the fewest changes to `based_on`; the same asked twice is one.

    The plan it is based on, and the one in force, stay as they are.
    """
    require(permissions.may_plan(by))
    return _asked(by, name, changes or Changes(), based_on, {})


@transaction.atomic
def try_way_out(plan: Plan, way: str, *, by: Actor, name: str) -> Plan:
    """Make a scenario of one way out of a portfolio without a plan; it begins with the plan that was found for it."""
    require(permissions.may_plan(by))
    found = next((each for each in plan.ways_out if each["key"] == way), None)
    if found is None:
        raise NotReady
    changes = together(read_changes(plan.changes), read_changes(found["changes"]))
    return _asked(by, name, changes, plan.based_on, found["choices"])


def _asked(by: Actor, name: str, changes: Changes, based_on: Plan | None, choices: Mapping[str, Any]) -> Plan:
    said = written_changes(changes)
    waiting = permissions.visible_plans(by).exclude(status__in=OVER)
    for known in waiting.filter(name=name, based_on=based_on, is_stop_wanted=False):
        if known.changes == said:
            return known
    plan = Plan.objects.create(
        name=name, based_on=based_on, changes=said, choices=choices, created_by=by.membership
    )
    record(by, "portfolio.plan.requested", plan, name=name)
    jobs.enqueue_on_commit(JOB, council_id=plan.council_id, plan_id=plan.pk)
    return plan


@transaction.atomic
def stop(plan: Plan, *, by: Actor) -> None:
    """Let a search end with the best it has found so far."""
    require(permissions.may_plan(by))
    running = permissions.visible_plans(by).filter(pk=plan.pk).exclude(status__in=OVER)
    if running.update(is_stop_wanted=True):
        record(by, "portfolio.plan.stopped", plan, name=plan.name)


@transaction.atomic
def remove_plan(plan: Plan, *, by: Actor) -> None:
    """Remove a plan that never was in force; a search for it ends. Raises CannotBeRemoved."""
    require(permissions.may_plan(by))
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if held.is_in_force or held.decisions.exists():
        raise CannotBeRemoved
    record(by, "portfolio.plan.removed", held, name=held.name)
    held.delete()


@transaction.atomic
def bring_into_force(plan: Plan, *, by: Actor, name: str, reason: str, instead_of: str) -> Decision:
    """
    Decide that people work by this plan from now on, and keep the room before and after.

    `instead_of` is the key of the plan in force that the comparison showed, empty where there was none.
    Raises NotReady, OutOfDate or DecidedMeanwhile.
    """
    require(permissions.may_decide_plan(by))
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if held.is_in_force or not held.is_over or not held.has_choices:
        raise NotReady
    if not is_still_possible(held, queries.planning_rows(by)):
        raise OutOfDate
    before = Plan.objects.select_for_update().filter(is_in_force=True).first()
    if (before.key if before else "") != instead_of:
        raise DecidedMeanwhile
    change_over(before, held)
    begin(held, by)
    decision = Decision.objects.create(
        kind=Decision.Kind.PLAN,
        plan=held,
        what=name,
        reason=reason,
        before=room_kept(before),
        after=room_kept(held),
        levels={key: choice["level"] for key, choice in held.choices.items()},
        by=by.membership,
    )
    record(by, "portfolio.plan.decided", held, name=held.name, decision=decision.key)
    return decision


def change_over(before: Plan | None, after: Plan) -> None:
    """Bring one plan into force in another's place; raises DecidedMeanwhile where two do it at once."""
    try:
        with transaction.atomic():
            if before:
                before.is_in_force = False
                before.save(update_fields=["is_in_force"])
            after.is_in_force = True
            after.save(update_fields=["is_in_force"])
    except IntegrityError as two_at_once:
        raise DecidedMeanwhile from two_at_once


def begin(plan: Plan, by: Actor) -> None:
    """Let what was only proposed be planned."""
    permissions.visible_initiatives(by).filter(key__in=plan.choices, status=Status.PROPOSED).update(
        status=Status.PLANNED, changed_at=timezone.now()
    )


def room_kept(plan: Plan | None) -> dict[str, Any]:
    """Return what a decision keeps of a plan: its room, and the level and go-live of each solution."""
    if plan is None:
        return {}
    room = {
        name: plan.figures[name] for name in ("room", "usable", "room_of", "value") if name in plan.figures
    }
    return room | {"choices": plan.choices, "until": until(plan)}


def until(plan: Plan) -> str:
    """Return the first day after the plan's periods (ISO); empty where the plan does not know them."""
    said = plan.problem
    if "first" not in said:
        return ""
    calendar = Calendar(date.fromisoformat(said["first"]), said["months"], said["step"])
    return calendar.start_of(calendar.periods).isoformat()
