# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whom a solution touches, and what she says."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from leadroom.accounts.models import Membership

MOST = 2000


def _text(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EarlyAnswer(forms.Form):
    """Timing, ambition and resources, in a chief's own words; at least one of them."""

    timing = _text(_("When would it suit you?"), _("And when would it not"))
    ambition = _text(_("How far should it go?"), _("What is enough, and what would be worth more"))
    resources = _text(_("Whom could you spare?"), _("For training and new routines"))

    def clean(self) -> dict[str, Any]:
        """Ask for one answer at least."""
        values: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(values.get(name) for name in self.fields):
            self.add_error("timing", _("Answer one of the three at least"))
        return values


class NameChief(forms.Form):
    """Whom a solution touches."""

    chief: "forms.ModelChoiceField[Membership]" = forms.ModelChoiceField(
        label=_("Chief"), queryset=None, to_field_name="key", empty_label=_("Choose")
    )

    def __init__(self, *args: Any, chiefs: "QuerySet[Membership]", **kwargs: Any) -> None:
        """Offer the council's chiefs."""
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["chief"]).queryset = chiefs
