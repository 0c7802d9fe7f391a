# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows made into what the planner reads, and what it answers made into rows."""

from leadroom.portfolio.bridge.ambition import (
    BrokenPlan,
    Tried,
    try_levels,
)
from leadroom.portfolio.bridge.changes import (
    Changes,
    changed,
    read_changes,
    together,
    written_changes,
)
from leadroom.portfolio.bridge.columns import (
    DAYS,
    HEADERS,
    REFERENCES,
    Known,
    explained_columns,
    field_names,
    guessed,
)
from leadroom.portfolio.bridge.headroom import (
    headroom_of,
)
from leadroom.portfolio.bridge.incoming import (
    Fate,
    Line,
    lines,
)
from leadroom.portfolio.bridge.judged import (
    is_still_possible,
)
from leadroom.portfolio.bridge.problem import (
    Index,
    even_weight,
    index_of,
    planned_of,
    problem_of,
    usable,
)
from leadroom.portfolio.bridge.written import (
    read_choices,
    written_choices,
    written_explanation,
    written_figures,
    written_portfolio,
    written_reasons,
    written_way,
)

__all__ = [
    "DAYS",
    "HEADERS",
    "REFERENCES",
    "BrokenPlan",
    "Changes",
    "Fate",
    "Index",
    "Known",
    "Line",
    "Tried",
    "changed",
    "even_weight",
    "explained_columns",
    "field_names",
    "guessed",
    "headroom_of",
    "index_of",
    "is_still_possible",
    "lines",
    "planned_of",
    "problem_of",
    "read_changes",
    "read_choices",
    "together",
    "try_levels",
    "usable",
    "written_changes",
    "written_choices",
    "written_explanation",
    "written_figures",
    "written_portfolio",
    "written_reasons",
    "written_way",
]
