# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of `people`, and the skills map as packs give it."""

from leadroom.people.models.diary import TEXTS, DiaryDraft, DiaryEntry
from leadroom.people.models.evidence import Evidence
from leadroom.people.models.ledger import LEVELS, Answer, NoteDraft, Profiling, Rating, Scope, Source
from leadroom.people.models.roles import CouncilRoleProfile, RoleTarget
from leadroom.people.models.skills_map import (
    Area,
    Competency,
    Domain,
    Names,
    RoleProfile,
    SkillsMap,
    names_in,
    pack_role_profiles,
    skills_map,
)

__all__ = [
    "LEVELS",
    "TEXTS",
    "Answer",
    "Area",
    "Competency",
    "CouncilRoleProfile",
    "DiaryDraft",
    "DiaryEntry",
    "Domain",
    "Evidence",
    "Names",
    "NoteDraft",
    "Profiling",
    "Rating",
    "RoleProfile",
    "RoleTarget",
    "Scope",
    "SkillsMap",
    "Source",
    "names_in",
    "pack_role_profiles",
    "skills_map",
]
