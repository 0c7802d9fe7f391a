# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tests' own databases: two councils apart, and the roles that the guide gives operators."""

import subprocess
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.utils import Error

from leadroom.accounts.models import Actor, Council, Membership, Unit
from leadroom.config.env import PREPARED, database
from leadroom.kit.tenancy import council
from tests.plugins.databases import server
from tools import postgresql


def test_council_sees_its_own_members(fjordby: Council, ada: Actor, dara: Actor) -> None:
    with council(fjordby.pk):
        members = list(Membership.objects.values_list("user__name", flat=True))

    assert members == ["Ada Fjordby"]


@pytest.mark.parametrize("number", [1, 2])
def test_transactional_tests_begin_empty(transactional_db: None, number: int) -> None:
    before = Council.objects.count()

    Council.objects.create(key="kept", name="Kept", country="DK")

    assert (before, Council.objects.count()) == (0, 1)


@pytest.mark.postgresql
def test_serving_role_is_no_superuser_and_owns_nothing(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        role = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user")
        owned = cursor.fetchone()

    assert role == ("leadroom_app", False, False)
    assert owned == (0,)


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "statement", ["CREATE TABLE mine (id int)", "ALTER TABLE accounts_unit DISABLE ROW LEVEL SECURITY"]
)
def test_serving_role_cannot_change_tables(db: None, statement: str) -> None:
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.postgresql
def test_backup_role_reads_every_council_and_writes_nothing(transactional_db: None) -> None:
    for key in ("fjordby", "granasa"):
        here = Council.objects.create(key=key, name=key, country="DK")
        with council(here.pk):
            Unit.objects.create(name=f"Care in {key}")
    name = connection.settings_dict["NAME"]

    with server().connect("leadroom_backup", name) as backup:
        units = backup.execute("SELECT count(*) FROM accounts_unit").fetchone()
        with pytest.raises(Exception, match="permission denied"):
            backup.execute("DELETE FROM accounts_unit")

    assert units == (2,)


@pytest.mark.postgresql
def test_serving_role_sees_nothing_without_a_council(fjordby: Council, ada: Actor) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_membership")

        assert cursor.fetchone() == (0,)


@pytest.mark.postgresql
def test_backup_restored_as_the_guide_says_has_all_rows_and_its_walls(
    transactional_db: None, tmp_path: Path
) -> None:
    for key in ("fjordby", "granasa"):
        here = Council.objects.create(key=key, name=key, country="DK")
        with council(here.pk):
            Unit.objects.create(name=f"Care in {key}")
    name, dump = connection.settings_dict["NAME"], tmp_path / "leadroom.dump"
    restored = f"{name}_restored"

    run("pg_dump", "--username=leadroom_backup", "--format=custom", f"--file={dump}", name)
    server().create_database(restored)
    run(
        *(
            "pg_restore",
            "--username=leadroom_owner",
            f"--dbname={restored}",
            "--no-owner",
            "--no-privileges",
            str(dump),
        )
    )

    with server().connect(postgresql.BACKUP, restored) as backup:
        units = backup.execute("SELECT count(*) FROM accounts_unit").fetchone()
    with server().connect(postgresql.SERVING, restored) as serving:
        seen = serving.execute("SELECT count(*) FROM accounts_unit").fetchone()
        forced = serving.execute("SELECT count(*) FROM pg_class WHERE relforcerowsecurity").fetchone()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relforcerowsecurity")
        assert (units, seen, forced) == ((2,), (0,), cursor.fetchone())


def run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs against the tests' server."""
    command = [postgresql.programs() / program, f"--host={server().folder}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.postgresql
def test_statements_that_come_again_are_planned_once(fjordby: Council, ada: Actor) -> None:
    def prepared() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%accounts_unit%%'"
            )
            return int(cursor.fetchone()[0])

    before = prepared()
    with council(fjordby.pk):
        for _ in range(PREPARED["prepare_threshold"] + 1):
            list(Unit.objects.filter(name="Prepared here"))

    assert (before, prepared()) == (0, 1)


@pytest.mark.parametrize(("pooled", "options"), [("", PREPARED), ("1", {})])
def test_statements_are_prepared_unless_connections_are_pooled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pooled: str, options: dict[str, object]
) -> None:
    monkeypatch.setenv("LEADROOM_DATABASE", "postgresql://somebody@db.example/leadroom")
    monkeypatch.setenv("LEADROOM_POOLED", pooled)

    assert database(tmp_path)["OPTIONS"] == options
