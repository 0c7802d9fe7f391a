# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables are what the models say, in one line of history for each room."""

from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

ROOMS = [app.label for app in apps.get_app_configs() if app.name.startswith("leadroom.")]


def test_no_migration_is_missing(db: None) -> None:
    out = StringIO()

    try:
        call_command("makemigrations", *ROOMS, check_changes=True, dry_run=True, stdout=out)
    except SystemExit:
        pytest.fail(out.getvalue())


def test_history_is_one_line_with_names_that_tell() -> None:
    loader = MigrationLoader(None)
    ours = [key for key in loader.disk_migrations if key[0] in ROOMS]

    numbers = Counter((label, name.split("_")[0]) for label, name in ours)

    assert [key for key, count in numbers.items() if count > 1] == []
    assert [name for _label, name in ours if "_auto_" in name or name.endswith("_initial")] == []


def test_migrations_do_not_live_in_rooms_without_tables() -> None:
    with_tables = {
        app.label for app in apps.get_app_configs() if list(app.get_models(include_auto_created=True))
    }

    empty = [room for room in ROOMS if room not in with_tables]

    assert [room for room in empty if (Path(apps.get_app_config(room).path) / "migrations").is_dir()] == []
