# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Brings an installation's data to where the program is: tables, directory, demo, static files."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from leadroom.accounts.queries import demo_councils

STAMP = "leadroom-collected.json"


def pending_migrations() -> list[str]:
    """Return the names of the migrations that this database has not seen."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def migrate() -> int:
    """Bring the tables up to date; return how many steps that took."""
    settings.DATA.mkdir(parents=True, exist_ok=True)
    steps = len(pending_migrations())
    if steps:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return steps


def weigh_tables() -> None:
    """
    Tell SQLite how its tables have grown; PostgreSQL looks by itself.

    Without it SQLite guesses that a council has ten people, and reads all ten thousand
    to find one. A sample of each table is enough and takes some hundredths of a second.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 400")
            cursor.execute("ANALYZE")


def load_directory() -> None:
    """Bring the public directory of councils up to its pack."""
    call_command("load_directory", verbosity=0)


def has_demo() -> bool:
    """Say whether the invented councils are there."""
    return demo_councils().exists()


def load_demo() -> None:
    """Load the invented councils."""
    call_command("load_demo")


def forget_everything() -> None:
    """Delete the demo's SQLite database; the caller has made sure that it is a demo's."""
    connection.close()
    for ending in ("", "-wal", "-shm"):
        Path(f"{connection.settings_dict['NAME']}{ending}").unlink(missing_ok=True)


def is_collected() -> bool:
    """Say whether the static files served are the ones in the rooms' folders."""
    stamp = Path(settings.STATIC_ROOT) / STAMP
    return stamp.exists() and json.loads(stamp.read_text(encoding="utf-8")) == _static_sources()


def collect_static() -> None:
    """Gather, hash and compress the static files."""
    sources = _static_sources()
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    (Path(settings.STATIC_ROOT) / STAMP).write_text(json.dumps(sources), encoding="utf-8")


def _static_sources() -> dict[str, object]:
    files = {path: [size, changed] for path, size, changed in sorted(_static_files())}
    return {"storage": settings.STORAGES["staticfiles"]["BACKEND"], "files": files}


def _static_files() -> Iterator[tuple[str, int, int]]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            yield name, found.st_size, found.st_mtime_ns
