# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Capacity in a picture and as a table to type in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.models import Terms
from leadroom.portfolio.pictures.words import QUARTER, UNIT, period_name, team_months
from leadroom.portfolio.queries import SheetRow
from leadroom.ui.charts import Column, Part, columns

LINE = (
    '<tr><th scope="row"><a class="ds-link" href="{}">{}</a></th>{}<td class="number sheet-sum">{}</td></tr>'
)
CELL = (
    '<td><input class="ds-input sheet-cell" name="{}" id="id_{}" value="{}" placeholder="{}" inputmode="decimal" '
    'autocomplete="off" aria-label="{}"{}></td>'
)
SHOWN = '<td class="number">{}</td>'
ANY = "any"


@dataclass(frozen=True, slots=True)
class CapacityPicture:
    """All teams' capacity by period: a sentence and a chart."""

    sentence: str
    chart: str


def period_names(calendar: Calendar) -> list[str]:
    """Return the periods by name."""
    return [period_name(calendar, place) for place in range(calendar.periods)]


def capacity(rows: Sequence[SheetRow], calendar: Calendar) -> CapacityPicture:
    """Return how much all teams have in each period, and what of it is kept for foundations and experiments."""
    all_ = [sum(row.effort[place] for row in rows) for place in range(calendar.periods)]
    kept = [
        sum(
            row.effort[place] * (row.team.reserved_foundations + row.team.reserved_experiments) // 100
            for row in rows
        )
        for place in range(calendar.periods)
    ]
    sentence = _(
        "%(teams)s teams have %(first)s team-months in %(period)s, line work and absence taken off; "
        "%(kept)s of them are kept for foundations and experiments."
    ) % {
        "teams": len(rows),
        "first": team_months(all_[0]),
        "period": period_name(calendar, 0),
        "kept": team_months(kept[0]),
    }
    left = tuple((has - off) / UNIT for has, off in zip(all_, kept, strict=True))
    chart = columns(
        [
            Part(_("Foundations and experiments"), "chart-edge", tuple(off / UNIT for off in kept)),
            Part(_("For initiatives"), "chart-2", left),
        ],
        [_column(calendar, place, team_months(all_[place])) for place in range(calendar.periods)],
        title=_("Capacity of all teams, in team-months"),
        description=sentence,
        key="capacity",
    )
    return CapacityPicture(sentence, chart)


def _column(calendar: Calendar, place: int, said: str) -> Column:
    first = calendar.start_of(place)
    is_new_year = place == 0 or first.month == 1
    label = (
        _("Q%(number)s") % {"number": (first.month - 1) // QUARTER + 1}
        if calendar.step == QUARTER
        else str(first.month)
    )
    return Column(label, str(first.year) if is_new_year else "", f"{period_name(calendar, place)}: {said}")


def sheet_lines(rows: Iterable[SheetRow], form: BaseForm, calendar: Calendar, *, may_set: bool) -> SafeString:
    """Return the table's lines, one a team: fields for those who may type, numbers for all others."""
    before, after = reverse("team", args=[ANY]).split(ANY)
    names = period_names(calendar)
    return format_html_join(
        "\n",
        LINE,
        (
            (
                f"{before}{row.team.key}{after}",
                row.team.name,
                _fields(row, form, names) if may_set else _numbers(row),
                team_months(sum(row.effort)),
            )
            for row in rows
        ),
    )


def _fields(row: SheetRow, form: Any, names: Sequence[str]) -> SafeString:
    return format_html_join(
        "",
        CELL,
        (
            (
                name,
                name,
                _typed(form, name, row.typed[place]),
                form.shown(row.given[place]),
                f"{row.team.name}, {period}",
                format_html(' aria-invalid="{}"', "true") if name in form.errors else "",
            )
            for place, period in enumerate(names)
            for name in [form.cell_name(row.team.key, place)]
        ),
    )


def _typed(form: Any, name: str, typed: int | None) -> str:
    if form.is_bound:
        return str(form.data.get(name, ""))
    if name in form.initial:
        return str(form.initial[name])
    return "" if typed is None else str(form.shown(typed))


def _numbers(row: SheetRow) -> SafeString:
    return format_html_join("", SHOWN, ((team_months(effort),) for effort in row.effort))


def terms_facts(held: Terms) -> dict[str, Any]:
    """Return the terms as a save compares them."""
    names = ("first_month", "months", "is_by_month", "mandated_ceiling", "budget")
    return {name: getattr(held, name) for name in names}


def terms_as_typed(held: Terms, years: Iterable[int]) -> dict[str, Any]:
    """Return the terms as their form shows them."""
    money = {f"money-{year}": held.budget.get(str(year)) for year in years}
    return {
        "first_month": held.first_month,
        "months": held.months,
        "is_by_month": str(held.is_by_month),
        "mandated_ceiling": held.mandated_ceiling,
        **money,
    }
