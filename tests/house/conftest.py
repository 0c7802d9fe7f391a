# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the guards of the house share: two towns, and a log that keeps quiet about refusals they provoke."""

import logging
from collections.abc import Iterator

import pytest

from tests.house.walls.towns import Town


@pytest.fixture
def towns(in_the_towns: tuple[Town, Town], db: None) -> tuple[Town, Town]:
    """Return two councils with everything in them: ours and the other."""
    return in_the_towns


@pytest.fixture(autouse=True)
def quiet_refusals() -> Iterator[None]:
    """Leave out of the output the hundreds of refusals that a guard asks for."""
    logger = logging.getLogger("django.request")
    before, logger.propagate = logger.propagate, False
    yield
    logger.propagate = before
