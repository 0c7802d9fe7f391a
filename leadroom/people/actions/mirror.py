# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Looking into the mirror: one answer at a time, kept over time, and a person's alone.

None of it is in the council's record: what a leader asks herself is hers to tell.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from leadroom.accounts.models import Actor, Membership
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news
from leadroom.people import permissions, queries
from leadroom.people.models import MirrorSitting, Question, TeamMirror, leaders_mirror
from leadroom.rounds.actions import RoundIsOver
from leadroom.rounds.permissions import may_answer


@transaction.atomic
def look_again(*, by: Actor) -> None:
    """Begin anew, with what was answered before kept as it is; a sitting still empty is used."""
    require(permissions.may_reflect(by))
    current = _current(by)
    if current is None or current.answers:
        MirrorSitting.objects.create(person=by.person, pack=leaders_mirror().pack)


@transaction.atomic
def keep_mirror_answer(
    question: Question,
    *,
    by: Actor,
    said: Mapping[str, Any],
    team: TeamMirror | None = None,
    seen: str | None = None,
) -> None:
    """
    Keep what a person says to one question, for herself alone; with `team` as her copy of what she answers there.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile, and
    RoundIsOver where the team's round takes no more answers from her.
    """
    require(permissions.may_reflect(by))
    sitting = _for_team(team, by) if team else _current(by)
    if sitting is None:
        sitting = MirrorSitting.objects.create(person=by.person, pack=leaders_mirror().pack)
    if is_news(seen, saved=sitting.said(question.key), wanted=said):
        sitting.answers = {**sitting.answers, question.key: dict(said)}
        sitting.save(update_fields=["answers"])


@transaction.atomic
def delete_sitting(sitting: MirrorSitting, *, by: Actor) -> None:
    """Delete one of the person's own sittings, for good."""
    require(sitting.person_id == by.person.pk)
    sitting.delete()


def _current(by: Actor) -> MirrorSitting | None:
    """Return the person's sitting alone that she works on, held with all of hers until the act is done."""
    Membership.objects.select_for_update(no_key=True).get(pk=by.person.pk)
    return permissions.visible_mirror_sittings(by).filter(team=None).first()


def _for_team(team: TeamMirror, by: Actor) -> MirrorSitting:
    Membership.objects.select_for_update(no_key=True).get(pk=by.person.pk)
    invitee = queries.mirror_invitee(by, team)
    if invitee is None or not may_answer(invitee):
        raise RoundIsOver
    return MirrorSitting.objects.get_or_create(
        person=by.person, team=team, defaults={"pack": leaders_mirror().pack}
    )[0]
