# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The portfolio's days in one's own calendar: the address to subscribe to, what it gives, and the same as a file."""

from hashlib import sha256

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.kit.calendar import CONTENT_TYPE
from leadroom.kit.tables import download
from leadroom.portfolio import actions, exports, queries

FILE = "leadroom-portfolio.ics"


@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: Request) -> HttpResponse:
    """Show how to subscribe; make an address, which is on the page that answers and nowhere else."""
    address = actions.make_calendar_link(by=request.actor) if request.method == "POST" else ""
    shown = {
        "address": address,
        # Calendars on phones and desktops open this and ask whether to subscribe.
        "opens": f"webcal://{address.partition('://')[2]}" if address else "",
        "link": queries.calendar_link(request.actor),
        "page_url": request.path,
    }
    return render(request, "portfolio/calendar.html", shown)


@require_POST
def stop_calendar(request: Request) -> HttpResponse:
    """Let the address stop working."""
    actions.stop_calendar_link(by=request.actor)
    messages.success(request, _("Stopped. Calendars that used the address get nothing more."))
    return redirect("calendar")


@require_safe
def as_ics(request: Request) -> HttpResponse:
    """Give the same days as a file."""
    actor = request.actor
    body = exports.calendar_of_days(actor, actor.person.council, queries.agenda(actor))
    return download(FILE, CONTENT_TYPE, body)


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, council_key: str, token: str) -> HttpResponse:
    """Give the days to a calendar that asks by a secret address; only what has changed is sent again."""
    opened = queries.opened_calendar(council_key, token)
    if opened is None:
        raise Http404
    body = exports.calendar_of_days(opened.actor, opened.council, opened.agenda)
    response = download(FILE, CONTENT_TYPE, body)
    response["ETag"] = f'"{sha256(body).hexdigest()}"'
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Content-Language"] = opened.actor.user.language or opened.council.language
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
