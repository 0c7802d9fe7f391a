# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages that belong to no room: language, colours, gallery, about, and what is shown when something is wrong."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leadroom.ui import gallery as examples
from leadroom.ui import licences
from leadroom.ui.answers import way_back
from leadroom.ui.carried import carry
from leadroom.ui.theme import fingerprint, stylesheet, theme_url

FOR_EVER = "public, max-age=31536000, immutable"


@login_not_required
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Say that the process answers."""
    return HttpResponse("alive\n", content_type="text/plain")


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show what Leadroom is made of and under which licences."""
    return render(request, "ui/about.html", {"packages": licences.packages()})


@login_not_required
@require_safe
def theme(request: HttpRequest, hue: int, mark: str) -> HttpResponse:
    """Give one hue's colours; an older address leads to today's."""
    if hue > 359:  # noqa: PLR2004 - the circle
        raise Http404
    if mark != fingerprint(hue):
        return HttpResponseRedirect(theme_url(hue))
    return HttpResponse(
        stylesheet(hue), content_type="text/css; charset=utf-8", headers={"Cache-Control": FOR_EVER}
    )


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Change the language, and go on at the same page with what was typed there."""
    page = way_back(request)
    # The switch stands before the form, whose own field may have the same name.
    language = next(iter(request.POST.getlist("language")), "")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseRedirect(page)
    if not carry(request, page):
        with override(language):
            messages.warning(
                request, _("The language has changed. What you had typed was too long to bring along.")
            )
    if request.user.is_authenticated and (hook := getattr(settings, "LANGUAGE_CHOSEN", "")):
        import_string(hook)(request.user, language)
    response = HttpResponseRedirect(page)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
        httponly=True,
    )
    return response


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component in every state; for those who build, so in a demo only."""
    if not settings.DEMO:
        raise Http404
    scheme = request.GET.get("scheme", "")
    language = request.GET.get("language", "")
    with override(language if language in dict(settings.LANGUAGES) else get_language()):
        shown = {
            "sections": examples.sections(request),
            "scheme": scheme if scheme in {"light", "dark"} else "",
        }
        return render(request, "ui/gallery.html", shown)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without its token."""
    return render(request, "ui/error.html", {"code": 403, "is_forged": True}, status=403)


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
    """Answer when something broke: nothing of the request is needed, so that nothing of it can break this too."""
    return HttpResponse(render_to_string("ui/error.html", {"code": 500}), status=500)
