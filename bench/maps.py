# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Times how a map is brought in, in a process of its own: from a file's bytes to a kept version."""

import json
import sys
import time
from collections.abc import Iterator
from statistics import median

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.people import fill
from leadroom.accounts import queries as accounts
from leadroom.accounts.models import Actor, User
from leadroom.core.interchange.framework import LANGUAGES, Framework, Item, Level
from leadroom.kit.tenancy import council
from leadroom.people import actions, bridge, exports
from leadroom.people.models import Framework as Kept

Line = tuple[str, int, float, float, int]
COMPETENCIES, AREAS, PEOPLE = 1000, 50, 8
MOMENT = "2026-11-27T12:00:00+00:00"
SAID = (
    "Asks those whom a service is for what they need, before anything is decided, and says what came of it."
)


def main() -> None:
    """Print, as JSON, one line for each kind of file: told how many turns."""
    told = fill(PEOPLE, 1)
    with council(told["council"]):
        steering = accounts.actor_of(User.objects.order_by("pk")[0])
        print(json.dumps([timed(*file, steering, int(sys.argv[1])) for file in files()]))


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the same number of competencies as different files."""
    plain, full = made(("en",), levels=0), made(LANGUAGES, levels=4)
    yield "CSV, one language, names and definitions", exports.wide_csv(plain)
    yield "CSV, three languages, four behaviours each", exports.wide_csv(full)
    yield "CASE 1.1, one language, names and definitions", exports.case_json(plain, "en", MOMENT)
    yield "CASE 1.1, three languages, four behaviours each", exports.case_zip(full, MOMENT)


def made(languages: tuple[str, ...], levels: int) -> Framework:
    """Return a map of so many competencies in areas."""

    def texts(*words: object) -> dict[str, str]:
        return {language: " ".join(map(str, (*words, language))) for language in languages}

    areas = [Item(f"area-{number}", "", "area", texts("Area", number)) for number in range(AREAS)]
    competencies = [
        Item(
            f"competency-{number}",
            f"area-{number % AREAS}",
            "competency",
            texts("Competency", number),
            texts(SAID, number),
            {level: texts(level, SAID, number) for level in range(1, levels + 1)},
        )
        for number in range(COMPETENCIES)
    ]
    return Framework(
        key="large-map",
        version="1",
        creator="Bench Council",
        licence="CC-BY-4.0",
        languages=languages,
        title=texts("A large map"),
        levels=tuple(Level(level, texts("Level", level)) for level in range(1, levels + 1)),
        items=(*areas, *competencies),
    )


def timed(name: str, body: bytes, steering: Actor, turns: int) -> Line:
    """Return how long it takes to read a file and to keep what it says, and how many statements that is."""
    reading, keeping, statements = [], [], 0
    for _ in range(turns):
        Kept.objects.all().delete()
        began = time.perf_counter()
        framework = bridge.read_file(body, language="en", creator="Bench Council", title="")
        reading.append(time.perf_counter() - began)
        if len(framework.items) != COMPETENCIES + AREAS:
            raise AssertionError("Some of it was lost.")
        with CaptureQueriesContext(connection) as asked:
            began = time.perf_counter()
            brought = actions.bring_map("map", framework, by=steering)
            actions.keep_map(brought, by=steering, version="1", seen=actions.compared_with(None))
            keeping.append(time.perf_counter() - began)
        statements = len(asked)
    return name, len(body), median(reading), median(keeping), statements
