# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every page, in three languages, at a desk and on a phone: nothing for axe to find, nothing cut off, all by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.focus import go_over
from tests.journeys.shots import COUNCILS, PERSONAS, arrive, pages

FEWEST_PAGES = 25
CHECKED_BY_THE_BROWSER = """[...document.forms]
  .filter(form => form.method === 'post' && !form.noValidate)
  .filter(form => [...form.elements].some(each => each.matches('input:not([type=hidden]), select, textarea')))
  .map(form => form.outerHTML.slice(0, 200))"""


# Each language in a look of its own: what axe sees of a page depends on its size and colours, not on its words.
AT_DESK, IN_THE_DARK, ON_A_PHONE = (DESK, "light"), (DESK, "dark"), (PHONE, "light")
LOOKS = {"en": [AT_DESK, (PHONE, "dark")], "da": [ON_A_PHONE], "sv": [IN_THE_DARK]}


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_every_page(
    server_afresh: None, open_page: OpenPage, axe: Callable[[Page], None], language: str
) -> None:
    seen: set[str] = set()
    for persona in ("", *PERSONAS):
        page = open_page(language, DESK)
        arrive(page, COUNCILS[language], persona)
        for name, address in list(pages(page, seen)):
            for (width, height), scheme in LOOKS[language]:
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                look_at(page, address, axe, by_keyboard=language == "en")
            page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0], name

    assert len(seen) >= FEWEST_PAGES


def look_at(page: Page, address: str, axe: Callable[[Page], None], *, by_keyboard: bool) -> None:
    """Open a page and look for what is wrong with it; the order of its stops is the same in each language."""
    page.goto(address)
    if address != "/gallery/":  # it shows what opens a page, several times
        assert page.locator("h1").count() == 1, address
    axe(page)
    assert page.evaluate(CHECKED_BY_THE_BROWSER) == [], address
    if by_keyboard:
        go_over(page)
