# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A page asks the same few things of the database however many people, ratings and lines there are."""

import pytest

from tests.house.walls import access, growth
from tests.house.walls.towns import Town


# How many statements a page takes is its own matter, whatever they are put to.
@pytest.mark.sqlite
def test_page_takes_as_few_statements_in_a_large_council(towns: tuple[Town, Town]) -> None:
    people = ("anonymous", "employee", "digital_office", "administrator")

    assert growth.findings(towns[0], {person: access.visitor_of(*towns, person) for person in people}) == []
