# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A person and her line manager about an action: she shares it, the manager agrees or suggests, she answers.

A line manager never writes in another's plan: what she would say otherwise is a suggestion.
"""

from django.db import transaction
from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import line_manager_of, require
from leadroom.kit.seen import ChangedMeanwhile, fingerprint
from leadroom.people import permissions, queries
from leadroom.people.actions.plan import NotNow, hold, keep, own, tell
from leadroom.people.models import OPEN, PlanAction, PlanEvent, State

What = PlanEvent.What


class NobodyToShareWith(Exception):
    """The person has no line manager: she agrees by herself."""


@transaction.atomic
def share_action(action: PlanAction, *, by: Actor) -> None:
    """Let the line manager see an action from now on, and ask her to agree. Raises NotNow, NobodyToShareWith."""
    held = own(action, by, among=OPEN)
    if held.is_shared:
        return
    manager = line_manager_of(held.person)
    if manager is None:
        raise NobodyToShareWith
    held.state, held.shared_with, held.shared_at = State.DRAFT, manager, timezone.now()
    keep(held)
    tell(held, What.SHARED, by=by)


@transaction.atomic
def take_back_action(action: PlanAction, *, by: Actor) -> None:
    """Keep an action to oneself again, as long as it is not agreed. Raises NotNow."""
    held = own(action, by, among=(State.DRAFT,))
    if not held.is_shared:
        return
    held.shared_with = held.shared_at = held.suggested_at = None
    keep(held)
    tell(held, What.TAKEN_BACK, by=by)


@transaction.atomic
def agree_action(action: PlanAction, *, by: Actor, seen: str | None = None) -> None:
    """
    Agree on an action, as its line manager; without one, the person herself does.

    `seen` is the fingerprint of the words that were read: nobody agrees to others. Raises ChangedMeanwhile, NotNow.
    """
    held = hold(action)
    require(permissions.may_agree(by, held))
    saved = queries.as_written(held)
    if seen is not None and seen != fingerprint(saved):
        raise ChangedMeanwhile(saved)
    if held.is_under_way:
        return
    if held.state != State.DRAFT:
        raise NotNow
    held.state = State.DOING if held.started_at else State.AGREED
    held.suggested_at = None
    keep(held)
    tell(held, What.AGREED, by=by)


@transaction.atomic
def suggest_action(action: PlanAction, *, by: Actor, text: str) -> None:
    """Suggest other words to whose action it is; it stays as she wrote it. Raises NotNow."""
    held = hold(action)
    require(permissions.may_suggest(by, held))
    if not held.is_open:
        raise NotNow
    last = held.events.last()
    if last and (last.what, last.text, last.by_id) == (What.SUGGESTED, text, by.person.pk):
        return
    held.suggested_at = timezone.now()
    keep(held)
    tell(held, What.SUGGESTED, by=by, text=text)


@transaction.atomic
def keep_action(action: PlanAction, *, by: Actor) -> None:
    """Keep one's own words after a suggestion; who was asked to agree still is. Raises NotNow."""
    held = own(action, by, among=OPEN)
    if held.suggested_at is None:
        return
    held.suggested_at = None
    keep(held)
    tell(held, What.KEPT, by=by)
