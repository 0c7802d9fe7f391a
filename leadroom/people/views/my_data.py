# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What does Leadroom know about me? All of it to take along, and the levels that a manager confirmed as badges."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.kit.jsonfiles import written
from leadroom.kit.tables import download
from leadroom.people import bridge, exports, pictures, queries


@require_safe
def my_data(request: Request) -> HttpResponse:
    """Say what is kept about the person, and offer it."""
    shown: dict[str, Any] = {
        "kept": pictures.kept_about(),
        "badges": pictures.badge_lines(queries.confirmed_levels(request.actor)),
        "may_sign": exports.may_sign(),
    }
    return render(request, "people/my_data.html", shown)


@require_safe
def as_zip(request: Request) -> HttpResponse:
    """Download everything about the person in one archive."""
    return download("leadroom-my-data.zip", "application/zip", exports.my_data_zip(request.actor))


@require_safe
def badge(request: Request, competency: str) -> HttpResponse:
    """Download a confirmed level as an Open Badges 3.0 credential."""
    body = written(_credential(request, competency))
    return download(f"leadroom-badge-{competency}.json", "application/json", body)


@require_safe
def signed_badge(request: Request, competency: str) -> HttpResponse:
    """Download a confirmed level signed, where the installation has a key."""
    made = _credential(request, competency)
    if not exports.may_sign():
        raise Http404
    return download(
        f"leadroom-badge-{competency}.jwt", "application/vc+jwt", exports.signed_badge(made).encode()
    )


def _credential(request: Request, competency: str) -> dict[str, Any]:
    found = {each.competency.key: each for each in queries.confirmed_levels(request.actor)}
    if competency not in found:
        raise Http404
    in_force, language = bridge.map_in_force(), get_language() or "en"
    return exports.credential(request.actor, found[competency], in_force, language)
