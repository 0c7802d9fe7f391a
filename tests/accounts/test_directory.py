# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory of councils: loaded from its pack, whole or not at all."""

import csv

import pytest
from django.core.management import call_command

from leadroom.accounts import actions, queries
from leadroom.accounts.models import DirectoryCouncil
from leadroom.kit import packs

ROW = {
    "country": "DK",
    "code": "0101",
    "name": "København",
    "type": "Municipality",
    "region_code": "1084",
    "region": "Region Hovedstaden",
    "population": "632340",
    "lat": "55.68",
    "lon": "12.56",
}


def load(*rows):
    """Load rows as if they stood in a file."""
    return actions.load_directory(enumerate(rows, start=2), pack="directory@test")


def test_command_loads_all_rows_and_twice_is_once(db):
    for _ in range(2):
        call_command("load_directory", verbosity=0)

    counts = {
        country: DirectoryCouncil.objects.filter(country=country).count() for country in ("DK", "SE", "GB")
    }
    assert counts == {"DK": 98, "SE": 290, "GB": 382}


def test_file_has_leading_zeros_and_every_cell():
    with (packs.folder_of("directory") / "councils.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    assert all(all(row.values()) for row in rows)
    assert {len(row["code"]) for row in rows if row["country"] in {"DK", "SE"}} == {4}


def test_changed_row_is_changed(db):
    load(ROW)
    load(ROW | {"population": "650000"})

    assert DirectoryCouncil.objects.get().population == 650000


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"population": "many"}, "Row 3: invalid literal"),
        ({"country": "NO"}, "Row 3: country:"),
        ({"lat": ""}, "Row 3: could not convert"),
        ({}, "Row 3: DK 0101 is there already."),
    ],
)
def test_wrong_row_is_named_and_nothing_is_loaded(db, wrong, said):
    with pytest.raises(actions.BadRows) as problem:
        load(ROW, ROW | wrong)

    assert problem.value.problems[0].startswith(said)
    assert DirectoryCouncil.objects.count() == 0


def test_missing_column_is_named(db):
    with pytest.raises(actions.BadRows, match="the column region is missing"):
        load({name: text for name, text in ROW.items() if name != "region"})


def test_search_finds_by_part_of_the_name_in_one_country(db):
    load(ROW, ROW | {"country": "SE", "code": "0180", "name": "Københavnsby"})

    assert [row.name for row in queries.directory("benha", country="DK")] == ["København"]
    assert queries.directory("", country="DK") == []
