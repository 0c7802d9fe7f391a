# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where am I strong, what first? The skill wheel, its table, and the ways to take it along."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.kit.tables import csv_answer, download
from leadroom.people import documents, exports, pictures, queries


@require_safe
def my_profile(request: Request) -> HttpResponse:
    """Show where the person stands against a role profile."""
    mine = queries.my_profile(request.actor, request.GET.get("role"))
    context: dict[str, Any] = {"mine": mine, "last": queries.last_sitting(request.actor)}
    context["shared_with"] = queries.profile_shared_with(request.actor)
    if not mine.is_empty:
        context |= {
            "pictures": pictures.of(mine),
            "summary": pictures.summary(mine),
            "role_profiles": mine.role_profiles.values(),
        }
    return render(request, "people/my_profile.html", context)


@require_safe
def as_csv(request: Request) -> HttpResponse:
    """Download the profile as a table whose header is the same in every language."""
    mine = queries.my_profile(request.actor, request.GET.get("role"))
    return csv_answer("leadroom-profile", exports.CSV_HEADER, exports.csv_rows(request.actor, mine))


@require_safe
def as_json(request: Request) -> HttpResponse:
    """Download the profile and the whole ledger behind it."""
    answer = JsonResponse(
        exports.json_of(request.actor), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    return download("leadroom-profile.json", "application/json", answer.content)


@require_safe
def as_pdf(request: Request) -> HttpResponse:
    """Download the profile as an accessible PDF in the reader's language."""
    mine = queries.my_profile(request.actor, request.GET.get("role"))
    body = documents.profile_pdf(request.actor, mine, language=get_language() or "en")
    return download("leadroom-profile.pdf", "application/pdf", body)
