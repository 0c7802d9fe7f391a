# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A council's rows, and the walls around them, live through a change of names in both directions."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from leadroom.accounts.models import Actor, Council
from leadroom.kit.tenancy import council
from leadroom.people import actions
from leadroom.people.models import Answer, Scope, Sitting
from tests.conftest import join
from tests.plugins import databases

BEFORE, AFTER = "0003_evidence", "0004_sitting"
NAMES = {BEFORE: ("people_profiling", "profiling_id"), AFTER: ("people_sitting", "sitting_id")}


def migrate(*target: str) -> None:
    """Go to one point of a room's history as the tables' owner, as an operator would."""
    if databases.is_postgresql():
        owner, name = databases.postgresql.OWNER, connection.settings_dict["NAME"]
        databases.migrate(*target, LEADROOM_DATABASE=databases.server().address(owner, name))
    else:
        call_command("migrate", *target, skip_checks=True, verbosity=0)


@pytest.fixture
def restored(transactional_db: None) -> Iterator[None]:
    """Leave the tables as the newest migration makes them, whatever happens on the way."""
    yield
    migrate()


@pytest.fixture
def two(restored: None) -> list[tuple[Actor, Sitting]]:
    """Return a person with an answered sitting in each of two councils."""
    return [_answered(key) for key in ("fjordby", "granasa")]


def _answered(key: str) -> tuple[Actor, Sitting]:
    here = Council.objects.create(key=key, name=key, country="DK", language="da")
    actor = join(here, "Bo")
    with council(here.pk, user_id=actor.user.pk):
        sitting = actions.start(by=actor, scope=Scope.FULL, role_profile="employee")
        actions.answer(
            sitting,
            by=actor,
            competency="data-protection",
            answer=Answer.AWARE,
            note="kept",
            seen=0,
            token=uuid4(),
        )
    return actor, sitting


def rows(actor: Actor, point: str) -> list[Any]:
    """Return every column of the person's ratings, each with its sitting."""
    table, column = NAMES[point]
    with council(actor.person.council_id), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column}, r.id, r.number, r.answer, r.note, r.token, r.rated_at, s.key, s.scope, s.started_at"
            f" FROM people_rating r JOIN {table} s ON s.id = r.{column} WHERE r.person_id = %s",
            [actor.person.pk],
        )
        return cursor.fetchall()


def lead_astray(actor: Actor, sitting: Sitting, point: str) -> None:
    """Hang a person's ratings on another council's sitting."""
    _table, column = NAMES[point]
    with council(actor.person.council_id), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE people_rating SET {column} = %s", [sitting.pk])


def test_sittings_keep_their_rows_and_walls_through_the_new_name(two: list[tuple[Actor, Sitting]]) -> None:
    (bo, _own), (other, anothers) = two
    kept = [rows(bo, AFTER), rows(other, AFTER)]

    for point, way in ((BEFORE, ("people", BEFORE)), (AFTER, ())):
        migrate(*way)

        assert [rows(bo, point), rows(other, point)] == kept != [[], []]
        with pytest.raises(IntegrityError):
            lead_astray(bo, anothers, point)
        assert rows(bo, point) == kept[0]
