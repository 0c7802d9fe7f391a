# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of `people`, and the skills map as packs give it."""

from leadroom.people.models.diary import TEXTS, DiaryDraft, DiaryEntry
from leadroom.people.models.evidence import Evidence
from leadroom.people.models.feedback import FeedbackRound, Group
from leadroom.people.models.framework import Framework
from leadroom.people.models.ledger import LEVELS, Answer, NoteDraft, Rating, Scope, Sitting, Source
from leadroom.people.models.mirror import LeadersMirror, Question, Scale, SmallTeamWay, leaders_mirror
from leadroom.people.models.mirroring import EMPTY, MIRROR, POINTS, MirrorSitting, TeamMirror, Way
from leadroom.people.models.overview import (
    ProfileShare,
)
from leadroom.people.models.paths import LearningPath, LearningPaths, Stage, learning_paths
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
    "EMPTY",
    "LABELS",
    "LEVELS",
    "MIRROR",
    "OPEN",
    "POINTS",
    "TEXTS",
    "UNDER_WAY",
    "Answer",
    "Area",
    "Competency",
    "CouncilRoleProfile",
    "DiaryDraft",
    "DiaryEntry",
    "Domain",
    "Evidence",
    "FeedbackRound",
    "Framework",
    "Group",
    "Kind",
    "LeadersMirror",
    "LearningPath",
    "LearningPaths",
    "MirrorSitting",
    "Names",
    "NoteDraft",
    "PlanAction",
    "PlanChoice",
    "PlanEvent",
    "ProfileShare",
    "Question",
    "Rating",
    "RoleProfile",
    "RoleTarget",
    "Scale",
    "Scope",
    "Sitting",
    "SkillsMap",
    "SmallTeamWay",
    "Source",
    "Stage",
    "StageProgress",
    "State",
    "TeamMirror",
    "Way",
    "leaders_mirror",
    "learning_paths",
    "names_in",
    "pack_role_profiles",
    "skills_map",
]
