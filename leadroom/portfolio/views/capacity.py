# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can do how much? A table to type in, as people know it from spreadsheets; behind it teams and terms."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.tables import csv_answer
from leadroom.portfolio import actions, forms, permissions, pictures, queries
from leadroom.portfolio.models import Team, presets
from leadroom.ui import stale
from leadroom.ui.carried import typed

REFUSED = 422
BEFORE = "capacity_before"
TEAM_FACTS = (
    "name", "kind", "staff", "line_work", "absence", "reserved_foundations", "reserved_experiments", "floor", "weight",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def capacity(request: Request) -> HttpResponse:
    """Show who can do how much, and take what was typed in the table."""
    actor, calendar = request.actor, queries.calendar_of(queries.terms(request.actor))
    rows = queries.sheet(actor, calendar)
    periods = pictures.period_names(calendar)
    if request.method != "POST":
        form = forms.Sheet(teams=[row.team for row in rows], periods=periods)
        return _sheet(request, rows, form, stale.seen(request, queries.typed_cells(actor)))
    require(permissions.may_set_capacity(actor))
    form = forms.Sheet(request.POST, teams=[row.team for row in rows], periods=periods)
    if not form.is_valid():
        return _sheet(request, rows, form, stale.seen(request), status=REFUSED)
    try:
        before = actions.type_cells(form.cells(), by=actor, seen=stale.seen(request))
    except ChangedMeanwhile:
        messages.error(
            request,
            _(
                "Somebody has changed the table since you opened it. Nothing is lost: look at it, and save again."
            ),
        )
        return _sheet(request, rows, form, stale.seen_now(queries.typed_cells(actor)), status=stale.CONFLICT)
    request.session[BEFORE] = before
    messages.success(request, _("Saved. The next plan counts with it."))
    return redirect("capacity")


@require_POST
def undo(request: Request) -> HttpResponse:
    """Take back what was saved last in this sitting."""
    require(permissions.may_set_capacity(request.actor))
    before = request.session.pop(BEFORE, None)
    if before is None:
        messages.error(request, _("There is nothing to take back."))
    else:
        actions.restore_cells(before, by=request.actor)
        messages.success(request, _("Taken back."))
    return redirect("capacity")


@require_safe
def as_csv(request: Request) -> HttpResponse:
    """Give the table as a file, in hundredths of a team-month."""
    calendar = queries.calendar_of(queries.terms(request.actor))
    rows = queries.sheet(request.actor, calendar)
    header = ("team", "kind", *(calendar.start_of(place).isoformat() for place in range(calendar.periods)))
    return csv_answer("capacity", header, ((row.team.name, row.team.kind, *row.effort) for row in rows))


@require_http_methods(["GET", "HEAD", "POST"])
def add_team(request: Request) -> HttpResponse:
    """Add a team."""
    require(permissions.may_set_capacity(request.actor))
    if request.method != "POST":
        return _team(request, forms.TeamForm(initial=typed(request)))
    form = forms.TeamForm(request.POST)
    if form.is_valid():
        try:
            added = actions.add_team(by=request.actor, facts=form.cleaned_data)
            messages.success(request, _("Added."))
            return redirect("team", key=added.key)
        except actions.NameIsTaken:
            form.add_error("name", _("Another team has this name. Choose another."))
    return _team(request, form, status=REFUSED)


@require_http_methods(["GET", "HEAD", "POST"])
def team(request: Request, key: str) -> HttpResponse:
    """Show a team with its planned changes, and change it."""
    found = _find(request, key)
    if request.method != "POST":
        first, kept = {name: getattr(found, name) for name in TEAM_FACTS}, typed(request)
        return _team(request, forms.TeamForm(initial=first | kept), found, stale.seen(request, first, kept))
    require(permissions.may_set_capacity(request.actor))
    form, seen = forms.TeamForm(request.POST), stale.seen(request)
    if form.is_valid():
        try:
            actions.change_team(found, by=request.actor, facts=form.cleaned_data, seen=seen)
            messages.success(request, _("Saved."))
            return redirect("team", key=key)
        except actions.NameIsTaken:
            form.add_error("name", _("Another team has this name. Choose another."))
        except ChangedMeanwhile as changed:
            words = {"staff": lambda code: forms.shown_effort(int(code)) if code.isdigit() else code}
            return stale.conflict(
                request, form, changed, thing=found.name, keep_url=request.path, words=words
            )
    return _team(request, form, found, seen, status=REFUSED)


@require_POST
def remove_team(request: Request, key: str) -> HttpResponse:
    """Remove a team that no level needs."""
    found = _find(request, key)
    try:
        actions.remove_team(found, by=request.actor)
    except actions.TeamIsNeeded as needed:
        messages.error(
            request,
            _("%(count)s ambition levels have effort of this team. Take it out of them first.")
            % {"count": needed.count},
        )
        return redirect("team", key=key)
    messages.success(request, _("Removed."))
    return redirect("capacity")


@require_POST
def plan_change(request: Request, key: str) -> HttpResponse:
    """Plan that a team has more or fewer people from a month on."""
    found = _find(request, key)
    require(permissions.may_set_capacity(request.actor))
    form = forms.ChangeForm(request.POST)
    if not form.is_valid():
        first = {name: getattr(found, name) for name in TEAM_FACTS}
        return _team(request, forms.TeamForm(initial=first), found, change=form, status=REFUSED)
    actions.plan_change(found, by=request.actor, **form.cleaned_data)
    messages.success(request, _("Planned."))
    return redirect("team", key=key)


@require_POST
def forget_change(request: Request, key: str) -> HttpResponse:
    """Take a planned change away."""
    change = get_object_or_404(queries.changes(request.actor), key=key)
    actions.forget_change(change, by=request.actor)
    messages.success(request, _("Taken away."))
    return redirect("team", key=change.team.key)


@require_POST
def use_preset(request: Request) -> HttpResponse:
    """Begin with the teams of a preset."""
    require(permissions.may_set_capacity(request.actor))
    form = forms.UsePreset(request.POST, presets=presets())
    if form.is_valid():
        chosen = next(each for each in presets() if each.key == form.cleaned_data["preset"])
        language = request.actor.council.language if request.actor.council else get_language() or "en"
        actions.use_preset(chosen, by=request.actor, language=language)
        messages.success(request, _("These teams are example values. Make them yours."))
    return redirect("capacity")


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


def _sheet(
    request: Request, rows: list[queries.SheetRow], form: forms.Sheet, seen: str, *, status: int = 200
) -> HttpResponse:
    calendar = queries.calendar_of(queries.terms(request.actor))
    may_set = permissions.may_set_capacity(request.actor)
    shown: dict[str, Any] = {
        "rows": rows,
        "form": form,
        "seen": seen,
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


def _team(
    request: Request,
    form: forms.TeamForm,
    found: Team | None = None,
    seen: str = "",
    *,
    change: forms.ChangeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "team": found,
        "form": form,
        "seen": seen or stale.seen_now({name: getattr(found, name) for name in TEAM_FACTS} if found else {}),
        "change": change or forms.ChangeForm(),
        "changes": queries.changes(request.actor).filter(team=found) if found else [],
        "may_set": permissions.may_set_capacity(request.actor),
        "page_url": request.path if not change else "",
    }
    return render(request, "portfolio/team.html", shown, status=status)


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


def _find(request: Request, key: str) -> Team:
    return get_object_or_404(queries.teams(request.actor), key=key)
