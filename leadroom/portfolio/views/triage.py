# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which track? Four questions lead to a proposal; the person decides."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.portfolio import forms, permissions, pictures, queries
from leadroom.portfolio.models import Initiative


@require_safe
def triage(request: Request) -> HttpResponse:
    """Ask about a new initiative."""
    require(permissions.may_add(request.actor))
    return _page(request, None)


@require_safe
def triage_initiative(request: Request, key: str) -> HttpResponse:
    """Ask about an initiative that is there already."""
    found = get_object_or_404(queries.initiatives(request.actor), key=key)
    require(permissions.may_move(request.actor))
    return _page(request, found)


def _page(request: Request, found: Initiative | None) -> HttpResponse:
    form = forms.Triage(request.GET or None)
    proposal = pictures.proposal(form.answers(), found) if form.is_bound and form.is_valid() else None
    shown = {"initiative": found, "form": form, "proposal": proposal}
    return render(request, "portfolio/triage.html", shown)
