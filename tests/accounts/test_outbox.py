# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters: written with the act, sent once, tried again, given up in sight."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from leadroom.accounts import actions, emails
from leadroom.accounts.models import OutboxMail
from leadroom.kit.tenancy import council


@pytest.fixture
def letter(ada, inside):
    """Return a letter that waits."""
    with inside(ada):
        return emails.post("eva@x.example", "Welcome\nBcc: all@x.example", "Come in.")


def kept(here):
    """Return the council's only letter as it is kept now."""
    with council(here.pk):
        return OutboxMail.objects.get()


def test_letter_of_an_act_that_is_rolled_back_is_gone(ada, inside):
    with inside(ada), transaction.atomic():
        emails.post("eva@x.example", "Welcome", "Come in.")
        transaction.set_rollback(True)

    assert actions.send_due_mail() == 0


def test_due_letter_is_sent_once_and_forgotten(ada, letter):
    assert [actions.send_due_mail(), actions.send_due_mail()] == [1, 0]

    sent = mail.outbox[0]
    assert (sent.to, sent.subject, sent.body) == (
        ["eva@x.example"],
        "Welcome Bcc: all@x.example",
        "Come in.\n",
    )
    assert sent.extra_headers["Message-ID"] == f"<{letter.key}@localhost>"
    assert (kept(ada.council).body, kept(ada.council).sent_at is None) == ("", False)


def test_letters_of_every_council_are_sent(ada, dara, granasa, letter):
    with council(granasa.pk):
        emails.post("nils@x.example", "Hej", "Kom in.")

    assert actions.send_due_mail() == 2


def test_letter_is_tried_eight_times_over_more_than_a_day(ada, letter, monkeypatch):
    def refuse(*_):
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    waited = timedelta()
    for _ in range(10):
        actions.send_due_mail()
        due = kept(ada.council).next_try_at
        waited += max(timedelta(), due - timezone.now())
        with council(ada.council.pk):
            OutboxMail.objects.update(next_try_at=timezone.now())

    assert (kept(ada.council).tries, kept(ada.council).last_error) == (8, "SMTPServerDisconnected: gone")
    assert waited > timedelta(hours=24)


def test_worker_that_dies_while_sending_leaves_the_letter_to_the_next_try(ada, letter, monkeypatch):
    def die(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", die)
        with pytest.raises(KeyboardInterrupt):
            actions.send_due_mail()
    assert actions.send_due_mail() == 0

    with council(ada.council.pk):
        OutboxMail.objects.update(next_try_at=timezone.now())
    assert actions.send_due_mail() == 1


def test_administrator_gives_a_letter_its_tries_back(ada, letter, inside):
    with inside(ada):
        OutboxMail.objects.update(tries=8, last_error="gone")
        actions.send_again(letter, by=ada)

    assert actions.send_due_mail() == 1
