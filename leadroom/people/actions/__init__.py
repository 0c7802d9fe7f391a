# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every write of `people`."""

from leadroom.people.actions.feedback import (
    Colleague,
    NotAllIn,
    RoundUnderWay,
    TooFewColleagues,
    call_off,
    close_due,
    close_early,
    decline_proposal,
    open_feedback,
    promised,
    propose_feedback,
    remind_due,
    reveal,
)
from leadroom.people.actions.paths import keep_stage, leave_stage, reopen_stage, start_stage
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
    "Colleague",
    "NameIsTaken",
    "NotAllIn",
    "NothingAnswered",
    "RoundUnderWay",
    "SittingClosed",
    "SittingOpen",
    "Stale",
    "StaleNote",
    "TooFewColleagues",
    "TooLateToWiden",
    "add_role_profile",
    "adjust_targets",
    "answer",
    "call_off",
    "change_role_profile",
    "close_due",
    "close_early",
    "decline_proposal",
    "finish",
    "keep_note",
    "keep_stage",
    "leave_stage",
    "open_feedback",
    "promised",
    "propose_feedback",
    "remind_due",
    "reopen_stage",
    "retire_role_profile",
    "reveal",
    "set_aside",
    "start",
    "start_stage",
    "widen",
]
