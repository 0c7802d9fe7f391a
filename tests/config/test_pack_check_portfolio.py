# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""`leadroom pack check` over what others demand, and over the example levels and teams."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings

from leadroom.config.packs import check, portfolio
from leadroom.portfolio.models import LegalBasis, LevelKind, TeamKind
from leadroom.portfolio.pictures.packs import STATUSES
from tests.config.test_pack_check import change

DK, SIZES, PRESETS = "initiatives/initiatives/dk.yaml", "levels/sizes.yaml", "levels/presets.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with copies of the two packs that we ship."""
    shipped = next(path for path in settings.PACK_FOLDERS if (path / "initiatives").is_dir())
    for name in ("initiatives", "levels"):
        shutil.copytree(shipped / name, tmp_path / name)
    return tmp_path


def test_packs_that_we_ship_have_no_problem(folder: Path) -> None:
    assert check([folder]) == []


def test_check_knows_the_words_that_the_room_knows() -> None:
    assert set(portfolio.STATUSES) == set(STATUSES)
    assert set(portfolio.LEVELS) == set(LevelKind.values)
    assert set(portfolio.KINDS) == set(TeamKind.values)
    assert set(portfolio.BASES) < set(LegalBasis.values)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (DK, "key: digital-consent", "key: Digital Consent", "“Digital Consent” is not a key"),
        (DK, "key: digital-consent", f"key: {'x' * 41}", f"The key “{'x' * 41}” is too long: at most 40"),
        (DK, "key: digital-consent", "key: digital-inclusion", "“digital-inclusion” is used twice"),
        (DK, "status: current", "status: soon", "“soon” is not known here. Use one of: current,"),
        (DK, "status: current", "state: current", "Nobody reads “state”."),
        (DK, "legal_basis: AGREEMENT", "legal_basis: BILL", "“BILL” is not known here."),
        (DK, 'start: "2026"', 'start: "next year"', "“next year” is not a date"),
        (DK, 'start: "2026"', 'start: "2026-13"', "“2026-13” is not a date"),
        (DK, 'url: "https://dsjc.dk', 'url: "dsjc.dk', "“dsjc.dk"),
        (DK, 'title: {en: "Stronger focus on digital inclusion"', 'title: {en: ""', "The text in “en” is empty."),
        (DK, 'note: {en: "', 'note: {nb: "x", en: "', "“nb” is not one of the languages"),
        (DK, 'source: {en: "', 'source: {da: "', "The text in “en” is missing."),
        (DK, 'deadline: "2026-12-31"', 'deadline: "2024"', "The deadline 2024 comes before the start 2025."),
        (SIZES, "level: LEGAL_MINIMUM", "level: LEAST", "“LEAST” is not known here."),
        (SIZES, "level: LEGAL_MINIMUM, months: 3", "level: LEGAL_MINIMUM, months: 0", "“0” should be a whole number"),
        (SIZES, "DIGITAL_OFFICE: 0.5", "DIGITAL_OFFICE: much", "“much” should be a number from 0 to 1000."),
        (SIZES, "DIGITAL_OFFICE: 0.5", "OFFICE: 0.5", "Nobody reads “OFFICE”."),
        (PRESETS, "line_work: 40", "line_work: 400", "“400” should be a whole number from 0 to 100."),
    ],
)  # fmt: skip
def test_problem_has_its_file_its_line_and_plain_words(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    line = change(folder / file, old, new)

    assert [said for said in check([folder]) if said.startswith(f"{folder / file}:{line}: {message}")]


def test_proposal_that_is_said_to_bind_is_named(folder: Path) -> None:
    line = change(folder / DK, "status: proposed", "status: proposed\n  legal_basis: LAW") + 1

    assert check([folder]) == [
        f"{folder / DK}:{line}: What is only proposed binds nobody yet: leave legal_basis out."
    ]


def test_level_out_of_order_is_said(folder: Path) -> None:
    change(folder / SIZES, "level: USABLE", "level: INTEGRATED")

    assert [said for said in check([folder]) if "levels should be, in this order: LEGAL_MINIMUM" in said]


def test_missing_files_are_said_plainly(folder: Path) -> None:
    (folder / PRESETS).unlink()
    shutil.rmtree(folder / "initiatives" / "initiatives")

    assert check([folder]) == [
        f"{folder / 'initiatives/pack.yaml'}:3: This pack has no initiative: no file in initiatives/.",
        f"{folder / PRESETS}:1: This file is missing.",
    ]
