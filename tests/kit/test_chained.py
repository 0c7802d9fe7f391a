# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Several querysets read as one list: every stretch of it, across the seams."""

from itertools import combinations

import pytest

from leadroom.accounts.models import Unit
from leadroom.kit.chained import Chained
from leadroom.kit.tenancy import council

NAMES = list("abcdefg")


@pytest.fixture
def chained(fjordby):
    """Return seven units in three parts: two, none and five."""
    with council(fjordby.pk):
        Unit.objects.bulk_create(Unit(council=fjordby, name=name) for name in NAMES)
        units = Unit.objects.order_by("name")
        parts = [units.filter(name__lt="c"), units.filter(name="none"), units.filter(name__gte="c")]
        yield Chained(parts, lambda parts: [unit.name for part in parts for unit in part])


def test_whole_is_as_long_as_its_parts(chained):
    assert len(chained) == len(NAMES)


@pytest.mark.parametrize(("start", "stop"), [*combinations(range(len(NAMES) + 3), 2)])
def test_stretch_is_the_same_as_of_one_list(start, stop, chained):
    assert chained[start:stop] == NAMES[start:stop]


def test_row_and_whole_are_those_of_one_list(chained):
    assert (chained[1], chained[-1], list(chained)) == ("b", "g", NAMES)


def test_stretch_within_one_part_asks_that_part_alone(chained, django_assert_num_queries):
    len(chained)

    with django_assert_num_queries(1):
        found = chained[3:5]

    assert found == ["d", "e"]
