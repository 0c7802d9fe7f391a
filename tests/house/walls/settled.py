# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The two towns, settled once for each process in a database of their own."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from copy import deepcopy

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.house.walls.towns import Town, settle
from tests.plugins.databases import copied_database

Settled = tuple[tuple[Town, Town], Callable[[], AbstractContextManager[None]]]


@pytest.fixture(scope="session")
def settled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Settled]:
    """Settle two councils in a database of their own, once for each process."""
    with copied_database("towns") as inside:
        with django_db_blocker.unblock(), inside():
            towns = settle("a", country="DK", language="da"), settle("b", country="SE", language="sv")
        yield towns, inside


@pytest.fixture
def in_the_towns(settled: Settled) -> Iterator[tuple[Town, Town]]:
    """Go to the two councils; what a test writes there is taken back, and so is what it says of them."""
    towns, inside = settled
    with inside():
        yield deepcopy(towns)
