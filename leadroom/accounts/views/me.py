# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One's own account: name, language, ways to sign in, councils."""

from allauth.mfa.models import Authenticator
from django.contrib import auth, messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts import actions, forms, queries
from leadroom.accounts.models import Request
from leadroom.ui.carried import typed


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: Request) -> HttpResponse:
    """Show what we know about this person, and let her change it."""
    user = request.user
    if request.method != "POST":
        form = forms.Me(initial={"name": user.name} | typed(request) | {"language": user.language})
        return _page(request, form)
    form = forms.Me(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    actions.change_name(form.cleaned_data["name"], by=request.actor)
    actions.choose_language(user, form.cleaned_data["language"])
    with override(user.language):
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("my_account"))


@require_POST
def switch_council(request: Request, council_key: str) -> HttpResponse:
    """Go on in another council that this person belongs to."""
    membership = queries.memberships_of(request.user).filter(council__key=council_key).first()
    if membership is None:
        raise Http404
    request.session["council_id"] = membership.council_id
    # A form of the council that was left behind, in another tab, must not write into this one.
    rotate_token(request)
    return HttpResponseRedirect(reverse("home"))


@require_POST
def sign_out_elsewhere(request: Request) -> HttpResponse:
    """End this person's sessions on every other device."""
    actions.sign_out_elsewhere(by=request.actor)
    auth.update_session_auth_hash(request, request.user)
    messages.success(request, _("You are signed out everywhere else."))
    return HttpResponseRedirect(reverse("my_account"))


def _page(request: Request, form: forms.Me, *, status: int = 200) -> HttpResponse:
    locks = list(Authenticator.objects.filter(user=request.user).order_by("created_at"))
    codes = next((lock for lock in locks if lock.type == Authenticator.Type.RECOVERY_CODES), None)
    shown = {
        "form": form,
        "passkeys": [lock for lock in locks if lock.type == Authenticator.Type.WEBAUTHN],
        "has_app": any(lock.type == Authenticator.Type.TOTP for lock in locks),
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "has_codes": codes is not None,
        "memberships": list(queries.memberships_of(request.user)),
    }
    return render(request, "accounts/my_account.html", shown, status=status)
