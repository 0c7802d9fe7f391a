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
from leadroom.config.cli import Failed
from leadroom.kit.tenancy import council

NEW = {"country": "SE", "language": "sv", "email": "nils@nyby.example"}


def test_admin_link_makes_the_council_and_an_administrator(db):
    link = actions.admin_link("Nyby kommun", **NEW)

    Client().post(urlsplit(link.address).path, {"name": "Nils", "language": "sv"})

    nyby = Council.objects.get(name="Nyby kommun")
    with council(nyby.pk):
        assert sorted(RoleGrant.objects.values_list("role", flat=True)) == ["ADMINISTRATOR", "EMPLOYEE"]
        assert OutboxMail.objects.count() == 0
        assert [event.by_id is None for event in AuditEvent.objects.order_by("id")] == [True, False]


def test_admin_link_goes_by_key_for_a_name_can_be_anybodys(fjordby, granasa):
    Council.objects.filter(pk=granasa.pk).update(name=fjordby.name)
    again = {"country": "DK", "language": "da", "email": "ada2@fjordby.example"}

    with pytest.raises(actions.NameIsKnown) as known:
        actions.admin_link("fjordby kommune", **again)
    with pytest.raises(actions.NoSuchCouncil):
        actions.admin_link("Another", **again, key="fjordby")
    link = actions.admin_link("fjordby kommune", **again, key="fjordby")

    assert (link.council, link.is_new, sorted(known.value.keys)) == (fjordby, False, ["fjordby", "granasa"])
    assert Council.objects.count() == 2


def test_admin_link_ends_its_earlier_one(db):
    first = actions.admin_link("Nyby kommun", **NEW)
    second = actions.admin_link("Nyby kommun", **NEW, key=first.council.key)

    answers = [Client().get(urlsplit(link.address).path).status_code for link in (first, second)]
    assert answers == [410, 200]


def test_admin_link_says_whether_the_council_was_made(db, capsys):
    chosen = Namespace(name="Nyby kommun", council="", **NEW)
    commands.admin_link(chosen)
    made = capsys.readouterr()
    key = Council.objects.get().key

    with pytest.raises(Failed, match=rf"--council and its key \({key}\)"):
        commands.admin_link(chosen)
    commands.admin_link(Namespace(name="Nyby kommun", council=key, **NEW))

    assert made.err == f"A new council is made: Nyby kommun, key {key}.\n"
    assert capsys.readouterr().err == f"The council was there before: Nyby kommun, key {key}.\n"


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
