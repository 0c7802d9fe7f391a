# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What we write to people; a letter is a row in the same transaction as the act it tells of."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from leadroom.accounts.models import Council, Invitation, OutboxMail


def post(to: str, subject: str, body: str) -> OutboxMail:
    """Put a letter into the council's outbox; the worker sends it once the act is committed."""
    return OutboxMail.objects.create(to=to, subject=" ".join(subject.split())[:200], body=body.strip() + "\n")


def invitation(invitation: Invitation, *, council: Council, inviter: str, address: str) -> OutboxMail:
    """Write to somebody that she is invited, in her language."""
    with translation.override(invitation.language):
        subject = _("%(council)s invites you to Leadroom") % {"council": council.name}
        context = {"invitation": invitation, "council": council, "inviter": inviter, "address": address}
        return post(invitation.email, subject, render_to_string("accounts/mail/invitation.txt", context))


def about_sign_in(to: str, template: str, context: dict[str, object]) -> OutboxMail:
    """Write to somebody about her own sign-in; `template` is the name of a pair of allauth's texts."""
    context = {**context, "site_url": settings.SITE_URL}
    return post(
        to,
        render_to_string(f"{template}_subject.txt", context),
        render_to_string(f"{template}_message.txt", context),
    )
