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
from leadroom.portfolio.queries.packs import News, Offered, offered, pack_news
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

__all__ = [
    "FILTERS",
    "OPEN",
    "SORTS",
    "Listed",
    "News",
    "Offered",
    "PlanningRows",
    "Staffed",
    "Whole",
    "as_typed",
    "calendar_of",
    "challenges",
    "changes",
    "counts",
    "decisions",
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
    "sources",
    "staffed",
    "staffing",
    "taken_over_by",
    "teams",
    "terms",
    "this_quarter",
    "typed_facts",
    "waits_of",
    "whole",
]
