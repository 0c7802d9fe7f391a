# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Another's thing and a missing one: nobody can tell them apart by the answer."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from django.http import HttpResponse

from tests.house.walls.access import expected, table
from tests.house.walls.bodies import body
from tests.house.walls.routes import Route, all_routes
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor, kind

# A form's token and its cookie are another at every answer; so is the moment at which a cookie ends.
BY_LOT = re.compile(rb'(?<=csrfmiddlewaretoken" value=")\w+|(?<=csrf=)\w+|(?<=expires=)[^;]+')
# The address said back makes one answer longer than the other.
OF_THE_MOMENT = {"Expires", "Content-Length"}
# A look without a body is one like any other, and what is not offered at all is the access table's matter.
METHODS = ("GET", "POST")
REFUSALS = {"403", "404", "405", "login"}


def findings(
    mine: Town, theirs: Town, person: str, visitor: Visitor, routes: Collection[str] = ()
) -> list[str]:
    """Find routes on which this person gets at another's thing, or is told that it is there."""
    return [
        finding
        for route in all_routes()
        if not routes or route.name in routes
        for other, missing in route.strange(mine, theirs, person)
        for method in METHODS
        if expected(table()[route.name][person], method) != "405"
        for finding in _compared(route, method, visitor, person, other, missing, mine)
    ]


def _compared(
    route: Route,
    method: str,
    visitor: Visitor,
    person: str,
    other: dict[str, Any],
    missing: dict[str, Any],
    town: Town,
) -> Iterator[str]:
    addresses = route.address(other), route.address(missing)
    theirs, nothing = (visitor.ask(method, address, body(route.name, town)) for address in addresses)
    where = f"{person} {method} {route.name}"
    if kind(theirs) not in REFUSALS:
        yield f"{where}: {kind(theirs)} for another's"
    own = expected(table()[route.name][person], method)
    if own[0] in "23" and kind(theirs) != "404":
        yield f"{where}: {kind(theirs)} for another's where 404 says nothing"
    if _seen(theirs, addresses[0]) != _seen(nothing, addresses[1]):
        yield f"{where}: another's and a missing one differ"


def _seen(answer: HttpResponse, address: str) -> bytes:
    """Return all that can be seen of an answer, without the address asked for and the tokens thrown by lot."""
    headers = sorted((name, value) for name, value in answer.headers.items() if name not in OF_THE_MOMENT)
    said = f"{answer.status_code}\n{headers}\n{answer.cookies}\n".encode() + answer.content
    return BY_LOT.sub(b"<by lot>", said.replace(address.encode(), b"<address>"))
