# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""`make test` ends well only when every part ran, found tests, and saw none fail."""

import sys
from pathlib import Path

import pytest

from tools import system, test

WELL, EMPTY = "def test_fine(): pass", "fine = True"


def ends(monkeypatch: pytest.MonkeyPatch, folder: Path, *contents: str, lacking: list[str]) -> int:
    """Run a part for each content of a test file; the last one needs chromium."""
    parts = []
    for number, content in enumerate(contents):
        file = folder / f"test_{number}.py"
        file.write_text(content)
        bare = ("-p", "no:django", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", str(folder))
        parts.append(test.Part(f"Part {number}", (str(file), *bare)))
    parts.append(test.Part("Last", parts[0].arguments, needs="chromium"))
    monkeypatch.setattr(test, "PARTS", parts)
    monkeypatch.setattr(test, "ROOT", folder)
    monkeypatch.setattr(system, "install_missing", lambda: lacking)
    monkeypatch.setattr(sys, "argv", ["test"])
    return test.main()


def test_all_parts_that_pass_are_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert ends(monkeypatch, tmp_path, WELL, lacking=[]) == 0


def test_part_left_out_is_not_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(monkeypatch, tmp_path, WELL, lacking=["chromium"]) == 1
    assert "Last: LEFT OUT, chromium is missing" in capsys.readouterr().out


@pytest.mark.parametrize("content", [EMPTY, "def test_wrong(): assert False"])
def test_part_without_tests_or_with_a_failing_one_is_not_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    assert ends(monkeypatch, tmp_path, WELL, content, lacking=[]) == 1
