# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may open what: every cell of the committed table, tried with every method."""

import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from tests.house.walls.bodies import BODIES, body
from tests.house.walls.routes import Route, all_routes
from tests.house.walls.towns import Town
from tests.house.walls.visitors import METHODS, Visitor, kind

TABLE = Path(__file__).resolve().parent.parent / "access.toml"
NOBODY = ("anonymous", "invited_rater")
READS = ("GET", "HEAD")
# What a route does not offer it refuses to everybody alike: the rest is tried by who may least and who may most.
SEEING = ("GET", "POST")
BY_EVERY_METHOD = ("anonymous", "administrator")


@cache
def table() -> dict[str, dict[str, str]]:
    """Return the committed table: for each route, each person's cell."""
    written = tomllib.loads(TABLE.read_text())
    return {
        route: dict(zip(written["columns"], cells, strict=True))
        for room in written["rooms"].values()
        for route, cells in room.items()
    }


def columns() -> list[str]:
    """Return the kinds of person, in the table's order."""
    return list(tomllib.loads(TABLE.read_text())["columns"])


def expected(cell: str, method: str) -> str:
    """Return what a cell says of one method: reading / posting / all else; one word holds for all."""
    words = cell.split("/")
    if len(words) == 1:
        return words[0]
    reading, posting, other = (*words, "405")[:3]
    return reading if method in READS else posting if method == "POST" else other


def is_offered(route: str, person: str, method: str) -> bool:
    """Say whether the table offers a method to anybody: where it does not, nothing is looked at or written."""
    return expected(table()[route][person], method) != "405"


def rows_astray() -> list[str]:
    """Find routes without a row, rows without a route, and routes that take a POST but have no body."""
    there, written = {route.name for route in all_routes()}, set(table())
    takes_a_post = {
        name
        for name, cells in table().items()
        if any(expected(cell, "POST") not in ("405", "login") for cell in cells.values())
    }
    return [
        *(f"{name} has no row in access.toml" for name in sorted(there - written)),
        *(f"access.toml has a row for {name}, which is not there" for name in sorted(written - there)),
        *(
            f"{name} takes a POST but has no body in bodies.py"
            for name in sorted((takes_a_post & there) - set(BODIES))
        ),
    ]


def findings(mine: Town, theirs: Town, person: str, routes: Collection[str] = ()) -> list[str]:
    """Find cells of one person that are not as the table says; `mine` is the town whose ids are asked for."""
    visitor = visitor_of(mine, theirs, person)
    wanted = [
        route for route in all_routes() if route.name in table() and (not routes or route.name in routes)
    ]
    return [finding for route in wanted for finding in _row(route, visitor, mine, person)]


def visitor_of(mine: Town, theirs: Town, person: str) -> Visitor:
    """Return the person of a column, signed in."""
    if person in NOBODY:
        return Visitor()
    if person == "other_administrator":
        return Visitor(theirs.people["administrator"])
    return Visitor(mine.people[person])


def _row(route: Route, visitor: Visitor, town: Town, person: str) -> Iterator[str]:
    cell = table()[route.name][person]
    address = route.address(route.values(town, person))
    for method in METHODS if person in BY_EVERY_METHOD else SEEING:
        answer = visitor.ask(method, address, body(route.name, town))
        if kind(answer) != expected(cell, method):
            yield f"{person} {method} {route.name}: {kind(answer)} instead of {expected(cell, method)}"
