# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan is found while one looks on, decided on, and an impossible what-if leads over a way out to a plan."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.people import BRITISH, be, main_action
from tests.journeys.portfolios import lay
from tools.live import Live

Axe = Callable[[Page], None]
YEAR = 2031
ROWS = f"""
first = datetime.date({YEAR}, 1, 1)
rows.terms(first_month=first)
rows.team("integration", staff=200)
post = rows.initiative("post", deadline=first.replace(month=7))
rows.level(post, rows.LOW, months=3, effort={{"integration": [100] * 3}}, value=10)
rows.level(post, rows.USABLE, months=6, effort={{"integration": [100] * 6}}, value=50)
vote = rows.initiative("vote", deadline=first.replace(month=10))
rows.level(vote, rows.LOW, months=3, effort={{"integration": [200] * 3}}, value=20)
"""


@pytest.fixture
def portfolio(server: Live, server_afresh: None) -> None:
    """Lay a small portfolio with one team and two solutions into the British council of the demo."""
    lay(server, BRITISH, ROWS)


def find(page: Page, name: str) -> None:
    page.goto("/portfolio/plans/")
    page.locator("#id_name").fill(name)
    page.locator("#find button[type=submit]").click()
    page.wait_for_url(re.compile(r"/portfolio/plans/[a-z0-9]+/$"))


def test_a_plan_from_search_to_decision_and_an_impossible_what_if_to_a_way_out(
    open_page: OpenPage, axe: Axe, portfolio: None, start_worker: Callable[[], None]
) -> None:
    page = open_page("en", DESK)
    be(page, BRITISH, "CHIEF_EXECUTIVE")
    find(page, "Stopped before it began")
    main_action(page).click()
    expect(page.locator("#search-title")).to_have_text("The search is ending")
    stopped = page.url
    find(page, "Next year")
    expect(page.locator("#search-title")).to_have_text("The search begins soon")
    axe(page)

    start_worker()

    # The page asks by itself and shows the plan once it is there.
    expect(page.locator(".chart-roadmap .roadmap-line")).to_have_count(2)
    expect(page.locator("#plan-search")).to_have_count(0)
    expect(main_action(page)).to_have_text("Decide on this plan")
    axe(page)
    main_action(page).click()
    page.locator("#id_reason").fill("It keeps every deadline.")
    axe(page)
    page.locator("#decide button[type=submit]").click()
    page.wait_for_url(re.compile(r"/portfolio/plans/[a-z0-9]+/$"))
    expect(page.locator(".plan-name")).to_contain_text("In force")
    page.goto(stopped)
    expect(page.locator(".plan-name")).to_contain_text("Stopped")

    page.goto("/portfolio/plans/")
    page.get_by_role("link", name="Next year").first.click()
    page.locator("#id_if-name").fill("Half the people")
    page.locator("#id_if-initiative").select_option("vote")
    page.locator("#id_if-deadline").select_option(f"{YEAR}-04-01")
    page.locator("#id_if-team").select_option("integration")
    page.locator("#id_if-period").select_option(f"{YEAR}-01-01")
    page.locator("#id_if-more").fill("-3")
    page.locator("#what-if button[type=submit]").click()
    expect(page.locator("#why-title")).to_be_visible()
    expect(page.locator("#plan-search")).to_have_count(0)
    expect(page.locator(".plan-why")).to_contain_text(
        "“The vote” needs at least 6.0 team-months of Integration"
    )
    axe(page)

    page.get_by_role("button", name="Try this way out").first.click()
    expect(page.locator(".chart-roadmap .roadmap-line")).to_have_count(2)
    expect(page.locator(".plan-differences")).to_contain_text("Beside the plan in force")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    axe(page)
