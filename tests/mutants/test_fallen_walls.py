# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each hole made in the database's own wall is found in its catalogue."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.house.walls import catalogue
from tests.plugins.databases import server
from tools.postgresql import OWNER

ON_POSTGRESQL = {
    "policy dropped": "DROP POLICY council_wall ON people_rating",
    "policy widened": "CREATE POLICY all_of_it ON people_rating USING (true)",
    "policy without its check": "ALTER POLICY council_wall ON people_rating WITH CHECK (true)",
    "policy for reading widened": "ALTER POLICY council_wall ON people_rating USING (true)",
    "security off": "ALTER TABLE people_rating DISABLE ROW LEVEL SECURITY",
    "security not forced": "ALTER TABLE people_rating NO FORCE ROW LEVEL SECURITY",
    "link let go": "ALTER TABLE people_rating DROP CONSTRAINT wall_people_rating_person_id",
    "unique over all": "CREATE UNIQUE INDEX loose ON accounts_unit (name)",
    "open view": "CREATE VIEW all_ratings AS SELECT * FROM people_rating",
    "function of the owner": "CREATE FUNCTION f() RETURNS bigint SECURITY DEFINER LANGUAGE sql AS 'SELECT count(*) FROM people_rating'",
    "table in no class": "CREATE TABLE people_diary (id bigint)",
    "backup that writes": "GRANT UPDATE ON people_rating TO leadroom_backup",
    "server that empties": "GRANT TRUNCATE ON people_rating TO leadroom_app",
    "server that creates": "GRANT CREATE ON SCHEMA public TO leadroom_app",
    "server that owns": "ALTER TABLE people_rating OWNER TO leadroom_app",
    "server above all walls": "ALTER ROLE leadroom_app BYPASSRLS",
}
BY_THE_SUPERUSER = {"server that owns", "server above all walls"}
ON_SQLITE = {
    "trigger lost": "DROP TRIGGER wall_people_rating_person_id_insert",
    "trigger that does nothing": (
        "DROP TRIGGER wall_people_rating_person_id_update; CREATE TRIGGER wall_people_rating_person_id_update "
        "BEFORE UPDATE ON people_rating BEGIN SELECT 1; END"
    ),
    "unique over all": "CREATE UNIQUE INDEX loose ON accounts_unit (name)",
    "view": "CREATE VIEW all_ratings AS SELECT * FROM people_rating",
    "table in no class": "CREATE TABLE people_diary (id integer)",
}


@contextmanager
def broken_on_postgresql(hole: str) -> Iterator[Any]:
    """Make a hole, look with a cursor inside the same transaction, and take all back."""
    who = "postgres" if hole in BY_THE_SUPERUSER else OWNER
    address = {"host": str(server().folder), "user": who, "dbname": connection.settings_dict["NAME"]}
    with (
        psycopg.connect(**address) as owner,
        owner.transaction(force_rollback=True),
        owner.cursor() as cursor,
    ):
        cursor.execute("SET LOCAL lock_timeout = '10s'")
        cursor.execute(ON_POSTGRESQL[hole])
        yield cursor


@pytest.mark.postgresql
@pytest.mark.parametrize("hole", ON_POSTGRESQL)
def test_hole_is_found_on_postgresql(hole: str, transactional_db: None) -> None:
    with connection.cursor() as cursor:
        assert catalogue.findings(cursor, "postgresql") == []
    connection.close()

    with broken_on_postgresql(hole) as cursor:
        found = catalogue.findings(cursor, "postgresql")

    assert found != []


@pytest.mark.sqlite
@pytest.mark.parametrize("hole", ON_SQLITE)
def test_hole_is_found_on_sqlite(hole: str, db: None) -> None:
    with connection.cursor() as cursor:
        assert catalogue.findings(cursor, "sqlite") == []
        for statement in ON_SQLITE[hole].split("; CREATE TRIGGER"):
            cursor.execute(
                statement if statement.startswith(("DROP", "CREATE")) else f"CREATE TRIGGER{statement}"
            )

        assert catalogue.findings(cursor, "sqlite") != []
