# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Capacity as people type it: team-months with a comma or a point, shares in per cent, months by their day."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from leadroom.portfolio.models import Preset, TeamKind
from leadroom.portfolio.pictures import shown_effort

UNIT, MOST, ALL, LONGEST = 100, 1_000_000, 100, 16


class EffortField(forms.CharField):
    """Team-months, with one or two decimals, as whole hundredths; empty is None."""

    def __init__(self, *, least: int = 0, **kwargs: Any) -> None:
        """Take the least that is right, in hundredths."""
        self.least = least
        kwargs.setdefault(
            "widget",
            forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": "16"}),
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """Return hundredths. Raises ValidationError with words that say what to write."""
        text = (
            str(super().to_python(value) or "").replace("\u00a0", "").replace(" ", "").replace("\u2212", "-")
        )
        if not text:
            return None
        if len(text) > LONGEST:
            raise ValidationError(self._said())
        try:
            effort = round(Decimal(text.replace(",", ".")) * UNIT)
        except (InvalidOperation, ValueError, OverflowError):
            raise ValidationError(self._said()) from None
        if not self.least <= effort <= MOST:
            raise ValidationError(self._said())
        return effort

    def prepare_value(self, value: Any) -> Any:
        """Show hundredths as the reader writes numbers; what was typed stays as it was typed."""
        return shown_effort(value) if isinstance(value, int) else value

    def _said(self) -> str:
        return _now("%(label)s: write a number such as 2.5") % {"label": self.label}


def _share(label: Any, help_text: Any = "") -> forms.IntegerField:
    said = _("{label}: write a whole number from 0 to 100")
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=100,
        initial=0,
        help_text=help_text,
        error_messages={
            "invalid": format_lazy(said, label=label),
            # Django fills the limit into these: the label's own per cent sign must stay one.
            **dict.fromkeys(("min_value", "max_value"), format_lazy(said, label=_doubled(label))),
        },
    )


def _doubled(label: Any) -> Any:
    """Return a label with its per cent signs doubled, in whatever language it is read."""
    return lazy(lambda: str(label).replace("%", "%%"), str)()


class TeamForm(forms.Form):
    """A team."""

    name = forms.CharField(label=_("Name of the team"), max_length=80)
    kind = forms.ChoiceField(label=_("What does it do?"), choices=TeamKind.choices)
    staff = EffortField(label=_("People"), help_text=_("Full-time, such as 2.5"))
    line_work = _share(_("Line work, %"), _("What runs and cannot wait"))
    absence = _share(_("Absence, %"), _("Holidays, illness, training"))
    reserved_foundations = _share(_("Kept for foundations, %"), _("Of what is left; never counted as free"))
    reserved_experiments = _share(_("Kept for experiments, %"))
    floor = _share(_("At least free, %"), _("No plan may take more"))
    weight = forms.IntegerField(
        label=_("How much is its free time worth?"),
        min_value=1,
        max_value=9,
        initial=1,
        help_text=_("1 to 9, beside the other teams"),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a team that has nothing left."""
        values: dict[str, Any] = super().clean() or {}
        for one, other, words in (
            ("line_work", "absence", _("Line work and absence together must stay below 100 %")),
            ("reserved_foundations", "reserved_experiments", _("What is kept must not be more than 100 %")),
        ):
            if (values.get(one) or 0) + (values.get(other) or 0) > ALL - (one == "line_work"):
                self.add_error(other, words)
        return values


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": format_lazy(_("{label}: write a day that there is"), label=label)},
    )


class ChangeForm(forms.Form):
    """A planned change of a team."""

    month = _day(_("From"))
    people = EffortField(label=_("More or fewer people"), least=-MOST, help_text=_("Such as 1 or -0.5"))
    reason = forms.CharField(label=_("Why?"), max_length=160, required=False)

    def clean_people(self) -> int:
        """Refuse a change of nothing."""
        if people := int(self.cleaned_data["people"]):
            return people
        raise ValidationError(_("Write how many people more or fewer, such as 1 or -0.5"))


class FreezeForm(forms.Form):
    """Months in which nothing goes live."""

    name = forms.CharField(label=_("What for?"), max_length=80, help_text=_("Such as elections or holidays"))
    first_month = _day(_("First month"))
    last_month = _day(_("Last month"))

    def clean(self) -> dict[str, Any]:
        """Refuse a freeze that ends before it begins."""
        values: dict[str, Any] = super().clean() or {}
        first, last = values.get("first_month"), values.get("last_month")
        if first and last and last < first:
            self.add_error("last_month", _("The last month must not come before the first"))
        return values


class TermsForm(forms.Form):
    """From when, how far and in which step is planned, and the money."""

    first_month = _day(_("Plan from"), _("The month of this day"))
    months = forms.IntegerField(label=_("How many months?"), min_value=6, max_value=60)
    is_by_month = forms.TypedChoiceField(
        label=_("In which step?"),
        choices=[("False", _("By quarter")), ("True", _("By month"))],
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        help_text=_("By quarter for an overview, by month once it gets close"),
    )
    mandated_ceiling = forms.IntegerField(
        label=_("Ceiling for mandated work, %"),
        required=False,
        min_value=0,
        max_value=100,
        help_text=_("Of the digital office’s own time; empty for none"),
    )

    def __init__(self, *args: Any, years: Iterable[int], **kwargs: Any) -> None:
        """Ask for the money of each year in the plan."""
        super().__init__(*args, **kwargs)
        self.years = tuple(years)
        for year in self.years:
            self.fields[f"money-{year}"] = forms.IntegerField(
                label=_("Money in %(year)s, in thousands") % {"year": year},
                required=False,
                min_value=0,
                max_value=10_000_000,
                help_text=_("Empty for no limit"),
            )

    def facts(self) -> dict[str, Any]:
        """Return the terms; the first month by its first day, money by year."""
        values = self.cleaned_data
        budget = {
            str(year): values[f"money-{year}"] for year in self.years if values[f"money-{year}"] is not None
        }
        return {
            "first_month": values["first_month"].replace(day=1),
            "months": values["months"],
            "is_by_month": values["is_by_month"],
            "mandated_ceiling": values["mandated_ceiling"],
            "budget": budget,
        }


class UsePreset(forms.Form):
    """One of the presets."""

    preset = forms.ChoiceField(label=_("Begin with"))

    def __init__(self, *args: Any, presets: Iterable[Preset], **kwargs: Any) -> None:
        """Offer the presets."""
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["preset"]).choices = [(each.key, str(each.name)) for each in presets]
