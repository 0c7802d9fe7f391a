# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every answer that was confirmed is there, however often the server is killed."""

import http.client
import itertools
import json
import random
import threading
import time
import uuid

import pytest

from leadroom.people.models import skills_map
from tests.journeys.client import Visitor
from tests.journeys.people import DANISH
from tools.live import Live

KILLS = 50
CHOICES = ("AWARE", "WORKING", "SKILLED", "LEADING")


class Answering(threading.Thread):
    """Saves one answer after another until the line is cut, and keeps what was confirmed."""

    def __init__(self, visitor: Visitor, turns: "itertools.count[int]", seen: dict[str, int]) -> None:
        """Take over where the last one was cut off."""
        super().__init__(daemon=True)
        self.visitor, self.turns, self.seen = visitor, turns, seen
        self.confirmed: list[tuple[str, int, str]] = []

    def run(self) -> None:
        """Answer until the server is gone."""
        keys = skills_map().keys
        for turn in self.turns:
            key, choice = keys[turn % 42], CHOICES[(turn // 42) % 4]
            try:
                status, told = self.visitor.post(
                    f"/people/profiling/question/{key}/",
                    answer=choice,
                    note=f"turn {turn}",
                    seen=self.seen.get(key, 0),
                    token=str(uuid.uuid4()),
                )
            except (OSError, http.client.HTTPException):
                return
            if status == 200:
                self.seen[key] = told["seen"]
                self.confirmed.append((key, told["seen"], choice))


def ledger(visitor: Visitor) -> dict[tuple[str, int], str]:
    """Return what the server has, by competency and number."""
    ratings = json.loads(visitor.get("/people/profile.json"))["ratings"]
    return {(rating["competency"], rating["number"]): rating["answer"] for rating in ratings}


@pytest.mark.slow
def test_kill_while_saving_loses_no_confirmed_answer(own_server: Live) -> None:
    own_server.start()
    visitor = Visitor(own_server.url)
    visitor.be(DANISH, "SERVICE_MANAGER")
    visitor.get("/people/profiling/")
    visitor.post("/people/profiling/start/", role_profile="service-manager", scope="FULL")
    chance = random.Random(1)  # noqa: S311 - when to kill is no secret
    turns, confirmed = itertools.count(), []

    for _ in range(KILLS):
        # An answer that was saved but not confirmed moves the number on: look, as a person would.
        seen = dict(sorted(ledger(visitor)))
        answering = Answering(visitor, turns, seen)
        answering.start()
        time.sleep(chance.uniform(0.02, 0.15))
        own_server.kill()
        answering.join()
        confirmed += answering.confirmed
        own_server.start()

    kept = ledger(visitor)
    assert len(confirmed) > KILLS
    assert [line for line in confirmed if kept.get(line[:2]) != line[2]] == []
