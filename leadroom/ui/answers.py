# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a POST is answered: a fragment to the script that asked, a page to a browser without one."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

REFUSED = 422


def is_htmx(request: HttpRequest) -> bool:
    """Say whether a script asks for a part of the page."""
    return request.headers.get("HX-Request") == "true"


def swap_or_redirect(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, to: str = ""
) -> HttpResponse:
    """Answer a write that went well: the changed fragment, or the way back to a page."""
    if is_htmx(request):
        return render(request, template, dict(context))
    return HttpResponseRedirect(to or way_back(request))


def refuse(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, page: str = ""
) -> HttpResponse:
    """
    Answer a form that cannot be taken, with its errors and all that was typed.

    Without script the fragment is shown inside `page`, or alone in the shell.
    """
    shown = {"has_errors": True, **context}
    if is_htmx(request):
        return render(request, template, shown, status=REFUSED)
    return render(request, page or "ui/fragment_page.html", shown | {"fragment": template}, status=REFUSED)


def way_back(request: HttpRequest) -> str:
    """Return where to go after a POST: its `next` if that is here, else the page it came from, else home."""
    for address in (
        request.POST.get("next", ""),
        request.GET.get("next", ""),
        request.headers.get("Referer", ""),
    ):
        if address and url_has_allowed_host_and_scheme(
            address, {request.get_host()}, require_https=request.is_secure()
        ):
            parts = urlsplit(address)
            # One slash: a browser takes two for the beginning of another site's name.
            path = "/" + parts.path.lstrip("/\\")
            return parts._replace(scheme="", netloc="", path=path).geturl()
    return "/"
