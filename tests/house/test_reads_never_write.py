# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A GET changes no room's table.

The guard (`tests/plugins/reads.py`) is on in the whole run, so the access table's GETs are
watched too; here it is asked directly, and shown to see.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from leadroom.accounts.models import Actor, Unit
from leadroom.kit import doors
from tests.house.walls import access, reads
from tests.house.walls.towns import Town

STATEMENTS = {
    'SELECT "people_rating"."id" FROM "people_rating" FOR UPDATE': None,
    "SELECT set_config('leadroom.council', '1', true)": None,
    'SAVEPOINT "s1"': None,
    'INSERT INTO "people_rating" ("id") VALUES (1)': "people_rating",
    "INSERT OR IGNORE INTO people_rating VALUES (1)": "people_rating",
    'UPDATE "people_rating" SET "note" = %s': "people_rating",
    "  delete from people_rating": "people_rating",
    'WITH gone AS (DELETE FROM "people_rating" RETURNING *) SELECT 1': "people_rating",
    'TRUNCATE TABLE "people_rating"': "people_rating",
}


@pytest.mark.sqlite
@pytest.mark.parametrize("person", ["anonymous", "employee", "administrator"])
def test_no_look_of_anybody_writes(person: str, towns: tuple[Town, Town]) -> None:
    assert reads.findings(access.visitor_of(*towns, person), towns[0], person) == []


def test_a_get_that_writes_fails_in_any_test(
    ada: Actor, browser_of: Callable[[Actor], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "ask", lambda door, actor: [Unit.objects.create(name=door)])

    with pytest.raises(reads.GetWrote, match="accounts_unit"):
        browser_of(ada).get("/about/")


@pytest.mark.parametrize("statement", STATEMENTS)
def test_written_names_the_table_a_statement_writes(statement: str) -> None:
    assert reads.written(statement) == STATEMENTS[statement]
