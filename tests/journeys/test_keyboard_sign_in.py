# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who uses no pointer comes in: by an invitation's link, with a password and an app, or with a passkey."""

import base64
import hashlib
import hmac
import re
import sqlite3
import struct
import time
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.focus import go_over, skip_to_content
from tests.journeys.people import BRITISH, HOME, be, press, tab_to, write
from tools.live import Live

INVITED = "new.colleague@larkenham.example"
PASSWORD = "three wet otters sing"
CODES = re.compile(r"/account/recovery-codes/$")
# An authenticator in the device that has checked a finger: what Chromium offers for tests.
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(server_afresh: None, open_page: OpenPage, server: Live) -> Page:
    """Return the page that an invitation's link opens."""
    administrator = open_page("en")
    be(administrator, BRITISH, "ADMINISTRATOR")
    administrator.goto("/council/invitations/")
    administrator.locator("#id_email").fill(INVITED)
    administrator.locator("#id_name").fill("New Colleague")
    administrator.locator("#invite button[type=submit]").last.click()
    expect(administrator.get_by_role("rowheader", name=INVITED)).to_be_visible()
    page = open_page("en")
    page.goto(link_for(server, INVITED))
    return page


def link_for(server: Live, address: str) -> str:
    """Return the link in a letter that waits in the outbox, without the house's own address."""
    with closing(sqlite3.connect(server.data / "leadroom.sqlite3", timeout=30)) as database:
        row = database.execute('SELECT body FROM accounts_outboxmail WHERE "to" = ?', [address]).fetchone()
    found = re.search(r"/join/\S+", row[0])
    assert found, row[0]
    return found.group()


def code_of(secret: str) -> str:
    """Return what an authenticator app shows now."""
    moment = struct.pack(">Q", int(time.time()) // 30)
    counted = hmac.new(base64.b32decode(secret), moment, hashlib.sha1).digest()
    start = counted[-1] & 15
    return f"{(struct.unpack('>I', counted[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def join(page: Page, password: str) -> None:
    """Accept the invitation; without a password, to use a passkey."""
    go_over(page)
    skip_to_content(page)
    write(page, "#join #id_name", "Robin Colleague")
    write(page, "#join #id_password", password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/secure/")
    go_over(page)
    skip_to_content(page)


def write_code(page: Page, secret: str) -> None:
    """Write the app's code and send it; one that ran out on the way is followed by the next, as people do."""
    here = page.url
    _send_code(page, secret)
    if page.url == here and page.locator(".error-summary").count():
        _send_code(page, secret)


def _send_code(page: Page, secret: str) -> None:
    """Write the code that the app shows when the field is reached, and wait for the page that answers."""
    tab_to(page, "#id_code")
    page.keyboard.press("Control+A")
    page.keyboard.type(code_of(secret))
    with page.expect_navigation():
        page.keyboard.press("Enter")


def keep_the_codes(page: Page) -> None:
    """Go on from the recovery codes to the first page."""
    page.wait_for_url(CODES)
    go_over(page)
    press(page, ".page-head-action a")
    page.wait_for_url(HOME)


def sign_out(page: Page) -> None:
    """Leave by the account menu."""
    press(page, ".shell-you details:last-of-type summary")
    press(page, 'form[action="/sign-out/"] button')
    expect(page.locator('form[action="/sign-out/"]')).to_have_count(0)


def test_invitation_then_password_and_app(page: Page) -> None:
    join(page, PASSWORD)
    press(page, 'a[href="/account/app/add/"]')
    page.wait_for_url("**/account/app/add/")
    go_over(page)
    secret = page.locator(".sign-in-key").inner_text()
    write_code(page, secret)
    keep_the_codes(page)
    sign_out(page)

    page.goto("/sign-in/")
    go_over(page)
    skip_to_content(page)
    write(page, "#id_login", INVITED)
    write(page, "#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/code/")
    go_over(page)
    write_code(page, secret)

    page.wait_for_url(HOME)
    expect(page.locator(".shell-you details:last-of-type summary")).to_contain_text("Robin Colleague")


def test_invitation_then_passkey(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    join(page, "")
    press(page, 'a[href="/account/passkeys/add/"]')
    page.wait_for_url("**/account/passkeys/add/")
    go_over(page)
    write(page, "#passkey #id_name", "My laptop")
    press(page, "#passkey button[type=submit]")
    keep_the_codes(page)
    sign_out(page)

    page.goto("/sign-in/")
    press(page, "form[data-passkey] button")

    page.wait_for_url(HOME)
    page.goto("/account/")
    go_over(page)
    expect(page.locator(".sign-in-way strong")).to_have_text("My laptop")
