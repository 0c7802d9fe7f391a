# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Another council's thing, another person's thing and a missing one give the same status, body and headers."""

import pytest

from tests.house.walls import access, routes, twins
from tests.house.walls.towns import Town

# An invited rater is anonymous as yet.
OWN = [person for person in access.columns() if person not in ("other_administrator", "invited_rater")]


@pytest.mark.parametrize("person", OWN)
def test_anothers_thing_is_like_a_missing_one(person: str, towns: tuple[Town, Town]) -> None:
    assert twins.findings(*towns, person, access.visitor_of(*towns, person)) == []


def test_every_id_in_a_route_is_known_to_be_somebodys_or_everybodys(towns: tuple[Town, Town]) -> None:
    known = {(route.name, *route.values(towns[0], "employee")) for route in routes.all_routes()}

    assert len(known) == len(routes.all_routes())
