# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the plan to one's own calendar: the address is made, copied, and answers until it is stopped."""

import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.people import DANISH, be


def asked(address: str) -> str:
    """Return what a calendar gets, which knows nothing but the address."""
    straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with straight.open(address, timeout=20) as answer:
        return str(answer.read().decode())


def test_an_address_is_made_copied_and_stopped(server_afresh: None, open_page: OpenPage) -> None:
    page = open_page("da", PHONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    be(page, DANISH, "EMPLOYEE")

    page.goto("/portfolio/plans/")
    page.locator(".plan-list a").first.click()
    page.get_by_role("link", name="Abonner i din kalender").click()
    page.get_by_role("button", name="Opret min adresse").click()
    page.get_by_role("button", name="Kopiér adressen").click()

    expect(page.get_by_text("Kopieret")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert "SUMMARY:Frist: " in asked(address)

    page.goto("/portfolio/calendar/")
    page.locator("summary", has_text="Stop abonnementet").click()
    page.get_by_role("button", name="Ja, stop").click()

    expect(page.get_by_role("button", name="Opret min adresse")).to_be_visible()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        asked(address)
