# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The packs of the portfolio: complete, plain, and nothing in them invented as fact."""

from dataclasses import replace
from datetime import date

import pytest

from leadroom.accounts.models import Country
from leadroom.portfolio.models import (
    LegalBasis,
    LevelKind,
    TeamKind,
    demanded,
    presets,
    sizes,
)

STATUSES = {"current", "proposed", "voluntary", "in_operation", "closed", "unknown"}


@pytest.mark.parametrize(("country", "count"), [("DK", 48), ("SE", 11), ("GB", 6)])
def test_each_country_has_its_initiatives(country, count):
    assert len(demanded(country)) == count


def test_keys_are_given_once_and_every_line_has_its_source():
    every = {each for country in Country.values for each in demanded(country)}

    assert len({each.key for each in every}) == len(every) == 61
    assert [each.key for each in every if not (each.source and each.url.startswith("http"))] == []
    assert {each.status for each in every} <= STATUSES
    assert {each.legal_basis for each in every} <= {"", *LegalBasis.values}


@pytest.mark.parametrize(("country", "language"), [("DK", "da"), ("SE", "sv"), ("GB", "en")])
def test_all_is_there_in_the_councils_language(country, language):
    for each in demanded(country):
        assert getattr(each.title, language)
        assert getattr(each.note, language)
        assert each.source.to(language)


def test_no_bill_inquiry_or_purchase_is_taken_for_a_law():
    every = {each for country in Country.values for each in demanded(country)}
    unsure = ("Bill", "bill", "inquiry", "Prop.", "KOMBIT")

    assert [
        each.key
        for each in every
        if each.legal_basis == "LAW" and any(word in each.source.en for word in unsure)
    ] == []


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("2027", date(2027, 12, 31)),
        ("2028-02", date(2028, 2, 29)),
        ("2025-12-01", date(2025, 12, 1)),
        ("", None),
    ],
)
def test_deadline_that_is_not_a_day_is_the_last_day_of_its_time(said, due):
    first = demanded("DK")[0]

    assert replace(first, deadline=said).due == due


def test_every_level_of_every_size_has_work_for_the_receiving_unit():
    for size in sizes():
        kinds = [level.kind for level in size.levels]

        assert 2 <= len(kinds) <= 4
        assert kinds == LevelKind.values[: len(kinds)]
        assert all(level.effort[TeamKind.SERVICE_UNIT] > 0 for level in size.levels)
        assert [level.value for level in size.levels] == sorted(level.value for level in size.levels)
        assert {kind for level in size.levels for kind in {*level.effort, *level.running}} <= set(
            TeamKind.values
        )


def test_presets_name_teams_of_known_kinds_with_a_receiving_unit():
    for preset in presets():
        kinds = {team.kind for team in preset.teams}

        assert TeamKind.SERVICE_UNIT in kinds <= set(TeamKind.values)
        assert all(team.line_work + team.absence < 100 for team in preset.teams)
