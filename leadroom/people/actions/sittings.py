# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Profiling oneself: every answer goes into the ledger, which is only ever added to.

What a person does with her own profile is not in the council's record: that she has
profiled herself, when and how often, is hers to tell.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.people import permissions, queries
from leadroom.people.models import Answer, NoteDraft, Rating, Scope, Sitting, Source, skills_map


class SittingOpen(Exception):
    """Another sitting is open; only one can be."""


class SittingClosed(Exception):
    """This sitting is finished or gone; it takes no more answers."""


class NothingAnswered(Exception):
    """A sitting without a single answer can't be finished."""


class TooLateToWiden(Exception):
    """Only a finished short scan of the last weeks can be gone on with."""


class Stale(Exception):
    """The answer was changed elsewhere since this form was opened; `latest` is what stands now."""

    def __init__(self, latest: Rating) -> None:
        super().__init__()
        self.latest = latest


class StaleNote(Exception):
    """The note was changed elsewhere since it was opened: what stands now, and how to go on from there."""

    def __init__(self, text: str, *, version: int, seen: int) -> None:
        super().__init__()
        self.text, self.version, self.seen = text, version, seen


def start(*, by: Actor, scope: Scope, role_profile: str) -> Sitting:
    """Open a sitting. Raises SittingOpen if one is open already."""
    require(permissions.may_profile(by))
    try:
        with transaction.atomic():
            return Sitting.objects.create(
                person=by.person, scope=scope, role_profile=role_profile, pack=skills_map().pack
            )
    except IntegrityError:
        raise SittingOpen from None


@transaction.atomic
def answer(
    sitting: Sitting, *, by: Actor, competency: str, answer: Answer, note: str, seen: int, token: UUID
) -> Rating:
    """
    Add an answer to the ledger and return it.

    `seen` is the number of the last answer the form knew of: if there is a later one
    that differs, Stale is raised and nothing is lost. The same form sent again, or the
    same answer given again, returns what is there. Raises SittingClosed.
    """
    held = _held(sitting, by)
    if held.finished_at is not None:
        raise SittingClosed
    ratings = queries.own_ratings_of(by, competency)
    rating = _standing_already(ratings, held, answer, note, token)
    if rating is None:
        if ratings and ratings[-1].number != seen:
            raise Stale(ratings[-1])
        rating = _append(
            held, by, competency=competency, answer=answer, note=note, token=token, after=ratings
        )
    permissions.visible_note_drafts(by).filter(competency=competency).delete()
    return rating


@transaction.atomic
def rate_anew(*, by: Actor, competency: str, answer: Answer, seen: int, token: UUID) -> Rating:
    """
    Add one self-rating outside any sitting, as after an action that is done.

    `seen` and `token` are as in `answer`. Raises Stale.
    """
    require(permissions.may_profile(by))
    ratings = queries.own_ratings_of(by, competency)
    for rating in ratings:
        if rating.token == token:
            return rating
    if ratings and ratings[-1].number != seen:
        raise Stale(ratings[-1])
    return _append(None, by, competency=competency, answer=answer, note="", token=token, after=ratings)


def _held(sitting: Sitting, by: Actor) -> Sitting:
    """Return the sitting as it stands now, and hold it until the act is done."""
    require(permissions.may_profile(by) and sitting.person_id == by.person.pk)
    held = permissions.visible_sittings(by).select_for_update().filter(pk=sitting.pk).first()
    if held is None:
        raise SittingClosed
    return held


def _standing_already(
    ratings: Sequence[Rating], sitting: Sitting, answer: Answer, note: str, token: UUID
) -> Rating | None:
    """Return the rating that says just this already; a form that says something else the second time is stale."""
    for rating in ratings:
        if rating.token == token:
            if (rating.answer, rating.note) == (answer, note):
                return rating
            raise Stale(ratings[-1])
    latest = ratings[-1] if ratings else None
    if latest and latest.sitting_id == sitting.pk and (latest.answer, latest.note) == (answer, note):
        return latest
    return None


def _append(
    sitting: Sitting | None,
    by: Actor,
    *,
    competency: str,
    answer: Answer,
    note: str,
    token: UUID,
    after: Sequence[Rating],
) -> Rating:
    rating = Rating(
        person=by.person,
        rater=by.person,
        source=Source.SELF,
        sitting=sitting,
        competency=competency,
        number=after[-1].number + 1 if after else 1,
        answer=answer,
        note=note,
        # What she read, which is the map of today, whenever the sitting began.
        pack=skills_map().pack,
        token=token,
    )
    try:
        with transaction.atomic():
            rating.save()
    except IntegrityError:
        # The token served another question: it says nothing about this one.
        rating.token = uuid4()
        rating.save()
    return rating


@transaction.atomic
def keep_note(*, by: Actor, competency: str, text: str, version: int, seen: int = 0) -> NoteDraft:
    """
    Keep what a person is writing, so that no crash or lost line takes it.

    `version` is the draft the page knew of (0: none), `seen` the last answer. Raises
    StaleNote if another page has kept or answered something else since.
    """
    require(permissions.may_profile(by))
    drafts = permissions.visible_note_drafts(by).select_for_update()
    draft = drafts.filter(competency=competency).first()
    if draft is None:
        ratings = queries.own_ratings_of(by, competency)
        if ratings and ratings[-1].number > seen:
            raise StaleNote(ratings[-1].note, version=0, seen=ratings[-1].number)
        draft, is_new = drafts.get_or_create(person=by.person, competency=competency, defaults={"text": text})
        if is_new:
            return draft
    if draft.text == text:
        return draft
    if draft.version != version:
        raise StaleNote(draft.text, version=draft.version, seen=seen)
    draft.text, draft.version, draft.saved_at = text, draft.version + 1, timezone.now()
    draft.save(update_fields=["text", "version", "saved_at"])
    return draft


@transaction.atomic
def finish(sitting: Sitting, *, by: Actor) -> None:
    """Close a sitting; its answers are the person's profile. Raises NothingAnswered."""
    held = _held(sitting, by)
    if held.finished_at is not None:
        return
    if not held.ratings.exists():
        raise NothingAnswered
    held.finished_at = timezone.now()
    held.save(update_fields=["finished_at"])


@transaction.atomic
def set_aside(sitting: Sitting, *, by: Actor) -> None:
    """End a sitting nobody wants to go on with: its answers stay in the ledger, an empty one is gone."""
    held = _held(sitting, by)
    if held.ratings.exists():
        finish(held, by=by)
    else:
        held.delete()


@transaction.atomic
def widen(sitting: Sitting, *, by: Actor) -> None:
    """
    Turn a short scan into a full profile: its answers count, the others are asked.

    Raises TooLateToWiden for anything but a finished scan of the last weeks, and
    SittingOpen if another sitting is open.
    """
    held = _held(sitting, by)
    if not queries.can_be_widened(held):
        raise TooLateToWiden
    held.scope, held.finished_at = Scope.FULL, None
    try:
        with transaction.atomic():
            held.save(update_fields=["scope", "finished_at"])
    except IntegrityError:
        raise SittingOpen from None


@transaction.atomic
def change_role_profile(sitting: Sitting, *, by: Actor, role_profile: str) -> None:
    """Profile against another role from now on; what is answered stays answered. Raises SittingClosed."""
    held = _held(sitting, by)
    held.role_profile = role_profile
    held.save(update_fields=["role_profile"])
