# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which fields of others each kind of person sees on which page: as `fields.toml` says, and no more."""

import pytest

from tests.house.walls import fields
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor


@pytest.mark.sqlite
@pytest.mark.parametrize("person", fields.PEOPLE)
def test_pages_show_the_fields_of_others_that_the_table_names(person: str, towns: tuple[Town, Town]) -> None:
    mine, _ = towns

    pages = fields.seen(Visitor(mine.people[person]), mine, person)

    assert pages == fields.table()[person], fields.written(person, pages)


@pytest.mark.parametrize("person", fields.PEOPLE)
def test_nobody_sees_what_others_write_for_themselves(person: str) -> None:
    for page, shown in fields.table()[person].items():
        private = {
            field
            for field in shown
            if field.startswith(("people_diary", "people_mirror", "people_note", "people_stage"))
        }

        assert private == set(), page
