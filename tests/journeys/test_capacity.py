# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can do how much, typed as in a spreadsheet: arrow keys, a pasted block, wrong cells, saved and taken back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.people import BRITISH, DANISH, be, tab_to
from tests.journeys.settled import settle

Axe = Callable[[Page], None]
# What Excel lays into the clipboard, with a Danish decimal comma.
BLOCK = "1,25\t2\t3,5\r\n0,5\t0,75\t10\r\n"
PASTE = """(text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(
        new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def cell(page: Page, row: int, column: int) -> Locator:
    return page.locator(f".sheet tbody tr:nth-child({row + 1}) td:nth-child({column + 2}) input")


def values(page: Page, row: int, columns: int = 4) -> list[str]:
    return [cell(page, row, column).input_value() for column in range(columns)]


def save(page: Page) -> None:
    page.locator("#sheet button[type=submit]").last.click()
    expect(page.locator(".shell-messages .note")).to_be_visible()
    settle(page)


def paste(page: Page, into: Locator, text: str) -> None:
    into.focus()
    page.evaluate(PASTE, text)


@pytest.fixture
def table(server_afresh: None, open_page: OpenPage) -> Callable[..., Page]:
    """Return an opener of the table, as a council's head of digital sees it."""

    def opened(language: str, size: tuple[int, int], council: str) -> Page:
        page = open_page(language, size)
        be(page, council, "HEAD_OF_DIGITAL")
        page.goto("/portfolio/capacity/")
        return page

    return opened


def test_typing_by_keyboard_is_saved_and_taken_back(table: Callable[..., Page], axe: Axe) -> None:
    page = table("en", DESK, BRITISH)
    name = cell(page, 0, 1).get_attribute("id")
    tab_to(page, f"#{name}")

    # Arrows and Enter move; Escape gives the cell back; the sums and the count follow.
    page.keyboard.type("3.5")
    page.keyboard.press("ArrowDown")
    expect(cell(page, 1, 1)).to_be_focused()
    page.keyboard.type("9")
    page.keyboard.press("Escape")
    expect(cell(page, 1, 1)).to_have_value("")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    expect(cell(page, 2, 1)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(cell(page, 2, 2)).to_be_focused()
    page.keyboard.type("1.5")
    page.keyboard.press("Shift+Enter")
    expect(cell(page, 1, 2)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(cell(page, 1, 1)).to_be_focused()
    expect(page.locator("[data-sheet-unsaved]")).to_have_text("Changed and not saved yet: 3")
    expect(page.locator(".sheet tfoot td").nth(1)).to_have_text("13.33")
    page.keyboard.press("Control+z")
    expect(cell(page, 2, 2)).to_have_value("")
    axe(page)

    # What is no number is marked at once, named when saved, and nothing is lost.
    page.keyboard.type("four")
    page.keyboard.press("Enter")
    expect(page.locator("[data-sheet-said]")).to_have_text("Cells that are not a number such as 2.5: 1.")
    page.locator("#sheet button[type=submit]").last.click()
    expect(page.locator(".error-summary li")).to_have_count(1)
    settle(page)
    assert [values(page, row, 3)[1:] for row in range(3)] == [["3.5", ""], ["2", ""], ["", "four"]]
    axe(page)
    page.locator(".error-summary a").click()
    expect(cell(page, 2, 2)).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("4")
    expect(cell(page, 2, 2)).to_have_value("4")
    page.keyboard.press("Enter")
    expect(page.locator("[data-sheet-said]")).to_be_empty()

    save(page)
    page.reload()
    assert [values(page, row, 3)[1:] for row in range(3)] == [["3.5", ""], ["2", ""], ["", "4"]]
    page.get_by_role("button", name="Take back what you saved last").click()
    expect(page.locator(".shell-messages .note")).to_contain_text("Taken back.")
    assert [values(page, row, 3)[1:] for row in range(3)] == [["", ""]] * 3


def test_block_from_a_spreadsheet_is_pasted_on_a_phone(table: Callable[..., Page], axe: Axe) -> None:
    page = table("da", PHONE, DANISH)
    last = page.locator(".sheet thead th").count() - 3

    paste(page, cell(page, 0, 0), BLOCK)
    assert [values(page, row) for row in (0, 1)] == [["1,25", "2", "3,5", ""], ["0,5", "0,75", "10", ""]]
    paste(page, cell(page, 0, last), "\t7\r\n8\t9\r\n")
    expect(page.locator("[data-sheet-said]")).to_have_text(
        "Indsatte felter, der ligger uden for tabellen og blev udeladt: 2."
    )
    page.locator("[data-sheet-undo]").click()
    assert (cell(page, 1, last).input_value(), values(page, 0)[0]) == ("", "1,25")
    axe(page)

    save(page)
    page.reload()
    assert [values(page, row) for row in (0, 1)] == [["1,25", "2", "3,5", ""], ["0,5", "0,75", "10", ""]]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    axe(page)


def test_levels_are_typed_over_the_lines_that_only_name_a_group(table: Callable[..., Page]) -> None:
    page = table("en", DESK, BRITISH)
    page.goto("/portfolio/")
    address = page.locator("main a[href*='/initiatives/']").first.get_attribute("href")
    page.goto(f"{address}levels/")
    first = page.locator(".levels tbody tr:nth-child(1) input").first

    paste(page, first, "4\r\n2,5\r\n")

    effort = page.locator(".levels tbody tr:nth-child(3) input").first
    assert (first.input_value(), effort.input_value()) == ("4", "2,5")
    page.keyboard.press("ArrowDown")
    expect(effort).to_be_focused()
