# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every write of `people`."""

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
    "StaleNote",
    "TooLateToWiden",
    "add_role_profile",
    "adjust_targets",
    "answer",
    "change_role_profile",
    "finish",
    "keep_note",
    "retire_role_profile",
    "set_aside",
    "start",
    "widen",
]
