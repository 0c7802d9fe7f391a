# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Long work, beside which the caller may still say stop; what is compiled leaves the others room to run."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Generic, TypeVar

R = TypeVar("R")
N = TypeVar("N")
# Seconds between two questions whether to stop, while there is no news.
LOOK = 0.05


class Stopped(Exception):
    """The caller said stop before the work was done."""


def patiently(work: Callable[[], R], stop: Callable[[], bool]) -> R:
    """
    Return what work returns.

    Raises Stopped where the caller says stop first: the work, which nothing can interrupt, then goes on unheard.
    """
    news: SimpleQueue[tuple[R | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            news.put((work(), None))
        except BaseException as failed:  # noqa: BLE001 - raised again where it is waited for
            news.put((None, failed))

    Thread(target=run).start()
    while True:
        try:
            answer, failed = news.get(timeout=LOOK)
        except Empty:
            if stop():
                raise Stopped from None
            continue
        if failed is not None:
            raise failed
        return answer  # type: ignore[return-value]  # what work returned, be it None


class SideBySide(Generic[N]):
    """Several works that go on in threads of their own; what they yield is kept until it is asked for."""

    def __init__(self, works: Sequence[Iterable[N]], workers: int) -> None:
        """Begin, so many at a time."""
        self._news: SimpleQueue[tuple[int, N] | None] = SimpleQueue()
        self._halt, self._left = Event(), len(works)
        self._pool = ThreadPoolExecutor(workers)
        self._running = [self._pool.submit(self._go_through, *work) for work in enumerate(works)]

    def _go_through(self, number: int, work: Iterable[N]) -> None:
        try:
            for each in work:
                if self._halt.is_set():
                    return
                self._news.put((number, each))
        finally:
            self._news.put(None)

    def hear(self, tell: Callable[[int, N], None], stop: Callable[[], bool]) -> None:
        """Tell what each yields, with its number, until all have ended; raise what one of them raised."""
        while self._left:
            with suppress(Empty):
                said = self._news.get(timeout=LOOK)
                if said is None:
                    self._left -= 1
                    continue
                tell(*said)
            if stop():
                self.halt()
        self._pool.shutdown()
        for one in self._running:
            one.result()

    def halt(self) -> None:
        """Let each end at what it yields next, and those that have not begun not begin."""
        self._halt.set()
