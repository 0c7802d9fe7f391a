# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who the journeys are made as, and the steps that several of them take."""

import re

from playwright.sync_api import Locator, Page

from tests.journeys.focus import look
from tests.journeys.settled import settle

DANISH, SWEDISH, BRITISH = "elmevig", "ronnsunda", "larkenham"
HOME = re.compile(r"://[^/]+/$")
SAVED = '#saved[data-state="saved"]'


def be(page: Page, council: str, persona: str) -> None:
    """Step into the demo as somebody, by the button on the page."""
    page.goto("/demo/")
    page.locator(f'form[action="/demo/{council}/{persona}/"] button').click()
    page.wait_for_url(HOME)


def main_action(page: Page) -> Locator:
    """Return the one main action of the page."""
    return page.locator(".page-head-action").get_by_role("button").or_(page.locator(".page-head-action a"))


def begin(page: Page, scope: str = "SCAN") -> None:
    """Begin a profile as a service manager, or go on with the one that is open."""
    page.goto("/people/profiling/")
    if page.locator("#start").count() == 0:
        main_action(page).click()
        page.wait_for_url("**/question/**")
        return
    page.locator("#id_role_profile").select_option("service-manager")
    page.locator(f'input[name=scope][value="{scope}"]').check(force=True)
    page.locator("#start button[type=submit]").last.click()
    page.wait_for_url("**/question/**")


def choose(page: Page, answer: str) -> None:
    """Choose one answer; it may lead at once to another page, so nothing of this one is looked at afterwards."""
    page.locator(f'input[name=answer][value="{answer}"]').click(force=True)


def go_on(page: Page) -> None:
    """Save and go on."""
    before = page.url
    page.locator("button[name=go][value=next]").click()
    page.wait_for_url(lambda url: url != before)


def tab_to(page: Page, selector: str, most: int = 120) -> None:
    """Press Tab until the focus is there; at each stop on the way it must be seen, with nothing over it."""
    settle(page)
    for _ in range(most):
        page.keyboard.press("Tab")
        if look(page) and page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by Tab on {page.url}")


def press(page: Page, selector: str) -> None:
    """Go to a button or a link by keyboard, and press it."""
    tab_to(page, selector)
    page.keyboard.press("Enter")


def write(page: Page, selector: str, text: str) -> None:
    """Go to a field by keyboard, and write in it."""
    tab_to(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
