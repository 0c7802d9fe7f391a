# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What others wait for: the rounds of every kind in which a person is asked, found in one look."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Value
from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.people.models import MIRROR, FeedbackRound, TeamMirror
from leadroom.people.models.feedback import KIND


@dataclass(frozen=True, slots=True)
class RoundWaits:
    """One round that waits for a person: who or which team it is about, and until when; without a day it is proposed to her."""

    kind: str
    key: str
    about: str
    closes_on: date | None
    is_own: bool


def rounds_waiting(actor: Actor) -> list[RoundWaits]:
    """Return the rounds this person is asked in and has not answered, what closes first before the rest, then a proposed one."""
    proposed = Q(person=actor.person, round=None)
    feedback = FeedbackRound.objects.order_by().filter(asks(actor, KIND) | proposed)
    mirrors = TeamMirror.objects.order_by().filter(asks(actor, MIRROR))
    rows = feedback.values_list(
        Value(KIND), "key", "person__user__name", "round__closes_on", "person_id"
    ).union(mirrors.values_list(Value(MIRROR), "key", "name", "round__closes_on", Value(0)), all=True)
    found = [
        RoundWaits(kind, key, about, closes_on, person == actor.person.pk)
        for kind, key, about, closes_on, person in rows
    ]
    return sorted(found, key=lambda one: one.closes_on or date.max)


def asks(actor: Actor, kind: str) -> Q:
    """Return which rounds of a kind are open, ask this person, and have no answer from her."""
    return Q(
        round__kind=kind,
        round__closed_at=None,
        round__closes_on__gte=timezone.localdate(),
        round__invitees__person=actor.person,
        round__invitees__has_answered=False,
        round__invitees__has_declined=False,
    )
