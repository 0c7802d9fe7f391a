# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What an answer costs, counted and not timed: its statements, word for word, and the functions called for it.

A clock tells something else on every machine and at every run. Whoever does the same work
takes the same time, and work can be counted; `bench/indistinguishable.py` has the times.
"""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from cProfile import Profile
from dataclasses import dataclass
from typing import Any

from django.core.handlers.base import BaseHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse

from tests.house.walls.access import columns, expected, table
from tests.house.walls.bodies import body
from tests.house.walls.routes import all_routes, strange_id
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor

# With these, ids are tried as the other council's and as missing; an invited rater is anonymous as yet.
OWN = [person for person in columns() if person not in ("other_administrator", "invited_rater")]
# A look without a body is one like any other, and what is not offered at all is refused before anything is read.
METHODS = ("GET", "POST")
REFUSED = ("403", "405")
LOOKS = 3
# The share by which the calls for another's thing may differ from those for a missing one.
TOLERANCE = 0.1
# A savepoint's name is another each time.
FRAMES = re.compile(r"(SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT) .*")


@dataclass(frozen=True, slots=True)
class Work:
    """What was done for one answer."""

    statements: tuple[str, ...]
    calls: int

    def is_like(self, other: "Work") -> bool:
        """Say whether the two cannot be told apart by the time they take."""
        return self.statements == other.statements and self.share(other) <= TOLERANCE

    def share(self, other: "Work") -> float:
        """Return by how much the calls differ, as a share of the fewer."""
        return abs(self.calls - other.calls) / min(self.calls, other.calls)

    def told_against(self, other: "Work") -> str:
        """Say what differs."""
        return (
            f"{self.calls} calls against {other.calls}; "
            f"{len(self.statements)} statements against {len(other.statements)}, of them differing: "
            f"{sorted(set(self.statements) ^ set(other.statements))}"
        )


def kinds() -> list[str]:
    """Return one person for each set of rights on the routes with ids: the others do the same work."""
    with_ids = [route.name for route in all_routes() if route.params]
    rights = {tuple(table()[name][person] for name in with_ids): person for person in OWN}
    return list(rights.values())


def findings(
    mine: Town, theirs: Town, person: str, visitor: Visitor, routes: Collection[str] = ()
) -> list[str]:
    """Find routes on which another's thing makes another amount of work than a missing one."""
    return [
        f"{person} {method} {route.name} ({strange_id(other, missing)}): {difference}"
        for route in all_routes()
        if not routes or route.name in routes
        for other, missing in route.strange(mine, theirs, person)
        for method in METHODS
        # Who is refused her own thing too is refused before any is looked for; so is a method not offered.
        if expected(table()[route.name][person], method)[0] in "234"
        and expected(table()[route.name][person], method) not in REFUSED
        for difference in [
            _difference(
                visitor, method, (route.address(other), route.address(missing)), body(route.name, mine)
            )
        ]
        if difference
    ]


def _difference(
    visitor: Visitor, method: str, addresses: tuple[str, str], said: dict[str, Any] | None
) -> str:
    """Say how the work for two addresses differs; what is kept from the first look is there at the next."""
    least: list[Work] = []
    for _ in range(LOOKS):
        with counted() as done:
            for address in addresses:
                visitor.ask(method, address, said)
        # The least of each: now and then something that has nothing to do with the answer falls into one.
        least = [min(pair, key=lambda work: work.calls) for pair in zip(least or done, done, strict=True)]
        if least[0].is_like(least[1]):
            return ""
    return least[0].told_against(least[1])


@contextmanager
def counted() -> Iterator[list[Work]]:
    """Count the work of every answer given inside, from the first middleware to the last."""
    done: list[Work] = []
    before = BaseHandler.get_response

    def get_response(handler: BaseHandler, request: HttpRequest) -> HttpResponse:
        calls = Profile()
        with noted() as statements, calls:
            answer = before(handler, request)
        done.append(Work(tuple(statements), sum(entry.callcount for entry in calls.getstats())))
        return answer

    BaseHandler.get_response = get_response  # type: ignore[method-assign]
    try:
        yield done
    finally:
        BaseHandler.get_response = before  # type: ignore[method-assign]


@contextmanager
def noted() -> Iterator[list[str]]:
    """Note every statement inside, with places for its values."""
    statements: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append(FRAMES.sub(r"\1", str(sql)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield statements
