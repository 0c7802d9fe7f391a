# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Waiting, for as long as a slow machine needs, until a page holds still."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, Page, expect

# Two busy cores may take this long for what otherwise takes a moment; in milliseconds.
PATIENCE = 30_000
LOOKS = 3
# What playwright and the page itself say when another page came in between.
LEFT_MEANWHILE = ("context was destroyed", "reading 'documentElement'", "because of a navigation")


def settle(page: Page) -> None:
    """Wait until the page is loaded and htmx lays nothing more into it."""
    page.wait_for_load_state("load")
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)


def evaluate_settled(page: Page, script: str, argument: Any) -> Any:
    """Evaluate a script on the page once it holds still; if it is left meanwhile, on the one that follows."""
    for left in reversed(range(LOOKS)):
        settle(page)
        try:
            return page.evaluate(script, argument)
        except Error as error:
            if not left or not any(words in error.message for words in LEFT_MEANWHILE):
                raise
    raise AssertionError(page.url)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Ask again and again until it is so."""
    until = time.monotonic() + PATIENCE / 1000
    while not is_so():
        assert time.monotonic() < until, "It never came to be so."
        time.sleep(0.05)
