# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command `leadroom plan`: what it prints and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from leadroom.config import cli
from tests.core.planning.test_exchange import WHOLE
from tools.setup import ROOT

pytestmark = pytest.mark.sqlite


@pytest.fixture
def plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Return what plans a portfolio and gives exit code, answer and complaint."""

    def run(whole: dict[str, Any] | str, *options: str) -> tuple[int, str, str]:
        file = tmp_path / "portfolio.json"
        file.write_text(whole if isinstance(whole, str) else json.dumps(whole), encoding="utf-8")
        code = cli.main(["plan", str(file), *options])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_plan_is_printed_in_the_order_of_starts(plan) -> None:
    code, told, _ = plan(WHOLE)

    assert code == 0
    assert told.splitlines()[0].startswith("Headroom ")
    assert "usable  digital-post" in told


def test_equal_files_give_equal_answers_as_json(plan) -> None:
    first, second = plan(WHOLE, "--json"), plan(WHOLE, "--json")

    assert first == second
    assert json.loads(first[1])["choices"]["digital-post"]["level"] == "usable"


def test_a_clock_ends_the_search_with_a_plan(plan) -> None:
    code, told, _ = plan(WHOLE, "--seconds", "0.2", "--json")

    assert (code, json.loads(told)["status"] in {"best", "feasible"}) == (0, True)


def test_impossible_ends_with_three_and_says_who_has_no_place(plan) -> None:
    closed = WHOLE | {"solutions": [WHOLE["solutions"][0] | {"deadline": 2}, WHOLE["solutions"][1]]}

    code, told, _ = plan(closed)

    assert code == 3
    assert told.splitlines() == [
        "Impossible: no plan keeps every rule.",
        "No place is left because of locks for: digital-post.",
        "Ways out that work, the cheapest found first:",
        "- later deadlines: digital-post 1 periods (price 0.90, at least 0.90)",
        "- other levels: digital-post legal (price 0.90, at least 0.90)",
    ]


def test_too_much_for_a_team_is_told_with_what_would_help(plan) -> None:
    crowded = WHOLE | {"teams": [WHOLE["teams"][0] | {"capacity": 100}]}

    code, told, _ = plan(crowded, "--json")

    answer = json.loads(told)
    assert (code, answer["status"]) == (3, "impossible")
    assert answer["because"]["overfull"]["team"] == "integration"
    assert all(way["price"] > 0 and way["choices"] for way in answer["ways_out"])
    assert any("more_capacity" in way["change"] for way in answer["ways_out"])


@pytest.mark.parametrize("text", ["{", "\ufeff{}", "[1, 2"])
def test_a_file_that_cannot_be_read_ends_with_two_and_says_where(plan, text: str) -> None:
    code, told, complaint = plan(text)

    assert (code, told) == (2, "")
    assert "portfolio.json: " in complaint


def test_a_missing_file_ends_with_two(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code = cli.main(["plan", str(tmp_path / "nowhere.json")])

    assert code == 2
    assert "nowhere.json" in capsys.readouterr().err


def test_the_guides_example_is_planned(plan) -> None:
    example = (
        (ROOT / "docs/guides/plan-a-file.md").read_text(encoding="utf-8").split("```json")[1].split("```")[0]
    )

    code, told, _ = plan(example)

    assert code == 0
    assert "digital-post" in told


def test_what_presses_together_is_told(plan) -> None:
    levels = [
        {"key": "bought", "duration": 1, "effort": {"integration": 60}},
        {"key": "built", "duration": 1, "effort": {"data": 60}},
    ]
    crowded = {
        "format": "leadroom-portfolio",
        "version": 1,
        "periods": 5,
        "teams": [{"key": key, "capacity": 100} for key in ("integration", "data")],
        "solutions": [{"key": key, "deadline": 1, "levels": levels} for key in ("a", "b", "c", "d")],
    }

    code, told, _ = plan(crowded)
    answer = json.loads(plan(crowded, "--json")[1])

    assert code == 3
    assert "these are short of 0.40 at the least" in told
    assert "- team integration in periods 0 to 0, " in told
    assert "- the deadline of " in told
    cells = answer["because"]["strained"]["cells"]
    assert [(cell["team"], cell["first"], cell["end"]) for cell in cells] == [
        ("integration", 0, 1),
        ("data", 0, 1),
    ]
    assert sum(cell["short"] for cell in cells) == 40
    assert all(0 < way["bound"] <= way["price"] for way in answer["ways_out"])


PSPLIB = ROOT / "tests" / "data" / "psplib"


def test_a_project_of_psplib_is_scheduled(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(PSPLIB / "j1014_3.mm")

    code = cli.main(["plan", "--format", "psplib", file, "--seconds", "60", "--json"])

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (told["status"], told["makespan"], told["bound"]) == ("optimal", 22, 22)
    assert told["activities"][0] == {"activity": 1, "start": 0, "mode": 1}
    assert len(told["activities"]) == 12


def test_a_project_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["plan", "--format", "psplib", str(PSPLIB / "j1023_9.mm")])

    assert code == 0
    assert capsys.readouterr().out.startswith("optimal: makespan 13, at least 13, ")


def test_a_project_that_cannot_be_read_ends_with_two_and_the_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (PSPLIB / "j1014_3.mm").read_text(encoding="utf-8").replace("5      1     3", "5      1     x")
    file = tmp_path / "bad.mm"
    file.write_text(text, encoding="utf-8")

    code = cli.main(["plan", "--format", "psplib", str(file)])

    assert code == 2
    assert "line 45: only whole numbers" in capsys.readouterr().err


def test_a_project_without_schedule_ends_with_three(tmp_path: Path) -> None:
    text = (
        (PSPLIB / "j1014_3.mm")
        .read_text(encoding="utf-8")
        .replace("   14    8   55   59", "   14    8   1   1")
    )
    file = tmp_path / "hungry.mm"
    file.write_text(text, encoding="utf-8")

    assert cli.main(["plan", "--format", "psplib", str(file), "--json"]) == 3
