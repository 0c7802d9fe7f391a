# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What shall we talk about? The agenda of a development talk, on a page and on paper."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.kit.tables import download
from leadroom.people import documents, permissions, pictures, queries


@require_safe
def talk(request: Request, key: str) -> HttpResponse:
    """Show the widest differences and the most important gaps, each with a question."""
    outcome = _outcome(request, key)
    shown = {
        "feedback": outcome.feedback,
        "is_mine": outcome.feedback.person_id == request.actor.person.pk,
        "differences": pictures.topics(outcome.agenda.differences),
        "gaps": pictures.topics(outcome.agenda.gaps),
    }
    return render(request, "people/talk.html", shown)


@require_safe
def talk_pdf(request: Request, key: str) -> HttpResponse:
    """Download the agenda as an accessible PDF."""
    outcome = _outcome(request, key)
    body = documents.talk_pdf(request.actor, outcome, language=get_language() or "en")
    return download("leadroom-talk.pdf", "application/pdf", body)


def _outcome(request: Request, key: str) -> queries.Outcome:
    found = get_object_or_404(permissions.visible_feedback_rounds(request.actor), key=key)
    if not found.is_revealed:
        raise Http404
    return queries.outcome(request.actor, found)
