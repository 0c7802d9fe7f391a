# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What a person does with her own plan: writes an action, changes it, says how far it is and what shows it.

Nothing of it is in the council's record: a plan has a history of its own, for her and for whom she shares it with.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news
from leadroom.people import permissions, queries
from leadroom.people.models import OPEN, UNDER_WAY, Evidence, PlanAction, PlanChoice, PlanEvent, State

Facts = Mapping[str, Any]
What = PlanEvent.What
# When one looks at it again is the person's own affair; all else was agreed on.
NOT_AGREED_ON = {"review_on"}
# Whose it is, and who leads her: her unit's manager, or for that one the manager of what it is part of.
LED_BY = ("person__unit__manager", "person__unit__part_of__manager")
DAYS = {"by_on", "review_on"}


class NotNow(Exception):
    """The action is not where this act begins: it has gone on meanwhile, or has ended."""


class ReviewedMeanwhile(Exception):
    """The action was reviewed, or its days were moved, after the form was opened."""


@transaction.atomic
def add_action(*, by: Actor, facts: Facts, origin: str, token: UUID) -> PlanAction:
    """Write an action into the person's plan, as a draft of her own; the same form sent again is one action."""
    require(permissions.may_plan(by))
    added = PlanAction(person=by.person, origin=origin, token=token, **facts)
    try:
        with transaction.atomic():
            added.save()
    except IntegrityError:
        return PlanAction.objects.get(person=by.person, token=token)
    tell(added, What.ADDED, by=by)
    return added


@transaction.atomic
def change_action(action: PlanAction, *, by: Actor, facts: Facts, seen: str | None = None) -> None:
    """
    Change what is written in an action; what was agreed on with a line manager is then to be agreed anew.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile, NotNow.
    """
    held = own(action, by, among=OPEN)
    saved, wanted = queries.as_written(held), queries.as_written(facts)
    if not is_news(seen, saved=saved, wanted=wanted):
        return
    before = {name: saved[name] for name in wanted if saved[name] != wanted[name]}
    for name in before:
        setattr(held, name, facts[name])
    if held.is_shared and held.is_under_way and before.keys() - NOT_AGREED_ON:
        held.state = State.DRAFT
    if before.keys() & DAYS:
        held.moved += 1
    held.suggested_at = None
    keep(held)
    if held.is_shared or held.state != State.DRAFT:
        tell(held, What.CHANGED, by=by, changes=before)


@transaction.atomic
def start_action(action: PlanAction, *, by: Actor) -> None:
    """Begin with what is agreed, or with what the person keeps to herself. Raises NotNow."""
    held = own(action, by, among=OPEN)
    if held.state == State.DOING:
        return
    if held.state == State.DRAFT and held.is_shared:
        raise NotNow
    held.state, held.started_at = State.DOING, held.started_at or timezone.now()
    keep(held)
    tell(held, What.STARTED, by=by)


@transaction.atomic
def review_action(action: PlanAction, *, by: Actor, note: str, review_on: date, seen: int) -> None:
    """
    Say how an action goes, and when to look again.

    `seen` is how often it had moved when the form was opened. Raises NotNow, ReviewedMeanwhile.
    """
    held = own(action, by, among=UNDER_WAY)
    if held.moved != seen:
        last = held.events.filter(what=What.REVIEWED).last()
        if last and (last.text, held.review_on) == (note, review_on):
            return
        raise ReviewedMeanwhile
    held.review_on, held.moved = review_on, held.moved + 1
    keep(held)
    tell(held, What.REVIEWED, by=by, text=note)


@transaction.atomic
def finish_action(action: PlanAction, *, by: Actor, evidence: str = "", competency: str = "") -> None:
    """Say that an action is done, and keep what shows it as the person's own evidence. Raises NotNow."""
    held = own(action, by, among=(*UNDER_WAY, State.DONE))
    if held.state == State.DONE:
        return
    held.state, held.ended_at, held.suggested_at = State.DONE, timezone.now(), None
    held.competency = held.competency or competency
    if evidence:
        held.evidence = _evidence(held, evidence)
    keep(held)
    tell(held, What.DONE, by=by)


def _evidence(action: PlanAction, text: str) -> Evidence:
    """Return what shows an action; one that was taken up again keeps its own."""
    kept = action.evidence or Evidence(person=action.person, origin=Evidence.Origin.PLAN)
    kept.competency, kept.text, kept.seen_on = action.competency, text, timezone.localdate()
    kept.save()
    return kept


@transaction.atomic
def drop_action(action: PlanAction, *, by: Actor, reason: str) -> None:
    """Give an action up, and say why. Raises NotNow."""
    held = own(action, by, among=(*OPEN, State.DROPPED))
    if held.state == State.DROPPED:
        return
    held.state, held.dropped_reason, held.ended_at = State.DROPPED, reason, timezone.now()
    held.suggested_at = None
    keep(held)
    tell(held, What.DROPPED, by=by, text=reason)


@transaction.atomic
def reopen_action(action: PlanAction, *, by: Actor) -> None:
    """Take up again what was done or dropped: where it was begun, one goes on."""
    held = own(action, by, among=State)
    if held.is_open:
        return
    held.state = State.DOING if held.started_at else State.DRAFT
    held.ended_at, held.dropped_reason = None, ""
    keep(held)
    tell(held, What.REOPENED, by=by)


@transaction.atomic
def be_reminded(*, by: Actor, is_reminded: bool) -> None:
    """Let letters remind the person of her reviews, or not."""
    require(permissions.may_plan(by))
    PlanChoice.objects.update_or_create(person=by.person, defaults={"is_reminded": is_reminded})


def hold(action: PlanAction) -> PlanAction:
    """Return an action as it stands now, held until the act is done, with whose it is and who leads her."""
    rows = PlanAction.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related(*LED_BY, "evidence").get(pk=action.pk)


def own(action: PlanAction, by: Actor, *, among: Collection[str]) -> PlanAction:
    """Hold an action of the person's own that is in one of these states. Raises NotNow."""
    held = hold(action)
    require(permissions.may_keep_action(by, held))
    if held.state not in set(among):
        raise NotNow
    return held


def keep(held: PlanAction) -> None:
    """Keep an action as it is now."""
    held.changed_at = timezone.now()
    held.save()


def tell(
    action: PlanAction,
    what: PlanEvent.What,
    *,
    by: Actor | None,
    text: str = "",
    changes: Facts | None = None,
) -> None:
    """Add a line to an action's history."""
    PlanEvent.objects.create(
        action=action, by=by.person if by else None, what=what, text=text, changes=dict(changes or {})
    )
