# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ambition levels as one types them: a column a level, a row a team, effort as a whole or month by month."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.translation import gettext as _

from leadroom.core.capacity.spread import even
from leadroom.portfolio.models import LevelKind, Size, Team
from leadroom.portfolio.queries import LevelFacts

UNIT, MOST, LONGEST_ROW = 100, 100_000, 60
# Name, least, most, and what stands for an empty field (None: the level has none, and is then not there).
NUMBERS = (
    ("months", 1, 60, None),
    ("money", 0, 10_000_000, 0),
    ("running_money", -10_000_000, 10_000_000, 0),
    ("value", 0, 100, 0),
    ("low", 1, 100, 80),
    ("high", 100, 1000, 150),
)
PARTS = re.compile(r"[\s;]+")


class ProfileField(forms.CharField):
    """Team-months: one number for the whole, or one for each month, as a tuple of hundredths; empty is ()."""

    def __init__(self, *, least: int = 0, most_numbers: int = LONGEST_ROW, **kwargs: Any) -> None:
        """Take the least that is right, in hundredths, and how many numbers there may be."""
        self.least, self.most_numbers = least, most_numbers
        super().__init__(required=False, max_length=400, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Return hundredths. Raises ValidationError with words that say what to write."""
        text = str(super().to_python(value) or "").replace("\u2212", "-").strip()
        found = tuple(self._number(part) for part in PARTS.split(text) if part)
        if len(found) > self.most_numbers:
            raise ValidationError(self._said())
        return found

    def _number(self, part: str) -> int:
        try:
            effort = round(Decimal(part.replace(",", ".")) * UNIT)
        except (InvalidOperation, ValueError, OverflowError):
            raise ValidationError(self._said()) from None
        if not self.least <= effort <= MOST:
            raise ValidationError(self._said())
        return effort

    def _said(self) -> str:
        if self.most_numbers == 1:
            return _("%(label)s: write a number such as 0.5") % {"label": self.label}
        return _("%(label)s: write a number such as 2.5, or one for each month such as 0.5 1 1 0.5") % {
            "label": self.label
        }


class LevelsForm(forms.Form):
    """The table of an initiative's levels; `least` is how many it must have."""

    size = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, teams: Sequence[Team], least: int, **kwargs: Any) -> None:
        """Make the fields, each named by its row and level."""
        super().__init__(*args, **kwargs)
        self.teams, self.least = teams, least
        for kind in LevelKind:
            for name, low, high, _empty in NUMBERS:
                self.fields[f"{name}-{kind}"] = _whole(f"{number_labels()[name]}, {kind.label}", low, high)
            for team in teams:
                self.fields[f"effort-{team.key}-{kind}"] = ProfileField(label=f"{team.name}, {kind.label}")
                self.fields[f"running-{team.key}-{kind}"] = ProfileField(
                    label=_("%(team)s after go-live, %(level)s") % {"team": team.name, "level": kind.label},
                    least=-MOST,
                    most_numbers=1,
                )
            self.fields[f"notes-{kind}"] = forms.CharField(
                label=_("Notes, %(level)s") % {"level": kind.label}, required=False, max_length=2000
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a level without months, effort that is not one number a month, and too few levels."""
        values: dict[str, Any] = super().clean() or {}
        kinds = [kind for kind in LevelKind if self._is_there(kind, values)]
        for kind in kinds:
            self._clean_level(kind, values)
        if len(kinds) < self.least and not self.errors:
            self.add_error(
                f"months-{LevelKind.LEGAL_MINIMUM if not kinds else LevelKind.USABLE}",
                _("Give it two levels at least: the lowest that is sensible, and one more to choose from.")
                if self.least > 1
                else _("Give it one level at least."),
            )
        return values

    def _is_there(self, kind: str, values: Mapping[str, Any]) -> bool:
        """Say whether anything of a level was typed; what stands in every new column does not count."""
        return any(
            value not in (None, "", ())
            for name, value in values.items()
            if name.endswith(f"-{kind}") and name not in (f"low-{kind}", f"high-{kind}")
        ) or any(name.endswith(f"-{kind}") for name in self.errors)

    def _clean_level(self, kind: LevelKind, values: Mapping[str, Any]) -> None:
        months = values.get(f"months-{kind}")
        if months is None:
            if f"months-{kind}" not in self.errors:
                self.add_error(
                    f"months-{kind}", _("Months of work, %(level)s: say how many") % {"level": kind.label}
                )
            return
        for team in self.teams:
            name = f"effort-{team.key}-{kind}"
            if len(values.get(name) or ()) not in (0, 1, months):
                self.add_error(
                    name,
                    _("%(label)s: write one number for the whole, or %(months)s numbers, one for each month")
                    % {"label": self.fields[name].label, "months": months},
                )

    def levels(self) -> dict[str, LevelFacts]:
        """Return what was typed, by level."""
        values = self.cleaned_data
        return {str(kind): self._level(kind) for kind in LevelKind if values.get(f"months-{kind}")}

    def _level(self, kind: str) -> LevelFacts:
        values = self.cleaned_data
        numbers: dict[str, Any] = {
            name: empty if values[f"{name}-{kind}"] is None else values[f"{name}-{kind}"]
            for name, _low, _high, empty in NUMBERS
        }
        effort = {team.key: values[f"effort-{team.key}-{kind}"] for team in self.teams}
        running = {team.key: values[f"running-{team.key}-{kind}"] for team in self.teams}
        return LevelFacts(
            effort={key: _spread(row, numbers["months"]) for key, row in effort.items() if any(row)},
            running={key: row[0] for key, row in running.items() if any(row)},
            notes=values[f"notes-{kind}"],
            **numbers,
        )


def _spread(row: tuple[int, ...], months: int) -> tuple[int, ...]:
    return even(row[0], months) if len(row) == 1 else row


def _whole(label: str, low: int, high: int) -> forms.IntegerField:
    said = _("%(label)s: write a whole number from %(low)s to %(high)s") % {
        "label": label,
        "low": low,
        "high": high,
    }
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=low,
        max_value=high,
        # Those of a limit are filled in with it: a per cent sign of ours must stay one.
        error_messages={"invalid": said} | dict.fromkeys(("min_value", "max_value"), said.replace("%", "%%")),
    )


def number_labels() -> dict[str, str]:
    """Return what the rows of numbers are called."""
    return {
        "months": _("Months of work"),
        "money": _("Money once, in thousands"),
        "running_money": _("Money a year after go-live, in thousands"),
        "value": _("Value, 0 to 100"),
        "low": _("Effort at best, %"),
        "high": _("Effort at worst, %"),
    }


def as_read(typed: Mapping[str, str]) -> dict[str, str]:
    """Return the table's texts with the reader's own decimal mark."""
    mark = get_format("DECIMAL_SEPARATOR")
    is_effort = ("effort-", "running-")
    return {
        name: text.replace(".", mark) if name.startswith(is_effort) else text for name, text in typed.items()
    }


class ApplySizes(forms.Form):
    """A size for each of several initiatives, and one for all the rest."""

    def __init__(self, *args: Any, initiatives: Iterable[Any], sizes: Sequence[Size], **kwargs: Any) -> None:
        """Make a choice for each initiative."""
        super().__init__(*args, **kwargs)
        self.sizes = {size.key: size for size in sizes}
        self.keys = [each.key for each in initiatives]
        choices = [("", _("Not yet")), *((size.key, str(size.name)) for size in sizes)]
        for key in self.keys:
            self.fields[f"size-{key}"] = forms.ChoiceField(label=_("Size"), required=False, choices=choices)
        self.fields["rest"] = forms.ChoiceField(
            label=_("All the rest"),
            required=False,
            choices=choices,
            help_text=_("Those without a choice of their own"),
        )

    def chosen(self) -> dict[str, Size]:
        """Return the size chosen for each initiative that has one."""
        rest = self.cleaned_data["rest"]
        asked = {key: self.cleaned_data[f"size-{key}"] or rest for key in self.keys}
        return {key: self.sizes[size] for key, size in asked.items() if size}
