# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A decision on ambition levels, as somebody typed it."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

LEVEL = "level-"
MOST_LEVELS = 2000


class DecideAmbition(forms.Form):
    """A decision's name and reason; what was shown travels along."""

    name = forms.CharField(label=_("What is decided?"), max_length=120)
    reason = forms.CharField(
        label=_("Why?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the decision paper"),
    )
    instead_of = forms.CharField(widget=forms.HiddenInput, max_length=20, required=False)
    mark = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)


def asked_levels(typed: Mapping[str, str]) -> dict[str, str]:
    """Return the levels that an address or a form asks for, by the initiative's key."""
    named = [(name.removeprefix(LEVEL), kind) for name, kind in typed.items() if name.startswith(LEVEL)]
    return dict(named[:MOST_LEVELS])
