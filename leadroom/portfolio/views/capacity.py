# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can do how much? A table to type in, as people know it from spreadsheets; behind it teams and terms."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.tables import csv_answer
from leadroom.portfolio import actions, forms, permissions, pictures, queries
from leadroom.portfolio.models import presets
from leadroom.ui import stale
from leadroom.ui.carried import typed

REFUSED = 422
BEFORE = "capacity_before"


@require_http_methods(["GET", "HEAD", "POST"])
def capacity(request: Request) -> HttpResponse:
    """Show who can do how much, and take what was typed in the table."""
    rows, form = _read(request, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _sheet(request, rows, form, form.initial.get("was") or form.shows())
    require(permissions.may_set_capacity(request.actor))
    if not form.is_valid():
        return _sheet(request, rows, form, request.POST.get("was", ""), status=REFUSED)
    if form.is_of_other_periods():
        messages.error(
            request,
            _("The terms of planning have changed since you opened the table: it has other periods now."),
        )
        return redirect("capacity")
    try:
        typed_now = actions.type_cells(form.cells(), by=request.actor, was=form.was_shown())
    except actions.CellsChanged as changed:
        for place, effort in changed.there.items():
            name = form.cell_name(*place)
            there = _("nothing") if effort is None else forms.shown_effort(effort)
            said = _("%(cell)s: somebody has typed %(there)s since. Save again, and yours holds.")
            form.add_error(name, said % {"cell": form.fields[name].label, "there": there})
        return _sheet(request, rows, form, form.was_but(changed.there), status=stale.CONFLICT)
    request.session[BEFORE] = typed_now
    messages.success(request, _("Saved. The next plan counts with it."))
    return redirect("capacity")


@require_POST
def undo(request: Request) -> HttpResponse:
    """Take back what was saved last in this sitting."""
    require(permissions.may_set_capacity(request.actor))
    changed = request.session.pop(BEFORE, None)
    if not changed:
        messages.error(request, _("There is nothing to take back."))
        return redirect("capacity")
    kept = actions.restore_cells(changed, by=request.actor)
    messages.success(request, _("Taken back."))
    if kept:
        messages.warning(
            request,
            _("Somebody has typed over %(count)s months since: they stay as they are.")
            % {"count": len(kept)},
        )
    return redirect("capacity")


@require_safe
def as_csv(request: Request) -> HttpResponse:
    """Give the table as a file, in hundredths of a team-month."""
    calendar = queries.calendar_of(queries.terms(request.actor))
    rows = queries.sheet(request.actor, calendar)
    header = ("team", "kind", *(calendar.start_of(place).isoformat() for place in range(calendar.periods)))
    return csv_answer("capacity", header, ((row.team.name, row.team.kind, *row.effort) for row in rows))


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: Request) -> HttpResponse:
    """Show and set the terms of planning."""
    require(permissions.may_set_capacity(request.actor))
    held = queries.terms(request.actor)
    years = queries.calendar_of(held).years
    first = pictures.terms_as_typed(held, years)
    if request.method != "POST":
        kept = typed(request)
        form = forms.TermsForm(initial=first | kept, years=years)
        return _terms(request, form, stale.seen(request, pictures.terms_facts(held), kept))
    form, seen = forms.TermsForm(request.POST, years=years), stale.seen(request)
    if not form.is_valid():
        return _terms(request, form, seen, status=REFUSED)
    try:
        actions.set_terms(by=request.actor, facts=form.facts(), seen=seen)
    except ChangedMeanwhile:
        messages.error(
            request,
            _(
                "Somebody has changed the terms since you opened them. Nothing is lost: look at them, and save again."
            ),
        )
        now = stale.seen_now(pictures.terms_facts(queries.terms(request.actor)))
        return _terms(request, form, now, status=stale.CONFLICT)
    messages.success(request, _("Saved. The next plan counts with it."))
    return redirect("terms")


@require_POST
def add_freeze(request: Request) -> HttpResponse:
    """Let nothing go live in some months."""
    require(permissions.may_set_capacity(request.actor))
    form = forms.FreezeForm(request.POST)
    if not form.is_valid():
        held = queries.terms(request.actor)
        years = queries.calendar_of(held).years
        first = forms.TermsForm(initial=pictures.terms_as_typed(held, years), years=years)
        seen = stale.seen_now(pictures.terms_facts(held))
        return _terms(request, first, seen, freeze=form, status=REFUSED)
    actions.add_freeze(by=request.actor, **form.cleaned_data)
    messages.success(request, _("Added. Nothing goes live in these months."))
    return redirect("terms")


@require_POST
def remove_freeze(request: Request, key: str) -> HttpResponse:
    """Let things go live again."""
    found = get_object_or_404(queries.freezes(request.actor), key=key)
    actions.remove_freeze(found, by=request.actor)
    messages.success(request, _("Removed."))
    return redirect("terms")


def _read(request: Request, posted: Any) -> tuple[list[queries.SheetRow], forms.Sheet]:
    calendar = queries.calendar_of(queries.terms(request.actor))
    rows, periods = queries.sheet(request.actor, calendar), pictures.period_names(calendar)
    first = {} if posted is not None else typed(request)
    return rows, forms.Sheet(posted, rows=rows, calendar=calendar, periods=periods, initial=first)


def _sheet(
    request: Request, rows: list[queries.SheetRow], form: forms.Sheet, was: str, *, status: int = 200
) -> HttpResponse:
    calendar = form.calendar
    may_set = permissions.may_set_capacity(request.actor)
    shown: dict[str, Any] = {
        "rows": rows,
        "form": form,
        "was": was,
        "periods": pictures.period_names(calendar),
        "lines": pictures.sheet_lines(rows, form, calendar, may_set=may_set),
        "picture": pictures.capacity(rows, calendar) if rows else None,
        "may_set": may_set,
        "has_receiving": any(row.team.kind == "SERVICE_UNIT" for row in rows),
        "can_undo": may_set and BEFORE in request.session,
        "preset": forms.UsePreset(presets=presets()),
        "page_url": request.path,
    }
    return render(request, "portfolio/capacity.html", shown, status=status)


def _terms(
    request: Request,
    form: forms.TermsForm,
    seen: str,
    *,
    freeze: forms.FreezeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "form": form,
        "seen": seen,
        "fields": [form[name] for name in form.fields],
        "freeze": freeze or forms.FreezeForm(),
        "freezes": queries.freezes(request.actor),
        "page_url": request.path,
    }
    return render(request, "portfolio/terms.html", shown, status=status)
