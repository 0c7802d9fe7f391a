# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may open what: each cell of `access.toml`, by every method."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.walls import access
from tests.house.walls.towns import Town

ROOT = Path(access.__file__).resolve().parents[3]
NAMES = """
import django; django.setup()
from tests.house.walls.routes import all_routes
print(*(route.name for route in all_routes()))
"""


def test_every_route_has_a_row_and_a_body() -> None:
    assert access.rows_astray() == []


@pytest.mark.parametrize("person", access.columns())
def test_every_cell_is_as_the_table_says(person: str, towns: tuple[Town, Town]) -> None:
    assert access.findings(*towns, person) == []


def test_demo_is_not_there_in_production(tmp_path: Path) -> None:
    told = {
        "DJANGO_SETTINGS_MODULE": "leadroom.config.settings",
        "LEADROOM_MODE": "production",
        "LEADROOM_DATA": str(tmp_path),
        "LEADROOM_SECRET_KEY": "k" * 60,
    }
    done = subprocess.run(
        [sys.executable, "-c", NAMES],
        env={**os.environ, **told},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    names = set(done.stdout.split())
    assert names == {name for name in access.table() if not name.startswith("demo_")}
