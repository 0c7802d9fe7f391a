# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sixty real initiatives: from a file, over levels and teams, to a plan that is decided on."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from leadroom.kit.tables import csv_text
from leadroom.portfolio.models import Demanded, demanded
from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.focus import go_over
from tests.journeys.people import DANISH, be, main_action
from tests.journeys.portfolios import lay
from tools.live import Live

Axe = Callable[[Page], None]
A_FILE = re.compile(r"/portfolio/import/[a-z0-9]+/$")
A_PLAN = re.compile(r"/portfolio/plans/[a-z0-9]+/$")


def all_demanded() -> list[Demanded]:
    return list({each.key: each for country in ("DK", "SE", "GB") for each in demanded(country)}.values())


def row(each: Demanded) -> list[str]:
    return [
        each.title.to("da"),
        "Skal-løsning",
        each.owner.to("da") or "KL",
        each.url,
        each.legal_basis or "LAW",
        "KLE",
    ]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the pack's initiatives as somebody's own list, with a column that we do not know and a wrong row."""
    header = ["Projektnavn", "Spor", "Kilde", "URL", "Hjemmel", "KLE-emne"]
    rows = [row(each) for each in all_demanded()]
    path = tmp_path / "Vores liste.csv"
    wrong = ["Noget helt andet", "Skal-noget", "KL", "", "LAW", ""]
    path.write_text("\ufeff" + csv_text(header, [*rows, wrong]).replace("\r\n", "\n"), encoding="utf-8")
    return path


def test_a_list_becomes_a_plan(
    open_page: OpenPage,
    axe: Axe,
    server: Live,
    server_afresh: None,
    file: Path,
    start_worker: Callable[[], None],
) -> None:
    lay(server, DANISH)
    count = len(all_demanded())
    page = open_page("da", DESK)
    be(page, DANISH, "HEAD_OF_DIGITAL")

    page.goto("/portfolio/import/")
    page.locator("#id_file").set_input_files(file)
    page.locator("#file button[type=submit]").click()
    page.wait_for_url(A_FILE)
    expect(page.locator("tbody tr").first).to_contain_text("Skal-noget")
    expect(page.locator("main")).to_contain_text("KLE-emne")
    axe(page)
    go_over(page)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    page.locator("#leave-out").check()
    page.locator("form[action$='bring-in/'] button").click()
    expect(page.locator(".shell-messages")).to_contain_text(f"{count} nye")

    page.goto("/portfolio/capacity/")
    page.locator("#id_preset").select_option("office_medium")
    page.locator("#preset button[type=submit]").click()
    expect(page.locator("table.sheet tbody tr")).not_to_have_count(0)
    page.goto("/portfolio/levels/")
    expect(page.locator("table.sizes tbody tr")).to_have_count(count)
    page.locator("#id_rest").select_option("small")
    page.locator("#sizes button[type=submit]").click()
    page.wait_for_url(re.compile(r"/portfolio/(levels|ambition|)/?$"))
    page.goto("/portfolio/plans/")
    page.locator("#id_name").fill("Alle 60")
    page.locator("#find button[type=submit]").click()
    page.wait_for_url(A_PLAN)

    start_worker()

    expect(page.locator("#plan-search")).to_have_count(0)
    expect(page.locator(".chart-roadmap .roadmap-line")).to_have_count(count)
    axe(page)
    decided = page.url
    page = open_page("da", DESK)
    be(page, DANISH, "CHIEF_EXECUTIVE")
    page.goto(decided)
    main_action(page).click()
    page.locator("#id_reason").fill("Vi når alle frister.")
    page.locator("#decide button[type=submit]").click()
    page.wait_for_url(A_PLAN)
    expect(page.locator(".plan-name")).to_contain_text("Gældende")
