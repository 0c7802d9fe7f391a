# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The shortest way: the first page and the way in, in three languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import DESK, PHONE, OpenPage
from tools.live import Live


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_way_in(
    open_page: OpenPage, axe: Callable[[Page], None], language: str, size: tuple[int, int]
) -> None:
    page = open_page(language, size)

    page.goto("/")
    page.goto("/sign-in/")

    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    axe(page)


def test_page_that_is_not_there(page: Page, axe: Callable[[Page], None]) -> None:
    answer = page.goto("/nowhere/")

    assert answer is not None
    assert answer.status == 404
    axe(page)


def test_server_comes_back_after_kill(own_server: Live) -> None:
    own_server.start()
    own_server.kill()

    own_server.start()

    assert own_server.process is not None
