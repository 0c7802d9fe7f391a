# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed in `people`, made into clean values."""

from leadroom.people.forms.diary import (
    EXCERPT_LENGTH,
    PROMPT_LENGTH,
    DraftForm,
    EntryForm,
    EvidenceForm,
    ExcerptForm,
)
from leadroom.people.forms.feedback import OpenFeedback, ProposeFeedback, RateForm
from leadroom.people.forms.framework import BringMap, KeepMap
from leadroom.people.forms.mirror import PRIVATE, MirrorAnswer, OpenMirror, SendMirror
from leadroom.people.forms.overview import (
    OVERVIEW_DAYS,
    SIZES,
    OfferDevelopment,
    OpenOverview,
)
from leadroom.people.forms.paths import StageNote
from leadroom.people.forms.plan import (
    SENTENCE,
    ActionForm,
    BeginForm,
    DropForm,
    FinishForm,
    NewActionForm,
    ReviewForm,
    SuggestForm,
)
from leadroom.people.forms.profiling import AnswerForm, ChooseRoleProfile, NoteForm, Start
from leadroom.people.forms.roles import AddRoleProfile, TargetsForm

__all__ = [
    "EXCERPT_LENGTH",
    "OVERVIEW_DAYS",
    "PRIVATE",
    "PROMPT_LENGTH",
    "SENTENCE",
    "SIZES",
    "ActionForm",
    "AddRoleProfile",
    "AnswerForm",
    "BeginForm",
    "BringMap",
    "ChooseRoleProfile",
    "DraftForm",
    "DropForm",
    "EntryForm",
    "EvidenceForm",
    "ExcerptForm",
    "FinishForm",
    "KeepMap",
    "MirrorAnswer",
    "NewActionForm",
    "NoteForm",
    "OfferDevelopment",
    "OpenFeedback",
    "OpenMirror",
    "OpenOverview",
    "ProposeFeedback",
    "RateForm",
    "ReviewForm",
    "SendMirror",
    "StageNote",
    "Start",
    "SuggestForm",
    "TargetsForm",
]
