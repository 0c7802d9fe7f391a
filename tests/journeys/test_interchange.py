# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map goes out as a table, comes back changed, is seen and kept; a person takes all of hers along."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.people import DANISH, be, main_action

Axe = Callable[[Page], None]
OURS = "Kende borgernes behov; før vi køber"


def downloaded(page: Page, link: str) -> bytes:
    """Press what gives a file, and return it."""
    with page.expect_download() as waiting:
        page.locator(link).first.click()
    return Path(waiting.value.path()).read_bytes()


def changed(body: bytes, name: str) -> bytes:
    """Return the table with another name in its first competency, as a Danish spreadsheet saves it."""
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    kind, place = rows[0].index("kind"), rows[0].index("name_da")
    next(row for row in rows if row[kind] == "competency")[place] = name
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("cp1252")


def test_map_goes_out_and_comes_back_changed(
    server_afresh: None, open_page: OpenPage, axe: Axe, tmp_path: Path
) -> None:
    page = open_page("da", DESK)
    be(page, DANISH, "ADMINISTRATOR")
    page.goto("/people/framework/")
    table = downloaded(page, 'a[href$="/in-force/map.csv"]')
    file = tmp_path / "Vores kort.csv"
    file.write_bytes(changed(table, OURS))

    main_action(page).click()
    page.locator("#id_file").set_input_files(file)
    page.locator("#file button[type=submit]").click()
    page.wait_for_url("**/framework/*/")
    expect(page.locator(".map-changes > li")).to_have_count(1)
    expect(page.locator(".map-changes")).to_contain_text(f"»{OURS}«")
    axe(page)
    page.locator("#id_version").fill("2027")
    page.locator("#keep button[type=submit]").click()

    expect(page.locator("#keep")).to_have_count(0)
    page.goto("/people/framework/")
    page.locator(".map-versions a").click()
    assert OURS in downloaded(page, 'a[href$="/map.csv"]').decode()
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_person_takes_all_of_hers_along(open_page: OpenPage, axe: Axe) -> None:
    page = open_page("da", PHONE)
    be(page, DANISH, "EMPLOYEE")
    page.goto("/people/my-data/")
    axe(page)

    archive = zipfile.ZipFile(io.BytesIO(downloaded(page, ".page-head-action a")))
    badge = json.loads(downloaded(page, 'a[href*="/badges/"]'))

    told = {part["format"]: part for part in json.loads(archive.read("my-data.json"))}
    name = told["leadroom-account"]["name"]
    assert name in archive.read("read-me.html").decode()
    assert "tables/profile-ratings.csv" in archive.namelist()
    assert badge["issuer"]["name"] == told["leadroom-account"]["council"]
