# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables that leave the house: CSV that no spreadsheet mistakes for formulas."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: Any) -> Any:
    """
    Return a value that a spreadsheet shows as it is.

    A text that would start a formula gets an apostrophe before it (ASVS 1.2.10);
    numbers stay numbers.
    """
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table as RFC 4180 text; the header's words are codes, the same in every language."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return out.getvalue()


def csv_answer(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """Return a table as a download named `name.csv`, with the mark that makes spreadsheets read UTF-8."""
    return download(f"{name}.csv", "text/csv; charset=utf-8", ("\ufeff" + csv_text(header, rows)).encode())


def download(filename: str, content_type: str, body: bytes) -> HttpResponse:
    """Return bytes as a file to keep; a browser never runs or guesses it."""
    response = HttpResponse(body, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'none'"
    return response
