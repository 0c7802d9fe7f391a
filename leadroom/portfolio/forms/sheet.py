# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The table of capacity as it comes back: only the cells in which the reader wrote something else.

The form carries what it showed as typed (`seen`). A cell that comes back as it was shown is no news, whatever
somebody else has typed there since; and one that does not come back at all is none either.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.forms.capacity import EffortField
from leadroom.portfolio.models import Team
from leadroom.portfolio.pictures import shown_effort
from leadroom.portfolio.queries import Place, ShownSheet

CELL = "c-"
STEPS, MOST_MONTHS, FURTHEST, LONGEST = (1, 3), 60, 100, 3


class Sheet(forms.Form):
    """The table of capacity: a field for each cell that comes back otherwise than it was shown."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        kept: Mapping[str, Any] | None = None,
        teams: Sequence[Team],
        periods: Sequence[str],
        seen: ShownSheet,
    ) -> None:
        """Take what was posted, or was `kept` when the language changed, and make fields of the news in it."""
        super().__init__(data)
        self.seen = seen
        names = {team.key: team.name for team in teams}
        self.written = {
            place: text
            for place, text in _cells(data or kept or {})
            if place[0] in names and place[1] < len(periods) and not _is(text, seen.typed.get(place))
        }
        for team, period in self.written:
            self.fields[self.cell_name(team, period)] = EffortField(
                label=f"{names[team]}, {periods[period]}", required=False
            )

    @staticmethod
    def cell_name(team: str, period: int) -> str:
        """Return the name of one field of the table."""
        return f"{CELL}{team}-{period}"

    def shown(self, team: str, period: int, typed: int | None) -> str:
        """Return what a cell shows: what the reader wrote in it, or else what is typed there."""
        return self.written.get((team, period), "" if typed is None else shown_effort(typed))

    def cells(self) -> dict[Place, int | None]:
        """Return what the reader wrote, by team and period."""
        return {place: self.cleaned_data[self.cell_name(*place)] for place in self.written}

    def seen_of(self, now: ShownSheet) -> ShownSheet:
        """Return what this form has seen once it is shown again: for cells that the reader wrote in, as before."""
        before = {place: effort for place, effort in self.seen.typed.items() if place in self.written}
        others = {place: effort for place, effort in now.typed.items() if place not in self.written}
        return ShownSheet(now.calendar, others | before)


def carried_sheet(shown: ShownSheet) -> str:
    """Return what a table showed as typed, as its form carries it."""
    typed: dict[str, dict[int, int]] = {}
    for (team, period), effort in shown.typed.items():
        typed.setdefault(team, {})[period] = effort
    runs = shown.calendar
    return json.dumps([runs.first.isoformat(), runs.months, runs.step, typed], separators=(",", ":"))


def sheet_seen(text: str, now: ShownSheet) -> ShownSheet:
    """Return what a form says it showed; what is not ours shows nothing, so that nothing is overwritten."""
    with suppress(ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        first, months, step, typed = json.loads(text)
        calendar = Calendar(date.fromisoformat(first), int(months), int(step))
        places = {
            (team, int(period)): int(effort) for team, row in typed.items() for period, effort in row.items()
        }
        if _may_be(calendar, now.calendar):
            return ShownSheet(calendar, places)
    return ShownSheet(now.calendar, {})


def _may_be(said: Calendar, now: Calendar) -> bool:
    is_near = abs(said.first.year - now.first.year) <= FURTHEST
    return is_near and said.step in STEPS and 0 < said.months <= MOST_MONTHS


def _cells(data: Mapping[str, Any]) -> list[tuple[Place, str]]:
    found = []
    for name in data:
        team, _dash, period = name.removeprefix(CELL).rpartition("-")
        if name.startswith(CELL) and period.isascii() and period.isdigit() and len(period) <= LONGEST:
            found.append(((team, int(period)), str(data[name]).strip()))
    return found


def _is(text: str, typed: int | None) -> bool:
    try:
        return bool(EffortField(required=False, label="").clean(text) == typed)
    except ValidationError:
        return False
