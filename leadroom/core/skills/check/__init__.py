# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Judges packs of skills maps and of what leans on them: parsed files in, problems with their place out.

A problem names where it is and what kind it is; whoever shows it finds the line and the words.
"""

from leadroom.core.skills.check.head import check_head
from leadroom.core.skills.check.leaning import Held, Maps, held
from leadroom.core.skills.check.mirror import check_mirror
from leadroom.core.skills.check.paths import check_paths
from leadroom.core.skills.check.problem import Problem, Where
from leadroom.core.skills.check.roles import check_roles
from leadroom.core.skills.check.skills_map import check_map

__all__ = [
    "Held",
    "Maps",
    "Problem",
    "Where",
    "check_head",
    "check_map",
    "check_mirror",
    "check_paths",
    "check_roles",
    "held",
]
