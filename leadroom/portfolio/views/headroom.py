# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much room is there, where, and how sure is it? The plan in force in today's portfolio."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.core.planning import Senseless
from leadroom.portfolio import permissions, pictures, queries
from leadroom.portfolio.bridge import headroom_of


@require_safe
def headroom(request: Request) -> HttpResponse:
    """Show the headroom of the plan in force in today's portfolio: by team and quarter, by track, and how sure."""
    rows, slips = queries.planning_rows(request.actor), queries.slips(request.actor)
    try:
        found = headroom_of(rows, slips)
    except Senseless:
        return render(request, "portfolio/headroom_empty.html", {"is_senseless": True})
    may_plan = permissions.may_plan(request.actor)
    if found is None:
        return render(request, "portfolio/headroom_empty.html", {"may_plan": may_plan})
    picture = pictures.headroom(found, queries.track_counts(request.actor), slips)
    return render(request, "portfolio/headroom.html", {"picture": picture, "may_plan": may_plan})
