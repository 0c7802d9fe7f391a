# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Tables that come into the house: XLSX and CSV, refused before they are parsed where they could do harm.

What is refused carries a code; the words are the page's. Sizes are measured while inflating, never
taken from a file's own word for it.
"""

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter

from leadroom.kit import workbook
from leadroom.kit.workbook import MOST_COLUMNS, MOST_ROWS, Refused

MOST_BYTES, MOST_INFLATED, MOST_ENTRIES = 10_000_000, 100_000_000, 1000
PIECE = 1 << 16
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DELIMITERS = ";,\t"
NO_TABLE = ("<!doctype", "<html", "<?xml", "<table", "%pdf")
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A first line of Excel's own, for those who open the file where lists are parted otherwise.
TOLD = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)
Cell = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with its number in the file."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its header, and the rows that are not empty."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(body: bytes) -> Table:
    """
    Return the first sheet with something in it, or the lines of a CSV file. Raises Refused.

    Codes: too-large, old-or-locked, bomb, not-a-table, damaged, too-many-rows, too-many-columns, empty.
    """
    if len(body) > MOST_BYTES:
        raise Refused("too-large")
    if body.startswith(OLE):
        raise Refused("old-or-locked")
    lines = _xlsx(body) if body.startswith(ZIP) else _csv(body)
    return _table(lines)


def xlsx(sheets: Sequence[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]) -> bytes:
    """Return sheets (name, header, rows) as a workbook in which no text is ever a formula."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, {**options, "default_date_format": "yyyy-mm-dd"}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, header, rows in sheets:
            sheet = book.add_worksheet(name[:31])
            sheet.write_row(0, 0, header, bold)
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(rows, 1):
                sheet.write_row(number, 0, ["" if value is None else value for value in row])
            sheet.autofit()
    return out.getvalue()


def _xlsx(body: bytes) -> Iterator[tuple[int, Sequence[Any]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            measure(archive)
    except Refused:
        raise
    except Exception as damaged:
        # The reader is not ours: whatever it says of a broken file, it is one.
        raise Refused("damaged") from damaged
    yield from enumerate(workbook.rows_of(body), 1)


def measure(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that would grow without measure, hides another, or carries what no table needs."""
    names, inflated = archive.infolist(), 0
    if len(names) > MOST_ENTRIES:
        raise Refused("bomb")
    for name in names:
        with archive.open(name) as entry:
            head = entry.read(PIECE)
            if head.startswith(ZIP) or b"<!DOCTYPE" in head[:1024]:
                raise Refused("bomb")
            inflated += len(head)
            while piece := entry.read(PIECE):
                inflated += len(piece)
                if inflated > MOST_INFLATED:
                    raise Refused("bomb")


def _csv(body: bytes) -> Iterator[tuple[int, Sequence[Any]]]:
    text = _text(body)
    if "\x00" in text or text.lstrip()[:200].lower().startswith(NO_TABLE):
        raise Refused("not-a-table")
    told = TOLD.match(text)
    first = text.split("\n", 1)[0]
    delimiter = told[1] if told else max(DELIMITERS, key=first.count)
    said = io.StringIO(text[told.end() :] if told else text, newline="")
    lines = csv.reader(said, delimiter=delimiter, strict=True)
    try:
        for line in lines:
            yield lines.line_num + bool(told), line
    except csv.Error as damaged:
        raise Refused("damaged") from damaged


def _text(body: bytes) -> str:
    """Return a file's text: UTF-8, UTF-16 as Excel saves it, or what Windows wrote before both."""
    if body.startswith(WIDE):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _table(lines: Iterable[tuple[int, Sequence[Any]]]) -> Table:
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    for number, line in lines:
        cells = tuple(_cell(value) for value in line)
        if not any(cell != "" for cell in cells):
            continue
        if not header:
            header = tuple(str(cell) for cell in cells)
            if len(header) > MOST_COLUMNS:
                raise Refused("too-many-columns")
            continue
        if len(rows) == MOST_ROWS:
            raise Refused("too-many-rows")
        rows.append(Row(number, (*cells, *("",) * len(header))[: len(header)]))
    if not rows:
        raise Refused("empty")
    return Table(header, tuple(rows))


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value.strip().removeprefix("'")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, bool | int | float | date) else str(value)
