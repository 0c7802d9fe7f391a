# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A service manager makes her profile: interrupted, resumed elsewhere, in two languages, to the wheel and on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from leadroom.people.models import skills_map
from tests.journeys.conftest import DESK, PHONE, Faults, OpenPage
from tests.journeys.people import BRITISH, DANISH, HOME, SAVED, be, begin, choose, go_on, main_action, tab_to
from tests.journeys.settled import wait_until

SCAN = len(skills_map().scan)
NOTE = "Vi spurgte familierne først."

Axe = Callable[[Page], None]
Shot = Callable[[Page, str], Path]


@pytest.fixture(autouse=True)
def fresh_server(server_afresh: None) -> None:
    """Begin each of these journeys with the demo as it was loaded."""


def test_scan_in_danish_interrupted_resumed_and_finished_in_swedish(
    open_page: OpenPage, axe: Axe, shot: Shot
) -> None:
    page = open_page("da")
    be(page, DANISH, "SERVICE_MANAGER")
    main_action(page).click()
    page.wait_for_url("**/people/profiling/")
    axe(page)
    begin(page)
    for _ in range(5):
        choose(page, "WORKING")
        expect(page.locator(SAVED)).to_be_visible()
        go_on(page)
    here = page.url
    page.close()

    page = open_page("da", PHONE)
    be(page, DANISH, "SERVICE_MANAGER")
    main_action(page).click()
    page.wait_for_url("**/people/profiling/")
    main_action(page).click()
    expect(page).to_have_url(here)
    axe(page)

    choose(page, "SKILLED")
    page.locator("#id_note").fill(NOTE)
    page.locator('button[name=language][value="sv"]').first.evaluate("button => button.click()")
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page).to_have_url(here)
    expect(page.locator("#id_note")).to_have_value(NOTE)
    expect(page.locator('input[value="SKILLED"]')).to_be_checked()

    for _ in range(SCAN - 5):
        choose(page, "SKILLED")
        expect(page.locator(SAVED)).to_be_visible()
        go_on(page)
    axe(page)
    main_action(page).click()
    page.wait_for_url("**/people/profile/")
    expect(page.locator(".chart-wheel .petal")).to_have_count(42)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    axe(page)
    shot(page, "journey-profile-sv-phone")


def test_profile_prints_whole_and_without_the_shell(open_page: OpenPage) -> None:
    page = open_page("en")
    be(page, BRITISH, "SERVICE_MANAGER")
    page.goto("/people/profile/")

    page.emulate_media(media="print")

    expect(page.locator(".shell-header")).to_be_hidden()
    expect(page.locator(".chart-wheel")).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_pdf_download_is_a_pdf(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("en")
    be(page, BRITISH, "SERVICE_MANAGER")
    page.goto("/people/profile/")

    with page.expect_download() as started:
        page.locator('a[href$="profile.pdf"]').click()
    started.value.save_as(tmp_path / "profile.pdf")

    assert (tmp_path / "profile.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_scan_by_keyboard_only(open_page: OpenPage) -> None:
    page = open_page("en", DESK)
    page.goto("/demo/")
    tab_to(page, f'form[action="/demo/{DANISH}/SERVICE_MANAGER/"] button')
    page.keyboard.press("Enter")
    page.wait_for_url(HOME)
    tab_to(page, ".page-head-action a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/profiling/")
    tab_to(page, "#start button[type=submit]")
    page.keyboard.press("Enter")
    for number in range(SCAN):
        page.wait_for_url("**/question/**")
        before = page.url
        page.keyboard.press(str(number % 5))
        expect(page.locator(SAVED)).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, before=before: url != before)
    tab_to(page, ".page-head-action button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/profile/")
    tab_to(page, "a.petal")


def test_scan_without_script(open_page: OpenPage) -> None:
    page = open_page("en", script=False)
    be(page, DANISH, "SERVICE_MANAGER")
    begin(page)
    page.locator("#id_note").fill(NOTE)
    page.locator('button[name=language][value="da"]').first.dispatch_event("click")
    expect(page.locator("html")).to_have_attribute("lang", "da")
    expect(page.locator("#id_note")).to_have_value(NOTE)
    for _ in range(SCAN):
        choose(page, "AWARE")
        go_on(page)
    main_action(page).click()
    page.wait_for_url("**/people/profile/")
    expect(page.locator(".chart-wheel .petal")).to_have_count(42)


def test_two_tabs_are_shown_both_answers(open_page: OpenPage, axe: Axe) -> None:
    first = open_page("en")
    be(first, DANISH, "SERVICE_MANAGER")
    begin(first)
    second = first.context.new_page()
    second.goto(first.url)
    choose(first, "AWARE")
    expect(first.locator(SAVED)).to_be_visible()

    choose(second, "LEADING")

    expect(second.locator(".side-by-side .card")).to_have_count(2)
    axe(second)
    second.locator(".side-by-side form button").click()
    second.wait_for_url(lambda url: url != first.url)
    first.reload()
    expect(first.locator('input[value="LEADING"]')).to_be_checked()


def test_lost_line_says_so_and_keeps_trying(open_page: OpenPage, faults: Faults) -> None:
    faults.allow("ERR_INTERNET_DISCONNECTED")
    page = open_page("en")
    be(page, DANISH, "SERVICE_MANAGER")
    begin(page)
    page.context.set_offline(True)
    page.locator("#id_note").fill(NOTE)
    expect(page.locator('#saved[data-state="failed"]')).to_be_visible()

    page.context.set_offline(False)

    expect(page.locator(SAVED)).to_be_visible()
    page.reload()
    expect(page.locator("#id_note")).to_have_value(NOTE)


def test_ended_session_loses_nothing(open_page: OpenPage) -> None:
    page = open_page("en")
    be(page, DANISH, "SERVICE_MANAGER")
    begin(page)
    page.context.clear_cookies(name="session")
    page.locator("#id_note").fill(NOTE)
    choose(page, "SKILLED")
    expect(page.locator('#saved[data-state="failed"]')).to_be_visible()

    be(page.context.new_page(), DANISH, "SERVICE_MANAGER")

    expect(page.locator(SAVED)).to_be_visible()
    page.reload()
    expect(page.locator("#id_note")).to_have_value(NOTE)
    expect(page.locator('input[value="SKILLED"]')).to_be_checked()


def test_leaving_in_the_middle_of_a_note_keeps_it(open_page: OpenPage) -> None:
    page = open_page("en")
    be(page, DANISH, "SERVICE_MANAGER")
    begin(page)
    here = page.url
    page.locator("#id_note").fill(NOTE)

    page.goto("/about/")
    # What a page sends as it is left may arrive after the next page was asked for.
    wait_until(lambda: NOTE in page.request.get(here).text())
    page.goto(here)

    expect(page.locator("#id_note")).to_have_value(NOTE)


def test_reader_is_asked_before_her_session_ends(open_page: OpenPage, axe: Axe) -> None:
    page = open_page("en")
    page.clock.install()
    be(page, BRITISH, "SERVICE_MANAGER")

    # The page's clock goes on meanwhile: what is left is more than a slow machine takes.
    page.clock.fast_forward("53:00")
    expect(page.locator("#session-ending")).to_be_hidden()
    page.clock.fast_forward("02:01")
    expect(page.locator("#session-ending")).to_be_visible()
    axe(page)

    page.locator("#session-ending button").click()

    expect(page.locator("#session-ending")).to_be_hidden()
