# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Parts of pages, as htmx asks for them in a real browser.

No page of the demo asks for a part yet, so each test asks for one itself, as a page would.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.people import BRITISH, HOME, be
from tests.journeys.settled import settle

# It returns nothing to wait for: the answer may lead to another page.
ASK = (
    "([address, values]) => { htmx.ajax(values ? 'POST' : 'GET', address, {target: 'main', values: values}) }"
)
BOOST = "link => { link.setAttribute('hx-boost', 'true'); htmx.process(link) }"


@pytest.fixture
def at_home(page: Page, server_afresh: None) -> Page:
    """Return a page at the start, signed in."""
    be(page, BRITISH, "SERVICE_MANAGER")
    expect(page).to_have_url(HOME)
    return page


def stands_alone(page: Page) -> None:
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(".shell-header")).to_have_count(1)


def test_whole_page_in_place_of_a_part_is_gone_to(at_home: Page) -> None:
    at_home.evaluate(ASK, ["/people/roles/", None])

    expect(at_home).to_have_url("/people/roles/")
    stands_alone(at_home)
    at_home.go_back()
    expect(at_home).to_have_url(HOME)
    stands_alone(at_home)


def test_ended_session_leads_a_part_to_the_door(at_home: Page) -> None:
    at_home.context.clear_cookies()

    at_home.evaluate(ASK, ["/people/roles/", None])

    expect(at_home).to_have_url("/sign-in/?next=/people/roles/")
    stands_alone(at_home)


def test_refusal_in_place_of_a_part_takes_the_page_s_place(at_home: Page) -> None:
    token = at_home.locator("[name=csrfmiddlewaretoken]").first.input_value()

    at_home.evaluate(ASK, ["/people/profiling/start/", {"csrfmiddlewaretoken": token}])

    expect(at_home.locator(".error-summary")).to_be_visible()
    stands_alone(at_home)


def test_link_that_htmx_follows_shows_the_whole_page_and_back_again(at_home: Page) -> None:
    title = at_home.title()
    at_home.locator('a[href="/about/"]').first.evaluate(BOOST)

    at_home.locator('a[href="/about/"]').first.click()

    expect(at_home).to_have_url("/about/")
    expect(at_home).not_to_have_title(title)
    stands_alone(at_home)
    settle(at_home)
    at_home.go_back()
    expect(at_home).to_have_title(title)
    stands_alone(at_home)
