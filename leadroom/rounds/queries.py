# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is asked what, and whether enough have answered; never what they did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from leadroom.accounts.models import Council
from leadroom.core.anonymity.colleagues import FEWEST_TOGETHER
from leadroom.kit.tenancy import council as inside
from leadroom.rounds import permissions
from leadroom.rounds.models import Draft, Invitee, Promise, Round

NOWHERE = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """An invitation as its link opens it."""

    council: Council
    invitee: Invitee


@dataclass(frozen=True, slots=True)
class Kept:
    """What an invitee has answered so far, and which version of it this is."""

    answers: Mapping[str, Any]
    version: int
    is_sent: bool


def opened(council_key: str, token: str) -> Opened | None:
    """Return the invitation that a link opens; None for a link that opens nothing."""
    found = Council.objects.filter(key=council_key).first()
    # Looked for even where there is no such council: the time must not tell a council's key from none.
    with inside(found.pk if found else NOWHERE):
        invitee = permissions.invitees_opened_by(token).first()
    return Opened(found, invitee) if found and invitee else None


def kept(invitee: Invitee) -> Kept:
    """Return what an invitee has answered so far, for herself."""
    with inside(invitee.council_id):
        draft = Draft.objects.filter(invitee=invitee).first()
    return Kept(draft.answers, draft.version, draft.is_sent) if draft else Kept({}, 0, is_sent=False)


def needed(the_round: Round) -> int:
    """Return how many unnamed answers it takes to show something."""
    return FEWEST_TOGETHER if the_round.promise == Promise.TOGETHER else the_round.fewest


def has_enough(the_round: Round, group: str) -> bool:
    """Say whether as many of a group have answered as it takes to show something: all that may be known before."""
    return the_round.invitees.filter(group=group, has_answered=True).count() >= needed(the_round)


def rounds_of(kind: str) -> QuerySet[Round]:
    """Return the council's rounds of a kind, the latest first."""
    return Round.objects.filter(kind=kind)


def to_close(kind: str, today: date) -> QuerySet[Round]:
    """Return the rounds of a kind whose last day is over."""
    return Round.objects.filter(kind=kind, closed_at=None, closes_on__lt=today)


def to_remind(kind: str, before: date, today: date) -> QuerySet[Invitee]:
    """Return who has not answered and was not reminded in rounds that close from today to a day."""
    return Invitee.objects.select_related("round", "person__user").filter(
        round__kind=kind,
        round__closed_at=None,
        round__closes_on__range=(today, before),
        has_answered=False,
        has_declined=False,
        was_reminded=False,
    )
