# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map out as files and a council's own in: read, compared, kept, and never changed again."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st

from leadroom.accounts.models import AuditEvent
from leadroom.accounts.permissions import NotAllowed
from leadroom.core.interchange.framework import Framework
from leadroom.core.interchange.problem import Unreadable
from leadroom.kit.jsonfiles import zipped
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.workbook import Refused
from leadroom.people import actions, bridge, exports, queries
from leadroom.people.models import Framework as Kept
from tests.core.interchange import schemas
from tests.core.interchange.made import SMALL, frameworks, with_item

CHANGED = "2026-11-27T12:00:00+00:00"
IN_FORCE = "skills-map@1.0.0"


def read(body: bytes, title: str = "") -> Framework:
    return bridge.read_file(body, language="en", creator="Fjordby", title=title)


def kept(actor, framework: Framework, version: str) -> Kept:
    """Return a map brought and kept in one go."""
    brought = actions.bring_map("map.csv", framework, by=actor)
    seen = actions.compared_with(queries.version_before(actor, brought))
    actions.keep_map(brought, by=actor, version=version, seen=seen)
    brought.refresh_from_db()
    return brought


def test_map_in_force_has_every_text_in_three_languages() -> None:
    framework = bridge.map_in_force()

    assert len(framework.items) == 4 + 12 + 42
    assert all(set(item.name) == {"en", "da", "sv"} for item in framework.items)
    assert sum(len(texts) for item in framework.items for texts in item.anchors.values()) == 42 * 4 * 3


@pytest.mark.parametrize(
    "made", [lambda f: exports.case_zip(f, CHANGED), exports.wide_csv, exports.wide_xlsx]
)
def test_map_in_force_goes_out_and_comes_back(made) -> None:
    framework = bridge.map_in_force()

    assert read(made(framework)) == framework


@settings(max_examples=30, deadline=None)
@given(frameworks(), st.sampled_from([exports.wide_csv, exports.wide_xlsx]))
def test_any_map_goes_through_the_spreadsheet(framework: Framework, made) -> None:
    assert read(made(framework)) == framework


def test_no_cell_of_the_table_begins_a_formula() -> None:
    names = {"en": "=1+1", "da": "@SUM(A1)"}
    text = exports.wide_csv(with_item(SMALL, "risk", name=names, text={"en": "+45 33", "da": "-1"}))

    cells = [cell for row in csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")) for cell in row]
    assert {cell for cell in cells if cell.startswith(("=", "+", "-", "@"))} == set()
    assert {"'=1+1", "'@SUM(A1)", "'+45 33", "'-1"} <= set(cells)


TABLE = "Row;Code;Parent;Name_da\r\nFRAMEWORK;kort;;Ærø Kommunes kort\r\nITEM;maal;;Mål på tværs – og æøå\r\n"


@pytest.mark.parametrize(
    "body",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        TABLE.encode("utf-16"),
        b"\xfe\xff" + TABLE.replace(";", "\t").encode("utf-16-be"),
        f"sep=;\r\n{TABLE}".encode("cp1252"),
        TABLE.replace(";", ",").replace("\r\n", "\r").encode(),
    ],
)
def test_table_is_read_as_nordic_spreadsheets_save_it(body: bytes) -> None:
    framework = read(body)

    assert (framework.title, framework.items[0].name) == (
        {"da": "Ærø Kommunes kort"},
        {"da": "Mål på tværs – og æøå"},
    )


def test_rows_are_counted_with_the_line_that_tells_the_separator() -> None:
    with pytest.raises(Unreadable) as unreadable:
        read(f"sep=;\r\n{TABLE}ITEM;b;nowhere;B\r\n".encode())

    assert [problem.where.row for problem in unreadable.value.problems] == [5]


def test_archive_of_a_mac_and_json_of_windows_are_read() -> None:
    package = exports.case_json(SMALL, "en", CHANGED)
    archive = zipped([("en.JSON", package), ("__MACOSX/._en.json", b"\x00\x05\x16\x07")])

    assert read(archive) == read(package.decode().encode("utf-16")) == read(package)


def test_map_in_force_is_what_the_schema_asks() -> None:
    package = json.loads(exports.case_json(bridge.map_in_force(), "sv", CHANGED))

    assert schemas.wrong(package, schemas.CASE) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "not-json"),
        (b"[" * 100_000, "not-json"),
        (b'{"a": 1, "a": 2}', "not-json"),
        (b'{"a": NaN}', "not-json"),
        (b'{"a": 1e999}', "not-json"),
        (b'{"a":' * 100 + b"1" + b"}" * 100, "not-json"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "not-json"),
        (b'{"a": "\\ud800"}', "not-json"),
        (b'{"a": "\\u0000"}', "not-json"),
        (b'{"a": "\xff"}', "not-json"),
        (b'{"a": "' + b"x" * 10_000_000 + b'"}', "too-large"),
        (zipped([("a.json", b"{")]), "not-json"),
        (zipped([("readme.txt", b"hello")]), "empty"),
        (zipped([("a.json", b'{"a": "' + b" " * 101_000_000 + b'"}')]), "bomb"),
        (zipped([("a.json", zipped([("b.json", b"{}")]))]), "bomb"),
        (zipped([(f"{name}.json", b'{"a": "' + b" " * 8_000_000 + b'"}') for name in "abcd"]), "too-large"),
        (b"row;code\x00;name_da\n", "not-a-table"),
        (b"%PDF-1.7\n%", "not-a-table"),
        (zipped([("a.json", b"{}")])[:40], "damaged"),
        (b"name;age\nMia;40\n", "no-map"),
        (b"", "empty"),
    ],
)  # fmt: skip
def test_file_that_is_no_map_is_refused(body: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(body)

    assert refused.value.code == code


def test_json_of_something_else_is_told_what_is_missing() -> None:
    with pytest.raises(Unreadable) as unreadable:
        read(b'{"hello": 1}')

    assert [problem.code for problem in unreadable.value.problems] == ["missing"]


def test_gdd_table_gets_its_name_from_the_form() -> None:
    body = b"Skill name,Skill description,Awareness,Working,Practitioner,Expert\nData,Uses data,a,b,c,d\n"

    assert read(body, "Our skills").title == {"en": "Our skills"}


def test_brought_map_is_kept_as_a_version_and_recorded(ada, inside) -> None:
    with inside(ada):
        version = kept(ada, SMALL, "2026")

        event = AuditEvent.objects.get(verb="people.framework.kept")
        assert (version.code, version.version, version.based_on) == ("small-map", "2026", IN_FORCE)
        assert event.details == {"map": "small-map", "version": "2026"}
        assert bridge.framework_of(version) == replace(SMALL, version="2026")


def test_next_version_is_compared_with_the_one_before(ada, inside) -> None:
    changed = with_item(SMALL, "risk", name={"en": "Risks", "da": "Risiko"})
    with inside(ada):
        first = kept(ada, SMALL, "1")
        other = kept(ada, replace(SMALL, key="other"), "1")
        second = kept(ada, changed, "2")

        assert queries.version_before(ada, second) == first
        assert queries.version_before(ada, other) is None
        assert second.based_on == "small-map@1"


def test_kept_version_is_neither_kept_nor_left_again(ada, inside) -> None:
    with inside(ada):
        version = kept(ada, SMALL, "1")

        with pytest.raises(actions.KeptAlready):
            actions.keep_map(version, by=ada, version="2", seen=IN_FORCE)
        with pytest.raises(actions.KeptAlready):
            actions.drop_map(version, by=ada)
        assert Kept.objects.get().version == "1"


def test_version_of_the_same_name_is_refused(ada, inside) -> None:
    with inside(ada):
        kept(ada, SMALL, "1")

        with pytest.raises(actions.VersionIsTaken):
            kept(ada, replace(SMALL, creator="Another"), "1")


def test_version_that_says_the_same_is_refused(ada, inside) -> None:
    with inside(ada):
        kept(ada, SMALL, "1")

        with pytest.raises(actions.NothingNew):
            kept(ada, SMALL, "2")


def test_version_that_says_the_same_is_not_offered(ada, inside, browser_of) -> None:
    with inside(ada):
        kept(ada, SMALL, "1")
        same = actions.bring_map("map.csv", replace(SMALL, version="9"), by=ada)
        other = actions.bring_map("map.csv", replace(SMALL, creator="Another"), by=ada)
    browser = browser_of(ada)

    offers = [
        f"{each.key}/keep/" in browser.get(f"/people/framework/{each.key}/").content.decode()
        for each in (same, other)
    ]

    assert offers == [False, True]


def test_map_compared_with_something_else_is_not_kept(ada, inside) -> None:
    with inside(ada):
        brought = actions.bring_map("map.csv", replace(SMALL, creator="Another"), by=ada)
        kept(ada, SMALL, "1")

        with pytest.raises(ChangedMeanwhile):
            actions.keep_map(brought, by=ada, version="2", seen=IN_FORCE)


def test_only_ten_that_nobody_kept_stay(ada, inside) -> None:
    with inside(ada):
        version = kept(ada, SMALL, "1")
        for number in range(12):
            actions.bring_map(f"{number}.csv", SMALL, by=ada)

        assert Kept.objects.filter(kept_at__isnull=True).count() == 10
        assert Kept.objects.filter(pk=version.pk).exists()


def test_who_may_not_bring_a_map_sees_the_kept_ones_only(ada, bo, inside) -> None:
    with inside(ada):
        version = kept(ada, SMALL, "1")
        actions.bring_map("map.csv", SMALL, by=ada)

        assert list(queries.frameworks(bo)) == [version]
        with pytest.raises(NotAllowed):
            actions.bring_map("map.csv", SMALL, by=bo)


def test_other_council_finds_no_map(ada, dara, inside, browser_of) -> None:
    with inside(ada):
        version = kept(ada, SMALL, "1")

    assert browser_of(dara).get(f"/people/framework/{version.key}/").status_code == 404


def upload(browser, name: str, body: bytes, **more: str):
    file = SimpleUploadedFile(name, body)
    return browser.post("/people/framework/bring-in/", {"file": file, "language": "en", **more}, follow=True)


def test_file_is_brought_looked_at_and_kept(ada, inside, browser_of) -> None:
    browser = browser_of(ada)
    rows = list(
        csv.reader(io.StringIO(exports.wide_csv(bridge.map_in_force()).decode("utf-8-sig"), newline=""))
    )
    rows[8][rows[0].index("name_en")] = "A name of our own"
    text = io.StringIO()
    csv.writer(text).writerows(rows)

    looked = upload(browser, "map.csv", text.getvalue().encode())
    said = looked.content.decode()
    brought = looked.redirect_chain[0][0]
    stayed = browser.post(f"{brought}keep/", {"version": "1.1", "seen": IN_FORCE}, follow=True)

    assert "“Envisioning digital services” becomes “A name of our own”" in said.replace("&quot;", '"')
    assert "Kept. This version never changes from now on." in stayed.content.decode()
    again = browser.get(f"{brought}map.csv").content
    assert read(again).by_code["envisioning-digital-services"].name["en"] == "A name of our own"


def test_file_that_is_wrong_is_told_with_its_rows(ada, inside, browser_of) -> None:
    body = b"row,code,parent,name_en\nFRAMEWORK,m,,Map\nITEM,a,nowhere,A\n"

    answer = upload(browser_of(ada), "map.csv", body)

    assert answer.status_code == 422
    assert "Row 3: It hangs under “nowhere”, which is not in the file." in answer.content.decode()
    with inside(ada):
        assert not Kept.objects.exists()


def test_downloads_lead_each_language_to_its_file(bo, browser_of) -> None:
    browser = browser_of(bo)

    package = json.loads(browser.get("/people/framework/in-force/case/da.json").content)
    archive = zipfile.ZipFile(io.BytesIO(browser.get("/people/framework/in-force/case.zip").content))
    moodle = browser.get("/people/framework/in-force/moodle/sv.csv").content.decode()

    assert package["CFDocument"]["language"] == "da"
    assert archive.namelist() == ["en.json", "da.json", "sv.json"]
    assert read(browser.get("/people/framework/in-force/map.xlsx").content) == bridge.map_in_force()
    assert moodle.count("\r\n") == 1 + 1 + 58
    assert browser.get("/people/framework/in-force/case/fr.json").status_code == 404
