# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The gallery in a real Chromium.

axe-core finds nothing, nothing is wider than the screen, nothing is blocked by the
content security policy, and the menus work without script.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
CHROMIUM = shutil.which("chromium")
LOOKS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(CHROMIUM is None, reason="set-up installs Chromium for the browser tests"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    # Playwright runs a loop of its own; Django would take the whole test for asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def look(browser: Browser, address: str, width: int, **options: Any) -> tuple[Page, list[str]]:
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page, faults


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing(chromium: Browser, live_server: Any, width: int, scheme: Any) -> None:
    page, faults = look(chromium, f"{live_server.url}/gallery/", width, color_scheme=scheme)
    # Before axe, which tries styles of its own.
    assert faults == []
    page.evaluate(
        "for (const one of document.querySelectorAll('details.disclosure, details.confirm')) one.open = true"
    )
    page.evaluate(AXE.read_text())

    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)

    assert [
        (one["id"], [node["target"][-1] for node in one["nodes"]][:3]) for one in found["violations"]
    ] == []


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_nothing_is_wider_than_the_smallest_screen(
    chromium: Browser, live_server: Any, language: str
) -> None:
    page, _ = look(chromium, f"{live_server.url}/gallery/?language={language}", 320)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_narrow_screen_gets_numbers_for_names(chromium: Browser, live_server: Any) -> None:
    shown = {}
    for width in (390, 1280):
        page, _ = look(chromium, f"{live_server.url}/gallery/", width)
        shown[width] = [
            page.locator(f".figure-drawing .only-{kind}").first.is_visible() for kind in ("wide", "narrow")
        ]

    assert shown == {390: [False, True], 1280: [True, False]}


def test_the_language_changes_without_script(chromium: Browser, live_server: Any) -> None:
    page, _ = look(chromium, f"{live_server.url}/about/", 390, java_script_enabled=False)

    page.locator("summary", has_text="English").click()
    page.get_by_role("button", name="Dansk").click()

    expect(page.locator("html")).to_have_attribute("lang", "da", timeout=30_000)
    expect(page).to_have_url(f"{live_server.url}/about/")


def test_an_open_menu_closes_with_escape(chromium: Browser, live_server: Any) -> None:
    page, _ = look(chromium, f"{live_server.url}/about/", 1280)
    menu = page.locator("details.menu").first

    menu.locator("summary").click()
    page.keyboard.press("Escape")

    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_on_paper_tables_are_whole_and_the_shell_is_gone(chromium: Browser, live_server: Any) -> None:
    page, _ = look(chromium, f"{live_server.url}/gallery/", 1280, color_scheme="dark")
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
