# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A GET changes no room's table: watched at the database, for every request of the whole test run.

What a GET may change is listed by table in `tables.toml`.
"""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.handlers.base import BaseHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse

from tests.house.walls.access import is_offered
from tests.house.walls.routes import all_routes
from tests.house.walls.tables import classes
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor

READS = {"GET", "HEAD", "OPTIONS"}
WRITE = re.compile(
    r"\b(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?"
    r"|(?:CREATE|ALTER|DROP)\s+(?:TABLE|INDEX|TRIGGER|VIEW|POLICY))\s+(?:ONLY\s+)?[\"`]?(\w+)",
    re.IGNORECASE,
)
BEGINS = re.compile(r"\s*(?:INSERT|REPLACE|UPDATE|DELETE|TRUNCATE|CREATE|ALTER|DROP|WITH)\b", re.IGNORECASE)


class GetWrote(AssertionError):
    """A GET changed a table that it may not change."""


def written(sql: str) -> str | None:
    """Return the table that a statement writes, or None where it only reads."""
    found = WRITE.search(sql) if BEGINS.match(sql) else None
    return found[1] if found else None


def may_be_written(table: str, route: str) -> bool:
    """Say whether a GET of this route may write this table."""
    of_the_route = classes()["written_by_get_of_a_route"].get(route, {})
    return table in classes()["written_by_get"] or table == of_the_route.get("table")


@contextmanager
def watched(found: list[tuple[str, str]]) -> Iterator[None]:
    """Note every statement inside that writes, with its table."""

    def look(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        table = written(str(sql))
        if table is not None:
            found.append((table, str(sql)[:120]))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield


@contextmanager
def every_get_watched() -> Iterator[None]:
    """Make any GET inside that writes fail, whoever sends it; after the answer, so that nothing can hide it."""
    before = BaseHandler.get_response

    def get_response(handler: BaseHandler, request: HttpRequest) -> HttpResponse:
        if request.method not in READS:
            return before(handler, request)
        found: list[tuple[str, str]] = []
        with watched(found):
            answer = before(handler, request)
        route = (request.resolver_match.url_name if request.resolver_match else None) or ""
        if wrong := [sql for table, sql in found if not may_be_written(table, route)]:
            raise GetWrote(f"{request.method} {request.path} wrote: {'; '.join(wrong)}")
        return answer

    BaseHandler.get_response = get_response  # type: ignore[method-assign]
    try:
        yield
    finally:
        BaseHandler.get_response = before  # type: ignore[method-assign]


def findings(visitor: Visitor, town: Town, person: str, routes: Collection[str] = ()) -> list[str]:
    """Find the routes that write when this person looks at them."""
    return [
        finding
        for route in all_routes()
        if not routes or route.name in routes
        for method in ("GET", "HEAD")
        if is_offered(route.name, person, "GET")
        for finding in _asked(visitor, method, route.address(route.values(town, person)))
    ]


def _asked(visitor: Visitor, method: str, address: str) -> Iterator[str]:
    with every_get_watched():
        try:
            visitor.ask(method, address)
        except GetWrote as wrote:
            yield str(wrote)
