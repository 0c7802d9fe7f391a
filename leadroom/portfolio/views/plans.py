# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which plans are there? The one in force first, then those that are compared with it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.portfolio import actions, forms, permissions, queries
from leadroom.ui.carried import typed

PAGE = 25


@require_safe
def plans(request: Request) -> HttpResponse:
    """List the plans that this person sees."""
    return _list(request, forms.FindPlan(initial=typed(request)))


def _list(request: Request, form: forms.FindPlan, status: int = 200) -> HttpResponse:
    found = (
        queries.plans(request.actor).select_related("based_on").order_by("-is_in_force", "-created_at", "-id")
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "form": form, "may_plan": permissions.may_plan(request.actor)}
    return render(request, "portfolio/plans.html", context, status=status)


@require_POST
def find(request: Request) -> HttpResponse:
    """Ask for a new plan of the portfolio as it is."""
    require(permissions.may_plan(request.actor))
    form = forms.FindPlan(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    plan = actions.request_plan(by=request.actor, name=form.cleaned_data["name"])
    return redirect("plan", key=plan.key)


@require_POST
def remove(request: Request, key: str) -> HttpResponse:
    """Remove a plan that never was in force."""
    plan = get_object_or_404(queries.plans(request.actor), key=key)
    try:
        actions.remove_plan(plan, by=request.actor)
    except actions.CannotBeRemoved:
        messages.error(request, _("This plan is or was in force, so it stays."))
        return redirect("plan", key=key)
    messages.success(request, _("Removed. The plan in force is as it was."))
    return redirect("plans")
