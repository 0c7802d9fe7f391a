# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who uses no pointer gets everywhere: an administrator invites, builds units, adjusts and signs out by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.focus import go_over, look, skip_to_content
from tests.journeys.people import BRITISH, DANISH, HOME, be, begin, press, tab_to, write

INVITED = "new.colleague@larkenham.example"


@pytest.fixture
def page(server_afresh: None, open_page: OpenPage) -> Page:
    """Return a page on which Larkenham's administrator has stepped in by keyboard."""
    page = open_page("en")
    page.goto("/demo/")
    press(page, f'form[action="/demo/{BRITISH}/ADMINISTRATOR/"] button')
    page.wait_for_url(HOME)
    return page


def test_invitation_by_keyboard_only(page: Page) -> None:
    page.goto("/council/invitations/")
    write(page, "#id_email", INVITED)
    write(page, "#id_name", "New Colleague")
    # Enter in a field sends the form; it does not press one of the language buttons that belong to it.
    page.keyboard.press("Enter")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("rowheader", name=INVITED)).to_be_visible()


def test_units_by_keyboard_only(page: Page) -> None:
    page.goto("/council/units/")
    go_over(page)
    skip_to_content(page)
    write(page, "#unit #id_name", "Parks")
    page.keyboard.press("Enter")
    address = page.get_by_role("link", name="Parks", exact=True).get_attribute("href")
    press(page, f'a[href="{address}"]')
    page.wait_for_url(f"**{address}")

    go_over(page)
    write(page, "#search", "Sparrow")
    page.keyboard.press("Enter")
    page.wait_for_url("**?search=Sparrow")
    go_over(page)
    write(page, "#unit #id_name", "Parks and Rivers")
    tab_to(page, "#unit [name=manager]")
    page.keyboard.press("ArrowUp")
    press(page, "#unit button[type=submit]")
    page.wait_for_url(f"**{address}")
    expect(page.locator("h1")).to_have_text("Parks and Rivers")
    expect(page.locator("[name=manager]:checked + span")).to_contain_text("Sparrow")

    press(page, ".confirm > summary")
    go_over(page)
    press(page, ".confirm-form button")
    page.wait_for_url("**/council/units/")
    expect(page.get_by_role("rowheader", name="Parks and Rivers")).to_have_count(0)


def test_council_settings_by_keyboard_only(page: Page) -> None:
    page.goto("/council/settings/")
    go_over(page)
    skip_to_content(page)
    write(page, "#settings #id_name", "Larkenham and Wold")
    tab_to(page, "#settings [name=language]")
    page.keyboard.press("ArrowDown")
    press(page, "#settings button[type=submit]")
    expect(page.locator(".shell-council-name")).to_have_text("Larkenham and Wold")
    expect(page.locator("#settings [name=language]:checked")).to_have_value("da")

    press(page, 'a[href^="?hue="]:not([aria-current])')
    page.wait_for_url("**?hue=*")
    go_over(page)
    press(page, 'form[action="/council/settings/colour/"] button')
    page.wait_for_url("**/council/settings/")
    expect(page.locator(".shell-messages")).to_contain_text("colour")


def test_menu_left_by_tab_closes_and_covers_nothing(page: Page) -> None:
    page.goto("/council/")
    press(page, "summary:has(.menu-now)")
    tab_to(page, ".shell-you details:last-of-type summary")
    expect(page.locator("details.menu").first).not_to_have_attribute("open", "")
    page.keyboard.press("Enter")
    tab_to(page, "form[action='/sign-out/'] button")

    tab_to(page, ".page-head-action a")

    expect(page.locator("details.menu[open]")).to_have_count(0)


def test_question_before_the_session_ends_gives_the_focus_back(open_page: OpenPage) -> None:
    page = open_page("en")
    page.clock.install()
    be(page, BRITISH, "ADMINISTRATOR")
    page.goto("/council/units/")
    tab_to(page, "#unit #id_name")

    page.clock.fast_forward("56:00")
    expect(page.locator("#session-ending button")).to_be_focused()
    look(page)
    page.keyboard.press("Enter")

    expect(page.locator("#session-ending")).to_be_hidden()
    expect(page.locator("#unit #id_name")).to_be_focused()


def test_answers_on_a_phone_are_not_under_the_buttons(server_afresh: None, open_page: OpenPage) -> None:
    page = open_page("en", PHONE)
    be(page, DANISH, "SERVICE_MANAGER")
    begin(page)

    tab_to(page, "[name=answer]")
    for _ in page.locator("[name=answer]").all():
        page.keyboard.press("ArrowDown")
        look(page)


def test_targets_by_keyboard_only(page: Page) -> None:
    page.goto("/people/roles/executive/")
    press(page, 'a[href$="/adjust/managing-risk/"]')
    page.wait_for_url("**/adjust/managing-risk/")
    tab_to(page, "#id_low-staying-cyber-resilient")
    page.keyboard.press("Home")
    press(page, "#targets button[type=submit]")
    page.wait_for_url("**/people/roles/executive/")

    row = page.get_by_role("row", name="Staying cyber resilient")
    expect(row.get_by_role("cell").first).to_have_text("0")


def test_language_and_sign_out_by_keyboard_only(page: Page) -> None:
    press(page, "summary:has(.menu-now)")
    press(page, 'button[name=language][value="sv"]')
    expect(page.locator("html")).to_have_attribute("lang", "sv")

    press(page, ".shell-you details:last-of-type summary")
    press(page, 'form[action="/sign-out/"] button')

    expect(page.locator('form[action="/sign-out/"]')).to_have_count(0)
