# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that come in: read as people write them, refused where they could do harm."""

import io
import random
import zipfile
from datetime import date

import pytest

from leadroom.kit import sheets
from leadroom.kit.sheets import Row, read_table, xlsx
from leadroom.kit.workbook import MOST_COLUMNS, MOST_ROWS, Refused

GOOD = xlsx(
    [("Portfolio", ["title", "deadline", "number"], [["Blåbærgrød", date(2027, 5, 1), 3], ["=1+1", "", 2.5]])]
)


def packed(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in entries.items():
            archive.writestr(name, body)
    return out.getvalue()


def refusal(body: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_table(body)
    return refused.value.code


def test_workbook_that_we_wrote_is_read_back():
    table = read_table(GOOD)

    assert table.header == ("title", "deadline", "number")
    assert table.rows == (Row(2, ("Blåbærgrød", date(2027, 5, 1), 3)), Row(3, ("=1+1", "", 2.5)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_as_spreadsheets_write_it(encoding, delimiter):
    text = f'titel{delimiter}kilde\r\n\r\n"Ældre{delimiter} nu"{delimiter}Å\r\n'

    table = read_table(text.encode(encoding))

    assert table.header == ("titel", "kilde")
    assert table.rows == (Row(3, (f"Ældre{delimiter} nu", "Å")),)


def test_apostrophe_that_keeps_a_formula_from_running_is_taken_off_again():
    assert read_table(b"title\r\n'=1+1\r\n").rows[0].cells == ("=1+1",)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"x" * (sheets.MOST_BYTES + 1), "too-large"),
        (sheets.OLE + b"anything", "old-or-locked"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "not-a-table"),
        (b"title\x00,more\n1,2\n", "not-a-table"),
        (b"title,more\n", "empty"),
        (b"", "empty"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (b'title\n"never closed', "damaged"),
        (b"title\n" + b"x\n" * (MOST_ROWS + 1), "too-many-rows"),
        (",".join(map(str, range(MOST_COLUMNS + 1))).encode() + b"\n1\n", "too-many-columns"),
    ],
)
def test_what_is_no_table_is_refused(body, code):
    assert refusal(body) == code


def test_bomb_is_refused_while_it_inflates():
    zeros = b"0" * (sheets.MOST_INFLATED // 4)

    bomb = packed({f"xl/{place}.xml": zeros for place in range(5)})

    assert len(bomb) < 1_000_000
    assert refusal(bomb) == "bomb"


def test_bomb_of_many_entries_is_refused():
    assert refusal(packed({f"{place}.xml": b"" for place in range(sheets.MOST_ENTRIES + 1)})) == "bomb"


def test_archive_in_an_archive_is_refused():
    assert refusal(packed({"xl/inner.zip": GOOD})) == "bomb"


def test_entities_are_refused():
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'

    assert refusal(packed({"[Content_Types].xml": laughs})) == "bomb"


def test_archive_that_is_no_workbook_is_refused():
    assert refusal(packed({"hello.txt": b"hello"})) == "damaged"


def with_cell_at(place: str) -> bytes:
    """Return a workbook with one cell, which says that it lies far out."""
    book = xlsx([("Sheet", ["title"], [["A"]])])
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    return packed(entries | {sheet: entries[sheet].replace(b'r="A2"', f'r="{place}"'.encode())})


def test_far_cell_takes_no_memory_from_the_house():
    assert refusal(with_cell_at("XFD1048576")) in {"bomb", "too-many-rows"}


def test_locked_archive_is_refused():
    body = bytearray(packed({"xl/workbook.xml": b"<workbook/>"}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        body[body.index(signature) + flags] |= 1

    assert refusal(bytes(body)) == "damaged"


def test_broken_bytes_end_in_a_table_or_a_refusal():
    chance = random.Random(7)  # noqa: S311 - the same breaks every time
    for _ in range(40):
        body = bytearray(GOOD)
        for _ in range(chance.randint(1, 12)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        try:
            read_table(bytes(body))
        except Refused:
            continue
