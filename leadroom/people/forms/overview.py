# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed to ask for an overview, or to offer her people development."""

from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from leadroom.core.anonymity import FEWEST
from leadroom.people.models import skills_map

SOONEST, LATEST = timedelta(days=7), timedelta(days=90)
OVERVIEW_DAYS = timedelta(days=21)
SIZES = (FEWEST, 7, 9)


class OpenOverview(forms.Form):
    """Until when people are asked, and of how many at least anything is shown."""

    closes_on = forms.DateField(
        label=_("Last day to add one’s profile"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": _("Give the last day")},
    )
    fewest = forms.TypedChoiceField(
        label=_("Smallest group that is shown"),
        coerce=int,
        choices=[(size, str(size)) for size in SIZES],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the smallest group")},
    )

    def clean_closes_on(self) -> date:
        """Give people a week at least, and let nothing stay open for longer than three months."""
        day: date = self.cleaned_data["closes_on"]
        today = timezone.localdate()
        if not today + SOONEST <= day <= today + LATEST:
            raise ValidationError(_now("Choose a day from a week to three months from now"))
        return day


class OfferDevelopment(forms.Form):
    """What is offered to one's people, and in which competency."""

    competency = forms.ChoiceField(
        label=_("Competency"), error_messages={"required": _("Choose what it develops")}
    )
    offer = forms.CharField(
        label=_("What do you offer?"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Say what you offer")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the map."""
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["competency"]).choices = [
            ("", "–"),
            *((one.key, str(one.name)) for one in skills_map().competencies),
        ]
