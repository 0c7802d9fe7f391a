# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed on her learning path, made into clean values."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 4000


class StageNote(forms.Form):
    """What a person notes on a stage, for herself."""

    note = forms.CharField(
        label=_("My notes"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
