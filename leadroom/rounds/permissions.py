# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may answer, and who sees that she is asked: nobody else's answers are ever read one by one."""

from django.core import signing
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from leadroom.accounts.models import Actor
from leadroom.rounds.models import Answer, Draft, Invitee, Round

SALT = "leadroom.rounds"


def visible_invitations(actor: Actor) -> QuerySet[Invitee]:
    """Return where this person is asked herself."""
    return Invitee.objects.select_related("round").filter(person=actor.person)


def unanswered(actor: Actor) -> QuerySet[Invitee]:
    """Return where this person is asked herself, can still answer and has not."""
    return Invitee.objects.filter(
        person=actor.person,
        has_answered=False,
        has_declined=False,
        round__closed_at=None,
        round__closes_on__gte=timezone.localdate(),
    )


def visible_drafts(actor: Actor) -> QuerySet[Draft]:
    """Return what this person has answered and not yet given away."""
    return Draft.objects.select_related("invitee__round").filter(invitee__person=actor.person)


def invitees_opened_by(token: str) -> QuerySet[Invitee]:
    """Return whom a link belongs to; nobody for a link that nobody was sent."""
    key, _between, signature = token.rpartition(":")
    # Looked for all the same: the time must not tell a forged link from another council's.
    is_ours = constant_time_compare(signing.Signer(salt=SALT).signature(key), signature)
    found = Invitee.objects.select_related("round", "person__user")
    return found.filter(key=key if is_ours else "")


def token_of(invitee: Invitee) -> str:
    """Return what stands in the link that opens an invitee's questions: a reminder carries the same one."""
    return signing.Signer(salt=SALT).sign(invitee.key)


def may_answer(invitee: Invitee) -> bool:
    """Say whether she can answer now: not after closing or declining, nor again what she gave away unnamed."""
    is_over = not invitee.round.is_open or invitee.has_declined
    return not is_over and (invitee.is_named or not invitee.has_answered)


def unnamed_answers(the_round: Round) -> QuerySet[Answer]:
    """Return what was answered without a name: for closing the round, and for nothing else."""
    return Answer.objects.filter(round=the_round)
