# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Every write of `people`. The ledger is only ever added to.

What a person does with her own profile is not in the council's record: that she has
profiled herself, when and how often, is hers to tell.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council
from leadroom.accounts.permissions import require
from leadroom.core.skills.profile import Target
from leadroom.kit.seen import is_news
from leadroom.people import permissions, queries
from leadroom.people.models import (
    Answer,
    CouncilRoleProfile,
    NoteDraft,
    Profiling,
    Rating,
    RoleTarget,
    Scope,
    Source,
    skills_map,
)


class SittingOpen(Exception):
    """Another sitting is open; only one can be."""


class SittingClosed(Exception):
    """This sitting is finished; it takes no more answers."""


class NothingAnswered(Exception):
    """A sitting without a single answer can't be finished."""


class Stale(Exception):
    """The answer was changed elsewhere since this form was opened; `latest` is what stands now."""

    def __init__(self, latest: Rating) -> None:
        super().__init__()
        self.latest = latest


class StaleNote(Exception):
    """The note was changed elsewhere since it was opened; `latest` is what stands now."""

    def __init__(self, latest: NoteDraft) -> None:
        super().__init__()
        self.latest = latest


def start(*, by: Actor, scope: Scope, role_profile: str) -> Profiling:
    """Open a sitting. Raises SittingOpen if one is open already."""
    require(permissions.may_profile(by))
    try:
        with transaction.atomic():
            profiling = Profiling.objects.create(
                person=by.person, scope=scope, role_profile=role_profile, pack=skills_map().pack
            )
    except IntegrityError:
        raise SittingOpen from None
    return profiling


@transaction.atomic
def answer(
    profiling: Profiling, *, by: Actor, competency: str, answer: Answer, note: str, seen: int, token: UUID
) -> Rating:
    """
    Add an answer to the ledger and return it.

    `seen` is the number of the last answer the form knew of: if there is a later one
    that differs, Stale is raised and nothing is lost. The same form sent again, or the
    same answer given again, returns what is there. Raises SittingClosed.
    """
    require(permissions.may_profile(by) and profiling.person_id == by.person.pk)
    if profiling.finished_at is not None:
        raise SittingClosed
    ratings = queries.own_ratings_of(by, competency)
    if earlier := _made_by_form(ratings, token):
        return earlier
    latest = ratings[-1] if ratings else None
    if latest and latest.profiling_id == profiling.pk and (latest.answer, latest.note) == (answer, note):
        _drop_draft(by, competency)
        return latest
    if latest and latest.number != seen:
        raise Stale(latest)
    rating = _append(
        profiling, by=by, competency=competency, answer=answer, note=note, seen=seen, token=token
    )
    _drop_draft(by, competency)
    return rating


def _append(
    profiling: Profiling, *, by: Actor, competency: str, answer: Answer, note: str, seen: int, token: UUID
) -> Rating:
    try:
        with transaction.atomic():
            return Rating.objects.create(
                person=by.person,
                rater=by.person,
                source=Source.SELF,
                profiling=profiling,
                competency=competency,
                number=seen + 1,
                answer=answer,
                note=note,
                pack=profiling.pack,
                token=token,
            )
    except IntegrityError:
        # Somebody was quicker: the same form sent twice, or another tab.
        ratings = queries.own_ratings_of(by, competency)
        if earlier := _made_by_form(ratings, token):
            return earlier
        if ratings:
            raise Stale(ratings[-1]) from None
        raise


def _made_by_form(ratings: Sequence[Rating], token: UUID) -> Rating | None:
    return next((rating for rating in ratings if rating.token == token), None)


def _drop_draft(by: Actor, competency: str) -> None:
    permissions.visible_note_drafts(by).filter(competency=competency).delete()


@transaction.atomic
def keep_note(*, by: Actor, competency: str, text: str, version: int) -> NoteDraft:
    """
    Keep what a person is writing, so that no crash or lost line takes it.

    `version` is the one the page knew of (0: none). Raises StaleNote if another
    page has kept something else since.
    """
    require(permissions.may_profile(by))
    drafts = permissions.visible_note_drafts(by).select_for_update()
    draft, is_new = drafts.get_or_create(person=by.person, competency=competency, defaults={"text": text})
    if is_new or draft.text == text:
        return draft
    if draft.version != version:
        raise StaleNote(draft)
    draft.text, draft.version, draft.saved_at = text, draft.version + 1, timezone.now()
    draft.save(update_fields=["text", "version", "saved_at"])
    return draft


@transaction.atomic
def finish(profiling: Profiling, *, by: Actor) -> None:
    """Close a sitting; its answers are the person's profile. Raises NothingAnswered."""
    require(permissions.may_profile(by) and profiling.person_id == by.person.pk)
    if profiling.finished_at is not None:
        return
    if not profiling.ratings.exists():
        raise NothingAnswered
    profiling.finished_at = timezone.now()
    profiling.save(update_fields=["finished_at"])


@transaction.atomic
def set_aside(profiling: Profiling, *, by: Actor) -> None:
    """End a sitting nobody wants to go on with: its answers stay in the ledger, an empty one is gone."""
    require(permissions.may_profile(by) and profiling.person_id == by.person.pk)
    if profiling.ratings.exists():
        finish(profiling, by=by)
    else:
        profiling.delete()


def widen(profiling: Profiling, *, by: Actor) -> None:
    """Turn a short scan into a full profile: its answers count, the other 30 are asked. Raises SittingOpen."""
    require(permissions.may_profile(by) and profiling.person_id == by.person.pk)
    profiling.scope, profiling.finished_at = Scope.FULL, None
    try:
        with transaction.atomic():
            profiling.save(update_fields=["scope", "finished_at"])
    except IntegrityError:
        raise SittingOpen from None


@transaction.atomic
def change_role_profile(profiling: Profiling, *, by: Actor, role_profile: str) -> None:
    """Profile against another role from now on; what is answered stays answered."""
    require(permissions.may_profile(by) and profiling.person_id == by.person.pk)
    profiling.role_profile = role_profile
    profiling.save(update_fields=["role_profile"])


@transaction.atomic
def adjust_targets(
    role_profile: str, targets: Mapping[str, Target], *, by: Actor, seen: str | None = None
) -> None:
    """
    Set what a role asks for in this council; what equals the pack's own is not kept.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile.
    """
    require(permissions.may_adjust_role_profiles(by))
    # Targets that equal the pack's have no row to lock: the council's own stands for them all.
    Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)
    saved = queries.as_shown(queries.role_profiles(by)[role_profile].targets, targets)
    if not is_news(seen, saved=saved, wanted=queries.as_shown(targets, targets)):
        return
    permissions.visible_role_targets(by).filter(role_profile=role_profile, competency__in=targets).delete()
    RoleTarget.objects.bulk_create(
        RoleTarget(
            council=by.council,
            role_profile=role_profile,
            competency=competency,
            low=target.low,
            high=target.high,
            weight=target.weight,
        )
        for competency, target in targets.items()
        if target != queries.pack_target(by, role_profile, competency)
    )
    record(by, "people.role_profile.adjusted", role_profile=role_profile, competencies=len(targets))


@transaction.atomic
def add_role_profile(*, by: Actor, name: Mapping[str, str], based_on: str) -> CouncilRoleProfile:
    """Add a role profile of the council's own; its targets start as another's."""
    require(permissions.may_adjust_role_profiles(by))
    added = CouncilRoleProfile.objects.create(name=dict(name), based_on=based_on)
    record(by, "people.role_profile.added", added, based_on=based_on)
    return added


@transaction.atomic
def retire_role_profile(added: CouncilRoleProfile, *, by: Actor) -> None:
    """Offer a role profile no more; those who chose it keep their ratings."""
    require(permissions.may_adjust_role_profiles(by))
    added.is_retired = True
    added.save(update_fields=["is_retired"])
    record(by, "people.role_profile.retired", added)
