# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happens around every request: headers, session limits, language, and the council's wall."""

import time
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import logout
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from leadroom.accounts import queries as accounts
from leadroom.accounts import signin
from leadroom.accounts.models import Actor, User
from leadroom.kit.tenancy import council

GetResponse = Callable[[HttpRequest], HttpResponse]
SEEN_EVERY = 300
# The pages, by the beginning of their names, that look after one's own sign-in, and one's own account.
ABOUT_SIGN_IN = ("account_", "mfa_", "secure_sign_in")
ABOUT_ME = ("my_",)


def security_headers(get_response: GetResponse) -> GetResponse:
    """Add what Django has no setting for; a personal page is never kept by a browser or proxy."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"
        )
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        if "public" in response["Cache-Control"]:
            # What anyone may keep must not hand one person's session to the next.
            response.cookies.clear()
        return response

    return answer


def session_limits(get_response: GetResponse) -> GetResponse:
    """End a session after an hour of rest, or twelve hours in all."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and _is_worn_out(request):
            logout(request)
        return get_response(request)

    return answer


def _is_worn_out(request: HttpRequest) -> bool:
    now = int(time.time())
    started = request.session.setdefault("started_at", now)
    seen = request.session.setdefault("seen_at", now)
    if now - started > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE_SECONDS:
        return True
    # Written now and then only: a durable write for every page read would be the dearest part of it.
    if now - seen > SEEN_EVERY:
        request.session["seen_at"] = now
    return False


def speak_the_readers_language(get_response: GetResponse) -> GetResponse:
    """Speak the language a person chose; a visitor's comes from the cookie, then the browser."""

    def answer(request: HttpRequest) -> HttpResponse:
        user = request.user
        language = user.language if user.is_authenticated else translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            patch_vary_headers(response, ("Accept-Language",))
        return response

    return answer


class enter_the_council:  # noqa: N801 - named as the others in MIDDLEWARE
    """Put every view behind its council's wall and hand it the Actor."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside the wall of the council that the session names; a member no more is outside at once."""
        user = request.user
        if not isinstance(user, User):
            return self.get_response(request)
        council_id = request.session.get("council_id") or self._first_council(request, user)
        if council_id:
            with council(council_id, user_id=user.pk):
                actor = accounts.actor_of(user)
                if actor.council:
                    return self._answer(request, actor)
            del request.session["council_id"]
            # The next page is another council's: forms of this one end here.
            rotate_token(request)
        with council(None, user_id=user.pk):
            return self._answer(request, Actor(user))

    def _first_council(self, request: HttpRequest, user: User) -> int | None:
        with council(None, user_id=user.pk):
            first = accounts.memberships_of(user).values_list("council_id", flat=True).first()
        if first:
            request.session["council_id"] = first
        return first

    def _answer(self, request: HttpRequest, actor: Actor) -> HttpResponse:
        request.actor = actor  # type: ignore[attr-defined]
        response = self.get_response(request)
        if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR and connection.in_atomic_block:
            # Django has already turned the exception into a page; half an act must not be kept.
            transaction.set_rollback(True)
        return response


class first_things_first:  # noqa: N801 - named as the others in MIDDLEWARE
    """Lead a person without a passkey or an authenticator app to making her sign-in safe, before anything else."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """Lead away from a page whose turn has not come; someone who belongs to no council has only her own pages."""
        user = request.user
        page = (request.resolver_match.url_name if request.resolver_match else None) or ""
        if page.startswith(ABOUT_SIGN_IN) and request.method == "POST":
            # What is changed there may be the lock itself: look again at the next page.
            request.session.pop("is_secured", None)
        if (
            not isinstance(user, User)
            or not getattr(view, "login_required", True)
            or page.startswith(ABOUT_SIGN_IN)
        ):
            return None
        if not _is_secured(request, user):
            return HttpResponseRedirect(reverse("secure_sign_in"))
        if request.actor.council is None and not page.startswith(ABOUT_ME):  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse("my_account"))
        return None


def _is_secured(request: HttpRequest, user: User) -> bool:
    if request.session.get("is_secured") or (settings.DEMO and request.session.get("is_demo")):
        return True
    if signin.is_secured(user):
        request.session["is_secured"] = True
        return True
    return False
