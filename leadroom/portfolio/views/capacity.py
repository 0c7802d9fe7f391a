# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Behind the table of capacity: teams with their planned changes, presets, and the terms of planning."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.portfolio import actions, forms, permissions, pictures, queries
from leadroom.portfolio.models import Team, presets
from leadroom.ui import stale
from leadroom.ui.carried import typed

REFUSED = 422
TEAM_FACTS = (
    "name", "kind", "staff", "line_work", "absence", "reserved_foundations", "reserved_experiments", "floor", "weight",
)  # fmt: skip


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
            return stale.conflict(request, form, changed, thing=found.name, keep_url=request.path)
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
        "changes": [
            (each, pictures.change_said(each)) for each in queries.changes(request.actor).filter(team=found)
        ]
        if found
        else [],
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
