# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can do how much? A table to type in, as people know it from spreadsheets."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.core.capacity.calendar import Calendar
from leadroom.kit.tables import csv_answer
from leadroom.portfolio import actions, forms, permissions, pictures, queries
from leadroom.portfolio.models import presets
from leadroom.ui import stale
from leadroom.ui.carried import typed

REFUSED = 422
WRITTEN = "capacity_written"
UNIT = 100


@require_http_methods(["GET", "HEAD", "POST"])
def capacity(request: Request) -> HttpResponse:
    """Show who can do how much, and take what was typed in the table."""
    actor, calendar = request.actor, queries.calendar_of(queries.terms(request.actor))
    rows = queries.sheet(actor, calendar)
    if request.method != "POST":
        return _again(request, rows, calendar, typed(request))
    require(permissions.may_set_capacity(actor))
    form = _form(rows, calendar, request.POST, is_posted=True)
    if not form.is_valid():
        return _sheet(request, rows, calendar, form, status=REFUSED)
    try:
        written = actions.type_cells(form.cells(), by=actor, seen=form.seen)
    except actions.ColumnsChanged:
        return _again(request, rows, calendar, request.POST, status=stale.CONFLICT)
    except actions.TypedMeanwhile as meanwhile:
        return _meanwhile(request, form, meanwhile)
    if written:
        request.session[WRITTEN] = [
            (each.team, each.first.isoformat(), each.before, each.after) for each in written
        ]
    messages.success(request, _("Saved. The next plan counts with it."))
    return redirect("capacity")


@require_POST
def undo(request: Request) -> HttpResponse:
    """Take back what was saved last in this sitting, where nobody has typed since."""
    require(permissions.may_set_capacity(request.actor))
    kept = request.session.pop(WRITTEN, None)
    if not kept:
        messages.error(request, _("There is nothing to take back."))
        return redirect("capacity")
    written = [
        actions.WrittenCell(team, date.fromisoformat(first), tuple(before), tuple(after))
        for team, first, before, after in kept
    ]
    left = actions.restore_cells(written, by=request.actor)
    if left:
        teams = {team.key: team.name for team in queries.teams(request.actor)}
        cells = [(teams.get(each.team, ""), each.first, len(each.after)) for each in left]
        messages.warning(request, pictures.left_in_sheet(cells, of=len(written)))
    else:
        messages.success(request, _("Taken back."))
    return redirect("capacity")


@require_safe
def as_csv(request: Request) -> HttpResponse:
    """Give the table as a file, in team-months."""
    calendar = queries.calendar_of(queries.terms(request.actor))
    rows = queries.sheet(request.actor, calendar)
    header = ("team", "kind", *(calendar.start_of(place).isoformat() for place in range(calendar.periods)))
    lines = ((row.team.name, row.team.kind, *(effort / UNIT for effort in row.effort)) for row in rows)
    return csv_answer("capacity", header, lines)


def _form(
    rows: list[queries.SheetRow], calendar: Calendar, data: Mapping[str, Any], *, is_posted: bool = False
) -> forms.Sheet:
    now = queries.shown_sheet(rows, calendar)
    seen = forms.sheet_seen(str(data.get(stale.FIELD, "")), now) if data else now
    return forms.Sheet(
        data if is_posted else None,
        kept=data,
        teams=[row.team for row in rows],
        periods=pictures.period_names(seen.calendar),
        seen=seen,
    )


def _again(
    request: Request,
    rows: list[queries.SheetRow],
    calendar: Calendar,
    data: Mapping[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Show the table with what was typed in it; where its columns are others now, say what was typed."""
    form = _form(rows, calendar, data)
    seen = form.seen.calendar
    if form.written and seen != calendar:
        names = {row.team.key: row.team.name for row in rows}
        lost = [(names[team], seen.start_of(place), text) for (team, place), text in form.written.items()]
        messages.error(request, pictures.without_column(lost, seen.step))
        form = _form(rows, calendar, {})
    return _sheet(request, rows, calendar, form, status=status)


def _meanwhile(request: Request, form: forms.Sheet, meanwhile: actions.TypedMeanwhile) -> HttpResponse:
    """Show what somebody else has typed in the same cells; saving again is then done knowingly."""
    calendar = queries.calendar_of(queries.terms(request.actor))
    rows = queries.sheet(request.actor, calendar)
    names = {row.team.key: row.team.name for row in rows}
    cells = [
        (names.get(team, ""), calendar.start_of(place), effort)
        for (team, place), effort in meanwhile.now.items()
    ]
    messages.error(request, pictures.typed_meanwhile(cells, calendar.step))
    form.seen = queries.shown_sheet(rows, calendar)
    return _sheet(request, rows, calendar, form, status=stale.CONFLICT)


def _sheet(
    request: Request, rows: list[queries.SheetRow], calendar: Calendar, form: forms.Sheet, *, status: int
) -> HttpResponse:
    may_set = permissions.may_set_capacity(request.actor)
    shown: dict[str, Any] = {
        "rows": rows,
        "form": form,
        "seen": forms.carried_sheet(form.seen_of(queries.shown_sheet(rows, calendar))),
        "periods": pictures.period_names(calendar),
        "lines": pictures.sheet_lines(rows, form, calendar, may_set=may_set),
        "sums": pictures.sheet_sums(rows),
        "picture": pictures.capacity(rows, calendar) if rows else None,
        "may_set": may_set,
        "has_receiving": any(row.team.kind == "SERVICE_UNIT" for row in rows),
        "can_undo": may_set and WRITTEN in request.session,
        "preset": forms.UsePreset(presets=presets()),
        "page_url": request.path,
    }
    return render(request, "portfolio/capacity.html", shown, status=status)
