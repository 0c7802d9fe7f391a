# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A portfolio in a workbook: the same as in JSON, and what is wrong is told with sheet, row and column."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from leadroom.config import cli
from leadroom.config.portfolio_book import read_book
from leadroom.core.planning.exchange import Unreadable, read_whole
from leadroom.kit.sheets import xlsx

pytestmark = pytest.mark.sqlite

Sheets = Mapping[str, list[list[Any]]]
SHEETS: Sheets = {
    "time": [["year", "periods", "budget"], [2027, 4, 900], [2028, 4, ""]],
    "teams": [
        ["team", "capacity", "reserved", "floor", "need"],
        ["integration", 900, "150 150 150 150 0 0 0 0", 50, 400],
        ["digital", "300; 300; 300; 300; 400; 400; 400; 400", "", "", ""],
    ],
    "solutions": [
        ["solution", "earliest", "deadline", "optional"],
        ["post", 0, 5, ""],
        ["forms", "", "", "yes"],
    ],
    "levels": [
        ["solution", "level", "duration", "integration", "Digital", "running integration", "money", "value"],
        ["post", "legal", 2, "300 200", 40, "", "200 100", ""],
        ["post", "usable", 3, 300, "", -20, "", 40],
        ["forms", "all", 1, 150, "", "", "", 10],
    ],
    "precedences": [["before", "after", "lag", "least_level"], ["post", "forms", 1, "usable"]],
    "freezes": [["periods", "solutions"], ["4", "post; forms"], ["5 6", ""]],
    "locks": [["solution", "level", "start"], ["post", "usable", ""]],
    "in_force": [["solution", "level", "start"], ["post", "usable", 1]],
    "notes": [["anything"], ["nobody reads this sheet"]],
}
JSON = {
    "format": "leadroom-portfolio",
    "version": 1,
    "periods": 8,
    "year_of": [0, 0, 0, 0, 1, 1, 1, 1],
    "budget": [900, None],
    "teams": [
        {"key": "integration", "capacity": 900, "reserved": [150] * 4 + [0] * 4, "floor": 50, "need": 400},
        {"key": "digital", "capacity": [300] * 4 + [400] * 4},
    ],
    "solutions": [
        {
            "key": "post",
            "earliest": 0,
            "deadline": 5,
            "levels": [
                {"key": "legal", "duration": 2, "effort": {"integration": [300, 200], "digital": 40}, "money": [200, 100]},
                {"key": "usable", "duration": 3, "effort": {"integration": 300}, "running": {"integration": -20}, "value": 40},
            ],
        },
        {
            "key": "forms",
            "optional": True,
            "levels": [{"key": "all", "duration": 1, "effort": {"integration": 150}, "value": 10}],
        },
    ],
    "precedences": [{"before": "post", "after": "forms", "lag": 1, "least_level": "usable"}],
    "freezes": [{"periods": [4], "solutions": ["post", "forms"]}, {"periods": [5, 6]}],
    "locks": [{"solution": "post", "level": "usable"}],
    "in_force": {"post": {"level": "usable", "start": 1}},
}  # fmt: skip


def write(path: Path, sheets: Sheets) -> Path:
    path.write_bytes(xlsx([(name, rows[0], rows[1:]) for name, rows in sheets.items()]))
    return path


def changed(sheet: str, row: int, column: int, value: Any) -> Sheets:
    lines = [list(line) for line in SHEETS[sheet]]
    lines[row][column] = value
    return {**SHEETS, sheet: lines}


def test_workbook_is_the_same_portfolio_as_json(tmp_path: Path) -> None:
    assert read_whole(read_book(write(tmp_path / "a.xlsx", SHEETS))) == read_whole(JSON)


def test_workbook_is_planned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, text = write(tmp_path / "a.xlsx", SHEETS), tmp_path / "a.json"
    text.write_text(json.dumps(JSON))

    answers = [(cli.main(["plan", str(file), "--json"]), capsys.readouterr().out) for file in (book, text)]

    assert answers[0] == answers[1]
    assert answers[0][0] == 0


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        (changed("levels", 1, 3, "many"), "sheet “levels”, row 2, column “integration”: “many” is not a whole number"),
        (changed("teams", 2, 1, "1 2 x"), "sheet “teams”, row 3, column “capacity”: “x” is not a whole number"),
        (changed("time", 1, 1, ""), "sheet “time”, row 2, column “periods”: must not be empty"),
        (changed("solutions", 2, 3, "perhaps"), "sheet “solutions”, row 3, column “optional”: must be yes or no"),
        (changed("solutions", 1, 0, "letters"), "“letters” has no row in the sheet “levels”"),
        ({name: rows for name, rows in SHEETS.items() if name != "teams"}, "the sheet “teams” is missing or empty"),
        (changed("teams", 1, 1, 0.5), "“0.5” is not a whole number"),
        (changed("time", 1, 1, -4), "periods"),
        (changed("locks", 1, 1, "grand"), "must be one of"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sheets: Sheets, words: str
) -> None:
    code = cli.main(["plan", str(write(tmp_path / "a.xlsx", sheets))])

    assert code == 2
    assert words in capsys.readouterr().err


def test_file_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04broken")

    with pytest.raises(Unreadable, match="no workbook"):
        read_book(path)
