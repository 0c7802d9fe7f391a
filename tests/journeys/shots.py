# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Photographs every page into shots/<language>/: at a desk, at a desk in the dark, and on a phone.

Pages are found as people find them, by following links: first as a visitor, then as each of
the demo's people; every route is photographed once in each language.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import django
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.conftest import ARGUMENTS, DESK, LOCALES, PHONE, SHOTS
from tests.journeys.people import BRITISH, DANISH, SWEDISH, be, begin
from tools import system
from tools.live import Live, demo_data
from tools.progress import Stopped, finish, say, step

COUNCILS = {"en": BRITISH, "da": DANISH, "sv": SWEDISH}
PERSONAS = ("SERVICE_MANAGER", "HEAD_OF_DIGITAL", "ADMINISTRATOR", "CHIEF_EXECUTIVE")
LOOKS: dict[str, dict[str, Any]] = {
    "desk": {"size": DESK},
    "desk-dark": {"size": DESK, "color_scheme": "dark"},
    "phone": {"size": PHONE},
}
FILES = (".csv", ".zip", ".html", ".json", ".pdf", ".xlsx", ".xml", ".ics", ".css")


def main() -> None:
    """Start the demo and go round with the camera."""
    os.environ.update(LEADROOM_MODE="demo", DJANGO_SETTINGS_MODULE="leadroom.config.settings")
    django.setup()
    path = system.browser()
    if not path:
        raise Stopped("No Chromium: set LEADROOM_CHROMIUM, or run `make test`, which says how to get one.")
    with demo_data() as data, sync_playwright() as playwright:
        live = Live(data, workers=2)
        live.start()
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            for language in COUNCILS:
                go_round(browser, live.url, language)
        finally:
            browser.close()
            live.stop()
    say(f"{len(list(SHOTS.rglob('*.png')))} pictures are in {SHOTS}")


def go_round(browser: Browser, url: str, language: str) -> None:
    """Photograph every page in one language."""
    seen: set[str] = set()
    for persona in ("", *PERSONAS):
        with step(f"{language} {persona or 'visitor'}"):
            page = opened(browser, url, language, **LOOKS["desk"])
            arrive(page, COUNCILS[language], persona)
            found = list(pages(page, seen))
            state = page.context.storage_state()
            for look, options in LOOKS.items():
                photograph(
                    opened(browser, url, language, storage_state=state, **options), language, found, look
                )


def arrive(page: Page, council: str, persona: str) -> None:
    """Come in as somebody; a service manager also begins a profile, so that there are questions to see."""
    if not persona:
        page.goto("/sign-in/")
        return
    be(page, council, persona)
    if persona == "SERVICE_MANAGER":
        page.goto("/people/profiling/")
        if page.locator("input[name=scope]").count():
            begin(page)
        page.goto("/")


def opened(browser: Browser, url: str, language: str, *, size: tuple[int, int], **more: Any) -> Page:
    """Return a fresh page with a look."""
    viewport: Any = {"width": size[0], "height": size[1]}
    return browser.new_context(
        base_url=url, locale=LOCALES[language], viewport=viewport, reduced_motion="reduce", **more
    ).new_page()


def pages(page: Page, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and address of each route that links lead to and nobody has photographed."""
    waiting, visited = [urlsplit(page.url).path, "/about/", "/gallery/"], set()
    while waiting:
        address = waiting.pop(0)
        name = route(address)
        if not name or name in visited:
            continue
        visited.add(name)
        answer = page.goto(address)
        if answer is None or not answer.ok or route(urlsplit(page.url).path) != name:
            continue
        waiting += links(page)
        if name not in seen:
            seen.add(name)
            yield name, address


def links(page: Page) -> list[str]:
    """Return the paths of our own that a page links to."""
    # In a drawing `href` is not a text: the attribute is.
    read = "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"
    addresses = page.eval_on_selector_all("a[href]", read)
    here = urlsplit(page.url).netloc
    paths = (urlsplit(urljoin(page.url, address)) for address in addresses)
    return [path.path for path in paths if path.netloc == here and not path.path.endswith(FILES)]


def route(address: str) -> str:
    """Return the name of the route that answers at an address; nothing where none does."""
    try:
        return resolve(address).view_name
    except Resolver404:
        return ""


def photograph(page: Page, language: str, found: list[tuple[str, str]], look: str) -> None:
    """Take one picture of each page."""
    folder: Path = SHOTS / language
    folder.mkdir(parents=True, exist_ok=True)
    for name, address in found:
        page.goto(address)
        page.screenshot(path=folder / f"{name}-{look}.png", full_page=True)
    page.context.close()


if __name__ == "__main__":
    finish(main)
