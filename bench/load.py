# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The client: keep-alive connections that each ask again as soon as they are answered.

One thread and plain sockets, so that it takes less time than what it measures; how busy
it was is reported with every run.
"""

import gc
import json
import selectors
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from bench import machine
from bench.arithmetic import Run

HEAD_ENDS = b"\r\n\r\n"
PIECE = 1 << 18
WARM_UP = 0.5
OK = 200
ANSWERS = ("AWARE", "WORKING", "SKILLED", "LEADING")


class Refused(RuntimeError):
    """The server did not answer as it should; the message says what it did."""


class Reader:
    """Asks for one page again and again in one session."""

    def __init__(self, path: str, session: str = "") -> None:
        self.path = path
        cookie = f"Cookie: session={session}\r\n" if session else ""
        self.asked = (
            f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n{cookie}\r\n"
        ).encode()

    def ask(self) -> bytes:
        """Return the next request."""
        return self.asked

    def take(self, status: int, body: bytes) -> None:
        """Look at the answer; raises Refused unless it is the page."""
        if status != OK or not body:
            raise Refused(f"{self.path} answered {status}: {body[:300].decode(errors='replace')}")


class Saver:
    """Saves one answer after the other in one session, each to the next competency, never the same twice."""

    def __init__(self, session: str, competencies: Sequence[str], seen: int) -> None:
        self.session, self.csrf = session, uuid4().hex
        self.competencies, self.seen = list(competencies), dict.fromkeys(competencies, seen)
        self.asked = self.confirmed = 0

    def ask(self) -> bytes:
        """Return the next answer as a form."""
        self.now = self.competencies[self.asked % len(self.competencies)]
        answer = ANSWERS[self.asked // len(self.competencies) % len(ANSWERS)]
        self.asked += 1
        form = (
            f"answer={answer}&note=Example+{self.asked}&seen={self.seen[self.now]}&token={uuid4()}".encode()
        )
        head = (
            f"POST /people/profiling/question/{self.now}/ HTTP/1.1\r\nHost: localhost\r\n"
            f"Accept: application/json\r\nAccept-Encoding: gzip\r\nX-CSRFToken: {self.csrf}\r\n"
            f"Cookie: session={self.session}; csrf={self.csrf}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n\r\n"
        )
        return head.encode() + form

    def take(self, status: int, body: bytes) -> None:
        """Remember the number the ledger gave; raises Refused where it took nothing."""
        if status != OK:
            raise Refused(f"Saving answered {status}: {body[:300].decode(errors='replace')}")
        number = json.loads(body)["seen"]
        if number != self.seen[self.now] + 1:
            raise Refused(f"The answer to {self.now} was not added: {number} after {self.seen[self.now]}.")
        self.seen[self.now] = number
        self.confirmed += 1


@dataclass
class _Line:
    """One connection: what it still expects, and when it asked."""

    caller: Reader | Saver
    wire: socket.socket
    began: float = 0.0
    received: bytearray = field(default_factory=bytearray)
    whole: int = 0

    def ask(self) -> None:
        """Send the next request."""
        self.received.clear()
        self.whole = 0
        request = self.caller.ask()
        self.began = time.perf_counter()
        self.wire.sendall(request)

    def hear(self) -> bool:
        """Take what came; say whether the answer is complete."""
        piece = self.wire.recv(PIECE)
        if not piece:
            raise Refused("The server closed the connection.")
        self.received += piece
        if not self.whole:
            self.whole = self._length()
        return bool(self.whole) and len(self.received) >= self.whole

    def _length(self) -> int:
        end = self.received.find(HEAD_ENDS)
        if end < 0:
            return 0
        for line in bytes(self.received[:end]).split(b"\r\n"):
            name, _colon, value = line.partition(b":")
            if name.lower() == b"content-length":
                return end + len(HEAD_ENDS) + int(value)
        raise Refused("The answer did not say how long it is.")

    def finish(self) -> None:
        """Hand the answer to the caller."""
        body = bytes(self.received[self.received.find(HEAD_ENDS) + len(HEAD_ENDS) :])
        self.caller.take(int(self.received[9:12]), body)


def run(
    port: int,
    callers: Sequence[Reader | Saver],
    seconds: float,
    *,
    core: int,
    servers: Callable[[], set[int]],
) -> Run:
    """Return what one run saw: each caller on a connection of its own, for so many seconds after a warm-up."""
    lines = [_Line(caller, socket.create_connection(("127.0.0.1", port), timeout=30)) for caller in callers]
    try:
        _drive(lines, WARM_UP)
        before = machine.seconds_of(servers()), machine.busy_seconds(core)
        client = time.process_time()
        times, took = _drive(lines, seconds)
        mine = machine.seconds_between(before[0], servers())
        busy = machine.busy_seconds(core) - before[1]
        return Run(
            times=tuple(times),
            seconds=took,
            server_seconds=mine,
            other_seconds=max(busy - mine, 0.0),
            client_seconds=time.process_time() - client,
            size=max(line.whole for line in lines),
        )
    finally:
        for line in lines:
            line.wire.close()


def _drive(lines: Sequence[_Line], seconds: float) -> tuple[list[float], float]:
    """Ask on every line until the time is over; return the times, and how long it all took."""
    times: list[float] = []
    gc.disable()
    with selectors.DefaultSelector() as ready:
        for line in lines:
            ready.register(line.wire, selectors.EVENT_READ, line)
        began = time.perf_counter()
        for line in lines:
            line.ask()
        until, waiting = began + seconds, len(lines)
        while waiting:
            events = ready.select(30)
            if not events:
                raise Refused("The server has not answered for half a minute.")
            for key, _mask in events:
                if key.data.hear():
                    waiting -= _next(key.data, times, until)
        took = time.perf_counter() - began
    gc.enable()
    return times, took


def _next(line: _Line, times: list[float], until: float) -> int:
    """Note the time of a complete answer and ask again; return 1 when the line is done."""
    now = time.perf_counter()
    times.append(now - line.began)
    line.finish()
    if now >= until:
        return 1
    line.ask()
    return 0
