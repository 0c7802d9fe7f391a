# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Gives every pytest process a database of its own, made from one that was migrated once.

`LEADROOM_TEST_DATABASE=postgresql` starts a throwaway PostgreSQL and runs the tests as the
role that serves, never as the owner; otherwise they run on SQLite.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import pytest

from tools import postgresql

ROOT = Path(__file__).resolve().parent.parent.parent
KIND = "LEADROOM_TEST_DATABASE"
SERVER = "LEADROOM_TEST_SERVER"
OURS = re.compile(r"LEADROOM_(TEST_.*|CHROMIUM|HYPOTHESIS|STARTED_AT)$")
TEMPLATE = "leadroom_template"
KEPT = frozenset({"django_migrations", "django_content_type", "auth_permission"})


def is_postgresql() -> bool:
    """Say whether this run is on PostgreSQL."""
    kind = os.environ.get(KIND) or "sqlite"
    if kind not in {"sqlite", "postgresql"}:
        raise pytest.UsageError(f"{KIND} must be sqlite or postgresql, not “{kind}”.")
    return kind == "postgresql"


def server() -> postgresql.Server:
    """Return the throwaway server of this run."""
    return postgresql.Server(Path(os.environ[SERVER]))


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Start the server before Django's settings are read; processes of xdist inherit it."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    _forget_the_installation(early_config)
    if is_postgresql():
        started = postgresql.Server.start()
        os.environ[SERVER] = str(started.folder)
        os.environ["LEADROOM_DATABASE"] = started.address(postgresql.SERVING, TEMPLATE)
        early_config.add_cleanup(started.stop)


def _forget_the_installation(early_config: pytest.Config) -> None:
    """Keep tests off the data of whoever runs them, and out of reach of what she has set."""
    for name in [name for name in os.environ if name.startswith("LEADROOM_") and not OURS.match(name)]:
        del os.environ[name]
    folder = tempfile.mkdtemp(prefix="leadroom-data-")
    os.environ["LEADROOM_DATA"] = folder
    early_config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks."""
    config.addinivalue_line("markers", "slow: takes long; left out of `make soak`")
    config.addinivalue_line("markers", "sqlite: is about SQLite, or the same on either and tried there")
    config.addinivalue_line("markers", "postgresql: is about PostgreSQL alone")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about the other database; on PostgreSQL also what needs no database at all."""
    here = [item for item in items if _belongs(item)]
    if len(here) < len(items):
        config.hook.pytest_deselected(items=[item for item in items if item not in set(here)])
        items[:] = here


def _belongs(item: pytest.Item) -> bool:
    if not is_postgresql():
        return item.get_closest_marker("postgresql") is None
    if item.get_closest_marker("sqlite"):
        return False
    needs = {"db", "transactional_db", "django_db_reset_sequences"} & set(getattr(item, "fixturenames", ()))
    return bool(needs or item.get_closest_marker("django_db") or item.get_closest_marker("postgresql"))


@contextmanager
def own_database() -> Iterator[None]:
    """Make this process its own database and point Django at it."""
    with _on_postgresql(_worker()) if is_postgresql() else _on_sqlite(_worker()) as name, _used(name):
        yield


@contextmanager
def copied_database(kind: str) -> Iterator[Callable[[], AbstractContextManager[None]]]:
    """Make this process one more empty database; yield the way in, for what is to be there before every test."""
    name = f"leadroom_{_worker()}_{kind}"
    if is_postgresql():
        server().create_database(name, template=TEMPLATE)
        yield lambda: _used(name)
        return
    with tempfile.TemporaryDirectory(prefix="leadroom-", dir=postgresql.memory_folder()) as folder:
        copy = Path(folder) / f"{name}.sqlite3"
        shutil.copyfile(sqlite_template(), copy)
        yield lambda: _used(str(copy))


def _worker() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "alone")


@contextmanager
def _used(name: str) -> Iterator[None]:
    """Point Django at this database while inside."""
    from django.db import connections  # noqa: PLC0415 - the settings are not there when this plugin is loaded

    connection = connections["default"]
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = before


@contextmanager
def _on_postgresql(worker: str) -> Iterator[str]:
    name = f"leadroom_{worker}"
    with _alone(Path(os.environ[SERVER]) / "template.lock"):
        if not _has_template():
            _make_postgresql_template()
        server().create_database(name, template=TEMPLATE)
    with _flushed_by_the_owner(name):
        yield name


def _make_postgresql_template() -> None:
    unfinished = f"{TEMPLATE}_unfinished"
    server().create_database(unfinished)
    migrate(LEADROOM_DATABASE=server().address(postgresql.OWNER, unfinished))
    with server().connect() as connection:
        connection.execute(f"ALTER DATABASE {unfinished} RENAME TO {TEMPLATE}")


def _has_template() -> bool:
    with server().connect() as connection:
        return bool(connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [TEMPLATE]).fetchone())


@contextmanager
def _flushed_by_the_owner(name: str) -> Iterator[None]:
    from django.test import TransactionTestCase  # noqa: PLC0415 - as above

    before = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda _self: server().truncate(name, keep=KEPT)
    try:
        yield
    finally:
        TransactionTestCase._fixture_teardown = before


@contextmanager
def _on_sqlite(worker: str) -> Iterator[str]:
    template = sqlite_template()
    # A folder in memory: a durable commit there costs nothing.
    with tempfile.TemporaryDirectory(prefix="leadroom-", dir=postgresql.memory_folder()) as folder:
        own = Path(folder) / f"{worker}.sqlite3"
        shutil.copyfile(template, own)
        yield str(own)


def sqlite_template() -> Path:
    """Return an empty, migrated SQLite file to copy; made anew when a migration has changed."""
    cache = ROOT / ".pytest_cache" / "leadroom"
    cache.mkdir(parents=True, exist_ok=True)
    template = cache / f"tables-{_fingerprint()}.sqlite3"
    with _alone(cache / "template.lock"):
        if not template.exists():
            _make_sqlite_template(template)
    return template


def _make_sqlite_template(template: Path) -> None:
    for old in template.parent.glob("tables-*.sqlite3"):
        with suppress(FileNotFoundError):
            old.unlink()
    with tempfile.TemporaryDirectory(prefix="leadroom-", dir=postgresql.memory_folder()) as folder:
        migrate(LEADROOM_DATA=folder, LEADROOM_DATABASE="")
        made = template.with_suffix(".part")
        shutil.copyfile(Path(folder) / "leadroom.sqlite3", made)
        made.replace(template)


def _fingerprint() -> str:
    """Return a hash of all that decides what the tables look like."""
    sources = [
        *ROOT.glob("leadroom/*/migrations/*.py"),
        *ROOT.glob("leadroom/kit/*.py"),
        ROOT / "requirements-dev.lock",
    ]
    known = hashlib.sha256()
    for path in sorted(sources):
        known.update(path.read_bytes())
    return known.hexdigest()[:16]


def migrate(*target: str, **environment: str) -> None:
    """Run the migrations in a process of their own, as an operator would; to a point of one room's history."""
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "leadroom.config.settings",
        "LEADROOM_MODE": "demo",
        **environment,
    }
    command = [sys.executable, str(ROOT / "manage.py"), "migrate", *target, "--skip-checks", "--verbosity=0"]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The migrations failed:\n{done.stderr[-3000:]}")


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
