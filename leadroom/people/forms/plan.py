# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed about an action of her plan, made into clean values."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadroom.people.models import LABELS, Answer, Kind, PlanAction, skills_map

SENTENCE, EXCERPT, NOTE = 300, 2000, 1000


def _sentence(label: Any, *, help_text: Any = "", required: bool = True, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=SENTENCE,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _day(label: Any, *, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": format_lazy(_("{label}: write a day that there is"), label=label)},
    )


def _competencies() -> list[tuple[str, str]]:
    return [("", gettext("None of the map"))] + [
        (each.key, str(each.name)) for each in skills_map().competencies
    ]


class ActionForm(forms.Form):
    """An action as a person writes it; `first` are the days that stood there already, which may be over."""

    will_be_able = _sentence(
        LABELS["will_be_able"], help_text=_("Something that a colleague could see you do")
    )
    competency = forms.ChoiceField(label=LABELS["competency"], required=False, choices=_competencies)
    when = _sentence(
        LABELS["when"], help_text=_("A moment that you will recognise: “a supplier shows us a demo”")
    )
    then = _sentence(LABELS["then"], help_text=_("What you will do then: “ask what it cannot do”"))
    kind = forms.ChoiceField(
        label=LABELS["kind"],
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you learn it")},
    )
    by_on = _day(LABELS["by_on"])
    review_on = _day(LABELS["review_on"], help_text=_("Three to four weeks from now is a good rhythm"))
    helper = forms.CharField(label=LABELS["helper"], required=False, max_length=160)
    how_seen = _sentence(LABELS["how_seen"], help_text=_("What will be different, and who could tell"))

    def __init__(self, *args: Any, first: tuple[date, ...] = (), **kwargs: Any) -> None:
        """Take the days that stood there already."""
        super().__init__(*args, **kwargs)
        self.first = first

    def clean_by_on(self) -> date:
        """Refuse a day that is over."""
        return self._not_over("by_on")

    def clean_review_on(self) -> date:
        """Refuse a day that is over."""
        return self._not_over("review_on")

    def clean(self) -> dict[str, Any]:
        """Let an action be looked at before it is to be done."""
        cleaned = super().clean() or {}
        by_on, review_on = cleaned.get("by_on"), cleaned.get("review_on")
        if by_on and review_on and review_on > by_on:
            self.add_error("review_on", _("Look at it again on the day by which it is to be done, or before"))
        return cleaned

    def facts(self) -> dict[str, Any]:
        """Return what is written in the action."""
        return {name: self.cleaned_data[name] for name in LABELS}

    def _not_over(self, name: str) -> date:
        day: date = self.cleaned_data[name]
        if day < timezone.localdate() and day not in self.first:
            raise ValidationError(_("%(label)s: choose today or a later day"), params={"label": LABELS[name]})
        return day


class NewActionForm(ActionForm):
    """An action that is not there yet: what it began with comes along and is not kept."""

    origin = forms.ChoiceField(choices=PlanAction.Origin.choices, widget=forms.HiddenInput)
    excerpt = forms.CharField(required=False, max_length=EXCERPT, widget=forms.HiddenInput)
    token = forms.UUIDField(widget=forms.HiddenInput)


class BeginForm(forms.Form):
    """What an action begins with: some words, and perhaps the competency they are about."""

    excerpt = forms.CharField(max_length=EXCERPT)
    competency = forms.ChoiceField(required=False, choices=_competencies)


class ReviewForm(forms.Form):
    """How it goes, and when to look again; `seen` is how often it had moved when the form was opened."""

    note = forms.CharField(
        label=_("How does it go?"), max_length=NOTE, widget=forms.Textarea(attrs={"rows": 3})
    )
    review_on = _day(_("When do I look again?"))
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def clean_review_on(self) -> date:
        """Refuse a day that is not ahead."""
        day: date = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise ValidationError(_("When do I look again? Choose a day after today"))
        return day


class SuggestForm(forms.Form):
    """What a line manager would say otherwise."""

    text = forms.CharField(
        label=_("What would you say otherwise?"), max_length=NOTE, widget=forms.Textarea(attrs={"rows": 3})
    )


class DropForm(forms.Form):
    """Why an action is given up."""

    reason = _sentence(_("Why do I give it up?"))


class FinishForm(forms.Form):
    """What shows that an action is done, and where the person is today."""

    evidence = forms.CharField(
        label=_("What did I do that shows it?"),
        required=False,
        max_length=EXCERPT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    competency = forms.ChoiceField(label=_("Which competency does it show?"), required=False)
    answer = forms.TypedChoiceField(
        required=False,
        choices=[(code, label) for code, label in Answer.choices if Answer(code).level is not None],
        coerce=Answer,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, has_competency: bool, **kwargs: Any) -> None:
        """Ask for the competency where the action has none; ask for a level where it has one."""
        super().__init__(*args, **kwargs)
        if has_competency:
            del self.fields["competency"]
        else:
            self.fields["competency"].choices = _competencies()  # type: ignore[attr-defined]
            del self.fields["answer"]

    def clean(self) -> dict[str, Any]:
        """Keep no evidence that belongs nowhere."""
        cleaned = super().clean() or {}
        if cleaned.get("evidence") and cleaned.get("competency") == "":
            self.add_error("competency", _("Choose the competency that it shows"))
        return cleaned
