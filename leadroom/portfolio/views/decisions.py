# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was decided, and what did it do to our room? A list, a page for each, and the paper."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.kit.tables import download
from leadroom.portfolio import documents, pictures, queries
from leadroom.portfolio.models import Decision

MOST = 200


@require_safe
def decisions(request: Request) -> HttpResponse:
    """List what was decided, with the room before and after each decision."""
    found = list(queries.decisions(request.actor)[:MOST])
    return render(request, "portfolio/decisions.html", {"picture": pictures.decisions_picture(found)})


@require_safe
def decision(request: Request, key: str) -> HttpResponse:
    """Show one decision: what, by whom, why, and what it did."""
    found = _find(request, key)
    shown = queries.shown_decision(request.actor, found)
    context = {
        "decision": found,
        "picture": pictures.decision_picture(shown),
        "by": pictures.decided_by(found),
    }
    return render(request, "portfolio/decision.html", context)


@require_safe
def as_pdf(request: Request, key: str) -> HttpResponse:
    """Download the decision paper in the council's language."""
    shown = queries.shown_decision(request.actor, _find(request, key))
    body = documents.decision_pdf(request.actor, shown)
    return download("leadroom-decision.pdf", "application/pdf", body)


def _find(request: Request, key: str) -> Decision:
    return get_object_or_404(queries.decisions(request.actor).select_related("plan"), key=key)
