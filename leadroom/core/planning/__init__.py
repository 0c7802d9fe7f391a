# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which solution at which ambition level, and when: so that all rules hold and most headroom is left."""

from leadroom.core.planning.check import Breach, Rule, check
from leadroom.core.planning.elastic import Strained
from leadroom.core.planning.explain import Closed, Overfull, explain
from leadroom.core.planning.heaviest import Heaviest, heaviest
from leadroom.core.planning.ladder import Step, steps, work_of
from leadroom.core.planning.plan import (
    Figures,
    Impossible,
    NoPlanFound,
    Plan,
    Progress,
    Status,
    figures,
)
from leadroom.core.planning.problem import (
    Choice,
    Fault,
    Freeze,
    Level,
    Lock,
    Precedence,
    Problem,
    Senseless,
    Solution,
    Team,
)
from leadroom.core.planning.psplib import Job, Mode, Project, read_project
from leadroom.core.planning.ranges import Effort, Ranges, Slip, Spread, Unordered, ranges
from leadroom.core.planning.reasons import Binding, Reason, reasons
from leadroom.core.planning.replan import Difference, Kind, differences, distance, replan
from leadroom.core.planning.search import Limits
from leadroom.core.planning.solve import solve
from leadroom.core.planning.ways_out import LaterDeadlines, LowerLevels, MoreCapacity, WayOut, ways_out

__all__ = [
    "Binding",
    "Breach",
    "Choice",
    "Closed",
    "Difference",
    "Effort",
    "Fault",
    "Figures",
    "Freeze",
    "Heaviest",
    "Impossible",
    "Job",
    "Kind",
    "LaterDeadlines",
    "Level",
    "Limits",
    "Lock",
    "LowerLevels",
    "Mode",
    "MoreCapacity",
    "NoPlanFound",
    "Overfull",
    "Plan",
    "Precedence",
    "Problem",
    "Progress",
    "Project",
    "Ranges",
    "Reason",
    "Rule",
    "Senseless",
    "Slip",
    "Solution",
    "Spread",
    "Status",
    "Step",
    "Strained",
    "Team",
    "Unordered",
    "WayOut",
    "check",
    "differences",
    "distance",
    "explain",
    "figures",
    "heaviest",
    "ranges",
    "read_project",
    "reasons",
    "replan",
    "solve",
    "steps",
    "ways_out",
    "work_of",
]
