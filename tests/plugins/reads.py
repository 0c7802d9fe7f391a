# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Makes any GET that writes fail, in every test of the whole run."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def no_get_writes(django_test_environment: None) -> Iterator[None]:
    """Watch every GET of this process."""
    from tests.house.walls.reads import every_get_watched  # noqa: PLC0415 - Django is not there when this is loaded

    with every_get_watched():
        yield
