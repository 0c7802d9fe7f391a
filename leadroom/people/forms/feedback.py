# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed when she opened, proposed or answered a feedback round, made into clean values."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadroom.people.models import Answer, skills_map
from leadroom.people.models.feedback import FEWEST, MOST

SOONEST, LATEST = timedelta(days=3), timedelta(days=90)
MOST_COLLEAGUES = 30


class ProposeFeedback(forms.Form):
    """What a talk is called, and when it is."""

    talk_name = forms.CharField(
        label=_("What is the talk called?"),
        max_length=60,
        error_messages={"required": _("Say what the talk is called")},
    )
    talk_on = forms.DateField(
        label=_("Day of the talk"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


class AnswerBy(forms.Form):
    """Until when a round takes answers."""

    closes_on = forms.DateField(
        label=_("Last day to answer"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": _("Give the last day to answer")},
    )

    def clean_closes_on(self) -> date:
        """Leave people time to answer, and the talk a day to come."""
        day: date = self.cleaned_data["closes_on"]
        today = timezone.localdate()
        if not today + SOONEST <= day <= today + LATEST:
            raise ValidationError(gettext("Choose a day from three days to three months ahead"))
        return day


class OpenFeedback(ProposeFeedback, AnswerBy):
    """Whom to ask about what, until when."""

    competencies = forms.MultipleChoiceField(
        label=_("What to ask about"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what to ask about")},
    )
    colleagues = forms.CharField(
        label=_("Colleagues to ask"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocapitalize": "none"}),
    )
    language = forms.ChoiceField(label=_("Language of the letters to people outside the council"))

    field_order = ("competencies", "colleagues", "language", "closes_on", "talk_name", "talk_on")

    def __init__(self, *args: Any, not_colleagues: Iterable[str], **kwargs: Any) -> None:
        """Offer the map; `not_colleagues` are the addresses of the person and her manager."""
        super().__init__(*args, **kwargs)
        self.not_colleagues = {address.lower() for address in not_colleagues}
        cast(forms.ChoiceField, self.fields["language"]).choices = settings.LANGUAGES
        cast(forms.MultipleChoiceField, self.fields["competencies"]).choices = [
            (one.key, str(one.name)) for one in skills_map().competencies
        ]

    def clean_competencies(self) -> list[str]:
        """Ask for eight to twelve: enough to talk about, few enough to answer well."""
        chosen: list[str] = self.cleaned_data["competencies"]
        if not FEWEST <= len(chosen) <= MOST:
            raise ValidationError(
                gettext("Choose %(fewest)s to %(most)s competencies; you have chosen %(chosen)s")
                % {"fewest": FEWEST, "most": MOST, "chosen": len(chosen)}
            )
        return [key for key in skills_map().keys if key in chosen]

    def clean_colleagues(self) -> list[tuple[str, str]]:
        """Read one colleague a line: an address, and a name if wanted."""
        lines = [line.strip() for line in self.cleaned_data["colleagues"].splitlines()]
        read = [self._colleague(number, line) for number, line in enumerate(lines, 1) if line]
        found = dict(reversed(read))
        if 0 < len(found) < 3:  # noqa: PLR2004 - the engine's own rule, said in words
            raise ValidationError(
                gettext(
                    "Ask three colleagues at least, better six or more, or none: with fewer nothing could be shown"
                )
            )
        if len(found) > MOST_COLLEAGUES:
            raise ValidationError(gettext("Ask %(most)s colleagues at most") % {"most": MOST_COLLEAGUES})
        return list(reversed(found.items()))

    def _colleague(self, number: int, line: str) -> tuple[str, str]:
        words = line.replace(";", " ").replace(",", " ").replace("<", " ").replace(">", " ").split()
        address = next((word for word in words if "@" in word), "").lower()
        try:
            validate_email(address)
        except ValidationError:
            raise ValidationError(
                gettext("Line %(number)s: “%(line)s” holds no e-mail address")
                % {"number": number, "line": line[:60]}
            ) from None
        if address in self.not_colleagues:
            raise ValidationError(
                gettext("Line %(number)s: you and your manager answer anyway, by name") % {"number": number}
            )
        return address, " ".join(word for word in words if "@" not in word)[:150]


class RateForm(forms.Form):
    """One answer about a colleague, or about oneself, in a round."""

    answer = forms.TypedChoiceField(
        choices=Answer.choices,
        coerce=Answer,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you have seen, or one of the other answers")},
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
