# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The gallery, with all that it can open laid open.

axe-core finds nothing, nothing is wider than the smallest screen, paper gets the whole, and the menus work without script.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE, OpenPage

SMALLEST = (320, 700)
OPEN_ALL = (
    "for (const one of document.querySelectorAll('details.disclosure, details.confirm')) one.open = true"
)


@pytest.mark.parametrize(("size", "dark"), [(PHONE, True), (DESK, False)], ids=["phone", "desk"])
def test_axe_finds_nothing(
    open_page: OpenPage, axe: Callable[[Page], None], size: tuple[int, int], dark: bool
) -> None:
    page = open_page("en", size, dark=dark)
    page.goto("/gallery/")
    page.evaluate(OPEN_ALL)

    axe(page)


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_nothing_is_wider_than_the_smallest_screen(open_page: OpenPage, language: str) -> None:
    page = open_page(language, SMALLEST)
    page.goto("/gallery/")

    assert page.evaluate("document.documentElement.scrollWidth") == SMALLEST[0]


@pytest.mark.parametrize(("size", "shown"), [(PHONE, [False, True]), (DESK, [True, False])])
def test_a_narrow_screen_gets_numbers_for_names(
    open_page: OpenPage, size: tuple[int, int], shown: list[bool]
) -> None:
    page = open_page("en", size)
    page.goto("/gallery/")

    names = [page.locator(f".figure-drawing .only-{kind}").first for kind in ("wide", "narrow")]
    assert [name.is_visible() for name in names] == shown


def test_the_language_changes_without_script(open_page: OpenPage) -> None:
    page = open_page("en", PHONE, script=False)
    page.goto("/about/")

    page.locator("summary", has_text="English").click()
    page.get_by_role("button", name="Dansk").click()

    expect(page.locator("html")).to_have_attribute("lang", "da")
    assert page.url.endswith("/about/")


def test_an_open_menu_closes_with_escape(page: Page) -> None:
    page.goto("/about/")
    menu = page.locator("details.menu").first

    menu.locator("summary").click()
    page.keyboard.press("Escape")

    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_on_paper_tables_are_whole_and_the_shell_is_gone(open_page: OpenPage) -> None:
    page = open_page("en", DESK, dark=True)
    page.goto("/gallery/")
    page.emulate_media(media="print", color_scheme="dark")

    shown = page.evaluate(
        """() => ({
            header: getComputedStyle(document.querySelector('.shell-header')).display,
            overflow: getComputedStyle(document.querySelector('.table-region')).overflowX,
            ink: getComputedStyle(document.querySelector('h2')).color,
        })"""
    )

    assert (shown["header"], shown["overflow"]) == ("none", "visible")
    assert shown["ink"] != "rgb(255, 255, 255)"
