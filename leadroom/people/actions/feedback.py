# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Feedback rounds: proposed by a manager or opened by the person herself, closed once, revealed to all at once.

That somebody is in a round, and whom she asked, is hers to tell: it is not in the council's record.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.db.models import Max

from leadroom.accounts.models import Actor, Council, Membership
from leadroom.accounts.permissions import line_manager_of, require
from leadroom.core.anonymity import Cell, HowShown, how_shown
from leadroom.people import emails, permissions, queries
from leadroom.people.models import LEVELS, FeedbackRound, Group, Rating, Source, skills_map
from leadroom.people.models.feedback import KIND
from leadroom.rounds import actions as rounds
from leadroom.rounds.models import Invitee, Promise, Round

LEDGER = {Group.SELF: Source.SELF, Group.MANAGER: Source.MANAGER}


class RoundUnderWay(Exception):
    """A round about this person is open or proposed already; one at a time is enough."""


class TooFewColleagues(Exception):
    """With one or two colleagues nothing could ever be shown: ask none, or three at least."""


class NotAllIn(Exception):
    """A round is closed before its day only when the person and her manager have both given their answers."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Whom to ask: an address, a name to greet, and the language to write in."""

    email: str
    name: str
    language: str


@transaction.atomic
def propose_feedback(member: Membership, *, by: Actor, talk_name: str, talk_on: date | None) -> FeedbackRound:
    """Let a manager propose a round to one of her people, who decides. Raises RoundUnderWay."""
    require(permissions.may_propose_feedback(by, member))
    _none_under_way(member)
    try:
        with transaction.atomic():
            proposed = FeedbackRound.objects.create(
                person=member,
                manager=by.person,
                proposed_by=by.person,
                role_profile="",
                pack=skills_map().pack,
                talk_name=talk_name,
                talk_on=talk_on,
            )
    except IntegrityError:
        raise RoundUnderWay from None
    emails.feedback_proposed(proposed, council=by.person.council)
    return proposed


@transaction.atomic
def decline_proposal(proposed: FeedbackRound, *, by: Actor) -> None:
    """Say no to a proposed round; the manager is told, nobody else."""
    require(proposed.person_id == by.person.pk and proposed.is_proposed)
    emails.feedback_declined(proposed, council=by.person.council)
    proposed.delete()


@transaction.atomic
def open_feedback(
    *,
    by: Actor,
    competencies: Sequence[str],
    role_profile: str,
    colleagues: Sequence[Colleague],
    closes_on: date,
    talk_name: str,
    talk_on: date | None,
) -> FeedbackRound:
    """
    Open a round about oneself, and write to all who are asked.

    A proposed round becomes this one. Raises RoundUnderWay, TooFewColleagues.
    """
    require(permissions.may_profile(by))
    member = Membership.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "unit__manager__user"
    )
    person = member.get(pk=by.person.pk)
    proposed = FeedbackRound.objects.filter(person=person, round=None).first()
    _none_open(person)
    opened = rounds.open_round(
        by=by,
        kind=KIND,
        items=[(key, "LEVELS") for key in competencies],
        cells=[Cell(Group.COLLEAGUE, len(colleagues))] if colleagues else [],
        closes_on=closes_on,
        promise=promised(len(colleagues)),
    )
    feedback = proposed or FeedbackRound(person=person)
    feedback.manager = line_manager_of(person)
    feedback.round, feedback.competencies = opened, list(competencies)
    feedback.role_profile, feedback.pack = role_profile, skills_map().pack
    feedback.talk_name, feedback.talk_on = talk_name, talk_on
    feedback.save()
    _ask_all(feedback, colleagues, by)
    return feedback


def promised(colleagues: int) -> Promise:
    """Return what as many colleagues can be promised. Raises TooFewColleagues."""
    shown = how_shown(colleagues)
    if colleagues and shown is HowShown.NOTHING:
        raise TooFewColleagues
    return {HowShown.ANONYMOUS: Promise.ANONYMOUS, HowShown.TOGETHER: Promise.TOGETHER}.get(
        shown, Promise.NOBODY
    )


@transaction.atomic
def call_off(feedback: FeedbackRound, *, by: Actor) -> None:
    """Call an open round off: all that was answered is deleted unseen. Raises RoundIsOver."""
    require(feedback.person_id == by.person.pk and feedback.round is not None)
    if feedback.round is not None:
        rounds.withdraw(feedback.round)


@transaction.atomic
def close_early(feedback: FeedbackRound, *, by: Actor) -> None:
    """Close a round before its day. Raises NotAllIn, RoundIsOver."""
    require(feedback.person_id == by.person.pk and feedback.round is not None)
    if not queries.can_close(feedback):
        raise NotAllIn
    reveal(feedback)


@transaction.atomic
def reveal(feedback: FeedbackRound) -> None:
    """
    Close a round and lay both named ratings into the ledger at the same moment.

    Raises RoundIsOver where it was closed before.
    """
    if feedback.round is None:
        return
    closed = rounds.close(feedback.round, lambda _item, answer: LEVELS.get(str(answer)))
    feedback.refresh_from_db()
    for group, source in LEDGER.items():
        rater = feedback.person if source == Source.SELF else feedback.manager
        if rater is not None and group in closed.named:
            _enter(feedback, source, rater, closed.named[group])
    emails.feedback_revealed(feedback, council=feedback.council)


def reveal_due(due: Round) -> None:
    """Reveal the feedback round whose last day is over."""
    with transaction.atomic():
        feedback = FeedbackRound.objects.select_related("person__user", "manager__user", "round")
        # Closed by the person herself a moment ago, there is nothing left to do.
        with suppress(rounds.RoundIsOver):
            reveal(feedback.get(round=due))


def remind_of_feedback(invitee: Invitee, *, council: Council) -> None:
    """Write to somebody who has not answered when a feedback round is about to close."""
    feedback = FeedbackRound.objects.select_related("person__user").get(round=invitee.round)
    emails.feedback_reminder(feedback, invitee, council=council)


def _none_under_way(person: Membership) -> None:
    if FeedbackRound.objects.filter(person=person, round=None).exists():
        raise RoundUnderWay
    _none_open(person)


def _none_open(person: Membership) -> None:
    if FeedbackRound.objects.filter(person=person, round__isnull=False, round__closed_at=None).exists():
        raise RoundUnderWay


def _ask_all(feedback: FeedbackRound, colleagues: Iterable[Colleague], by: Actor) -> None:
    if feedback.round is None:
        return
    council, named = by.person.council, {Group.SELF: feedback.person, Group.MANAGER: feedback.manager}
    for group, member in named.items():
        if member is not None:
            rounds.invite(
                feedback.round, group=group, person=member, language=member.user.language, is_named=True
            )
    if feedback.manager is not None:
        emails.feedback_to_manager(feedback, council=council)
    members = queries.members_by_email([colleague.email for colleague in colleagues])
    for colleague in colleagues:
        member = members.get(colleague.email)
        invitee = rounds.invite(
            feedback.round,
            group=Group.COLLEAGUE,
            person=member,
            email="" if member else colleague.email,
            name="" if member else colleague.name,
            language=member.user.language if member else colleague.language,
            cell=Group.COLLEAGUE,
        )
        emails.feedback_question(feedback, invitee, council=council)


def _enter(feedback: FeedbackRound, source: Source, rater: Membership, answers: Mapping[str, Any]) -> None:
    """Add one rater's answers to the ledger, each with the next number of its source and competency."""
    about = Rating.objects.filter(person=feedback.person, source=source, rater=rater)
    last = dict(about.values_list("competency").annotate(Max("number")))
    Rating.objects.bulk_create(
        Rating(
            council_id=feedback.council_id,
            person=feedback.person,
            rater=rater,
            source=source,
            feedback_round=feedback,
            competency=competency,
            number=last.get(competency, 0) + 1,
            answer=answers[competency],
            pack=feedback.pack,
            token=uuid4(),
        )
        for competency in feedback.competencies
        if competency in answers
    )
