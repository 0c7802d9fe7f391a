# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The three tracks by keyboard: from line to line, from track to track, several ticked at once and set."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.people import BRITISH, be
from tests.journeys.portfolios import lay
from tools.live import Live

ROWS = """
for number in range(4):
    rows.initiative(f"must-{number}", source="The state", legal_basis="LAW")
for number in range(2):
    rows.initiative(f"base-{number}", rows.Track.FOUNDATION)
"""


def tick(page: Page, key: str) -> Locator:
    return page.locator(f'.line-tick[value="{key}"]')


def ticked(page: Page) -> list[str]:
    keys: list[str] = page.locator(".line-tick:checked").evaluate_all(
        "ticks => ticks.map(tick => tick.value)"
    )
    return keys


def test_tracks_are_gone_through_ticked_and_set_by_keyboard(
    open_page: OpenPage, server: Live, server_afresh: None
) -> None:
    lay(server, BRITISH, ROWS)
    page = open_page()
    be(page, BRITISH, "HEAD_OF_DIGITAL")
    page.goto("/portfolio/?sort=title")

    tick(page, "must-0").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowDown")
    expect(tick(page, "must-3")).to_be_focused()
    assert ticked(page) == ["must-1", "must-2", "must-3"]
    page.keyboard.press("ArrowDown")
    expect(tick(page, "must-3")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowUp")
    assert ticked(page) == ["must-1"]

    page.keyboard.press("Home")
    expect(tick(page, "must-0")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(tick(page, "must-0")).to_be_focused()
    page.keyboard.press("End")
    page.locator("#bulk-status").select_option("RUNNING")
    page.locator("#bulk button[type=submit]").click()
    expect(page.locator(".shell-messages")).to_be_visible()
    expect(page.locator(".line", has=page.locator('[value="must-1"]'))).to_contain_text("Under way")

    link = page.get_by_role("link", name="The must-0")
    link.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("link", name="The base-0")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("link", name="The must-1")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/initiatives/must-1/")
