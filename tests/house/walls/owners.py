# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whose diary a page asks the database for, read from the statements themselves."""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from leadroom.accounts.models import Actor
from tests.house.walls.access import is_offered
from tests.house.walls.bodies import body
from tests.house.walls.routes import all_routes
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor

TABLE = re.compile(r"people_diary(?:entry|draft)")
OF_A_PERSON = re.compile(r'"people_diary(?:entry|draft)"\."person_id" = %s')
Statement = tuple[str, tuple[Any, ...]]


def strangers_read(
    visitor: Visitor, reader: Actor, town: Town, person: str, routes: Collection[str] = ()
) -> list[str]:
    """Find looks that ask for a diary without saying that it is the reader's own."""
    return [
        f"{person} GET {route.name}: {sql}"
        for route in all_routes()
        if (not routes or route.name in routes) and is_offered(route.name, person, "GET")
        for sql, values in _asked(visitor, "GET", route.address(route.values(town, person)))
        if not (OF_A_PERSON.search(sql) and reader.person.pk in values)
    ]


def touched_by(visitor: Visitor, town: Town, person: str) -> set[str]:
    """Return the routes whose posts ask for a diary at all."""
    return {
        route.name
        for route in all_routes()
        if is_offered(route.name, person, "POST")
        for address in [route.address(route.values(town, person))]
        if list(_asked(visitor, "POST", address, body(route.name, town)))
    }


def _asked(
    visitor: Visitor, method: str, address: str, said: dict[str, Any] | None = None
) -> Iterator[Statement]:
    with _noted() as statements:
        visitor.ask(method, address, said)
    yield from (statement for statement in statements if TABLE.search(statement[0]))


@contextmanager
def _noted() -> Iterator[list[Statement]]:
    statements: list[Statement] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append((str(sql), tuple(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield statements
