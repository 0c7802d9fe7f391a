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
from leadroom.accounts.actions.invitations import LASTS
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Council, OutboxMail
from leadroom.accounts.permissions import require
from leadroom.kit import tenancy

# Minutes until the next try: eight tries over a bit more than a day, so that a night without mail loses nothing.
BACK_OFF = (1, 5, 15, 60, 240, 480, 720, 0)
MOST_AT_ONCE = 20
FAILURES = (OSError, smtplib.SMTPException, ValueError)

log = structlog.get_logger(__name__)


def send_due_mail() -> int:
    """Send what is due in every council; return how many letters left."""
    return sum(_send_what_can_be_sent(council) for council in Council.objects.all())


def clear_dead_letters() -> None:
    """Clear the text of letters that never left, once a link in them opens nothing any more."""
    over = timezone.now() - LASTS
    for council in Council.objects.all():
        with tenancy.council(council.pk):
            given_up = OutboxMail.objects.filter(sent_at=None, tries__gte=len(BACK_OFF), created_at__lt=over)
            given_up.exclude(body="").update(body="")


@transaction.atomic
def send_again(letter: OutboxMail, *, by: Actor) -> None:
    """Give a letter that could not be delivered its tries back."""
    require(permissions.may_administer(by))
    waiting = OutboxMail.objects.filter(pk=letter.pk, sent_at=None).exclude(body="")
    waiting.update(tries=0, next_try_at=timezone.now(), last_error="")
    record(by, "accounts.mail.sent_again", letter)


def _send_what_can_be_sent(council: Council) -> int:
    try:
        return _send_for(council)
    except Exception:
        # One council's trouble never keeps the next one's letters.
        log.exception("mail.council_failed", council=council.key)
        return 0


def _send_for(council: Council) -> int:
    letters = _claim(council)
    if not letters:
        return 0
    try:
        with get_connection() as post_office:
            return sum(_send(council, letter, post_office) for letter in letters)
    except FAILURES as problem:
        # The mail server let nobody in: every letter says so.
        for letter in letters:
            _mark_failed(council, letter, problem)
        return 0


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
    except FAILURES as problem:
        _mark_failed(council, letter, problem)
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


def _mark_failed(council: Council, letter: OutboxMail, problem: Exception) -> None:
    log.warning("mail.failed", letter=letter.key, tries=letter.tries, problem=type(problem).__name__)
    said = f"{type(problem).__name__}: {problem}".replace("\x00", "")
    _mark(council, letter, last_error=said[:200])


def _mark(council: Council, letter: OutboxMail, **fields: object) -> None:
    with tenancy.council(council.pk):
        # What has left stays as it was: a server may fail at the good-bye.
        OutboxMail.objects.filter(pk=letter.pk, sent_at=None).update(**fields)
