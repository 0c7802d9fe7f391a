# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of capacity typed in as a spreadsheet: arrows, Enter, a pasted block, taken back, saved, undone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.focus import go_over
from tests.journeys.people import BRITISH, DANISH, be
from tests.journeys.portfolios import lay
from tools.live import Live

Axe = Callable[[Page], None]
ROWS = 'rows.terms()\nrows.team("one", staff=200)\nrows.team("two", staff=100)'
# As a spreadsheet puts a block on the clipboard.
PASTE = """([selector, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(selector).dispatchEvent(paste);
}"""


def cell(page: Page, team: str, place: int) -> Locator:
    return page.locator(f"#id_c-{team}-{place}")


def paste(page: Page, at: str, block: str) -> None:
    page.evaluate(PASTE, [f"#id_c-{at}", block])


def expect_row(page: Page, team: str, *values: str) -> None:
    for place, value in enumerate(values):
        expect(cell(page, team, place)).to_have_value(value)


@pytest.mark.parametrize(
    ("language", "council", "size", "half"), [("en", BRITISH, DESK, "0.5"), ("da", DANISH, PHONE, "0,5")]
)
def test_table_is_typed_pasted_saved_and_undone(
    open_page: OpenPage,
    axe: Axe,
    server: Live,
    server_afresh: None,
    language: str,
    council: str,
    size: tuple[int, int],
    half: str,
) -> None:
    lay(server, council, ROWS)
    page = open_page(language, size)
    be(page, council, "HEAD_OF_DIGITAL")
    page.goto("/portfolio/capacity/")

    cell(page, "one", 0).focus()
    page.keyboard.type("4")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    expect(cell(page, "two", 1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(cell(page, "one", 1)).to_be_focused()
    expect_row(page, "one", "4", "5", "")
    paste(page, "one-1", f"1\t2\t3\r\n{half}\t1\t\r\n")
    expect_row(page, "one", "4", "1", "2", "3")
    expect_row(page, "two", "", half, "1", "")
    page.locator("[data-sheet-undo]").click()
    expect_row(page, "one", "4", "5", "", "")
    paste(page, "one-1", f"1\t2\t3\r\n{half}\t1\t\r\n")

    cell(page, "two", 3).fill("?")
    page.locator("#sheet button[type=submit]").click()
    expect(page.locator(".error-summary")).to_contain_text("2.5")
    expect_row(page, "two", "", half, "1", "?")
    axe(page)
    cell(page, "two", 3).fill("")
    page.locator("#sheet button[type=submit]").click()
    expect(page.locator(".shell-messages")).to_be_visible()
    expect_row(page, "one", "4", "1", "2", "3")
    expect_row(page, "two", "", half, "1", "")
    axe(page)
    if size == DESK:
        go_over(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]

    page.locator("form[action$='/capacity/undo/'] button").click()
    expect_row(page, "one", "", "", "", "")
    expect_row(page, "two", "", "", "", "")
