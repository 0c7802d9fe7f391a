# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every write of `people`."""

from leadroom.people.actions.diary import (
    StaleDraft,
    change_entry,
    delete_diary,
    delete_entry,
    drop_draft,
    keep_draft,
    write_entry,
)
from leadroom.people.actions.evidence import keep_evidence, remove_evidence
from leadroom.people.actions.role_profiles import (
    NameIsTaken,
    add_role_profile,
    adjust_targets,
    retire_role_profile,
)
from leadroom.people.actions.sittings import (
    NothingAnswered,
    SittingClosed,
    SittingOpen,
    Stale,
    StaleNote,
    TooLateToWiden,
    answer,
    change_role_profile,
    finish,
    keep_note,
    set_aside,
    start,
    widen,
)

__all__ = [
    "NameIsTaken",
    "NothingAnswered",
    "SittingClosed",
    "SittingOpen",
    "Stale",
    "StaleDraft",
    "StaleNote",
    "TooLateToWiden",
    "add_role_profile",
    "adjust_targets",
    "answer",
    "change_entry",
    "change_role_profile",
    "delete_diary",
    "delete_entry",
    "drop_draft",
    "finish",
    "keep_draft",
    "keep_evidence",
    "keep_note",
    "remove_evidence",
    "retire_role_profile",
    "set_aside",
    "start",
    "widen",
    "write_entry",
]
