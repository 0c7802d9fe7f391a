# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Going over a page with the Tab key, and looking at every stop whether one sees where one is."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.settled import PATIENCE, settle

LOOK = Path(__file__).with_name("focus.js").read_text(encoding="utf-8")
MOST_STOPS = 400

Stop = dict[str, Any]


def look(page: Page) -> Stop | None:
    """Return where the focus is, if it is on anything; it must be seen, and nothing may lie over it."""
    stop = page.evaluate("() => window.look ? look() : 'a new page'")
    if stop == "a new page":
        stop = page.evaluate(f"() => {{ {LOOK} return look(); }}")
    if stop:
        assert stop["isDifferent"], f"The focus is not to be seen on {page.url}: {stop['html']}"
        assert stop["isUncovered"], f"Something lies over the focus on {page.url}: {stop['html']}"
    return stop


def go_over(page: Page) -> list[Stop]:
    """
    Press Tab from the skip link to the page's end, then Shift+Tab from there, and return the stops.

    Every stop is seen, comes once, in the order of reading, and no stop keeps the focus. The way leads
    through the page and never round by the browser's own bars, where the focus comes back when it likes.
    """
    jumping = page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])")
    assert jumping.count() == 0, f"The order of stops is not the page's own on {page.url}"
    _to_skip_link(page)
    stops = _stops(page, "Tab")
    places = [stop["place"] for stop in stops]
    assert places == sorted(set(places)), (
        f"The order of stops is not the page's own on {page.url}: {_told(stops)}"
    )
    _must_read_on(stops, page.url)
    page.evaluate("toLastStop()")
    back = _stops(page, "Shift+Tab")
    assert [stop["place"] for stop in back] == places[::-1], (
        f"Going back differs on {page.url}: {_told(back)}\nGoing there: {_told(stops)}"
    )
    return stops


def skip_to_content(page: Page, patience: int = PATIENCE) -> None:
    """Use the skip link: the next stop must be in the content."""
    _to_skip_link(page)
    page.keyboard.press("Enter")
    expect(page.locator("#main"), page.url).to_be_focused(timeout=patience)
    page.keyboard.press("Tab")
    stop = look(page)
    assert stop is None or stop["isInMain"], f"The skip link leads past the content on {page.url}: {stop}"


def _to_skip_link(page: Page) -> None:
    settle(page)
    skip = page.locator(".ds-skip-link")
    assert skip.count(), f"There is no skip link on {page.url}"
    skip.first.focus()


def _stops(page: Page, key: str) -> list[Stop]:
    stops = [stop for stop in [look(page)] if stop]
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = look(page)
        # Beyond the last stop the focus rests on nothing, or begins anew.
        if not stop or (len(stops) > 1 and stop["place"] == stops[0]["place"]):
            return stops
        # A date has several stops, all in its one field.
        stops += [stop] if stop["place"] != stops[-1]["place"] else []
    raise AssertionError(f"{key} never comes to the end of {page.url}")


def _must_read_on(stops: list[Stop], url: str) -> None:
    """See to it that each stop is below the one before it, beside it, or begins a column further on."""
    for before, after in pairwise(stop for stop in stops[1:] if stop["hasOwnPlace"]):
        is_below_or_beside = after["box"][3] > before["box"][1]
        is_further_on = after["box"][0] >= before["box"][2]
        assert is_below_or_beside or is_further_on, f"The focus jumps back on {url}: {before} then {after}"


def _told(stops: list[Stop]) -> str:
    return "\n".join(f"{stop['place']} {stop['html']}" for stop in stops)
