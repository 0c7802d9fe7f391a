# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an operator does: the link for a first administrator, and help for one who is locked out."""

from argparse import Namespace
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.exceptions import ValidationError
from django.test import Client

from leadroom.accounts import actions
from leadroom.accounts.models import AuditEvent, Council, Membership, OutboxMail, RoleGrant, User
from leadroom.config import commands
from leadroom.kit.tenancy import council

NEW = {"country": "SE", "language": "sv", "email": "nils@nyby.example"}


def test_admin_link_makes_the_council_and_an_administrator(db):
    link = actions.admin_link("Nyby kommun", **NEW)

    Client().post(urlsplit(link).path, {"name": "Nils", "language": "sv"})

    nyby = Council.objects.get(name="Nyby kommun")
    with council(nyby.pk):
        assert sorted(RoleGrant.objects.values_list("role", flat=True)) == ["ADMINISTRATOR", "EMPLOYEE"]
        assert OutboxMail.objects.count() == 0
        assert [event.by_id is None for event in AuditEvent.objects.order_by("id")] == [True, False]


def test_admin_link_for_a_known_council_makes_no_second(fjordby):
    actions.admin_link("fjordby kommune", country="DK", language="da", email="ada2@fjordby.example")

    assert Council.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"country": "NO"}, {"language": "nb"}, {"email": "nils"}])
def test_admin_link_with_something_wrong_makes_nothing(db, wrong):
    with pytest.raises(ValidationError):
        actions.admin_link("Nyby kommun", **(NEW | wrong))

    assert Council.objects.count() == 0


def test_freed_person_signs_in_by_password_and_sets_up_a_lock_anew(bo, ada, granasa, browser_of, capsys):
    TOTP.activate(bo.user, generate_totp_secret())
    RecoveryCodes.activate(bo.user)
    with council(granasa.pk, user_id=bo.user.pk):
        Membership.objects.create(user=bo.user)
    browser = browser_of(bo)

    assert commands.free_person(Namespace(email=f" {bo.user.email.upper()}")) == 0

    assert "She signs in with her password" in capsys.readouterr().out
    assert (Authenticator.objects.filter(user=bo.user).count(), browser.get("/").status_code) == (0, 302)
    client = Client()
    client.post("/sign-in/", {"login": bo.user.email, "password": "a-long-password"})
    assert client.get("/people/").url == "/account/secure/"
    for here in (bo.council, granasa):
        with council(here.pk):
            event = AuditEvent.objects.get()
            assert (event.by, event.verb, event.details) == (None, "accounts.person.freed", {})


def test_freed_person_without_a_password_is_told_to_ask_for_one(bo, capsys):
    bo.user.set_unusable_password()
    bo.user.save()

    commands.free_person(Namespace(email=bo.user.email))

    assert "Forgotten your password?" in capsys.readouterr().out


def test_freed_person_touches_nobody_else(ada, bo):
    TOTP.activate(ada.user, generate_totp_secret())

    with pytest.raises(actions.NobodyByThatAddress):
        actions.free_person("nobody@fjordby.example")
    actions.free_person(bo.user.email)

    assert Authenticator.objects.filter(user=ada.user).count() == 1


def test_nobody_is_there_by_default(db):
    assert User.objects.count() == 0
