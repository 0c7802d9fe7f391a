# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every write of `people`."""

from leadroom.people.actions.plan import (
    NotNow,
    ReviewedMeanwhile,
    add_action,
    be_reminded,
    change_action,
    drop_action,
    finish_action,
    reopen_action,
    review_action,
    start_action,
)
from leadroom.people.actions.plan_clock import hand_over_plans, remind_of_reviews
from leadroom.people.actions.plan_talk import (
    NobodyToShareWith,
    agree_action,
    keep_action,
    share_action,
    suggest_action,
    take_back_action,
)
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
    rate_anew,
    set_aside,
    start,
    widen,
)

__all__ = [
    "NameIsTaken",
    "NobodyToShareWith",
    "NotNow",
    "NothingAnswered",
    "ReviewedMeanwhile",
    "SittingClosed",
    "SittingOpen",
    "Stale",
    "StaleNote",
    "TooLateToWiden",
    "add_action",
    "add_role_profile",
    "adjust_targets",
    "agree_action",
    "answer",
    "be_reminded",
    "change_action",
    "change_role_profile",
    "drop_action",
    "finish",
    "finish_action",
    "hand_over_plans",
    "keep_action",
    "keep_note",
    "rate_anew",
    "remind_of_reviews",
    "reopen_action",
    "retire_role_profile",
    "review_action",
    "set_aside",
    "share_action",
    "start",
    "start_action",
    "suggest_action",
    "take_back_action",
    "widen",
]
