# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""When, and how ambitious? One plan: while it is searched for, once it is found, and where there is none."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.msproject import CONTENT_TYPE
from leadroom.kit.tables import download
from leadroom.portfolio import actions, exports, forms, permissions, pictures, queries
from leadroom.portfolio.bridge import read_changes, together
from leadroom.portfolio.forms.plans import NAME
from leadroom.portfolio.queries import ShownPlan
from leadroom.ui.answers import wants_part
from leadroom.ui.carried import typed

FRAGMENT = "portfolio/_plan_search.html"
_REFUSED: dict[type[Exception], Promise] = {
    actions.DecidedMeanwhile: gettext_lazy(
        "Another plan came into force meanwhile. Look at the comparison again, then decide."
    ),
    actions.OutOfDate: gettext_lazy(
        "The portfolio has changed since this plan was drawn, and today it would break a rule. Draw it anew first."
    ),
    actions.NotReady: gettext_lazy("This plan has come into force meanwhile, or was searched for again."),
}


@require_safe
def plan(request: Request, key: str) -> HttpResponse:
    """Show a plan; to a script that asks again while it is searched for, only what changes."""
    shown = _find(request, key)
    if not wants_part(request):
        return _page(request, shown, forms.WhatIf(shown=shown, initial=typed(request)))
    if shown.plan.is_over:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, FRAGMENT, _context(request, shown))


def _page(request: Request, shown: ShownPlan, form: forms.WhatIf, status: int = 200) -> HttpResponse:
    return render(request, "portfolio/plan.html", _context(request, shown) | {"form": form}, status=status)


def _context(request: Request, shown: ShownPlan) -> dict[str, Any]:
    by_quarter, with_waits = request.GET.get("zoom") == "quarter", request.GET.get("waits") == "1"
    found, actor = shown.plan, request.actor
    is_drawn = found.has_choices and "usage" in found.figures
    return {
        "shown": shown,
        "plan": found,
        "pictures": pictures.plan_pictures(shown, by_quarter=by_quarter, with_waits=with_waits)
        if is_drawn
        else None,
        "sentence": pictures.room_sentence(shown) if found.is_over else "",
        "best": pictures.search_sentence(shown),
        "why_not": pictures.explanation(shown),
        "overfull": pictures.overfull(shown),
        "ways": pictures.ways(shown),
        "assumptions": pictures.assumptions(shown),
        "gaps": pictures.gaps(shown),
        "is_by_month": bool(shown.calendar and shown.calendar.step == 1),
        "by_quarter": by_quarter,
        "with_waits": with_waits,
        "may_plan": permissions.may_plan(actor),
        "may_decide": permissions.may_decide_plan(actor)
        and is_drawn
        and found.is_over
        and not found.is_in_force,
    }


@require_safe
def as_schedule(request: Request, key: str) -> HttpResponse:
    """Download a plan as a schedule for Microsoft Project."""
    shown = _find(request, key)
    body = exports.schedule_of(shown, queries.estimates(request.actor, shown.plan))
    if body is None:
        raise Http404
    return download("leadroom-plan.xml", CONTENT_TYPE, body)


@require_POST
def stop(request: Request, key: str) -> HttpResponse:
    """Let the search end with the best so far."""
    actions.stop(_find(request, key).plan, by=request.actor)
    messages.success(request, _("The search stops, and keeps the best it has found."))
    return redirect("plan", key=key)


@require_POST
def what_if(request: Request, key: str) -> HttpResponse:
    """Make a scenario of this plan with something otherwise."""
    require(permissions.may_plan(request.actor))
    shown = _find(request, key)
    form = forms.WhatIf(request.POST, shown=shown)
    if not form.is_valid():
        return _page(request, shown, form, status=422)
    base = shown.plan if shown.plan.has_choices else shown.plan.based_on
    changes = together(read_changes(shown.plan.changes), form.changes())
    scenario = actions.request_plan(
        by=request.actor, name=form.cleaned_data["name"], changes=changes, based_on=base
    )
    return redirect("plan", key=scenario.key)


@require_POST
def try_way_out(request: Request, key: str, way: str) -> HttpResponse:
    """Make a scenario of one way out."""
    require(permissions.may_plan(request.actor))
    shown = _find(request, key)
    card = next((each for each in pictures.ways(shown) if each.key == way), None)
    if card is None:
        raise Http404
    name = _("%(plan)s, way out: %(way)s") % {"plan": shown.plan.name[:70], "way": card.title}
    scenario = actions.try_way_out(shown.plan, way, by=request.actor, name=name[:NAME])
    return redirect("plan", key=scenario.key)


@require_POST
def redraw(request: Request, key: str) -> HttpResponse:
    """Draw a plan anew for the portfolio of today, with the fewest changes."""
    require(permissions.may_plan(request.actor))
    found = _find(request, key).plan
    name = _("%(plan)s, drawn anew") % {"plan": found.name[:90]}
    base = found if found.has_choices else found.based_on
    anew = actions.request_plan(
        by=request.actor, name=name, changes=read_changes(found.changes), based_on=base
    )
    return redirect("plan", key=anew.key)


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: Request, key: str) -> HttpResponse:
    """Bring a plan into force, with a name and a reason."""
    require(permissions.may_decide_plan(request.actor))
    shown = _find(request, key)
    if shown.plan.is_in_force or not shown.plan.is_over or not shown.plan.has_choices:
        messages.info(request, _("There is nothing to decide on here."))
        return redirect("plan", key=key)
    instead_of = shown.other.key if shown.other else ""
    if request.method != "POST":
        first = {"name": shown.plan.name, "instead_of": instead_of} | typed(request)
        return _decision(request, shown, forms.Decide(initial=first))
    form = forms.Decide(request.POST)
    if not form.is_valid():
        return _decision(request, shown, form, status=422)
    try:
        actions.bring_into_force(shown.plan, by=request.actor, **form.cleaned_data)
    except (actions.DecidedMeanwhile, actions.OutOfDate, actions.NotReady) as refused:
        # What was typed stays; the comparison above it is the new one.
        anew = forms.Decide({**request.POST.dict(), "instead_of": instead_of})
        anew.add_error(None, str(_REFUSED[type(refused)]))
        is_out_of_date = isinstance(refused, actions.OutOfDate)
        return _decision(request, shown, anew, status=409, is_out_of_date=is_out_of_date)
    messages.success(request, _("Decided. People work by this plan from now on."))
    return redirect("plan", key=key)


def _decision(
    request: Request,
    shown: ShownPlan,
    form: forms.Decide,
    *,
    status: int = 200,
    is_out_of_date: bool = False,
) -> HttpResponse:
    context = {
        "shown": shown,
        "plan": shown.plan,
        "form": form,
        "is_out_of_date": is_out_of_date,
        "room": pictures.room_sentence(shown),
        "comparison": pictures.comparison(shown),
        "differences": pictures.differences_sentence(shown),
        "assumptions": pictures.assumptions(shown),
        "gaps": pictures.gaps(shown),
    }
    return render(request, "portfolio/decide_plan.html", context, status=status)


def _find(request: Request, key: str) -> ShownPlan:
    shown = queries.shown_plan(request.actor, key)
    if shown is None:
        raise Http404
    return shown
