# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed in `portfolio`, made into clean values."""

from leadroom.portfolio.forms.capacity import (
    ChangeForm,
    EffortField,
    FreezeForm,
    TeamForm,
    TermsForm,
    UsePreset,
)
from leadroom.portfolio.forms.decisions import (
    LEVEL,
    DecideAmbition,
    asked_levels,
)
from leadroom.portfolio.forms.early import (
    EarlyAnswer,
    NameChief,
)
from leadroom.portfolio.forms.imports import (
    ChooseFile,
    MapColumns,
)
from leadroom.portfolio.forms.initiatives import (
    ChooseStatus,
    ChooseWay,
    InitiativeForm,
    LetWait,
    MoveDeadline,
    MoveTrack,
    fields_of,
)
from leadroom.portfolio.forms.levels import (
    ApplySizes,
    LevelsForm,
    as_read,
    number_labels,
)
from leadroom.portfolio.forms.plans import (
    Decide,
    FindPlan,
    WhatIf,
)
from leadroom.portfolio.forms.sheet import (
    Sheet,
    carried_sheet,
    sheet_seen,
)
from leadroom.portfolio.forms.triage import (
    Triage,
)
from leadroom.portfolio.forms.views import (
    BULK,
    SaveView,
)

__all__ = [
    "BULK",
    "LEVEL",
    "ApplySizes",
    "ChangeForm",
    "ChooseFile",
    "ChooseStatus",
    "ChooseWay",
    "Decide",
    "DecideAmbition",
    "EarlyAnswer",
    "EffortField",
    "FindPlan",
    "FreezeForm",
    "InitiativeForm",
    "LetWait",
    "LevelsForm",
    "MapColumns",
    "MoveDeadline",
    "MoveTrack",
    "NameChief",
    "SaveView",
    "Sheet",
    "TeamForm",
    "TermsForm",
    "Triage",
    "UsePreset",
    "WhatIf",
    "as_read",
    "asked_levels",
    "carried_sheet",
    "fields_of",
    "number_labels",
    "sheet_seen",
]
