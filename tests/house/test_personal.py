# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's own file forgets nothing: every link from a table to her is told, or left out for a reason."""

import pytest

from leadroom.kit.tenancy import council
from leadroom.people import exports, pictures
from leadroom.portfolio.models import Initiative
from tests.house.walls import growth, personal
from tests.house.walls.towns import Town


def test_every_link_to_a_person_is_told_or_left_out_for_a_reason() -> None:
    listed = [*personal.inventory()["told"], *personal.inventory()["not_told"]]

    assert sorted(listed) == sorted(personal.links())
    assert all(personal.inventory()["not_told"].values())


def test_every_part_of_a_persons_file_has_a_name(towns: tuple[Town, Town]) -> None:
    growth.grow(towns[0], 1)

    found = set[str]()
    for actor in towns[0].people.values():
        with council(towns[0].council.pk):
            found |= {"/".join(sheet.path) for sheet in exports.sheets(exports.my_data(actor))}

    assert found - set(pictures.things()) == set()


@pytest.mark.sqlite
def test_what_leads_to_a_person_is_in_her_own_file(towns: tuple[Town, Town]) -> None:
    growth.grow(towns[0], 1)
    with council(towns[0].council.pk):
        leads = {"lead": towns[0].people["manager"].person, "sponsor": towns[0].people["executive"].person}
        Initiative.objects.update(**leads)

    assert personal.untold(towns[0]) == []
