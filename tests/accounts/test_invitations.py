# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Inviting somebody, and the link that works once."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from leadroom.accounts import actions
from leadroom.accounts.actions import invitations
from leadroom.accounts.models import AuditEvent, Invitation, Membership, OutboxMail, Role, RoleGrant, User
from leadroom.accounts.permissions import NotAllowed
from leadroom.kit.tenancy import council
from tests.conftest import join

EVA = {
    "email": "Eva@fjordby.example",
    "name": "Eva Ny",
    "roles": [Role.EMPLOYEE, Role.MANAGER],
    "language": "da",
}


def invite(by, **changes):
    """Invite Eva; return the path in her letter."""
    with council(by.council.pk):
        actions.invite(by=by, **(EVA | changes))
        letter = OutboxMail.objects.latest("id")
    return re.search(r"http://[^/]+(/join/\S+)", letter.body).group(1)


@pytest.fixture
def link(ada):
    """Return the path in a fresh letter to Eva."""
    return invite(ada)


def test_invite_writes_a_letter_in_the_language_of_the_invited(ada, inside):
    with inside(ada):
        invitation = actions.invite(by=ada, **EVA)

        letter = OutboxMail.objects.get()
        assert (letter.to, invitation.email, invitation.roles) == ("eva@fjordby.example",) * 2 + (
            ["EMPLOYEE", "MANAGER"],
        )
        assert AuditEvent.objects.get().verb == "accounts.invitation.made"


def test_invite_keeps_no_token(ada, link, inside):
    token = link.rstrip("/").rsplit("/", 1)[1]

    with inside(ada):
        kept = Invitation.objects.values_list().get()
    assert token not in str(kept)


def test_invite_by_anyone_else_is_refused(bo, inside):
    with inside(bo), pytest.raises(NotAllowed):
        actions.invite(by=bo, **EVA)


def test_invite_of_a_member_is_refused(ada, bo, inside):
    with inside(ada), pytest.raises(actions.AlreadyAMember):
        actions.invite(by=ada, **(EVA | {"email": bo.user.email}))


def test_invite_twice_in_a_moment_sends_one_letter(ada, inside):
    with inside(ada):
        first = actions.invite(by=ada, **EVA)

        assert actions.invite(by=ada, **EVA) == first
        assert OutboxMail.objects.count() == 1


def test_invite_again_later_replaces_the_older_link(ada, link, inside):
    with inside(ada):
        Invitation.objects.update(created_at=timezone.now() - timedelta(hours=1))
    newer = invite(ada)

    assert Client().get(link).status_code == 410
    assert Client().get(newer).status_code == 200


def test_invite_more_than_the_measure_is_refused(ada, inside, monkeypatch):
    monkeypatch.setattr("leadroom.accounts.actions.invitations.MOST_IN_AN_HOUR", 1)
    invite(ada)

    with inside(ada), pytest.raises(actions.TooManyInvitations):
        actions.invite(by=ada, **(EVA | {"email": "finn@fjordby.example"}))


def test_link_shows_who_invites_and_changes_nothing(ada, link, inside):
    page = Client().get(link)

    assert (page.status_code, ada.user.name in page.text) == (200, True)
    with inside(ada):
        assert Invitation.objects.get().is_open


def test_join_makes_a_user_and_a_member_and_signs_her_in(ada, link, inside):
    client = Client()
    answer = client.post(link, {"name": "Eva Nyborg", "language": "sv", "password": "four words are good"})

    assert (answer.status_code, answer.url) == (302, "/")
    with inside(ada):
        eva = Membership.objects.select_related("user").get(user__email="eva@fjordby.example")
        assert sorted(RoleGrant.objects.filter(membership=eva).values_list("role", flat=True)) == [
            "EMPLOYEE",
            "MANAGER",
        ]
    assert (eva.user.name, eva.user.language, eva.user.check_password("four words are good")) == (
        "Eva Nyborg",
        "sv",
        True,
    )
    assert client.get("/").url == "/account/secure/"


def test_join_without_a_password_leaves_none(link):
    Client().post(link, {"name": "Eva", "language": "da"})

    assert not User.objects.get(email="eva@fjordby.example").has_usable_password()


def test_join_with_a_weak_password_says_so_and_keeps_the_link(link):
    answer = Client().post(link, {"name": "Eva", "language": "da", "password": "password1234"})

    assert answer.status_code == 422
    assert Client().get(link).status_code == 200


def test_join_twice_gives_the_friendly_page(link):
    said = {"name": "Eva", "language": "da"}
    Client().post(link, said)

    again = Client().post(link, said)
    assert again.status_code == 410


def test_links_that_never_were_and_links_that_are_over_look_alike(ada, link, inside):
    with inside(ada):
        actions.withdraw_invitation(Invitation.objects.get(), by=ada)

    over, never, elsewhere = (
        Client().get(path) for path in (link, "/join/fjordby/never/", "/join/nowhere/never/")
    )
    assert [page.status_code for page in (over, never, elsewhere)] == [410, 404, 404]
    assert len({re.sub(r'value="[^"]*"', "", page.text) for page in (over, never, elsewhere)}) == 1


def test_link_is_over_after_a_week(ada, link, inside):
    with inside(ada):
        Invitation.objects.update(expires_at=timezone.now())

    assert Client().get(link).status_code == 410


def test_link_of_one_council_opens_nothing_in_another(link, granasa):
    assert Client().get(link.replace("fjordby", "granasa")).status_code == 404


def test_person_with_an_account_signs_in_first_and_no_address_holds_the_token(ada, dara):
    path = invite(ada, email=dara.user.email)
    client = Client()

    assert client.get(path).url == "/sign-in/"
    answer = client.post("/sign-in/", {"login": dara.user.email, "password": "a-long-password"})

    assert answer.url == path
    assert client.get(path).status_code == 200
    assert "joining" not in client.session


def test_person_with_an_account_joins_as_herself(ada, dara, browser_of, inside):
    path = invite(ada, email=dara.user.email)
    browser = browser_of(dara)

    assert browser.get(path).status_code == 200
    assert browser.post(path).url == "/"
    with inside(ada):
        assert Membership.objects.filter(user=dara.user).count() == 1


def test_person_signed_in_as_somebody_else_is_asked_to_sign_out(link, bo, browser_of):
    assert browser_of(bo).post(link).status_code == 409


def test_accept_for_the_owner_of_an_address_needs_the_owner(ada, bo, dara):
    token = invite(ada, email=dara.user.email).rstrip("/").rsplit("/", 1)[1]

    with pytest.raises(actions.SignInFirst):
        actions.accept_invitation(ada.council, token, user=bo.user)
    with pytest.raises(actions.SignInFirst):
        actions.accept_invitation(ada.council, token, user=None, name="Dora")


def test_former_member_comes_back_with_the_new_roles(ada, bo, inside):
    with inside(ada):
        Membership.objects.filter(pk=bo.membership.pk).update(is_active=False)
    token = invite(ada, email=bo.user.email).rstrip("/").rsplit("/", 1)[1]

    actions.accept_invitation(ada.council, token, user=bo.user)

    with inside(ada):
        assert Membership.objects.get(pk=bo.membership.pk).is_active


def test_former_administrator_comes_back_as_what_she_is_invited_as(ada, fjordby, inside):
    eva = join(fjordby, "Eva", Role.ADMINISTRATOR)
    with inside(ada):
        actions.deactivate(eva.membership, by=ada)
    token = invite(ada, roles=[Role.EMPLOYEE]).rstrip("/").rsplit("/", 1)[1]

    actions.accept_invitation(fjordby, token, user=eva.user)

    with inside(ada):
        held = RoleGrant.objects.filter(membership=eva.membership)
        assert list(held.values_list("role", flat=True)) == ["EMPLOYEE"]


def test_resend_makes_a_new_link_and_ends_the_old(ada, link, inside):
    with inside(ada):
        actions.resend_invitation(Invitation.objects.get(), by=ada)
        letter = OutboxMail.objects.latest("id")

    assert Client().get(link).status_code == 410 or Client().get(link).status_code == 404
    assert Client().get(re.search(r"/join/\S+", letter.body).group(0)).status_code == 200


def test_resend_of_an_accepted_one_is_refused(ada, link, inside):
    Client().post(link, {"name": "Eva", "language": "da"})

    with inside(ada), pytest.raises(actions.InvitationIsOver):
        actions.resend_invitation(Invitation.objects.get(), by=ada)


@pytest.mark.django_db(transaction=True)
def test_fifty_posts_at_once_make_one_member(fjordby, unit):
    ada = join(fjordby, "Ada", Role.ADMINISTRATOR)
    path = invite(ada)

    def post(_):
        try:
            return Client().post(path, {"name": "Eva", "language": "da"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(post, range(50)))

    with council(fjordby.pk):
        assert Membership.objects.filter(user__email="eva@fjordby.example").count() == 1
    assert (answers[0], set(answers[1:])) == (302, {410})


@pytest.mark.parametrize("measure", [200, 1])
@pytest.mark.django_db(transaction=True)
def test_invitations_at_once_send_no_letter_too_many(fjordby, inside, monkeypatch, measure):
    ada = join(fjordby, "Ada", Role.ADMINISTRATOR)
    all_have_looked, look = Barrier(2, timeout=0.5), invitations._just_sent

    def look_and_wait(email):
        found = look(email)
        with suppress(BrokenBarrierError):
            all_have_looked.wait()
        return found

    def post(number):
        try:
            with suppress(actions.TooManyInvitations), inside(ada):
                email = EVA["email"] if measure > 1 else f"{number}@fjordby.example"
                actions.invite(by=ada, **(EVA | {"email": email}))
        finally:
            connection.close()

    monkeypatch.setattr(invitations, "MOST_IN_AN_HOUR", measure)
    monkeypatch.setattr(invitations, "_just_sent", look_and_wait)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(post, range(2)))

    with inside(ada):
        assert OutboxMail.objects.count() == 1
