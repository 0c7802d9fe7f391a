# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What shall we talk about? The topics that a team picked from its mirror, on a page and as a PDF."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.kit.tables import download
from leadroom.people import documents, permissions, pictures, queries


@require_safe
def agenda(request: Request, key: str) -> HttpResponse:
    """Show the topics that were picked, each with a question to begin with."""
    outcome = _agenda(request, key)
    shown = {"team": outcome.mirror, "topics": pictures.mirror_topics(outcome.topics)}
    return render(request, "people/mirror_agenda.html", shown)


@require_safe
def as_pdf(request: Request, key: str) -> HttpResponse:
    """Download the topics as an accessible PDF."""
    body = documents.mirror_pdf(request.actor, _agenda(request, key), language=get_language() or "en")
    return download("leadroom-mirror.pdf", "application/pdf", body)


def _agenda(request: Request, key: str) -> queries.TeamOutcome:
    found = get_object_or_404(permissions.visible_team_mirrors(request.actor), key=key)
    outcome = queries.team_outcome(request.actor, found)
    if not outcome.topics:
        raise Http404
    return outcome
