# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters: written with the act, sent once, tried again, given up in sight."""

import smtplib
import socket
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from leadroom.accounts import actions, emails, queries
from leadroom.accounts.actions import outbox
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


def test_mail_server_that_is_down_is_told_in_every_council(ada, letter, granasa, settings):
    with council(granasa.pk):
        emails.post("nils@x.example", "Hej", "Kom in.")
    with socket.create_server(("127.0.0.1", 0)) as closed_again:
        settings.EMAIL_PORT = closed_again.getsockname()[1]
    settings.EMAIL_HOST, settings.EMAIL_BACKEND = (
        "127.0.0.1",
        "django.core.mail.backends.smtp.EmailBackend",
    )

    assert actions.send_due_mail() == 0

    for here in (ada.council, granasa):
        assert (kept(here).tries, kept(here).sent_at) == (1, None)
        assert kept(here).last_error.startswith("ConnectionRefusedError")


def test_server_that_fails_at_the_good_bye_has_the_letter(ada, letter, monkeypatch):
    def fail(*_):
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.close", fail)

    actions.send_due_mail()

    assert (kept(ada.council).last_error, kept(ada.council).body) == ("", "")


def test_trouble_in_one_council_never_keeps_the_next_ones_letters(ada, letter, granasa, monkeypatch):
    claim = outbox._claim

    def fail_in_fjordby(here):
        if here == ada.council:
            raise RuntimeError
        return claim(here)

    with council(granasa.pk):
        emails.post("nils@x.example", "Hej", "Kom in.")
    monkeypatch.setattr(outbox, "_claim", fail_in_fjordby)

    assert actions.send_due_mail() == 1


def test_letter_that_never_left_loses_its_text_with_its_link(ada, letter, inside):
    with inside(ada):
        OutboxMail.objects.update(tries=8, last_error="gone")
        shown = queries.undelivered_mail(ada).count()
    actions.clear_dead_letters()
    assert (kept(ada.council).body, shown) == ("Come in.\n", 1)
    with inside(ada):
        OutboxMail.objects.update(created_at=timezone.now() - timedelta(days=8))

    actions.clear_dead_letters()

    with inside(ada):
        actions.send_again(letter, by=ada)
        assert not queries.undelivered_mail(ada).exists()
    assert (kept(ada.council).body, actions.send_due_mail()) == ("", 0)


def test_letter_that_still_waits_keeps_its_text(ada, letter, inside):
    with inside(ada):
        OutboxMail.objects.update(created_at=timezone.now() - timedelta(days=8))

    actions.clear_dead_letters()

    assert kept(ada.council).body == "Come in.\n"
