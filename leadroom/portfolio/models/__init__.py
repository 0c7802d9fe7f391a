# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of `portfolio`, and the rules of the three tracks."""

from leadroom.portfolio.models.capacity import CapacityCell, CapacityChange, Freeze, Team, TeamKind, Terms
from leadroom.portfolio.models.desk import CalendarLink, Import, SavedView
from leadroom.portfolio.models.initiatives import Deadline, EarlyQuestion, Initiative, Move, Wait
from leadroom.portfolio.models.levels import PLACE, AmbitionLevel, LevelKind
from leadroom.portfolio.models.packs import (
    Demanded,
    Preset,
    Size,
    demanded,
    pack_of_initiatives,
    presets,
    sizes,
)
from leadroom.portfolio.models.plans import OVER, WITH_CHOICES, Decision, Plan, PlanStatus
from leadroom.portfolio.models.tracks import RULES, LegalBasis, Rules, Status, Track, Way, rules_of

__all__ = [
    "OVER",
    "PLACE",
    "RULES",
    "WITH_CHOICES",
    "AmbitionLevel",
    "CalendarLink",
    "CapacityCell",
    "CapacityChange",
    "Deadline",
    "Decision",
    "Demanded",
    "EarlyQuestion",
    "Freeze",
    "Import",
    "Initiative",
    "LegalBasis",
    "LevelKind",
    "Move",
    "Plan",
    "PlanStatus",
    "Preset",
    "Rules",
    "SavedView",
    "Size",
    "Status",
    "Team",
    "TeamKind",
    "Terms",
    "Track",
    "Wait",
    "Way",
    "demanded",
    "pack_of_initiatives",
    "presets",
    "rules_of",
    "sizes",
]
