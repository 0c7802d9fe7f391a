# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How allauth behaves in our house: nobody signs up, letters go through the outbox, nobody is left without a lock."""

import base64
import hashlib
import time
from typing import Any, cast

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from leadroom.accounts import emails, queries
from leadroom.accounts.models import User
from leadroom.kit import tenancy

# Where the session keeps the invitation that somebody signs in for.
JOINING = "joining"
LOCKS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

log = structlog.get_logger(__name__)


class ClosedDoor(DefaultAccountAdapter):
    """People come by invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse: an account begins with an invitation or an administrator's link."""
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again who it is only when the last proof is a quarter of an hour old; signing in was one."""
        records = get_authentication_records(self.request, self.request.user)
        proofs = [record["at"] for record in records] + [self.request.session.get("started_at", 0)]
        return bool(time.time() - max(proofs) > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Go on to the invitation that led here, or else home."""
        return str(request.session.get(JOINING) or super().get_login_redirect_url(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Go on where one was: making the sign-in safe, or looking after it."""
        return reverse("my_account" if is_secured(cast(User, request.user)) else "secure_sign_in")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the link of a reset letter, on our own address whatever the request called us."""
        number, _, secret = key.partition("-")
        return settings.SITE_URL + reverse("account_reset_password_from_key", args=[number, secret])

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a person what changed about her sign-in."""
        said = {"user": user, "timestamp": timezone.now(), **(context or {})}
        self.send_mail(template_prefix, email or cast(User, user).email, said)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put a letter about sign-in into the outbox of the person's first council, in her language."""
        user = context["user"]
        with tenancy.council(None, user_id=user.pk):
            membership = queries.memberships_of(user).first()
        if membership is None:
            log.info("sign_in.letter_without_council")
            return
        with tenancy.council(membership.council_id), translation.override(user.language):
            emails.about_sign_in(email, template_prefix, context)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave a line in the log; never the address, which may be a password typed too early."""
        log.warning("sign_in.refused", address=self.get_client_ip(request))

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **how: Any) -> HttpResponse:
        """Start the session's clock, and let the next sign-in page speak her language."""
        begin_session(request)
        response = super().post_login(request, user, **how)
        remember_language(response, cast(User, user).language)
        return response


class OurLocks(DefaultMFAAdapter):
    """Second factors and passkeys: kept encrypted, and never the last one thrown away."""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Say whether another lock stays on the door."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=LOCKS)
        return others.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        """Suggest a name for a passkey."""
        return gettext("This device")

    def encrypt(self, text: str) -> str:
        """Return a secret as it is kept."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a kept secret."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)


def begin_session(request: HttpRequest, *, is_demo: bool = False) -> None:
    """Start a session's clock at sign-in; `is_demo` marks one begun on the demo's page."""
    now = int(time.time())
    request.session["started_at"] = request.session["seen_at"] = now
    if is_demo:
        request.session["is_demo"] = True


def is_secured(user: User) -> bool:
    """Say whether the person has a passkey or an authenticator app."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=LOCKS).exists()


def remember_language(response: HttpResponse, language: str) -> None:
    """Let a browser know which language to begin in before anyone signs in."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
        httponly=True,
    )


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(str(key))) for key in keys])


def _key(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"leadroom.locks/" + secret.encode()).digest())
