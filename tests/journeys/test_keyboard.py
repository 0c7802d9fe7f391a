# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who uses no pointer gets everywhere: an administrator invites, adjusts and switches language by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.people import BRITISH, HOME, tab_to

INVITED = "new.colleague@larkenham.example"


@pytest.fixture
def page(server_afresh: None, open_page: OpenPage) -> Page:
    """Return a page on which Larkenham's administrator has stepped in by keyboard."""
    page = open_page("en")
    page.goto("/demo/")
    tab_to(page, f'form[action="/demo/{BRITISH}/ADMINISTRATOR/"] button')
    page.keyboard.press("Enter")
    page.wait_for_url(HOME)
    return page


def test_invitation_by_keyboard_only(page: Page) -> None:
    page.goto("/council/invitations/")
    tab_to(page, "#id_email")
    page.keyboard.type(INVITED)
    tab_to(page, "#id_name")
    page.keyboard.type("New Colleague")
    # Enter in a field sends the form; it does not press one of the language buttons that belong to it.
    page.keyboard.press("Enter")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("rowheader", name=INVITED)).to_be_visible()


def test_targets_by_keyboard_only(page: Page) -> None:
    page.goto("/people/roles/executive/")
    tab_to(page, 'a[href$="/adjust/managing-risk/"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/adjust/managing-risk/")
    tab_to(page, "#id_low-staying-cyber-resilient")
    page.keyboard.press("Home")
    tab_to(page, "#targets button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/roles/executive/")

    row = page.get_by_role("row", name="Staying cyber resilient")
    expect(row.get_by_role("cell").first).to_have_text("0")


def test_language_and_sign_out_by_keyboard_only(page: Page) -> None:
    tab_to(page, "summary:has(.menu-now)")
    page.keyboard.press("Enter")
    tab_to(page, 'button[name=language][value="sv"]')
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "sv")

    tab_to(page, ".shell-you details:last-of-type summary")
    page.keyboard.press("Enter")
    tab_to(page, 'form[action="/sign-out/"] button')
    page.keyboard.press("Enter")

    expect(page.locator('form[action="/sign-out/"]')).to_have_count(0)
