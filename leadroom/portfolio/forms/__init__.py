# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed in `portfolio`, made into clean values."""

from leadroom.portfolio.forms.initiatives import (
    ChooseStatus,
    ChooseWay,
    InitiativeForm,
    LetWait,
    MoveDeadline,
    MoveTrack,
    fields_of,
)
from leadroom.portfolio.forms.views import BULK, SaveView

__all__ = [
    "BULK",
    "ChooseStatus",
    "ChooseWay",
    "InitiativeForm",
    "LetWait",
    "MoveDeadline",
    "MoveTrack",
    "SaveView",
    "fields_of",
]
