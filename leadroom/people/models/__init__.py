# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of `people`, and the skills map as packs give it."""

from leadroom.people.models.evidence import Evidence
from leadroom.people.models.ledger import LEVELS, Answer, NoteDraft, Profiling, Rating, Scope, Source
from leadroom.people.models.plan import (
    LABELS,
    OPEN,
    UNDER_WAY,
    Kind,
    PlanAction,
    PlanChoice,
    PlanEvent,
    State,
)
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
    "LABELS",
    "LEVELS",
    "OPEN",
    "UNDER_WAY",
    "Answer",
    "Area",
    "Competency",
    "CouncilRoleProfile",
    "Domain",
    "Evidence",
    "Kind",
    "Names",
    "NoteDraft",
    "PlanAction",
    "PlanChoice",
    "PlanEvent",
    "Profiling",
    "Rating",
    "RoleProfile",
    "RoleTarget",
    "Scope",
    "SkillsMap",
    "Source",
    "State",
    "names_in",
    "pack_role_profiles",
    "skills_map",
]
