# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A whole round: opened in Danish, answered outside on a phone in Swedish, closed, revealed, and talked about."""

import re
import sqlite3
from contextlib import closing

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.people import DANISH, be, choose, go_on, main_action
from tools.live import Live

OUTSIDE = [f"kollega{number}@naboby.example" for number in range(1, 6)]


def link_sent_to(server: Live, address: str) -> str:
    """Return the link in a letter that waits in the outbox, without the house's own address."""
    with closing(sqlite3.connect(server.data / "leadroom.sqlite3", timeout=30)) as database:
        row = database.execute('SELECT body FROM accounts_outboxmail WHERE "to" = ?', [address]).fetchone()
    found = re.search(r"/people/asked/\S+", row[0])
    assert found
    return found.group()


def answer_all(page: Page, answer: str) -> None:
    """Choose the same level in every question, and send."""
    main_action(page).click()
    while page.locator("#answer").count():
        choose(page, answer)
        go_on(page)
    main_action(page).click()


def answer_one(page: Page, key: str) -> None:
    """Answer the first question only, by keyboard, and send."""
    main_action(page).click()
    expect(page.locator("#answer")).to_be_visible()
    page.wait_for_load_state("load")
    page.keyboard.press(key)
    expect(page.locator(f'[data-key="{key}"]')).to_be_checked()
    page.locator("button[name=go][value=list]").click()
    main_action(page).click()


def test_a_round_from_the_first_letter_to_the_talk(
    server: Live, server_afresh: None, open_page: OpenPage
) -> None:
    page = open_page("da")
    be(page, DANISH, "SERVICE_MANAGER")
    page.goto("/people/rounds/")
    main_action(page).click()
    page.locator("#id_colleagues").fill("\n".join(OUTSIDE))
    page.locator("#id_language").select_option("sv")
    page.get_by_role("button", name="Åbn runden").click()
    expect(page.get_by_text("færre end 5 har svaret")).to_be_visible()
    main_action(page).click()
    answer_all(page, "SKILLED")

    phone = open_page("sv", PHONE)
    phone.goto(link_sent_to(server, OUTSIDE[0]))
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Vad har du sett Mette Lindgaard göra?")
    expect(phone.get_by_text("aldrig en siffra, ett namn eller ett enskilt svar")).to_be_visible()
    answer_all(phone, "WORKING")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tack")
    phone.goto(link_sent_to(server, OUTSIDE[0]))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Du har svarat")
    for address in OUTSIDE[1:]:
        phone.goto(link_sent_to(server, address))
        answer_one(phone, "1")

    manager = open_page("da")
    be(manager, DANISH, "CHIEF_EXECUTIVE")
    manager.goto("/people/rounds/")
    manager.get_by_role("link", name="Hvad har du set Mette Lindgaard gøre?").click()
    answer_all(manager, "AWARE")
    expect(manager.get_by_role("heading", level=1)).to_have_text("Tak")

    page.goto("/people/rounds/")
    page.get_by_role("link", name=re.compile("^Runde fra")).click()
    expect(page.get_by_text("5 eller flere har svaret")).to_be_visible()
    expect(page.get_by_text("Erfaren")).to_have_count(0)
    page.locator("summary", has_text="Luk runden nu").click()
    page.get_by_role("button", name="Luk, og vis svarene").click()
    expect(page.locator(".gap").first).to_be_visible()
    assert "de fleste: endnu ikke eller kendskab" in (page.locator("table").text_content() or "")

    manager.goto(page.url)
    assert "de fleste" not in (manager.locator("main").text_content() or "")

    main_action(page).click()
    expect(page.locator(".topics .card")).to_have_count(6)
    expect(page.get_by_text("2 niveauer fra hinanden").first).to_be_visible()
    with page.expect_download() as paper:
        main_action(page).click()
    assert paper.value.suggested_filename == "leadroom-talk.pdf"
