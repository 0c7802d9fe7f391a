# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of `people`, and the skills map as packs give it."""

from leadroom.people.models.ledger import Answer, NoteDraft, Profiling, Rating, Scope, Source
from leadroom.people.models.roles import CouncilRoleProfile, RoleTarget
from leadroom.people.models.skills_map import (
    Area,
    Competency,
    Domain,
    RoleProfile,
    SkillsMap,
    pack_role_profiles,
    skills_map,
)

__all__ = [
    "Answer",
    "Area",
    "Competency",
    "CouncilRoleProfile",
    "Domain",
    "NoteDraft",
    "Profiling",
    "Rating",
    "RoleProfile",
    "RoleTarget",
    "Scope",
    "SkillsMap",
    "Source",
    "pack_role_profiles",
    "skills_map",
]
