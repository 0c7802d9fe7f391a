# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of capacity to type in: its lines and sums, and what is said of cells."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.pictures.capacity import period_names
from leadroom.portfolio.pictures.words import QUARTER, month_name, shown_effort
from leadroom.portfolio.queries import SheetRow

LINE = (
    '<tr><th scope="row"><a class="ds-link" href="{}">{}</a></th>{}'
    '<td class="number sheet-sum" data-sheet-sum>{}</td></tr>'
)
CELL = (
    '<td><input class="ds-input sheet-cell" name="{}" id="id_{}" value="{}" placeholder="{}" inputmode="decimal" '
    'autocomplete="off" aria-label="{}"{}></td>'
)
SHOWN = '<td class="number">{}</td>'
SUM = '<td class="number sheet-sum" data-sheet-sum>{}</td>'
ANY = "any"
# So many cells are named in a sentence; the others are counted.
NAMED = 5


def sheet_lines(rows: Iterable[SheetRow], form: Any, calendar: Calendar, *, may_set: bool) -> SafeString:
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
                shown_effort(sum(row.effort)),
            )
            for row in rows
        ),
    )


def sheet_sums(rows: Sequence[SheetRow]) -> SafeString:
    """Return the cells of the table's last line: all teams by period, and in all, as exactly as what is added up."""
    sums = [sum(efforts) for efforts in zip(*(row.effort for row in rows), strict=True)]
    return format_html_join("", SUM, ((shown_effort(effort),) for effort in (*sums, sum(sums))))


def typed_meanwhile(cells: Sequence[tuple[str, date, int | None]], step: int) -> str:
    """Say which of the cells that one wrote in somebody else has changed, and what stands there."""
    said = [
        _("%(cell)s: now %(effort)s") % {"cell": _cell(team, first, step), "effort": _effort(effort)}
        for team, first, effort in cells
    ]
    return _(
        "Somebody has typed in the same cells since you opened the table: %(cells)s. Nothing is saved yet and nothing "
        "is lost: look at what you typed, and save again to put it in their place."
    ) % {"cells": _some(said)}


def without_column(cells: Sequence[tuple[str, date, str]], step: int) -> str:
    """Say what was typed in a table whose columns are others now."""
    said = [f"{_cell(team, first, step)}: {text or _effort(None)}" for team, first, text in cells]
    return _(
        "The terms of planning have changed since you opened the table, and its columns with them. Nothing was saved. "
        "You had typed: %(cells)s"
    ) % {"cells": "; ".join(said)}


def left_in_sheet(cells: Sequence[tuple[str, date, int]], *, of: int) -> str:
    """Say which cells were not put back, as somebody has typed in them since."""
    named = _some([_cell(team, first, step) for team, first, step in cells])
    if len(cells) == of:
        return _("Nothing was taken back: somebody has typed there since. Left as they are: %(cells)s") % {
            "cells": named
        }
    return _("Taken back, but for cells in which somebody has typed since. Left as they are: %(cells)s") % {
        "cells": named
    }


def _cell(team: str, first: date, step: int) -> str:
    return f"{team}, {month_name(first, is_quarter=step == QUARTER)}"


def _effort(effort: int | None) -> str:
    # Translators: a cell of the table of capacity in which nothing is typed.
    return _("empty") if effort is None else shown_effort(effort)


def _some(said: Sequence[str]) -> str:
    named = "; ".join(said[:NAMED])
    if len(said) <= NAMED:
        return named
    return _("%(named)s and %(count)s more") % {"named": named, "count": len(said) - NAMED}


def _fields(row: SheetRow, form: Any, names: Sequence[str]) -> SafeString:
    return format_html_join(
        "",
        CELL,
        (
            (
                name,
                name,
                form.shown(row.team.key, place, row.typed[place]),
                shown_effort(row.given[place]),
                f"{row.team.name}, {period}",
                _state(form, row, place),
            )
            for place, period in enumerate(names)
            for name in [form.cell_name(row.team.key, place)]
        ),
    )


def _state(form: Any, row: SheetRow, place: int) -> SafeString:
    """Say what is saved in place of what the reader wrote, and whether that is wrong."""
    state = []
    if (row.team.key, place) in form.written:
        typed = row.typed[place]
        state.append(("data-saved", "" if typed is None else shown_effort(typed)))
    if form.cell_name(row.team.key, place) in form.errors:
        state.append(("aria-invalid", "true"))
    return format_html_join("", ' {}="{}"', state)


def _numbers(row: SheetRow) -> SafeString:
    return format_html_join("", SHOWN, ((shown_effort(effort),) for effort in row.effort))
