# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages that belong to no room."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Say that the process answers."""
    return HttpResponse("alive\n", content_type="text/plain")


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show what Leadroom is made of and under which licences."""
    return render(request, "ui/about.html")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without its token."""
    return render(request, "ui/error.html", {"code": 403}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what makes no sense."""
    return render(request, "ui/error.html", {"code": 400}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what this person may not do."""
    return render(request, "ui/error.html", {"code": 403}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what is not there, or is another council's: the same page for both."""
    return render(request, "ui/error.html", {"code": 404}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when something broke: nothing of the request is shown or needed."""
    return render(request, "ui/error.html", {"code": 500}, status=500)
