# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in: passwords with an app, unknown addresses, limits, and what comes before anything else."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client
from django.utils.http import int_to_base36

from leadroom.accounts import actions
from leadroom.accounts.models import OutboxMail, User

PASSWORD = "a-long-password"


@pytest.fixture(autouse=True)
def fresh_limits(db):
    """Begin each test with nothing counted."""
    cache.clear()


def code_of(secret):
    """Return what an authenticator app shows now."""
    counted = hmac.new(
        base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1
    ).digest()
    start = counted[-1] & 15
    return f"{(struct.unpack('>I', counted[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


@pytest.fixture
def secret(bo):
    """Return the secret of Bo's authenticator app."""
    made = generate_totp_secret()
    TOTP.activate(bo.user, made)
    return made


def sign_in(client, email, password=PASSWORD):
    """Send the sign-in form."""
    return client.post("/sign-in/", {"login": email, "password": password})


def body(answer):
    """Return a page without its one-time tokens and what was typed."""
    return re.sub(r'value="[^"]*"', "", answer.text)


def test_password_alone_does_not_sign_in(bo, secret):
    client = Client()

    assert sign_in(client, bo.user.email).url == "/sign-in/code/"
    assert client.get("/account/").status_code == 302


def test_password_and_code_sign_in(bo, secret):
    client = Client()
    sign_in(client, bo.user.email)
    before = client.session.session_key

    answer = client.post("/sign-in/code/", {"code": code_of(secret)})

    assert answer.url == "/"
    assert client.session.session_key != before
    assert client.get("/account/").status_code == 200


def test_code_works_once(bo, secret):
    code = code_of(secret)
    for client, expected in ((Client(), 302), (Client(), 200)):
        sign_in(client, bo.user.email)
        assert client.post("/sign-in/code/", {"code": code}).status_code == expected


def test_recovery_code_signs_in_once(bo, secret):
    code = RecoveryCodes.activate(bo.user).get_unused_codes()[0]
    for client, expected in ((Client(), 302), (Client(), 200)):
        sign_in(client, bo.user.email)
        assert client.post("/sign-in/code/", {"code": code}).status_code == expected


def test_secret_of_the_app_is_kept_encrypted(bo, secret):
    assert secret not in str(Authenticator.objects.get().data)


def test_person_without_a_lock_is_led_to_it_from_every_page(bo):
    client = Client()
    sign_in(client, bo.user.email)

    assert {client.get(page).url for page in ("/", "/people/", "/account/", "/council/")} == {
        "/account/secure/"
    }
    assert client.get("/account/secure/").status_code == 200
    assert client.get("/account/app/add/").status_code == 200
    assert client.get("/account/passkeys/add/").status_code == 200


def test_adding_an_app_opens_the_house_and_gives_recovery_codes(bo):
    client = Client()
    sign_in(client, bo.user.email)
    secret = re.search(r'sign-in-key">(\w+)<', client.get("/account/app/add/").text).group(1)

    answer = client.post("/account/app/add/", {"code": code_of(secret)})

    assert answer.url == "/account/recovery-codes/"
    assert len(re.findall(r"<li><code>", client.get(answer.url).text)) == 10
    assert client.get("/account/").status_code == 200


def test_the_last_lock_stays(bo, secret, browser_of):
    answer = browser_of(bo).post("/account/app/remove/")

    assert answer.status_code == 200
    assert Authenticator.objects.filter(user=bo.user, type="totp").count() == 1


def test_the_last_passkey_stays(bo, browser_of):
    passkey = Authenticator.objects.create(
        user=bo.user, type="webauthn", data={"name": "Phone", "credential": {}}
    )

    answer = browser_of(bo).post(f"/account/passkeys/{passkey.pk}/remove/")

    assert (answer.status_code, Authenticator.objects.count()) == (302, 1)


def test_passkey_of_somebody_else_is_not_found(ada, bo, browser_of):
    theirs = Authenticator.objects.create(
        user=ada.user, type="webauthn", data={"name": "Phone", "credential": {}}
    )

    assert browser_of(bo).post(f"/account/passkeys/{theirs.pk}/remove/").status_code == 404
    assert browser_of(bo).post(f"/account/passkeys/{theirs.pk}/name/", {"name": "Mine"}).status_code == 404


def test_unknown_address_and_wrong_password_answer_alike(bo):
    known = sign_in(Client(), bo.user.email, "wrong")
    unknown = sign_in(Client(), "nobody@fjordby.example", "wrong")

    assert (known.status_code, body(known)) == (unknown.status_code, body(unknown))


def test_closed_account_answers_like_an_unknown_one_without_its_password(bo):
    User.objects.filter(pk=bo.user.pk).update(is_active=False)

    assert body(sign_in(Client(), bo.user.email, "wrong")) == body(
        sign_in(Client(), "nobody@x.example", "wrong")
    )


def test_sixth_wrong_try_is_too_many_even_with_the_right_password(bo, secret):
    for _ in range(5):
        sign_in(Client(), bo.user.email, "wrong")

    assert sign_in(Client(), bo.user.email).status_code == 200


def test_reset_answers_alike_and_in_the_same_time(bo):
    begun = time.monotonic()
    answers = [
        Client().post("/sign-in/new-password/", {"email": email})
        for email in (bo.user.email, "nobody@x.example")
    ]

    assert [answer.url for answer in answers] == ["/sign-in/new-password/sent/"] * 2
    assert time.monotonic() - begun > 0.5


def test_reset_writes_a_letter_and_never_goes_round_the_app(bo, secret, inside):
    client = Client()
    client.post("/sign-in/new-password/", {"email": bo.user.email})
    with inside(bo):
        letter = OutboxMail.objects.get()
    link = re.search(r"http://[^/]+(/sign-in/\S+)", letter.body).group(1)

    form = client.get(link).url
    done = client.post(form, {"password1": "four words are good", "password2": "four words are good"})

    assert done.url == "/sign-in/new-password/done/"
    assert client.get("/account/").status_code == 302
    assert sign_in(client, bo.user.email, "four words are good").url == "/sign-in/code/"


def test_reset_with_a_forged_link_shows_that_it_is_over_and_writes_nothing(bo):
    answer = Client().get(f"/sign-in/new-password/{int_to_base36(bo.user.pk)}-abc-0123/")

    assert answer.status_code == 200
    assert not EmailAddress.objects.exists()


def test_reset_for_an_unknown_address_writes_nothing(bo, inside):
    Client().post("/sign-in/new-password/", {"email": "nobody@x.example"})

    with inside(bo):
        assert OutboxMail.objects.count() == 0


@pytest.mark.parametrize("password", ["short", "password1234", "bo fjordby bo"])
def test_weak_passwords_are_refused(bo, secret, browser_of, password):
    answer = browser_of(bo).post(
        "/account/password/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )

    assert answer.status_code == 200
    assert User.objects.get(pk=bo.user.pk).check_password(PASSWORD)


@pytest.mark.parametrize("page", ["/account/password/", "/account/password/first/", "reset"])
def test_rules_for_a_password_are_said_once_beside_the_field(bo, page, browser_of, inside):
    browser = Client() if page == "reset" else browser_of(bo)
    if page == "reset":
        browser.post("/sign-in/new-password/", {"email": bo.user.email})
        with inside(bo):
            link = re.search(r"http://[^/]+(/sign-in/\S+)", OutboxMail.objects.get().body).group(1)
        page = browser.get(link).url
    elif "first" in page:
        bo.user.set_unusable_password()
        bo.user.save()
        browser = browser_of(bo)

    shown = browser.get(page).text

    assert shown.count("12 characters") == 1
    assert re.findall(r'id="[^"]+-hint">([^<]+)<', shown) == [
        "At least 12 characters; three or four words are good."
    ]
    assert re.findall(r"placeholder|<p[^>]*><ul>", shown) == []


def test_sign_out_is_a_post_and_clears_the_browser(bo, browser_of):
    browser = browser_of(bo)

    assert browser.get("/sign-out/").status_code == 405
    answer = browser.post("/sign-out/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.get("/account/").status_code == 302


def test_sign_out_elsewhere_ends_the_others_and_keeps_this(bo, browser_of):
    here, there = browser_of(bo), browser_of(bo)

    here.post("/account/elsewhere/")

    assert (here.get("/account/").status_code, there.get("/account/").status_code) == (200, 302)


def test_nobody_signs_up():
    assert {
        Client().get(path).status_code for path in ("/signup/", "/sign-in/signup/", "/accounts/signup/")
    } == {404}


def test_own_language_is_spoken_after_sign_in(bo, secret):
    actions.choose_language(bo.user, "sv")
    client = Client()
    sign_in(client, bo.user.email)

    answer = client.post("/sign-in/code/", {"code": code_of(secret)})

    assert answer.cookies["language"].value == "sv"
    assert client.get("/account/")["Content-Language"] == "sv"


@pytest.mark.parametrize(("chosen", "expected"), [("da", "da"), ("xx", "en"), ("", "en")])
def test_choose_language(bo, chosen, expected):
    actions.choose_language(bo.user, chosen)

    assert User.objects.get(pk=bo.user.pk).language == expected


@pytest.mark.django_db(transaction=True)
def test_letter_about_a_change_is_in_the_persons_language_and_ours(bo, secret, browser_of, inside):
    answer = browser_of(bo).post("/account/recovery-codes/new/", follow=True)

    assert "Your new recovery codes are ready." in answer.text
    with inside(bo):
        letter = OutboxMail.objects.get()
    assert (letter.to, letter.subject) == (bo.user.email, "You have new recovery codes")
    assert "/account/" in letter.body
