# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's diary as a file, for herself alone."""

from typing import Any

from leadroom.accounts.models import Actor
from leadroom.people import permissions, queries
from leadroom.people.models import TEXTS, DiaryEntry


def diary_json(actor: Actor) -> dict[str, Any]:
    """Return all that the person wrote into her diary, and what she is typing."""
    drafts = permissions.visible_diary_drafts(actor).select_related("entry")
    return {
        "format": "leadroom-diary",
        "version": 1,
        "name": actor.user.name,
        "entries": [_told(entry) for entry in queries.diary(actor).found],
        "drafts": [
            {"entry": draft.entry.key if draft.entry else None, "typed": draft.typed} for draft in drafts
        ],
    }


def _told(entry: DiaryEntry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "happened_on": entry.happened_on.isoformat(),
        **{name: getattr(entry, name) for name in TEXTS},
        "tags": entry.tags,
        "written_at": entry.written_at.isoformat(),
        "changed_at": entry.changed_at.isoformat() if entry.changed_at else None,
    }
