# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The four questions of triage."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leadroom.core.triage.propose import Answers

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


def _question(label: Any, help_text: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages={"required": _("Answer all four: yes or no")},
    )


class Triage(forms.Form):
    """Four plain questions, yes or no."""

    must_come = _question(
        _("Must this very solution come?"), _("By law, by an agreement, or because you signed for it")
    )
    has_result = _question(
        _("Is there a result that the board or the executive wants?"), _("And you know whose need it is")
    )
    bears_others = _question(
        _("Does other work stand on it?"),
        _("Security, contracts, standards, skills, or what is in the way every day"),
    )
    helps_challenge = _question(
        _("Could one of your challenges use it?"), _("Look at the column of challenges")
    )

    def answers(self) -> Answers:
        """Return what was said."""
        return Answers(**{name: self.cleaned_data[name] == "yes" for name in self.fields})
