# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The harness of the journeys: one server with the demo, one Chromium, and pages that tell on themselves.

Whatever goes wrong behind a page fails its test: an error in the console, a blocked
style or script, a missing file, or a request to any other host.
"""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect, sync_playwright

from tests.journeys.settled import PATIENCE, evaluate_settled
from tools import system
from tools.live import LEADROOM, Live, demo_data
from tools.setup import ROOT

ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
LOCALES = {"en": "en-GB", "da": "da-DK", "sv": "sv-SE"}
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE_RULES = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice")
SHOTS = ROOT / "shots"
# A page that answers 403, 404, 409 or 422 is often just what a test is about; its files are watched below.
ANSWERED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")
FILES = {"stylesheet", "script", "image", "font", "manifest"}
PHONE, DESK = (390, 844), (1280, 900)

expect.set_options(timeout=PATIENCE)

OpenPage = Callable[..., Page]


@dataclass
class Faults:
    """What went wrong behind the pages of one test."""

    host: str
    found: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        """Let faults pass that match, where the test makes them on purpose (a network cut, say)."""
        self.allowed.append(pattern)

    def watch(self, page: Page) -> None:
        """Write down what goes wrong on this page from here on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.found.append(f"script failed: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def left(self) -> list[str]:
        """Return the faults that nobody allowed."""
        return [
            fault for fault in self.found if not any(re.search(pattern, fault) for pattern in self.allowed)
        ]

    def _console(self, message: ConsoleMessage) -> None:
        # What has no address was run by the test itself: axe tries styles that our policy rightly blocks.
        is_ours = bool(message.location.get("url"))
        if message.type == "error" and is_ours and not ANSWERED.match(message.text):
            self.found.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and address.netloc != self.host:
            self.found.append(f"foreign host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type in FILES:
            self.found.append(f"{response.status}: {response.url}")
        if response.status >= 500:
            self.found.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="session")
def server() -> Iterator[Live]:
    """Serve the demo from a process of its own."""
    with demo_data() as data:
        live = Live(data, workers=2)
        live.start()
        yield live
        live.stop()


@pytest.fixture
def server_afresh(server: Live) -> None:
    """Put the demo back as it was loaded, without starting the server again."""
    server.load_afresh()


@pytest.fixture
def start_worker(server: Live) -> Iterator[Callable[[], None]]:
    """Return what starts a worker beside the server; it ends with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        with server.log.open("ab") as log:
            command = [*LEADROOM, "worker"]
            started.append(
                subprocess.Popen(command, env=server.env(), cwd=server.data, stdout=log, stderr=log)
            )

    yield start
    for worker in started:
        worker.terminate()
        worker.wait(timeout=30)


@pytest.fixture
def own_server() -> Iterator[Live]:
    """Return a server with the demo for one test alone, not yet started: it may be killed."""
    with demo_data() as data:
        live = Live(data)
        yield live
        live.kill()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the machine's Chromium."""
    path = system.browser()
    if not path:
        pytest.fail("No Chromium: set LEADROOM_CHROMIUM, or run `make test`, which says how to get one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def faults(server: Live) -> Iterator[Faults]:
    """Collect what goes wrong behind the test's pages; anything not allowed fails it."""
    collected = Faults(urlsplit(server.url).netloc)
    yield collected
    assert collected.left() == []


@pytest.fixture
def open_page(chromium: Browser, server: Live, faults: Faults) -> Iterator[OpenPage]:
    """
    Return a maker of fresh pages: `open_page(language="da", size=PHONE, dark=True, script=False)`.

    Addresses are relative to the server: `page.goto("/about/")`.
    """
    contexts = []

    def make(
        language: str = "en",
        size: tuple[int, int] = DESK,
        *,
        dark: bool = False,
        script: bool = True,
        **more: Any,
    ) -> Page:
        context = chromium.new_context(
            base_url=server.url,
            locale=LOCALES[language],
            timezone_id="Europe/Copenhagen",
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
            **more,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        faults.watch(page)
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a fresh page at a desk, in English."""
    return open_page()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Return a check that a page has no accessibility finding that axe can see."""
    # In one piece: between two, the page that axe was laid into might be left.
    source = (
        f"async options => {{ {AXE.read_text(encoding='utf-8')}\nreturn await axe.run(document, options); }}"
    )
    options = {"runOnly": {"type": "tag", "values": list(AXE_RULES)}, "resultTypes": ["violations"]}

    def check(page: Page) -> None:
        result = evaluate_settled(page, source, options)
        assert [_told(violation) for violation in result["violations"]] == []

    return check


def _told(violation: dict[str, Any]) -> str:
    places = "; ".join(f"{node['target'][-1]} {node['html'][:120]}" for node in violation["nodes"][:4])
    return f"{violation['id']} ({violation['impact']}): {violation['help']} at {places}"


@pytest.fixture(scope="session")
def shot() -> Callable[[Page, str], Path]:
    """Return a camera: `shot(page, "profile-da-phone")` writes shots/profile-da-phone.png."""
    SHOTS.mkdir(exist_ok=True)

    def take(page: Page, name: str) -> Path:
        path = SHOTS / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return take
