# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed in `people`, made into clean values."""

from leadroom.people.forms.feedback import OpenFeedback, ProposeFeedback, RateForm
from leadroom.people.forms.paths import StageNote
from leadroom.people.forms.profiling import AnswerForm, ChooseRoleProfile, NoteForm, Start
from leadroom.people.forms.roles import AddRoleProfile, TargetsForm

__all__ = [
    "AddRoleProfile",
    "AnswerForm",
    "ChooseRoleProfile",
    "NoteForm",
    "OpenFeedback",
    "ProposeFeedback",
    "RateForm",
    "StageNote",
    "Start",
    "TargetsForm",
]
