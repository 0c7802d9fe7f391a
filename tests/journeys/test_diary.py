# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A service manager writes into her diary on the phone, finds it again, uses one excerpt, deletes the entry."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.people import DANISH, SAVED, be, main_action

Axe = Callable[[Page], None]
WORDS = "Åse spurgte, hvem der ringer til de pårørende."
SURPRISE = "Ingen af os vidste det."


def test_written_on_a_phone_found_used_and_deleted(
    server_afresh: None, open_page: OpenPage, axe: Axe
) -> None:
    page = open_page("da", PHONE)
    be(page, DANISH, "SERVICE_MANAGER")
    page.goto("/people/diary/")
    main_action(page).click()
    page.wait_for_url("**/diary/write/")
    page.locator("#id_what_happened").fill(WORDS)
    expect(page.locator(SAVED)).to_be_visible()

    # The phone is put away and taken up again: what was typed is there.
    page.goto("/people/diary/")
    page.locator(".note a").click()
    expect(page.locator("#id_what_happened")).to_have_value(WORDS)
    page.locator("#id_surprise").fill(SURPRISE)
    page.locator("#competencies summary").click()
    page.locator("#id_competency_consulting-and-involving").check()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    page.locator("#entry .question-buttons button").click()
    expect(page.locator(".diary-entry")).to_contain_text(SURPRISE)
    entry = page.url

    page.goto("/people/diary/?search=åSE")
    expect(page.locator(".diary-line")).to_have_count(1)
    expect(page.locator(".note a")).to_have_count(0)
    page.locator(".diary-line h3 a").click()
    page.locator('a[href$="?from=surprise"]').click()
    expect(page.locator("#id_excerpt")).to_have_value(SURPRISE)
    page.locator("#excerpt button").first.click()
    page.wait_for_url("**/map/consulting-and-involving/")
    expect(page.locator(".evidence")).to_contain_text(SURPRISE)
    expect(page.locator(".evidence")).not_to_contain_text(WORDS)

    page.goto(entry)
    page.locator(".confirm summary").click()
    page.locator(".confirm-form button").click()
    page.wait_for_url("**/people/diary/")
    page.goto("/people/diary/?search=åse")
    expect(page.locator(".diary-line")).to_have_count(0)
    missing = page.goto(entry)
    assert missing is not None
    assert missing.status == 404


def test_two_windows_bring_both_texts_together(server_afresh: None, open_page: OpenPage) -> None:
    first = open_page("da")
    be(first, DANISH, "SERVICE_MANAGER")
    first.goto("/people/diary/write/")
    second = first.context.new_page()
    second.goto(first.url)
    first.locator("#id_what_happened").fill(WORDS)
    expect(first.locator(SAVED)).to_be_visible()

    second.locator("#id_what_happened").fill(SURPRISE)

    expect(second.locator("#id_what_happened")).to_have_value(f"{WORDS}\n\n{SURPRISE}")
    expect(second.locator(SAVED)).to_be_visible()


def test_written_without_script(server_afresh: None, open_page: OpenPage) -> None:
    page = open_page("da", PHONE, script=False)
    be(page, DANISH, "SERVICE_MANAGER")
    page.goto("/people/diary/")
    page.locator(".diary-prompt button").click()
    page.locator("#id_next_time").fill(WORDS)
    page.locator("#entry .question-buttons button").click()

    expect(page.locator(".diary-entry")).to_contain_text(WORDS)
