# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person wrote into her diary, found again by words and tags."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from leadroom.accounts.models import Actor
from leadroom.kit.translated import LANGUAGES
from leadroom.people import permissions
from leadroom.people.models import TEXTS, DiaryDraft, DiaryEntry, Evidence, names_in, skills_map


@dataclass(frozen=True)
class Diary:
    """A person's diary: what was looked for in it, and which tags there are, the most used first."""

    found: tuple[DiaryEntry, ...]
    latest: DiaryEntry | None
    tags: tuple[str, ...]


def diary(actor: Actor, *, search: str = "", tag: str = "") -> Diary:
    """
    Return a person's diary, the latest day first, narrowed to all of the words and to a tag.

    The words are looked for here and not by the database: SQLite takes Å and å for two letters.
    """
    entries = list(permissions.visible_diary(actor))
    words = _folded(search).split()
    found = (entry for entry in entries if (not tag or tag in entry.tags) and _holds(entry, words))
    used = Counter(name for entry in entries for name in entry.tags)
    return Diary(tuple(found), next(iter(entries), None), tuple(name for name, _count in used.most_common()))


def diary_draft(actor: Actor, entry: DiaryEntry | None = None) -> DiaryDraft | None:
    """Return what the person is typing: about a new entry, or about one that is there."""
    return permissions.visible_diary_drafts(actor).filter(entry=entry).first()


def tag_names(tags: Iterable[str]) -> list[tuple[str, str]]:
    """Return each tag with its name: a competency's in the reader's language, a word as it was written."""
    names = names_in(get_language() or LANGUAGES[0]).competencies
    return [(tag, names.get(tag, tag)) for tag in tags]


def entry_as_shown(entry: DiaryEntry) -> Mapping[str, Any]:
    """Return what the form of an entry shows: what a save is held against."""
    return {
        "happened_on": entry.happened_on,
        **{name: getattr(entry, name) for name in TEXTS},
        "competencies": sorted(set(entry.tags) & skills_map().by_key.keys()),
        "words": [tag for tag in entry.tags if tag not in skills_map().by_key],
    }


def evidence_of(actor: Actor, competency: str) -> list[Evidence]:
    """Return what the person keeps as evidence of one competency, the latest first."""
    return list(permissions.visible_evidence(actor).filter(competency=competency))


def _holds(entry: DiaryEntry, words: Iterable[str]) -> bool:
    names = (name for _tag, name in tag_names(entry.tags))
    text = _folded(" ".join([*(getattr(entry, name) for name in TEXTS), *names]))
    return all(word in text for word in words)


def _folded(text: str) -> str:
    """Return a text in which large and small letters, and the two ways to write å, are alike."""
    return unicodedata.normalize("NFC", text).casefold()
