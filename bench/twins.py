# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Times the answers about another council's thing and about a missing one in turn, in a process of its own."""

import gc
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest, HttpResponse

from bench import machine
from tests.house.walls import access, work
from tests.house.walls.bodies import body
from tests.house.walls.routes import Route, all_routes, strange_id
from tests.house.walls.towns import Town, settle
from tests.house.walls.visitors import Visitor

Pair = tuple[dict[str, Any], dict[str, Any]]
Line = tuple[str, str, str, str, float, float]
WARM_UP = 5


def main() -> None:
    """Print, as JSON, one line for each pair: told how many turns, and whether to go before others' work."""
    if sys.argv[2:] == ["urgent"]:
        machine.go_first()
    # As the tests' own client calls itself.
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    towns = settle("a", country="DK", language="da"), settle("b", country="SE", language="sv")
    with clocked() as times:
        asking = Asking(towns, int(sys.argv[1]), times)
        print(json.dumps([line for person in work.kinds() for line in asking.lines(person)]))


@contextmanager
def clocked() -> Iterator[list[float]]:
    """Note how long each answer takes, from the first middleware to the last, without the test's client."""
    times: list[float] = []
    before = BaseHandler.get_response

    def get_response(handler: BaseHandler, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        answer = before(handler, request)
        times.append(time.perf_counter() - began)
        return answer

    BaseHandler.get_response = get_response
    try:
        yield times
    finally:
        BaseHandler.get_response = before


@dataclass
class Asking:
    """Who asks for what: a person of the first town, for things of the second and for missing ones."""

    towns: tuple[Town, Town]
    turns: int
    times: list[float]

    def lines(self, person: str) -> Iterator[Line]:
        """Yield the middle times, in ms, of another's thing and of a missing one, wherever there is an id."""
        visitor = access.visitor_of(*self.towns, person)
        for route in all_routes():
            for pair in route.strange(*self.towns, person):
                for method in _offered(route, person):
                    took = self._in_turn(visitor, method, route, pair)
                    yield (person, method, route.name, strange_id(*pair), *took)

    def _in_turn(self, visitor: Visitor, method: str, route: Route, pair: Pair) -> tuple[float, float]:
        """Ask for both in every turn, first for what came last before; rubbish is left lying meanwhile."""
        addresses, said = [route.address(ids) for ids in pair], body(route.name, self.towns[0])
        took: tuple[list[float], list[float]] = [], []
        gc.collect()
        gc.disable()
        for turn in range(-WARM_UP, self.turns):
            for place in (0, 1) if turn % 2 else (1, 0):
                visitor.ask(method, addresses[place], said)
                if turn >= 0:
                    took[place].append(self.times[-1])
        gc.enable()
        return median(took[0]) * 1000, median(took[1]) * 1000


def _offered(route: Route, person: str) -> list[str]:
    """Return the methods that lead on: what is not offered at all, or leads to the door, looks for nothing."""
    cell = access.table()[route.name][person]
    return [method for method in ("GET", "POST") if access.expected(cell, method) not in {"405", "login"}]
