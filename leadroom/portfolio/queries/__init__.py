# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every read of `portfolio`."""

from leadroom.portfolio.queries.capacity import (
    SheetRow,
    Staffed,
    calendar_of,
    changes,
    freezes,
    sheet,
    staffed,
    staffing,
    teams,
    terms,
    this_quarter,
    typed_cells,
)
from leadroom.portfolio.queries.initiatives import (
    Whole,
    as_typed,
    challenges,
    initiatives,
    others,
    taken_over_by,
    typed_facts,
    waits_of,
    whole,
)
from leadroom.portfolio.queries.levels import (
    example_levels,
    spread,
)
from leadroom.portfolio.queries.packs import (
    News,
    Offered,
    offered,
    pack_news,
)
from leadroom.portfolio.queries.planning import (
    PlanningRows,
    decisions,
    plan_in_force,
    planning_rows,
    plans,
)
from leadroom.portfolio.queries.portfolio import (
    FILTERS,
    OPEN,
    SORTS,
    Listed,
    counts,
    listed,
    place_of,
    saved_views,
    sources,
)
from leadroom.portfolio.queries.shown_plans import (
    Difference,
    ShownPlan,
    differences,
    shown_plan,
)

__all__ = [
    "FILTERS",
    "OPEN",
    "SORTS",
    "Difference",
    "Listed",
    "News",
    "Offered",
    "PlanningRows",
    "SheetRow",
    "ShownPlan",
    "Staffed",
    "Whole",
    "as_typed",
    "calendar_of",
    "challenges",
    "changes",
    "counts",
    "decisions",
    "differences",
    "example_levels",
    "freezes",
    "initiatives",
    "listed",
    "offered",
    "others",
    "pack_news",
    "place_of",
    "plan_in_force",
    "planning_rows",
    "plans",
    "saved_views",
    "sheet",
    "shown_plan",
    "sources",
    "spread",
    "staffed",
    "staffing",
    "taken_over_by",
    "teams",
    "terms",
    "this_quarter",
    "typed_cells",
    "typed_facts",
    "waits_of",
    "whole",
]
