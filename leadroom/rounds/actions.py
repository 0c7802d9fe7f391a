# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Opening a round, asking, keeping what is answered, giving it away, closing.

Who answers by a link has no account: holding the letter is her right. So these actions take
the invitee instead of an actor; the room that opened the round decides who may open and close.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from leadroom.accounts.models import Actor, Membership
from leadroom.core.anonymity import FEWEST, Cell
from leadroom.kit import jobs, tenancy
from leadroom.rounds import bridge, permissions
from leadroom.rounds.models import Answer, Draft, Invitee, Promise, Round


class RoundIsOver(Exception):
    """The round is closed, or its last day is over."""


class SentAlready(Exception):
    """What was given away without a name cannot be found again, so it cannot be changed."""


class AnsweredElsewhere(Exception):
    """The same person went on in another window since this page was shown."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What a closed round leaves: what is published, and what the named ones answered, by group."""

    published: Mapping[str, Any]
    named: Mapping[str, Mapping[str, Any]]


@transaction.atomic
def open_round(
    *,
    by: Actor,
    kind: str,
    items: Sequence[tuple[str, str]],
    cells: Iterable[Cell],
    closes_on: date,
    promise: Promise,
    fewest: int = FEWEST,
    voters: int | None = None,
) -> Round:
    """Open a round; what is asked, the division and the smallest group are fixed from here on."""
    return Round.objects.create(
        kind=kind,
        items=[list(item) for item in items],
        cells=bridge.as_kept(cells),
        fewest=fewest,
        promise=promise,
        voters=voters,
        opened_by=by.person,
        closes_on=closes_on,
    )


def invite(
    the_round: Round,
    *,
    group: str,
    person: Membership | None = None,
    email: str = "",
    name: str = "",
    language: str,
    cell: str = "",
    is_named: bool = False,
) -> Invitee:
    """Ask somebody; who is asked already stays asked once."""
    who = {"person": person} if person else {"email": email.strip().lower()}
    asked, _is_new = Invitee.objects.get_or_create(
        round=the_round,
        **who,
        defaults={
            "group": group,
            "name": name,
            "language": language,
            "cell": cell,
            "is_named": is_named,
        },
    )
    return asked


def invite_members(the_round: Round, members: Iterable[tuple[Membership, str]], *, group: str) -> None:
    """Ask many members at once, each in her cell; their user is read, for the language."""
    Invitee.objects.bulk_create(
        (
            Invitee(
                round=the_round,
                council_id=the_round.council_id,
                person=member,
                group=group,
                cell=cell,
                language=member.user.language,
            )
            for member, cell in members
        ),
        batch_size=1000,
    )


def keep(invitee: Invitee, item: str, answer: Any, *, seen: int) -> Draft:
    """
    Keep one answer, changeable until all are given away.

    Raises RoundIsOver, SentAlready, and AnsweredElsewhere where the draft is not the version seen.
    """
    with transaction.atomic(), tenancy.council(invitee.council_id):
        held = _held(invitee)
        draft = _draft(held)
        if draft.version != seen and draft.answers.get(item) != answer:
            raise AnsweredElsewhere
        draft.answers = {**draft.answers, item: answer}
        draft.version += 1
        draft.save(update_fields=["answers", "version"])
        return draft


def send(invitee: Invitee, answers: Mapping[str, Any] | None = None) -> None:
    """
    Give the answers away: a named one's stay changeable until closing, an unnamed one's leave her.

    `answers` are those that the room kept for her elsewhere. Raises RoundIsOver, SentAlready.
    """
    with transaction.atomic(), tenancy.council(invitee.council_id):
        held = _held(invitee)
        draft = _draft(held)
        draft.answers = {**draft.answers, **(answers or {})}
        draft.is_sent, held.has_answered = True, True
        draft.save(update_fields=["answers", "is_sent"])
        held.save(update_fields=["has_answered"])
        if not held.is_named:
            # In a transaction of its own: rows written in one can be joined again by who looks into the database.
            jobs.enqueue_on_commit("rounds.detach", council_id=held.council_id, round_id=held.round_id)


def decline(invitee: Invitee) -> None:
    """Say no, without a reason; what was answered so far is deleted. Raises RoundIsOver, SentAlready."""
    with transaction.atomic(), tenancy.council(invitee.council_id):
        held = _held(invitee)
        Draft.objects.filter(invitee=held).delete()
        held.has_declined = True
        held.save(update_fields=["has_declined"])


def detach(*, council_id: int, round_id: int) -> None:
    """Lay what was given away among the answers, and let go of whose it was; doing it twice changes nothing."""
    with tenancy.council(council_id):
        sent = list(
            Draft.objects.filter(**_unnamed(round_id)).select_related("invitee").order_by("answer_id")
        )
        for draft in sent:
            _lay_down(draft)
    with tenancy.council(council_id):
        Draft.objects.filter(pk__in=[draft.pk for draft in sent]).delete()


@transaction.atomic
def close(the_round: Round, read: bridge.Read) -> Closed:
    """
    Close a round, once: work out what is published, and delete every single answer.

    `read` gives an answer's number on its item's scale, None where it gives none. Raises RoundIsOver
    where it was closed before.
    """
    held = Round.objects.select_for_update(no_key=True).get(pk=the_round.pk)
    if held.closed_at is not None:
        raise RoundIsOver
    for draft in Draft.objects.filter(**_unnamed(held.pk)).select_related("invitee"):
        _lay_down(draft)
    answers = permissions.unnamed_answers(held)
    held.published = bridge.published(held, [(row.cell, row.answers) for row in answers], read)
    held.closed_at = timezone.now()
    held.save(update_fields=["published", "closed_at"])
    drafts = Draft.objects.filter(invitee__round=held)
    named = {
        draft.invitee.group: draft.answers
        for draft in drafts.filter(invitee__is_named=True, is_sent=True).select_related("invitee")
    }
    drafts.delete()
    answers.delete()
    # An address outside was kept to write to, and there is nothing left to write.
    held.invitees.exclude(email="").update(email="", name="")
    return Closed(held.published, named)


@transaction.atomic
def withdraw(the_round: Round) -> None:
    """Call a round off: nothing is published, everything answered is deleted with it. Raises RoundIsOver."""
    held = Round.objects.select_for_update(no_key=True).get(pk=the_round.pk)
    if held.closed_at is not None:
        raise RoundIsOver
    held.delete()


def _held(invitee: Invitee) -> Invitee:
    held = (
        Invitee.objects.select_for_update(no_key=True, of=("self",))
        .select_related("round")
        .get(pk=invitee.pk)
    )
    if held.has_answered and not held.is_named:
        raise SentAlready
    if not permissions.may_answer(held):
        raise RoundIsOver
    return held


def _draft(invitee: Invitee) -> Draft:
    try:
        with transaction.atomic():
            return Draft.objects.get_or_create(invitee=invitee)[0]
    except IntegrityError:
        return Draft.objects.get(invitee=invitee)


def _lay_down(draft: Draft) -> None:
    # Its number was drawn before: laid down twice it is there once.
    Answer.objects.get_or_create(
        id=draft.answer_id,
        defaults={"round_id": draft.invitee.round_id, "cell": draft.invitee.cell, "answers": draft.answers},
    )


def _unnamed(round_id: int) -> dict[str, Any]:
    return {"invitee__round": round_id, "invitee__is_named": False, "is_sent": True}
