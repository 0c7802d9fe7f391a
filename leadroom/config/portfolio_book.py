# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A portfolio in a workbook, as `leadroom plan` takes it: the sheets, made into what the same portfolio is as JSON.

A cell that holds one number a period holds them with blanks between; one number holds throughout. What is wrong
is told with sheet, row and column.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from leadroom.core.planning.exchange import FORMAT, VERSION, Unreadable

MUST, MAY = ("time", "teams", "solutions", "levels"), ("precedences", "freezes", "locks", "in_force")
RUNNING = "running "
YES, NO = {"yes", "true", "ja", "x", "1"}, {"", "no", "false", "nej", "0"}


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a sheet by its columns' names; empty cells are left out."""

    sheet: str
    number: int
    cells: Mapping[str, Any]

    def fail(self, column: str, what: str) -> Unreadable:
        return Unreadable(f"sheet “{self.sheet}”, row {self.number}, column “{column}”: {what}")

    def word(self, column: str) -> str:
        if column not in self.cells:
            raise self.fail(column, "must not be empty")
        value = self.cells[column]
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()

    def whole(self, column: str) -> int:
        return self._whole(column, self.word(column))

    def numbers(self, column: str) -> int | list[int]:
        said = re.split(r"[\s;]+", self.word(column))
        found = [self._whole(column, one) for one in said if one]
        return found[0] if len(found) == 1 else found

    def words(self, column: str) -> list[str]:
        return [one for one in re.split(r"[;,]\s*", self.word(column)) if one]

    def truth(self, column: str) -> bool:
        said = self.word(column).casefold()
        if said not in YES | NO:
            raise self.fail(column, "must be yes or no")
        return said in YES

    def some(self, **reads: Callable[[str], Any]) -> dict[str, Any]:
        """Return what is written in these columns; what is empty is left out."""
        return {column: read(column) for column, read in reads.items() if column in self.cells}

    def _whole(self, column: str, text: str) -> int:
        try:
            return int(text)
        except ValueError:
            raise self.fail(column, f"“{text[:40]}” is not a whole number") from None


def read_book(path: Path) -> dict[str, Any]:
    """Return a workbook's portfolio as the JSON form has it. Raises Unreadable, OSError."""
    sheets = _sheets(path)
    teams = [row.word("team") for row in sheets["teams"]]
    years = [row.whole("periods") for row in sheets["time"]]
    return {
        "format": FORMAT,
        "version": VERSION,
        "periods": sum(years),
        "year_of": [year for year, periods in enumerate(years) for _ in range(max(0, periods))],
        "budget": [row.some(budget=row.whole).get("budget") for row in sheets["time"]],
        "teams": [_team(row) for row in sheets["teams"]],
        "solutions": [_solution(row, sheets["levels"], teams) for row in sheets["solutions"]],
        "precedences": [_precedence(row) for row in sheets["precedences"]],
        "freezes": [_freeze(row) for row in sheets["freezes"]],
        "locks": [
            {"solution": row.word("solution")} | row.some(level=row.word, start=row.whole)
            for row in sheets["locks"]
        ],
        "in_force": {
            row.word("solution"): {"level": row.word("level"), "start": row.whole("start")}
            for row in sheets["in_force"]
        },
    }


def _sheets(path: Path) -> dict[str, list[_Row]]:
    """Return the rows of the sheets that say something, none for those that may be missing."""
    try:
        book = CalamineWorkbook.from_path(path)
        there = {
            name: list(_rows(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
            for name in book.sheet_names
            if name in {*MUST, *MAY}
        }
    except CalamineError as failed:
        raise Unreadable(f"this is no workbook ({failed})") from None
    missing = [name for name in MUST if not there.get(name)]
    if missing:
        raise Unreadable(f"the sheet “{missing[0]}” is missing or empty; needed are {', '.join(MUST)}")
    return {name: [] for name in MAY} | there


def _rows(sheet: str, lines: Sequence[Sequence[Any]]) -> Iterator[_Row]:
    header = [str(name).strip().casefold() for name in lines[0]] if lines else []
    for number, line in enumerate(lines[1:], 2):
        cells = {
            name: cell for name, cell in zip(header, line, strict=False) if name and cell not in ("", None)
        }
        if cells:
            yield _Row(sheet, number, cells)


def _team(row: _Row) -> dict[str, Any]:
    rows = dict.fromkeys(("capacity", "reserved", "floor", "weight", "need"), row.numbers)
    return {"key": row.word("team")} | row.some(**rows, most_released=row.whole)


def _solution(row: _Row, levels: Sequence[_Row], teams: Sequence[str]) -> dict[str, Any]:
    key = row.word("solution")
    own = [_level(level, teams) for level in levels if level.word("solution") == key]
    if not own:
        raise row.fail("solution", f"“{key}” has no row in the sheet “levels”")
    return {"key": key, "levels": own} | row.some(earliest=row.whole, deadline=row.whole, optional=row.truth)


def _level(row: _Row, teams: Sequence[str]) -> dict[str, Any]:
    columns = {team.casefold(): team for team in teams}
    effort = {team: row.numbers(column) for column, team in columns.items() if column in row.cells}
    running = {
        team: row.whole(RUNNING + column) for column, team in columns.items() if RUNNING + column in row.cells
    }
    said = row.some(money=row.numbers, running_money=row.whole, value=row.whole)
    return {
        "key": row.word("level"), "duration": row.whole("duration"), "effort": effort, "running": running, **said
    }  # fmt: skip


def _precedence(row: _Row) -> dict[str, Any]:
    said = {"before": row.word("before"), "after": row.word("after")}
    return said | row.some(lag=row.whole, least_level=row.word)


def _freeze(row: _Row) -> dict[str, Any]:
    return {"periods": _listed(row.numbers("periods"))} | row.some(solutions=row.words)


def _listed(numbers: int | list[int]) -> list[int]:
    return numbers if isinstance(numbers, list) else [numbers]
