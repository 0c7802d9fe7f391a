# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Writing for oneself: nothing here is ever recorded, sent or told, and what is deleted is gone.

What is typed is kept as a draft until it is saved, so that no crash or lost line takes it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news
from leadroom.people import permissions, queries
from leadroom.people.models import TEXTS, DiaryDraft, DiaryEntry


class StaleDraft(Exception):
    """The draft was changed, saved or thrown away elsewhere: what stands now, and how to go on from there."""

    def __init__(self, typed: Mapping[str, Any], version: int) -> None:
        super().__init__()
        self.typed, self.version = typed, version


@transaction.atomic
def write_entry(*, by: Actor, token: UUID, draft: int = 0, **typed: Any) -> DiaryEntry:
    """
    Add an entry to the person's diary; the same form sent twice is one entry.

    `draft` is the version of the draft that the form knew: that one is gone then, a later one stays.
    """
    require(permissions.may_keep_a_diary(by))
    entry, is_new = permissions.visible_diary(by).get_or_create(
        token=token, defaults={"person": by.person, **_values(**typed)}
    )
    if is_new:
        _settle_draft(by, None, draft)
    return entry


@transaction.atomic
def change_entry(entry: DiaryEntry, *, by: Actor, seen: str | None, draft: int = 0, **typed: Any) -> None:
    """Change an entry. Raises ChangedMeanwhile if it was changed after the form showed it."""
    held = _held(entry, by)
    if is_news(seen, saved=queries.entry_as_shown(held), wanted=typed):
        values = _values(**typed)
        for name, value in values.items():
            setattr(held, name, value)
        held.changed_at = timezone.now()
        held.save(update_fields=[*values, "changed_at"])
    _settle_draft(by, held, draft)


@transaction.atomic
def delete_entry(entry: DiaryEntry, *, by: Actor) -> None:
    """Delete an entry with all that was typed about it; nothing of it is left."""
    _held(entry, by).delete()


@transaction.atomic
def delete_diary(*, by: Actor) -> None:
    """Delete the person's whole diary, drafts and all; nothing of it is left."""
    require(permissions.may_keep_a_diary(by))
    permissions.visible_diary_drafts(by).delete()
    permissions.visible_diary(by).delete()


@transaction.atomic
def keep_draft(
    *, by: Actor, entry: DiaryEntry | None, typed: Mapping[str, Any], version: int
) -> DiaryDraft | None:
    """
    Keep what a person is typing; None once there is nothing left of it.

    `version` is the draft the page knew of (0: none). Raises StaleDraft if another page
    has kept, saved or thrown away something else since.
    """
    require(permissions.may_keep_a_diary(by) and (entry is None or entry.person_id == by.person.pk))
    drafts = permissions.visible_diary_drafts(by).select_for_update().filter(entry=entry)
    draft = drafts.first()
    if draft is None:
        if version:
            raise StaleDraft({}, 0)
        return _begin_draft(by, entry, typed)
    if draft.typed == typed:
        return draft
    if draft.version != version:
        raise StaleDraft(draft.typed, draft.version)
    if entry is None and not _says_something(typed):
        draft.delete()
        return None
    draft.typed, draft.version, draft.saved_at = dict(typed), draft.version + 1, timezone.now()
    draft.save(update_fields=["typed", "version", "saved_at"])
    return draft


@transaction.atomic
def drop_draft(*, by: Actor, entry: DiaryEntry | None) -> None:
    """Throw away what was typed and not saved."""
    require(permissions.may_keep_a_diary(by))
    permissions.visible_diary_drafts(by).filter(entry=entry).delete()


def _begin_draft(by: Actor, entry: DiaryEntry | None, typed: Mapping[str, Any]) -> DiaryDraft | None:
    if entry is None and not _says_something(typed):
        return None
    draft, is_new = permissions.visible_diary_drafts(by).get_or_create(
        entry=entry, defaults={"person": by.person, "typed": dict(typed)}
    )
    if not is_new and draft.typed != typed:
        raise StaleDraft(draft.typed, draft.version)
    return draft


def _says_something(typed: Mapping[str, Any]) -> bool:
    return any(str(typed.get(name, "")).strip() for name in TEXTS)


def _held(entry: DiaryEntry, by: Actor) -> DiaryEntry:
    """Return the person's entry as it stands now, and hold it until the act is done."""
    require(permissions.may_keep_a_diary(by) and entry.person_id == by.person.pk)
    return permissions.visible_diary(by).select_for_update().get(pk=entry.pk)


def _values(
    *,
    happened_on: date,
    what_happened: str,
    surprise: str,
    next_time: str,
    competencies: list[str],
    words: list[str],
) -> dict[str, Any]:
    return {
        "happened_on": happened_on,
        "what_happened": what_happened,
        "surprise": surprise,
        "next_time": next_time,
        # A word that is a competency's own key means the competency.
        "tags": list(dict.fromkeys([*competencies, *words])),
    }


def _settle_draft(by: Actor, entry: DiaryEntry | None, version: int) -> None:
    permissions.visible_diary_drafts(by).filter(entry=entry, version__lte=version).delete()
