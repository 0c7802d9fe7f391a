# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The executive lowers one level, reads what it gives, decides, and takes the decision paper along."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.people import BRITISH, be, main_action
from tests.journeys.portfolios import lay
from tools.live import Live

Axe = Callable[[Page], None]
ROWS = """
rows.small()
rows.in_force({"post": (rows.USABLE, "2027-01-01"), "vote": (rows.LOW, "2027-07-01")})
"""


@pytest.fixture
def portfolio(server: Live, server_afresh: None) -> None:
    """Lay a small portfolio with a plan in force into the British council of the demo."""
    lay(server, BRITISH, ROWS)


def test_a_level_is_lowered_decided_on_and_printed(
    open_page: OpenPage, axe: Axe, portfolio: None, tmp_path: Path
) -> None:
    page = open_page("en", DESK)
    be(page, BRITISH, "CHIEF_EXECUTIVE")
    page.goto("/portfolio/ambition/")
    expect(page.locator(".answer-headline")).to_have_text("12.0 team-months free")
    axe(page)

    post = page.get_by_role("group", name="The post")
    post.get_by_role("radio", name="Legal minimum").check()
    expect(page.locator(".answer-headline")).to_have_text("+3.0 team-months for Integration")
    expect(page).to_have_url(re.compile("level-post=LEGAL_MINIMUM"))
    axe(page)

    page.locator("#id_reason").fill("Room for elder care")
    page.get_by_role("button", name="Decide").click()
    expect(page).to_have_url(re.compile(r"/portfolio/decisions/[a-z0-9]+/$"))
    expect(page.locator("main")).to_contain_text("(+3.0)")
    axe(page)
    with page.expect_download() as download:
        main_action(page).click()
    paper = tmp_path / "paper.pdf"
    download.value.save_as(paper)
    assert paper.read_bytes().startswith(b"%PDF-")

    for more in ("headroom/", "decisions/", "levels/", "initiatives/post/levels/"):
        page.goto(f"/portfolio/{more}")
        axe(page)

    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto("/portfolio/ambition/")
    expect(page.locator(".answer-headline")).to_have_text("15.0 team-months free")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    axe(page)
