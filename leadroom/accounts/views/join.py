# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page behind an invitation's link."""

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from leadroom.accounts import actions, forms, queries, signin
from leadroom.accounts.models import Membership, User
from leadroom.accounts.queries import OpenedInvitation
from leadroom.ui.carried import typed

GONE = 410


@sensitive_post_parameters("password")
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, council_key: str, token: str) -> HttpResponse:
    """Show who invites to what, and make the invited person a member when she says yes."""
    opened = queries.opened_invitation(council_key, token)
    if opened is None or not opened.invitation.is_open:
        return _over(request, 404 if opened is None else GONE)
    if opened.owner is not None:
        return _as_owner(request, opened, token)
    if request.user.is_authenticated:
        return _ask_to_sign_out(request, opened)
    return _as_new(request, opened, token)


def _as_owner(request: HttpRequest, opened: OpenedInvitation, token: str) -> HttpResponse:
    if not request.user.is_authenticated:
        # Not as `next` in the address: no log of it may hold the token.
        request.session[signin.JOINING] = request.path
        return HttpResponseRedirect(reverse("account_login"))
    request.session.pop(signin.JOINING, None)
    if request.user != opened.owner:
        return _ask_to_sign_out(request, opened)
    if request.method != "POST":
        return render(request, "accounts/join.html", {"opened": opened})
    return _accept(request, opened, token, opened.owner)


def _as_new(request: HttpRequest, opened: OpenedInvitation, token: str) -> HttpResponse:
    invitation = opened.invitation
    if request.method != "POST":
        # The letter's language, until she chooses another.
        chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        language = translation.get_language() if chosen else invitation.language
        with translation.override(language):
            first = {"name": invitation.name} | typed(request) | {"language": language}
            form = forms.Join(initial=first, email=invitation.email)
            response = render(request, "accounts/join.html", {"opened": opened, "form": form})
            response["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
            return response
    form = forms.Join(request.POST, email=invitation.email)
    if not form.is_valid():
        return render(request, "accounts/join.html", {"opened": opened, "form": form}, status=422)
    return _accept(request, opened, token, None, **form.cleaned_data)


def _accept(
    request: HttpRequest, opened: OpenedInvitation, token: str, user: User | None, **said: str
) -> HttpResponse:
    try:
        member = actions.accept_invitation(opened.council, token, user=user, **said)
    except actions.InvitationIsOver:
        return _over(request, GONE)
    except actions.SignInFirst:
        return HttpResponseRedirect(request.path)
    return _go_in(request, member)


def _go_in(request: HttpRequest, member: Membership) -> HttpResponse:
    if not request.user.is_authenticated:
        auth.login(request, member.user, backend=settings.AUTHENTICATION_BACKENDS[0])
        signin.begin_session(request)
    # A form of another council, in another tab, must not write into this one.
    rotate_token(request)
    request.session["council_id"] = member.council_id
    response = HttpResponseRedirect(settings.LOGIN_REDIRECT_URL)
    signin.remember_language(response, member.user.language)
    return response


def _ask_to_sign_out(request: HttpRequest, opened: OpenedInvitation) -> HttpResponse:
    return render(request, "accounts/join_as_other.html", {"opened": opened}, status=409)


def _over(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "accounts/join_over.html", status=status)
