# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a gap to something done: planned, shared, agreed on by the line manager, looked at, and shown."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.people import BRITISH, be, main_action

WHEN, THEN = "a resident calls twice about the same thing", "ask what stopped her the first time"
NOTE, PROOF = (
    "Asked five people. Three had the wrong letter.",
    "The letter was changed after I showed five calls.",
)


def plan_a_gap(page: Page) -> str:
    """Plan the first gap of the profile; return the action's address."""
    page.goto("/people/profile/")
    page.get_by_role("link", name="Plan this").first.click()
    expect(page.locator("#id_will_be_able")).not_to_have_value("")
    page.locator("#id_when").fill(WHEN)
    page.locator("#id_then").fill(THEN)
    page.locator("#id_how_seen").fill("Fewer second calls")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("So far only you see it.")).to_be_visible()
    return page.url


def test_a_gap_becomes_something_done(server_afresh: None, open_page: OpenPage, axe) -> None:
    hers, managers = open_page("en", PHONE), open_page("en")
    be(hers, BRITISH, "EMPLOYEE")
    address = plan_a_gap(hers)
    axe(hers)
    main_action(hers).click()
    expect(hers.locator(".tag")).to_have_text("To be agreed")

    be(managers, BRITISH, "SERVICE_MANAGER")
    managers.goto("/people/plan/team/")
    managers.get_by_role("link", name=hers.locator("h1").inner_text()).first.click()
    main_action(managers).click()
    expect(managers.locator(".tag")).to_have_text("Agreed")

    hers.goto(address)
    main_action(hers).click()
    hers.locator("#id_note").fill(NOTE)
    hers.get_by_role("button", name="Keep it in the history").click()
    expect(hers.locator(".plan-history").get_by_text(NOTE)).to_be_visible()
    main_action(hers).click()
    hers.locator("#id_evidence").fill(PROOF)
    hers.locator('input[name=answer][value="SKILLED"]').check(force=True)
    hers.locator("#done").get_by_role("button").click()
    expect(hers.get_by_text(PROOF)).to_be_visible()

    managers.reload()
    expect(managers.get_by_text(NOTE)).to_be_visible()
    expect(managers.get_by_text(PROOF)).to_have_count(0)
    hers.goto("/people/plan/")
    expect(hers.get_by_text("“Skilled”")).to_be_visible()
    axe(hers)
