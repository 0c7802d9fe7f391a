# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sending the letters that wait: claimed in one transaction, sent outside any, marked in another."""

import smtplib
from datetime import timedelta
from email.utils import parseaddr

import structlog
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from leadroom.accounts import permissions
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Council, OutboxMail
from leadroom.accounts.permissions import require
from leadroom.kit import tenancy

# Minutes until the next try: eight tries over a bit more than a day, so that a night without mail loses nothing.
BACK_OFF = (1, 5, 15, 60, 240, 480, 720, 0)
MOST_AT_ONCE = 20

log = structlog.get_logger(__name__)


def send_due_mail() -> int:
    """Send what is due in every council; return how many letters left."""
    return sum(_send_for(council) for council in Council.objects.all())


@transaction.atomic
def send_again(letter: OutboxMail, *, by: Actor) -> None:
    """Give a letter that could not be delivered its tries back."""
    require(permissions.may_administer(by))
    waiting = OutboxMail.objects.filter(pk=letter.pk, sent_at=None)
    waiting.update(tries=0, next_try_at=timezone.now(), last_error="")
    record(by, "accounts.mail.sent_again", letter)


def _send_for(council: Council) -> int:
    letters = _claim(council)
    if not letters:
        return 0
    with get_connection() as post_office:
        return sum(_send(council, letter, post_office) for letter in letters)


def _claim(council: Council) -> list[OutboxMail]:
    now = timezone.now()
    with tenancy.council(council.pk):
        due = OutboxMail.objects.filter(sent_at=None, next_try_at__lte=now, tries__lt=len(BACK_OFF))
        if not due.exists():
            return []
        with transaction.atomic():
            letters = list(due.select_for_update(skip_locked=True)[:MOST_AT_ONCE])
            for letter in letters:
                # A worker that dies from here on leaves the letter to the next try, not to oblivion.
                letter.next_try_at = now + timedelta(minutes=BACK_OFF[letter.tries])
                letter.tries += 1
                letter.save(update_fields=["tries", "next_try_at"])
        return letters


def _send(council: Council, letter: OutboxMail, post_office: BaseEmailBackend) -> bool:
    try:
        _message(letter, post_office).send()
    except (OSError, smtplib.SMTPException, ValueError) as problem:
        log.warning("mail.failed", letter=letter.key, tries=letter.tries, problem=type(problem).__name__)
        _mark(council, letter, last_error=f"{type(problem).__name__}: {problem}"[:200])
        return False
    # What was delivered is no longer ours to keep: the text may hold a link that opens something.
    _mark(council, letter, sent_at=timezone.now(), body="", last_error="")
    return True


def _message(letter: OutboxMail, post_office: BaseEmailBackend) -> EmailMessage:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return EmailMessage(
        subject=" ".join(letter.subject.split()),
        body=letter.body,
        to=[letter.to],
        connection=post_office,
        # The same at every try, so that a letter sent twice is shown once.
        headers={"Message-ID": f"<{letter.key}@{domain}>", "Auto-Submitted": "auto-generated"},
    )


def _mark(council: Council, letter: OutboxMail, **fields: object) -> None:
    with tenancy.council(council.pk):
        OutboxMail.objects.filter(pk=letter.pk).update(**fields)
