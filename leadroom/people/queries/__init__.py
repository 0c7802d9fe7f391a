# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every read of `people`: role profiles, sittings, the ledger and the profile drawn from it."""

from leadroom.people.queries.diary import Diary, diary, diary_draft, entry_as_shown, evidence_of, tag_names
from leadroom.people.queries.profile import (
    AreaStanding,
    Background,
    LastSitting,
    MyProfile,
    Said,
    backgrounds,
    my_profile,
)
from leadroom.people.queries.role_profiles import as_shown, pack_target, role_profiles, usual_role_profile
from leadroom.people.queries.sittings import (
    AreaProgress,
    Question,
    Sitting,
    asked_by,
    can_be_widened,
    last_profiling,
    open_profiling,
    own_ratings,
    own_ratings_of,
    question,
    sitting,
)

__all__ = [
    "AreaProgress",
    "AreaStanding",
    "Background",
    "Diary",
    "LastSitting",
    "MyProfile",
    "Question",
    "Said",
    "Sitting",
    "as_shown",
    "asked_by",
    "backgrounds",
    "can_be_widened",
    "diary",
    "diary_draft",
    "entry_as_shown",
    "evidence_of",
    "last_profiling",
    "my_profile",
    "open_profiling",
    "own_ratings",
    "own_ratings_of",
    "pack_target",
    "question",
    "role_profiles",
    "sitting",
    "tag_names",
    "usual_role_profile",
]
