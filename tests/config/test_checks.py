# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Leadroom refuses to start where it would be unsafe, and says why in plain words."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import ConnectionHandler, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import Settings

from leadroom.config import checks, env
from tests.config.starting import PRODUCTION, leadroom, manage
from tests.plugins.databases import migrate
from tools import postgresql

Open = Callable[[dict[str, Any]], BaseDatabaseWrapper]


@pytest.fixture
def production(settings: Settings) -> Settings:
    settings.DEMO = False
    settings.DEBUG = False
    settings.SECRET_KEY = PRODUCTION["LEADROOM_SECRET_KEY"]
    settings.ALLOWED_HOSTS = ["leadroom.example"]
    settings.SITE_URL = "https://leadroom.example"
    return settings


def test_safe_settings_have_no_problem(production: Settings) -> None:
    assert list(checks.settings_problems(settings)) == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DEBUG", True, "LEADROOM_DEBUG is on"),
        ("SECRET_KEY", "", "LEADROOM_SECRET_KEY is missing or too easy to guess"),
        ("SECRET_KEY", "short", "LEADROOM_SECRET_KEY is missing or too easy to guess"),
        ("SECRET_KEY", "x" * 80, "LEADROOM_SECRET_KEY is missing or too easy to guess"),
        ("ALLOWED_HOSTS", [], "LEADROOM_HOSTS is empty"),
        ("ALLOWED_HOSTS", ["*"], "LEADROOM_HOSTS has a wildcard (*)"),
        ("ALLOWED_HOSTS", ["a.example", ".example"], "LEADROOM_HOSTS has a wildcard (.example)"),
        ("SITE_URL", "http://leadroom.example", "LEADROOM_URL must begin with https://"),
    ],
)
def test_unsafe_production_is_told(production: Settings, name: str, value: object, said: str) -> None:
    setattr(production, name, value)

    problems = list(checks.settings_problems(settings))

    assert [problem.startswith(said) for problem in problems] == [True]


@pytest.mark.parametrize(
    ("name", "value"),
    [("ALLOWED_HOSTS", ["*"]), ("ALLOWED_HOSTS", ["demo.example"]), ("SITE_URL", "http://192.0.2.7:8000")],
)
def test_demo_for_strangers_is_told(settings: Settings, name: str, value: object) -> None:
    settings.ALLOWED_HOSTS = ["localhost"]
    setattr(settings, name, value)

    problems = list(checks.settings_problems(settings))

    assert [problem.split(",")[0] for problem in problems] == ["a demo lets anybody step into anybody"]


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("command", "variables", "said"),
    [
        ("worker", {**PRODUCTION, "LEADROOM_DEBUG": "1"}, "LEADROOM_DEBUG is on"),
        ("serve", {**PRODUCTION, "LEADROOM_DEBUG": "1"}, "LEADROOM_DEBUG is on"),
        ("serve", {**PRODUCTION, "LEADROOM_SECRET_KEY": "short"}, "LEADROOM_SECRET_KEY is missing"),
        ("serve", {**PRODUCTION, "LEADROOM_HOSTS": "*"}, "LEADROOM_HOSTS has a wildcard"),
        (
            "serve",
            {"LEADROOM_MODE": "demo", "LEADROOM_HOSTS": "demo.example"},
            "a demo lets anybody step into anybody",
        ),
        ("serve", {"LEADROOM_MODE": "staging"}, "LEADROOM_MODE must be production or demo"),
    ],
)
def test_process_refuses_to_start(tmp_path: Path, command: str, variables: dict[str, str], said: str) -> None:
    ended = leadroom(command, folder=tmp_path, **variables)

    assert (ended.returncode, ended.stdout) == (1, "")
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.sqlite
def test_any_other_server_is_refused_too(tmp_path: Path) -> None:
    ended = manage(
        "shell", "-c", "import leadroom.config.wsgi", folder=tmp_path, **PRODUCTION, LEADROOM_DEBUG="1"
    )

    assert ended.returncode == 1
    assert "LEADROOM_DEBUG is on" in ended.stderr


@pytest.mark.sqlite
def test_demo_listens_on_this_machine_only(tmp_path: Path) -> None:
    ended = leadroom("serve", "--host", "0.0.0.0", folder=tmp_path, LEADROOM_MODE="demo")  # noqa: S104

    assert (ended.returncode, "listens on this machine only" in ended.stderr) == (1, True)


@pytest.mark.sqlite
def test_django_has_no_warning_for_the_shipped_production_settings(tmp_path: Path) -> None:
    ended = manage("check", "--deploy", "--fail-level", "WARNING", folder=tmp_path, **PRODUCTION)

    assert (ended.returncode, ended.stdout) == (0, "System check identified no issues (0 silenced).\n"), (
        ended.stderr
    )


# SQLite


@pytest.fixture
def opened(db: None) -> Iterator[Open]:
    """Return a way to open a database by its settings, beside the tests' own."""
    handlers = []

    def make(database: dict[str, Any]) -> BaseDatabaseWrapper:
        handlers.append(ConnectionHandler({"default": database}))
        return handlers[-1]["default"]

    yield make
    for handler in handlers:
        handler["default"].close()


def sqlite(folder: Path, old: str = "", new: str = "", **options: Any) -> dict[str, Any]:
    """Return our own SQLite settings with something changed."""
    database = env.database(folder)
    commands = (
        database["OPTIONS"]["init_command"].replace(old, new) if old else database["OPTIONS"]["init_command"]
    )
    return {**database, "OPTIONS": {**database["OPTIONS"], "init_command": commands, **options}}


@pytest.mark.sqlite
def test_our_own_sqlite_settings_are_durable(opened: Open, tmp_path: Path) -> None:
    assert list(checks.database_problems(opened(sqlite(tmp_path)))) == []


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"old": "journal_mode=WAL", "new": "journal_mode=DELETE"},
            "SQLite's journal_mode must be WAL, not delete.",
        ),
        ({"old": "synchronous=FULL", "new": "synchronous=NORMAL"}, "SQLite's synchronous must be FULL"),
        ({"old": "synchronous=FULL", "new": "synchronous=OFF"}, "SQLite's synchronous must be FULL"),
        ({"old": "foreign_keys=ON", "new": "foreign_keys=OFF"}, "SQLite's foreign_keys must be ON"),
        ({"timeout": 4.9}, "SQLite's busy timeout must be at least 5 seconds"),
        ({"transaction_mode": "DEFERRED"}, "SQLite's transaction_mode must be IMMEDIATE"),
        ({"transaction_mode": None}, "SQLite's transaction_mode must be IMMEDIATE"),
    ],
)
def test_sqlite_that_could_lose_is_told(
    opened: Open, tmp_path: Path, changed: dict[str, Any], said: str
) -> None:
    problems = list(checks.database_problems(opened(sqlite(tmp_path, **changed))))

    assert [problem.startswith(said.rstrip(".")) for problem in problems] == [True]


@pytest.mark.sqlite
@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_sqlite_on_a_network_share_is_told(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\nserver:/share {tmp_path} {kind} rw 0 0\n")
    told = checks.file_system_of(tmp_path / "leadroom.sqlite3", mounts)
    monkeypatch.setattr(checks, "file_system_of", lambda _path: told)

    problems = list(checks.database_problems(opened(sqlite(tmp_path))))

    assert told == kind
    assert [f"network file system ({kind})" in problem for problem in problems] == [True]


@pytest.mark.sqlite
def test_database_out_of_reach_is_told(opened: Open, tmp_path: Path) -> None:
    problems = list(checks.database_problems(opened(sqlite(tmp_path / "nowhere"))))

    assert [problem.startswith("the database cannot be reached") for problem in problems] == [True]


# PostgreSQL


@pytest.fixture(scope="module")
def careful() -> Iterator[postgresql.Server]:
    """Start a PostgreSQL that keeps its promises, with Leadroom's tables in it."""
    server = postgresql.Server.start(careful=True)
    server.create_database("leadroom")
    migrate(LEADROOM_DATABASE=server.address(postgresql.OWNER, "leadroom"))
    yield server
    server.stop()


def on(server: postgresql.Server, role: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return Django's settings for a role on a server."""
    monkeypatch.setenv("LEADROOM_DATABASE", server.address(role, "leadroom"))
    return env.database(Path())


@pytest.mark.postgresql
def test_careful_postgresql_as_the_serving_role_is_safe(
    opened: Open, careful: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(checks.database_problems(opened(on(careful, postgresql.SERVING, monkeypatch)))) == []


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("postgres", "it connects to PostgreSQL as postgres, a superuser"),
        (postgresql.OWNER, "the PostgreSQL role leadroom_owner has BYPASSRLS"),
        (postgresql.BACKUP, "the PostgreSQL role leadroom_backup has BYPASSRLS"),
    ],
)
def test_role_for_which_no_wall_stands_is_told(
    opened: Open, careful: postgresql.Server, monkeypatch: pytest.MonkeyPatch, role: str, said: str
) -> None:
    problems = list(checks.database_problems(opened(on(careful, role, monkeypatch))))

    assert [problem.startswith(said) for problem in problems] == [True]


@pytest.mark.postgresql
def test_role_that_acts_for_the_owner_is_told(
    opened: Open, careful: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with careful.connect() as connection:
        connection.execute("CREATE ROLE deputy LOGIN IN ROLE leadroom_owner")

    problems = list(checks.database_problems(opened(on(careful, "deputy", monkeypatch))))

    assert [
        problem.startswith("the PostgreSQL role deputy owns tables, or acts") for problem in problems
    ] == [True]


@pytest.mark.postgresql
def test_postgresql_that_does_not_wait_for_its_disk_is_told(
    opened: Open, careful: postgresql.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with careful.connect() as connection:
        connection.execute(
            "CREATE ROLE hasty LOGIN; ALTER ROLE hasty SET synchronous_commit = off; "
            "GRANT CONNECT ON DATABASE leadroom TO hasty"
        )

    problems = list(checks.database_problems(opened(on(careful, "hasty", monkeypatch))))

    assert problems == [
        "PostgreSQL's synchronous_commit must be on: a power cut would take confirmed answers with it."
    ]


@pytest.mark.postgresql
def test_the_tests_own_careless_postgresql_would_be_refused(db: None) -> None:
    problems = list(checks.database_problems(connection))

    assert [problem.split()[1] for problem in problems] == ["fsync", "full_page_writes", "synchronous_commit"]


def test_old_secret_keys_are_known(tmp_path: Path) -> None:
    variables = {**PRODUCTION, "LEADROOM_OLD_SECRET_KEYS": "newest-of-old, older"}

    said = manage("diffsettings", folder=tmp_path, **variables).stdout

    assert "SECRET_KEY_FALLBACKS = ['newest-of-old', 'older']" in said
