# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Capacity in a picture, and the terms of planning as one types them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.models import CapacityChange, Terms
from leadroom.portfolio.pictures.words import (
    QUARTER,
    UNIT,
    month_name,
    period_name,
    shown_effort,
    team_months,
)
from leadroom.portfolio.queries import SheetRow
from leadroom.ui.charts import Column, Part, columns
from leadroom.ui.parts import Legend


@dataclass(frozen=True, slots=True)
class CapacityPicture:
    """All teams' capacity by period: a sentence and a chart."""

    sentence: str
    chart: str
    legend: Sequence[Legend]


def period_names(calendar: Calendar) -> list[str]:
    """Return the periods by name."""
    return [period_name(calendar, place) for place in range(calendar.periods)]


def capacity(rows: Sequence[SheetRow], calendar: Calendar) -> CapacityPicture:
    """Return how much all teams have in each period, and what of it is kept for foundations and experiments."""
    efforts = [(row.effort, row.team.reserved_foundations + row.team.reserved_experiments) for row in rows]
    all_ = [sum(effort[place] for effort, _kept in efforts) for place in range(calendar.periods)]
    kept = [
        sum(effort[place] * share // 100 for effort, share in efforts) for place in range(calendar.periods)
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
    parts = [
        Part(_("Foundations and experiments"), "chart-edge", tuple(off / UNIT for off in kept)),
        Part(_("For initiatives"), "chart-2", left),
    ]
    chart = columns(
        parts,
        [_column(calendar, place, team_months(all_[place])) for place in range(calendar.periods)],
        title=_("Capacity of all teams, in team-months"),
        description=sentence,
        key="capacity",
    )
    legend = [Legend("mandated", parts[1].name), Legend("foundation", parts[0].name)]
    return CapacityPicture(sentence, chart, legend)


def _column(calendar: Calendar, place: int, said: str) -> Column:
    first = calendar.start_of(place)
    is_new_year = place == 0 or first.month == 1
    label = (
        _("Q%(number)s") % {"number": (first.month - 1) // QUARTER + 1}
        if calendar.step == QUARTER
        else str(first.month)
    )
    return Column(label, str(first.year) if is_new_year else "", f"{period_name(calendar, place)}: {said}")


def change_said(change: CapacityChange) -> str:
    """Say from when on how many people are more or fewer, exactly as it was typed."""
    number = ("+" if change.people > 0 else "−") + shown_effort(abs(change.people))
    return ngettext(
        "From %(month)s: %(number)s person",
        "From %(month)s: %(number)s people",
        1 if abs(change.people) == UNIT else 2,
    ) % {"month": month_name(change.month, is_quarter=False), "number": number}


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
