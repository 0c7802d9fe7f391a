# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every read of `portfolio`."""

from leadroom.portfolio.queries.capacity import (
    Staffed,
    calendar_of,
    changes,
    freezes,
    staffed,
    staffing,
    teams,
    terms,
    this_quarter,
)
from leadroom.portfolio.queries.planning import (
    PlanningRows,
    decisions,
    plan_in_force,
    planning_rows,
    plans,
)

__all__ = [
    "PlanningRows",
    "Staffed",
    "calendar_of",
    "changes",
    "decisions",
    "freezes",
    "plan_in_force",
    "planning_rows",
    "plans",
    "staffed",
    "staffing",
    "teams",
    "terms",
    "this_quarter",
]
