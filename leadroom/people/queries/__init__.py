# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every read of `people`: role profiles, sittings, the ledger and the profile drawn from it."""

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
    Progress,
    Question,
    asked_by,
    can_be_widened,
    last_sitting,
    open_sitting,
    own_ratings,
    own_ratings_of,
    progress,
    question,
)

__all__ = [
    "AreaProgress",
    "AreaStanding",
    "Background",
    "LastSitting",
    "MyProfile",
    "Progress",
    "Question",
    "Said",
    "as_shown",
    "asked_by",
    "backgrounds",
    "can_be_widened",
    "last_sitting",
    "my_profile",
    "open_sitting",
    "own_ratings",
    "own_ratings_of",
    "pack_target",
    "progress",
    "question",
    "role_profiles",
    "usual_role_profile",
]
