# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Another council's thing, another person's thing and a missing one cannot be told apart.

Status, body and headers are the same, and so is the work done for them, which is what the time comes from.
"""

import pytest

from tests.house.walls import access, routes, twins, work
from tests.house.walls.towns import Town


# On PostgreSQL the wall hides another's row as if it were missing; here our own code must do it.
@pytest.mark.sqlite
@pytest.mark.parametrize("person", work.OWN)
def test_anothers_thing_is_like_a_missing_one(person: str, towns: tuple[Town, Town]) -> None:
    assert twins.findings(*towns, person, access.visitor_of(*towns, person)) == []


# What is counted is our own work, the same for either database.
@pytest.mark.sqlite
@pytest.mark.parametrize("person", work.kinds())
def test_anothers_thing_is_as_much_work_as_a_missing_one(person: str, towns: tuple[Town, Town]) -> None:
    assert work.findings(*towns, person, access.visitor_of(*towns, person)) == []


def test_every_id_in_a_route_is_known_to_be_somebodys_or_everybodys(towns: tuple[Town, Town]) -> None:
    known = {(route.name, *route.values(towns[0], "employee")) for route in routes.all_routes()}

    assert len(known) == len(routes.all_routes())
