# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sign-in: allauth's pages, and what we put around them."""

import time

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts import signin
from leadroom.accounts.models import Request
from leadroom.kit.tables import download

# Longer than the work for a known address takes, so that the answer's time tells nothing.
RESET_SECONDS = 0.25


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def reset_password(request: HttpRequest) -> HttpResponse:
    """Offer a link to a new password, with the same answer in the same time whether the address is known or not."""
    begun = time.monotonic()
    response: HttpResponse = account.password_reset(request)
    if request.method == "POST":
        time.sleep(max(0.0, RESET_SECONDS - (time.monotonic() - begun)))
    return response


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, here and in the browser's own stores."""
    response: HttpResponse = account.logout(request)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_safe
def secure(request: Request) -> HttpResponse:
    """Let a person choose how her sign-in is kept safe: a passkey, or an authenticator app beside her password."""
    return render(request, "accounts/secure.html", {"is_secured": signin.is_secured(request.user)})


@require_safe
def methods(request: Request) -> HttpResponse:
    """Lead to the account page, where the ways of signing in are listed."""
    return HttpResponseRedirect(
        reverse("my_account" if signin.is_secured(request.user) else "secure_sign_in")
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remove_passkey(request: Request, pk: int) -> HttpResponse:
    """Remove a passkey, unless it is the last lock on the door."""
    passkey = get_object_or_404(Authenticator, pk=pk, user=request.user, type=Authenticator.Type.WEBAUTHN)
    if not signin.OurLocks().can_delete_authenticator(passkey):
        messages.error(request, _("This is your only way to sign in safely. Add another one first."))
        return HttpResponseRedirect(reverse("my_account"))
    response: HttpResponse = webauthn.remove_webauthn(request, pk=pk)
    return response


@require_safe
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]
def recovery_codes(request: Request) -> HttpResponse:
    """Show the codes that are left; allauth's own page would write down that they were seen."""
    return render(request, "mfa/recovery_codes/index.html", {"unused_codes": _codes_of(request)})


@require_safe
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]
def recovery_codes_file(request: Request) -> HttpResponse:
    """Give the same codes as a file."""
    return download("recovery-codes.txt", "text/plain; charset=utf-8", "\n".join(_codes_of(request)).encode())


def _codes_of(request: Request) -> list[str]:
    codes = get_object_or_404(Authenticator, user=request.user, type=Authenticator.Type.RECOVERY_CODES)
    return list(codes.wrap().get_unused_codes())
