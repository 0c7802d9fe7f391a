# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The portfolio in pictures and sentences."""

from leadroom.portfolio.pictures.ambition import (
    answer,
    decision_name,
    ladders,
)
from leadroom.portfolio.pictures.capacity import (
    CapacityPicture,
    capacity,
    change_said,
    period_names,
    terms_as_typed,
    terms_facts,
)
from leadroom.portfolio.pictures.decisions import (
    decided_by,
    decision_picture,
    decisions_picture,
)
from leadroom.portfolio.pictures.differences import (
    Gaps,
    comparison,
    differences_sentence,
    gaps,
    room_sentence,
    search_sentence,
)
from leadroom.portfolio.pictures.headroom import (
    ceiling_sentence,
    headroom,
    weighs_sentence,
)
from leadroom.portfolio.pictures.imports import (
    ImportLine,
    import_counts,
    import_lines,
    kept_counts,
    refusal,
    said_import,
)
from leadroom.portfolio.pictures.initiative import (
    deadline_line,
    facts_of,
    initiative_sentence,
    next_steps,
)
from leadroom.portfolio.pictures.levels import (
    level_lines,
    level_notes,
    levels_sentence,
    stood_in_for,
)
from leadroom.portfolio.pictures.packs import (
    pack_groups,
    pack_news,
)
from leadroom.portfolio.pictures.plan import (
    PlanPictures,
    plan_pictures,
)
from leadroom.portfolio.pictures.portfolio import (
    Room,
    filters,
    lines,
    room,
    said_bulk,
)
from leadroom.portfolio.pictures.reasons import (
    Overfull,
    Way,
    assumptions,
    explanation,
    overfull,
    ways,
)
from leadroom.portfolio.pictures.sheet import (
    left_in_sheet,
    sheet_lines,
    sheet_sums,
    typed_meanwhile,
    without_column,
)
from leadroom.portfolio.pictures.triage import (
    ProposalInWords,
    proposal,
)
from leadroom.portfolio.pictures.words import (
    day,
    level_name,
    month_name,
    period_name,
    shown_effort,
    team_months,
)

__all__ = [
    "CapacityPicture",
    "Gaps",
    "ImportLine",
    "Overfull",
    "PlanPictures",
    "ProposalInWords",
    "Room",
    "Way",
    "answer",
    "assumptions",
    "capacity",
    "ceiling_sentence",
    "change_said",
    "comparison",
    "day",
    "deadline_line",
    "decided_by",
    "decision_name",
    "decision_picture",
    "decisions_picture",
    "differences_sentence",
    "explanation",
    "facts_of",
    "filters",
    "gaps",
    "headroom",
    "import_counts",
    "import_lines",
    "initiative_sentence",
    "kept_counts",
    "ladders",
    "left_in_sheet",
    "level_lines",
    "level_name",
    "level_notes",
    "levels_sentence",
    "lines",
    "month_name",
    "next_steps",
    "overfull",
    "pack_groups",
    "pack_news",
    "period_name",
    "period_names",
    "plan_pictures",
    "proposal",
    "refusal",
    "room",
    "room_sentence",
    "said_bulk",
    "said_import",
    "search_sentence",
    "sheet_lines",
    "sheet_sums",
    "shown_effort",
    "stood_in_for",
    "team_months",
    "terms_as_typed",
    "terms_facts",
    "typed_meanwhile",
    "ways",
    "weighs_sentence",
    "without_column",
]
