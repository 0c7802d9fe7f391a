# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What do we choose? Levels as ladders, the answer beside them, and the executive's decision."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.core.planning import Senseless
from leadroom.portfolio import actions, forms, permissions, pictures, queries
from leadroom.portfolio.bridge import Tried, try_levels
from leadroom.portfolio.models import Plan
from leadroom.ui.answers import KIND, wants_part
from leadroom.ui.carried import typed

REFUSED, CONFLICT = 422, 409


@require_safe
def ambition(request: Request) -> HttpResponse:
    """Show the ladders, and what the levels in the address would give."""
    require(permissions.may_plan(request.actor))
    answer = _page(request, forms.asked_levels(request.GET), kept=typed(request))
    patch_vary_headers(answer, [KIND])
    return answer


@require_POST
def decide(request: Request) -> HttpResponse:
    """Decide on the levels that were chosen, and bring the plan that follows into force."""
    require(permissions.may_decide_plan(request.actor))
    levels, form = forms.asked_levels(request.POST), forms.DecideAmbition(request.POST)
    if not form.is_valid():
        return _page(request, levels, form=form, status=REFUSED)
    try:
        decision = actions.decide_ambition(levels, by=request.actor, **form.cleaned_data)
    except actions.NothingChosen:
        form.add_error(None, _("All levels are as they are in force. Choose another level first."))
        return _page(request, levels, form=form, status=REFUSED)
    except actions.CannotBePlanned:
        form.add_error(None, _("At these levels no plan was found. What you chose is kept; choose again."))
        return _page(request, levels, form=form, status=REFUSED)
    except actions.DecidedMeanwhile:
        form.add_error(
            None,
            _(
                "The portfolio or the plan has changed since you looked. Below is the answer of today: look again."
            ),
        )
        return _page(request, levels, form=form, status=CONFLICT)
    messages.success(request, _("Decided. People work by this plan from now on."))
    return redirect("decision", key=decision.key)


def _page(
    request: Request,
    levels: Mapping[str, str],
    *,
    form: forms.DecideAmbition | None = None,
    kept: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = queries.planning_rows(request.actor)
    if rows.in_force is None or not rows.mandated:
        return render(request, "portfolio/ambition_empty.html", {"has_solutions": bool(rows.mandated)})
    try:
        tried = try_levels(rows, levels)
    except Senseless:
        return render(request, "portfolio/ambition_empty.html", {"is_senseless": True})
    shown = _shown(request, tried, rows.in_force, form, kept or {})
    part = "portfolio/_ambition_answer.html" if wants_part(request) and not form else ""
    return render(request, part or "portfolio/ambition.html", shown, status=status)


def _shown(
    request: Request, tried: Tried, plan: Plan, form: forms.DecideAmbition | None, kept: Mapping[str, str]
) -> dict[str, Any]:
    answer = tried.answer
    now = {"instead_of": plan.key, "mark": answer.mark}
    if form is None:
        first = {"name": pictures.decision_name(answer.changed, answer)} | dict(kept) | now
        form = forms.DecideAmbition(initial=first)
    else:
        # What was typed stays; what is shown beside it is of today.
        errors, form = form.errors, forms.DecideAmbition({**request.POST.dict(), **now})
        form.errors.update(errors)
    return {
        "ladders": pictures.ladders(tried.ladders),
        "answer": pictures.answer(answer),
        "is_proven": answer.is_proven,
        "is_changed": bool(answer.changed),
        "changed": [(f"{forms.LEVEL}{key}", answer.chosen[key]) for key in answer.changed],
        "may_decide": permissions.may_decide_plan(request.actor),
        "form": form,
        "page_url": request.get_full_path(),
    }
