# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Reads one workbook in a process of its own, which may be killed.

One cell at the far end of a sheet makes a reader ask for all the memory that there is. Run as a script it takes the workbook on standard input and writes `{"rows": …}` or `{"refused": code}`.
A day is written as `{"day": "2027-12-31"}`.
"""

import io
import json
import os
import subprocess
import sys
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineWorkbook

MOST_ROWS, MOST_COLUMNS = 20_000, 200
MOST_MEMORY, MOST_SECONDS = 1 << 30, 30


class Refused(Exception):
    """A file that is not read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def rows_of(body: bytes) -> list[list[Any]]:
    """
    Return the cells of the first sheet with something in it. Raises Refused.

    Codes: too-many-rows, too-many-columns, empty, damaged, and bomb where reading took too much memory or time.
    """
    command = [sys.executable, "-I", __file__]
    # It gets none of our secrets along.
    environment = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    try:
        ended = subprocess.run(
            command, input=body, capture_output=True, timeout=MOST_SECONDS, check=True, env=environment
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as killed:
        raise Refused("bomb") from killed
    said: dict[str, Any] = json.loads(ended.stdout, object_hook=_day)
    if "refused" in said:
        raise Refused(said["refused"])
    rows: list[list[Any]] = said["rows"]
    return rows


def _day(said: dict[str, Any]) -> Any:
    return date.fromisoformat(said["day"]) if "day" in said else said


def main() -> None:
    """Read what stands on standard input, within limits that the system keeps."""
    body = sys.stdin.buffer.read()
    _limit()
    try:
        said: dict[str, Any] = {"rows": _rows(body)}
    except Refused as refused:
        said = {"refused": refused.code}
    except Exception:  # noqa: BLE001 - the reader is not ours: whatever it says of a broken file, it is one
        said = {"refused": "damaged"}
    json.dump(said, sys.stdout, default=_written)


def _limit() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not there on every system

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def _rows(body: bytes) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    sheets = (book.get_sheet_by_index(place) for place in range(len(book.sheet_names)))
    sheet = next((each for each in sheets if each.total_height), None)
    if sheet is None:
        raise Refused("empty")
    if sheet.total_height > MOST_ROWS + 1:
        raise Refused("too-many-rows")
    if sheet.total_width > MOST_COLUMNS:
        raise Refused("too-many-columns")
    return sheet.to_python(skip_empty_area=False)


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        value = value.date()
    return {"day": value.isoformat()} if isinstance(value, date) else str(value)


if __name__ == "__main__":
    main()
