# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
However a browser ends in the middle of a note, at most the last 20 seconds of it are missing.

Each of 200 windows (60 in `make test`, all in `make soak`) is cut off at an instant of its own writing, drawn
by chance with a fixed seed. A browser holds ten windows, and every browser is ended by SIGKILL to all its
processes: no page gets to say goodbye, and what is on its way to the server is cut on the
wire. The windows share a clock that is run forward by hand, so that forty seconds of writing
take a moment; each piece of it waits until the server has answered, but for the last.
"""

import html
import json
import os
import random
import re
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate, cycle, islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, StorageState

from leadroom.people.models import skills_map
from tests.journeys.client import Visitor
from tests.journeys.conftest import ARGUMENTS, OpenPage
from tests.journeys.people import DANISH, be, begin
from tools import system
from tools.live import Live

BROWSERS, WINDOWS = 20 if os.environ.get("LEADROOM_HYPOTHESIS") == "soak" else 6, 10
LONGEST, PIECE = 40_000, 4_000
# What may be missing, in milliseconds of the page's own clock.
MAY_BE_MISSING = 20_000
TYPIST = Path(__file__).with_name("typist.js")
# Between two words: somebody who never pauses for a second, and somebody who thinks.
BRISK, THINKING = (150, 900), (400, 8_000)
CHOICES = ("AWARE", "WORKING", "SKILLED", "LEADING")
AWAKE = ("--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--process-per-site")
NOTE = re.compile(r'<textarea name="note"[^>]*>\n?(.*?)</textarea>', re.DOTALL)


@dataclass
class Writing:
    """What one person does in one window, and when it is cut off."""

    key: str
    cut_at: int
    words: list[tuple[int, str]]
    answer: str
    answer_at: int
    stood: dict[str, int | str] = field(default_factory=dict)
    told: int = 0

    def plan(self) -> dict[str, Any]:
        """Return what the window does, on the clock that all windows share and that stops at the cut."""
        begins = LONGEST - self.cut_at
        return {
            "words": [(begins + at, word) for at, word in self.words if at <= self.cut_at],
            "answer": self.answer,
            "answerAt": begins + self.answer_at,
        }

    def may_stand(self) -> set[str]:
        """Return what the server may hold of the note: nothing older than what stood 20 seconds ago."""
        texts = [str(self.stood["note"]), *accumulate(word for _, word in self.words)]
        moments = [0, *(at for at, _ in self.words)]
        safe = max(index for index, at in enumerate(moments) if at <= max(0, self.cut_at - MAY_BE_MISSING))
        typed = [text for text, at in zip(texts, moments, strict=True) if at <= self.cut_at]
        return set(typed[safe:])

    def must_be_answered(self) -> bool:
        """Say whether the answer was confirmed, or chosen so early that it must be there."""
        return self.told > int(self.stood["seen"]) or self.answer_at <= self.cut_at - MAY_BE_MISSING


def writing(key: str, answer: str, chance: random.Random) -> Writing:
    """Draw how somebody writes."""
    pace = chance.choice((BRISK, BRISK, THINKING))
    moments = list(accumulate(chance.randint(*pace) for _ in range(LONGEST // pace[0])))
    words = [(at, f" word{number}" if number else "word0") for number, at in enumerate(moments)]
    return Writing(key, chance.randint(500, LONGEST), words, answer, chance.randint(0, LONGEST))


def writings() -> Iterator[Writing]:
    """Draw one after another, question by question; nobody chooses the same answer twice in a row."""
    chance = random.Random(7)  # noqa: S311 - when to kill is no secret
    for answer in cycle(CHOICES):
        for key in skills_map().keys:
            yield writing(key, answer, chance)


@pytest.fixture
def signed_in(server_afresh: None, open_page: OpenPage) -> StorageState:
    """Return the cookies of a service manager who has begun the full profile."""
    page = open_page("en")
    be(page, DANISH, "SERVICE_MANAGER")
    begin(page, "FULL")
    return page.context.storage_state()


def open_windows(browser: Browser, url: str, signed_in: StorageState, works: list[Writing]) -> list[Page]:
    """Open a question in each window, and let somebody sit down to write; their common clock stands still."""
    context = browser.new_context(base_url=url, storage_state=signed_in, locale="en-GB")
    context.clock.install(time=0)
    context.clock.pause_at(1000)
    context.add_init_script(path=TYPIST)
    pages = [context.new_page() for _ in works]
    for page, work in zip(pages, works, strict=True):
        # One after another, so that the styles and scripts come from the browser's cache.
        page.goto(f"/people/profiling/question/{work.key}/", wait_until="domcontentloaded")
        work.stood = page.evaluate("work => sitDown(work)", work.plan())
    return pages


def write(pages: list[Page], works: list[Writing]) -> None:
    """Run the windows' clock up to the cut; its last piece does not wait for the server."""
    clock = pages[0].context.clock
    for _ in range(LONGEST // PIECE - 1):
        clock.run_for(PIECE)
        for page in pages:
            page.evaluate("settled()")
    for page, work in zip(pages, works, strict=True):
        work.told = page.evaluate("told()")
    clock.run_for(PIECE)


def kill(browser: Browser) -> None:
    """End every process of a browser at once, as a power cut would."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    for process in sorted(processes, key=lambda process: process["type"] != "browser"):
        with suppress(ProcessLookupError):
            os.kill(process["id"], signal.SIGKILL)


def lost(works: list[Writing], visitor: Visitor) -> list[str]:
    """Return what should be on the server and is not, in words."""
    found = []
    ratings = json.loads(visitor.get("/people/profile.json"))["ratings"]
    ledger = {(rating["competency"], rating["number"]): rating["answer"] for rating in ratings}
    for work in works:
        answered = ledger.get((work.key, int(work.stood["seen"]) + 1))
        if work.must_be_answered() and answered != work.answer:
            found.append(
                f"answer {work.answer} to {work.key}, chosen {work.cut_at - work.answer_at} ms before"
            )
        shown = NOTE.search(visitor.get(f"/people/profiling/question/{work.key}/"))
        note = html.unescape(shown.group(1)) if shown else "no note field"
        if note not in work.may_stand():
            found.append(f"note on {work.key}, cut at {work.cut_at} ms: {note!r}")
    return found


@pytest.mark.slow
def test_killed_browser_loses_at_most_twenty_seconds(
    chromium: Browser, server: Live, signed_in: StorageState
) -> None:
    visitor = Visitor(server.url)
    visitor.be(DANISH, "SERVICE_MANAGER")
    works_to_come = writings()
    missing: list[str] = []

    for _ in range(BROWSERS):
        works = list(islice(works_to_come, WINDOWS))
        browser = chromium.browser_type.launch(executable_path=system.browser(), args=[*ARGUMENTS, *AWAKE])
        write(open_windows(browser, server.url, signed_in, works), works)
        kill(browser)
        missing += lost(works, visitor)

    assert missing == []
