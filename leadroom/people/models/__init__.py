# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of `people`, and what packs give: the skills map, the mirror, the paths."""

from leadroom.people.models.evidence import Evidence
from leadroom.people.models.feedback import FeedbackRound, Group
from leadroom.people.models.ledger import LEVELS, Answer, NoteDraft, Profiling, Rating, Scope, Source
from leadroom.people.models.mirror import LeadersMirror, Question, Scale, SmallTeamWay, leaders_mirror
from leadroom.people.models.paths import LearningPath, LearningPaths, Stage, learning_paths
from leadroom.people.models.progress import StageProgress
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
    "Answer",
    "Area",
    "Competency",
    "CouncilRoleProfile",
    "Domain",
    "Evidence",
    "FeedbackRound",
    "Group",
    "LeadersMirror",
    "LearningPath",
    "LearningPaths",
    "Names",
    "NoteDraft",
    "Profiling",
    "Question",
    "Rating",
    "RoleProfile",
    "RoleTarget",
    "Scale",
    "Scope",
    "SkillsMap",
    "SmallTeamWay",
    "Source",
    "Stage",
    "StageProgress",
    "leaders_mirror",
    "learning_paths",
    "names_in",
    "pack_role_profiles",
    "skills_map",
]
