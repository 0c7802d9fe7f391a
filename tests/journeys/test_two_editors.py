# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two people change the same initiative: the second sees both, chooses, and nothing is lost."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.focus import go_over
from tests.journeys.people import BRITISH, be
from tests.journeys.portfolios import lay
from tools.live import Live

Axe = Callable[[Page], None]
ROWS = 'rows.initiative("post", source="The state", legal_basis="LAW", description="Letters come digitally.")'
CHANGE = "/portfolio/initiatives/post/change/"


def test_both_are_shown_and_the_second_chooses(
    open_page: OpenPage, axe: Axe, server: Live, server_afresh: None
) -> None:
    lay(server, BRITISH, ROWS)
    first, second = open_page(), open_page(size=PHONE)
    for page, persona in ((first, "HEAD_OF_DIGITAL"), (second, "CHIEF_EXECUTIVE")):
        be(page, BRITISH, persona)
        page.goto(CHANGE)
    save = "form.form button[type=submit]"

    first.locator("#id_description").fill("Letters come digitally, also to companies.")
    first.locator(save).first.click()
    first.wait_for_url("**/initiatives/post/")
    second.locator("#id_source").fill("The state and the councils")
    second.locator("#id_description").fill("Letters and receipts come digitally.")
    second.locator(save).first.click()

    expect(second.locator("main")).to_contain_text("also to companies")
    expect(second.locator("main")).to_contain_text("Letters and receipts come digitally.")
    axe(second)
    go_over(second)
    assert second.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    second.get_by_role("button", name="Save mine").click()
    second.wait_for_url("**/initiatives/post/")
    expect(second.locator("main")).to_contain_text("Letters and receipts come digitally.")
    expect(second.locator("main")).to_contain_text("The state and the councils")
