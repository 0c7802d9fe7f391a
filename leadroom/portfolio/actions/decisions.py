# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The executive decides how ambitious each mandated solution is; the plan that follows comes into force with it."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.core.planning import Senseless
from leadroom.portfolio import permissions, queries
from leadroom.portfolio.actions.plans import DecidedMeanwhile, begin, change_over, room_kept
from leadroom.portfolio.bridge import Tried, try_levels
from leadroom.portfolio.models import Decision, Initiative, Plan, PlanStatus


class CannotBePlanned(Exception):
    """At these levels no plan was found."""


class NothingChosen(Exception):
    """All levels are as they are in force: there is nothing to decide on."""


@transaction.atomic
def decide_ambition(
    levels: Mapping[str, str], *, by: Actor, name: str, reason: str, instead_of: str, mark: str
) -> Decision:
    """
    Decide on the levels of mandated solutions, and bring the plan that follows into force.

    `instead_of` is the key of the plan in force that was shown, `mark` the sign of the plan that was shown to
    follow. Raises CannotBePlanned, NothingChosen, or DecidedMeanwhile where what was shown no longer holds.
    """
    require(permissions.may_decide_plan(by))
    before = Plan.objects.select_for_update().filter(is_in_force=True).first()
    if before is None or before.key != instead_of:
        raise DecidedMeanwhile
    tried = _tried(by, levels)
    if tried.plan is None:
        raise CannotBePlanned
    if tried.answer.mark != mark:
        raise DecidedMeanwhile
    if not tried.answer.changed:
        raise NothingChosen
    plan = Plan.objects.create(
        name=name,
        status=PlanStatus.FOUND,
        based_on=before,
        created_by=by.membership,
        ended_at=timezone.now(),
        **tried.plan,
    )
    change_over(before, plan)
    begin(plan, by)
    return _recorded(tried, plan, before, by, reason)


def _tried(by: Actor, levels: Mapping[str, str]) -> Tried:
    try:
        return try_levels(queries.planning_rows(by), levels)
    except Senseless as contradiction:
        raise CannotBePlanned from contradiction


def _recorded(tried: Tried, plan: Plan, before: Plan, by: Actor, reason: str) -> Decision:
    """Keep the decision; the room before is the old plan's in today's portfolio, so that only levels differ."""
    answer = tried.answer
    was = {"room": answer.before.room, "usable": answer.before.usable, "room_of": dict(answer.before.room_of)}
    changed = answer.changed
    decision = Decision.objects.create(
        kind=Decision.Kind.AMBITION,
        plan=plan,
        initiative=Initiative.objects.filter(key=changed[0]).first() if len(changed) == 1 else None,
        what=plan.name,
        reason=reason,
        before=room_kept(before) | was,
        after=room_kept(plan),
        levels={key: answer.chosen[key] for key in changed},
        by=by.membership,
    )
    record(by, "portfolio.ambition.decided", plan, name=plan.name, decision=decision.key)
    return decision
