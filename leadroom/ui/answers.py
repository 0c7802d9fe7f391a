# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
How a request is answered: a fragment to the script that asked for a part, a page to everybody else.

A script does not always want a part. htmx asks for whole pages too, when it follows a link
for the reader or brings a page back from the history; and it may get a whole page where it
asked for a part: the way to sign-in, a refusal, what somebody else saved meanwhile.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

REFUSED = 422
KIND = "HX-Request-Type"
WHOLE = b"<!doctype html"


def wants_part(request: HttpRequest) -> bool:
    """Say whether a script asks for a part of the page."""
    return request.headers.get(KIND) == "partial"


def whole_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let a whole page never stand inside another: it takes the place of the page that asked for a part."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if (
            wants_part(request)
            and not response.streaming
            and response.content[:64].lstrip().lower().startswith(WHOLE)
        ):
            _take_its_place(request, response)
        return response

    return answer


def _take_its_place(request: HttpRequest, response: HttpResponse) -> None:
    if request.method == "GET":
        # Gone to as by a link: with its address, its title and its own scripts.
        response["HX-Redirect"] = request.get_full_path()
    else:
        # What was posted cannot be asked for again.
        response["HX-Retarget"], response["HX-Reswap"] = "body", "outerHTML"


def swap_or_redirect(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, to: str = ""
) -> HttpResponse:
    """Answer a write that went well: the changed fragment, or the way back to a page."""
    if wants_part(request):
        return _by_kind(render(request, template, dict(context)))
    return _by_kind(HttpResponseRedirect(to or way_back(request)))


def refuse(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, page: str = ""
) -> HttpResponse:
    """
    Answer a form that cannot be taken, with its errors and all that was typed.

    Without script the fragment is shown inside `page`, or alone in the shell.
    """
    shown = {"has_errors": True, **context}
    if wants_part(request):
        return _by_kind(render(request, template, shown, status=REFUSED))
    whole = shown | {"fragment": template}
    return _by_kind(render(request, page or "ui/fragment_page.html", whole, status=REFUSED))


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


def _by_kind(response: HttpResponse) -> HttpResponse:
    """Say that the same address has two answers, so that no cache gives one for the other."""
    patch_vary_headers(response, [KIND])
    return response
