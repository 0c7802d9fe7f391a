# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed into her diary, made into clean values."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leadroom.people.models import TEXTS, skills_map

LENGTH = 5000
EXCERPT_LENGTH = 2000
PROMPT_LENGTH = 300
MOST_WORDS, WORD_LENGTH = 10, 40
TOO_LONG = {"max_length": _("Shorten this to %(limit_value)d characters")}


def _today() -> date:
    return timezone.localdate()


def _text(label: Any, help_text: Any, rows: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LENGTH,
        widget=forms.Textarea(attrs={"rows": rows, "class": "grows"}),
        error_messages=TOO_LONG,
    )


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        initial=_today,
        validators=[MaxValueValidator(_today, _("Choose today or an earlier day"))],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose the day it happened"),
            "invalid": _("Write a day that there is"),
        },
    )


class WordsField(forms.CharField):
    """A few words of one's own, with commas between them."""

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """Return the words without the commas, each once."""
        typed = (" ".join(word.split()) for word in (super().to_python(value) or "").split(","))
        return list({word.casefold(): word for word in typed if word}.values())

    def prepare_value(self, value: Any) -> Any:
        """Write words with commas between them, and what was typed as it was typed."""
        return ", ".join(value) if isinstance(value, list) else value

    def validate(self, value: Any) -> None:
        """Refuse more than a few, and sentences."""
        if len(value) > MOST_WORDS:
            raise ValidationError(_("Keep to ten words of your own"), code="most")
        if any(len(word) > WORD_LENGTH for word in value):
            raise ValidationError(_("Shorten each word to 40 characters, with commas between"), code="long")

    def run_validators(self, value: Any) -> None:
        """Leave it at that."""


class EntryForm(forms.Form):
    """One entry: three questions, at least one of them answered."""

    what_happened = _text(_("What happened?"), "", 4)
    surprise = _text(_("What surprised me?"), "", 2)
    next_time = _text(_("What will I do differently?"), "", 2)
    happened_on = _day(_("When?"))
    competencies = forms.MultipleChoiceField(
        label=_("Competencies"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = WordsField(
        label=_("Your own words to find it by"),
        help_text=_("With commas between: budget, my team"),
        required=False,
    )
    token = forms.UUIDField(widget=forms.HiddenInput)
    draft = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    prompt = forms.CharField(required=False, max_length=PROMPT_LENGTH, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the competencies of the map, named in the reader's language."""
        super().__init__(*args, **kwargs)
        offer_competencies(self.fields["competencies"])

    def clean(self) -> dict[str, Any]:
        """Ask for one answer at least."""
        cleaned = super().clean() or {}
        if not any(cleaned.get(name) for name in TEXTS) and not any(name in self.errors for name in TEXTS):
            self.add_error(TEXTS[0], ValidationError(_("Answer one of the three questions"), code="empty"))
        cleaned["competencies"] = sorted(cleaned.get("competencies", []))
        return cleaned

    @property
    def said(self) -> dict[str, Any]:
        """Return what an entry consists of."""
        form_only = {"token", "draft", "prompt"}
        return {name: value for name, value in self.cleaned_data.items() if name not in form_only}


class DraftForm(forms.Form):
    """An entry while it is being typed: anything goes, as long as it is not endless."""

    what_happened = forms.CharField(required=False, max_length=LENGTH, strip=False)
    surprise = forms.CharField(required=False, max_length=LENGTH, strip=False)
    next_time = forms.CharField(required=False, max_length=LENGTH, strip=False)
    happened_on = forms.CharField(required=False, max_length=20)
    words = forms.CharField(required=False, max_length=LENGTH, strip=False)
    competencies = forms.MultipleChoiceField(required=False)
    prompt = forms.CharField(required=False, max_length=PROMPT_LENGTH)
    seen = forms.CharField(required=False, max_length=40)
    draft = forms.IntegerField(min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Know the competencies of the map."""
        super().__init__(*args, **kwargs)
        offer_competencies(self.fields["competencies"])


class EvidenceForm(forms.Form):
    """What a person can point to, and when it was."""

    text = forms.CharField(
        label=_("What I did"),
        max_length=EXCERPT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4, "class": "grows"}),
        error_messages={"required": _("Write what you did")} | TOO_LONG,
    )
    seen_on = _day(_("When?"))


class ExcerptForm(forms.Form):
    """The one excerpt that leaves the diary, and what it is evidence of."""

    excerpt = forms.CharField(
        label=_("The excerpt"),
        max_length=EXCERPT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6, "class": "grows"}),
        error_messages={"required": _("Keep a sentence at least, or go back to the entry")} | TOO_LONG,
    )
    competency = forms.ChoiceField(
        label=_("What does it show?"), error_messages={"required": _("Choose the competency it shows")}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the competencies of the map, named in the reader's language."""
        super().__init__(*args, **kwargs)
        offer_competencies(self.fields["competency"], empty=str(_("Choose a competency")))


def offer_competencies(field: forms.Field, empty: str = "") -> None:
    """Let a field choose among the competencies of the map."""
    first = [("", empty)] if empty else []
    field.choices = first + [(each.key, str(each.name)) for each in skills_map().competencies]  # type: ignore[attr-defined]
