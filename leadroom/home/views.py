# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The start page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.kit import doors


@require_safe
def home(request: Request) -> HttpResponse:
    """Show what needs this person now, from every room."""
    context = {
        "waiting": doors.ask("waiting", request.actor),
        "cards": sorted(doors.ask("home_card", request.actor), key=lambda card: card.order),
    }
    return render(request, "home/home.html", context)
