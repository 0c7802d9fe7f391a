# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A new plan, a what-if, and the decision that brings a plan into force."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from leadroom.portfolio.bridge import Changes
from leadroom.portfolio.models import PLACE, LevelKind
from leadroom.portfolio.pictures import period_name
from leadroom.portfolio.queries import ShownPlan

NAME = 120
MONTH = 100
NOTHING = ("", "–")


class FindPlan(forms.Form):
    """What the new plan is called."""

    name = forms.CharField(
        label=_("Name of the plan"),
        max_length=NAME,
        error_messages={"required": _("Give the plan a name, so that you find it again")},
    )


class WhatIf(forms.Form):
    """What would be otherwise: one initiative, one team, or both."""

    prefix = "if"

    name = forms.CharField(
        label=_("Name of the scenario"),
        max_length=NAME,
        error_messages={"required": _("Give the scenario a name, so that you find it again")},
    )
    initiative = forms.ChoiceField(label=_("Initiative"), required=False)
    ambition = forms.ChoiceField(label=_("How ambitious"), required=False)
    start = forms.ChoiceField(label=_("Starts at the beginning of"), required=False)
    deadline = forms.ChoiceField(label=_("Live by the beginning of"), required=False)
    team = forms.ChoiceField(label=_("Team"), required=False)
    period = forms.ChoiceField(label=_("When"), required=False)
    more = forms.DecimalField(
        label=_("Team-months more"),
        help_text=_("With a minus in front: fewer"),
        required=False,
        max_digits=6,
        decimal_places=1,
        localize=True,
        error_messages={"invalid": _("Team-months more: write a number like 1.5")},
    )

    def __init__(self, *args: Any, shown: ShownPlan, **kwargs: Any) -> None:
        """Offer what the plan speaks of."""
        super().__init__(*args, **kwargs)
        self.levels = shown.plan.problem.get("levels", {})
        calendar = shown.calendar
        starts = range(calendar.periods) if calendar else ()
        periods = [
            (calendar.start_of(period).isoformat(), period_name(calendar, period))
            for period in starts
            if calendar
        ]
        ends = (
            [(calendar.start_of(calendar.periods).isoformat(), period_name(calendar, calendar.periods))]
            if calendar
            else []
        )
        self._offer("initiative", sorted(_initiatives(shown), key=lambda one: one[1]))
        self._offer("ambition", list(_ambitions()))
        self._offer("start", periods)
        self._offer("deadline", [*periods[1:], *ends])
        self._offer("team", [(team["key"], shown.team_of(team["key"])) for team in _teams(shown)])
        self._offer("period", periods)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [NOTHING, *choices]

    def clean(self) -> dict[str, Any]:
        """Refuse a half-said change, and none at all."""
        values: dict[str, Any] = super().clean() or {}
        about = [name for name in ("ambition", "start", "deadline") if values.get(name)]
        of_team = [name for name in ("period", "more") if values.get(name)]
        if about and not values.get("initiative"):
            self.add_error("initiative", _("Choose the initiative that this is about"))
        if values.get("initiative") and not about:
            self.add_error("ambition", _("Say what would be otherwise with the initiative"))
        if (of_team or values.get("team")) and not (values.get("team") and len(of_team) == 2):  # noqa: PLR2004 - when, and how much
            self.add_error("team", _("Choose the team, when, and how many team-months more"))
        if not self.errors and not about and not of_team:
            self.add_error("initiative", _("Say what would be otherwise: with an initiative or with a team"))
        self._check_level(values)
        return values

    def _check_level(self, values: dict[str, Any]) -> None:
        rule, _colon, kind = values.get("ambition", "").partition(":")
        known = self.levels.get(values.get("initiative"), [])
        if rule == "exactly" and known and kind not in known:
            self.add_error("ambition", _("This initiative has no such level: choose another"))

    def changes(self) -> Changes:
        """Return what would be otherwise."""
        values = self.cleaned_data
        key = values["initiative"]
        rule, _colon, kind = values["ambition"].partition(":")
        more = int((values["more"] or 0) * MONTH)
        return Changes(
            locks={key: kind} if rule == "exactly" else {},
            at_most={key: kind} if rule == "most" else {},
            starts={key: values["start"]} if values["start"] else {},
            deadlines={key: values["deadline"]} if values["deadline"] else {},
            capacity=((values["team"], values["period"], more),) if values["team"] else (),
        )


def _initiatives(shown: ShownPlan) -> Iterator[tuple[str, str]]:
    for key in shown.plan.problem.get("levels", {}):
        if key in shown.initiatives:
            yield key, shown.name_of(key)


def _ambitions() -> Iterator[tuple[str, str]]:
    for kind in PLACE:
        yield f"exactly:{kind}", _("Exactly: %(level)s") % {"level": LevelKind(kind).label}
    for kind in list(PLACE)[:-1]:
        yield f"most:{kind}", _("At most: %(level)s") % {"level": LevelKind(kind).label}


def _teams(shown: ShownPlan) -> list[dict[str, Any]]:
    return list(shown.plan.problem.get("teams", []))


class Decide(forms.Form):
    """The name of the decision, and why."""

    name = forms.CharField(
        label=_("Name of the decision"),
        max_length=200,
        error_messages={"required": _("Give the decision a name")},
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say why: it is read again when the plan is asked about")},
    )
    instead_of = forms.CharField(widget=forms.HiddenInput, required=False)
