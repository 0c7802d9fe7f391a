# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Long work, beside which the caller may still say stop; what is compiled leaves the others room to run."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

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

    Thread(target=run, daemon=True).start()
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


def side_by_side(
    works: Sequence[Iterable[N]], hear: Callable[[int, N], None], stop: Callable[[], bool], workers: int
) -> None:
    """
    Go through several works at a time and tell what each yields, with its number, in this thread.

    Once the caller says stop, each ends at what it yields next.
    """
    if len(works) == 1:
        for each in works[0]:
            hear(0, each)
            if stop():
                return
        return
    news: SimpleQueue[tuple[int, N] | None] = SimpleQueue()
    halt = Event()

    def go_through(number: int) -> None:
        try:
            for each in works[number]:
                news.put((number, each))
                if halt.is_set():
                    return
        finally:
            news.put(None)

    def ask() -> None:
        if stop():
            halt.set()

    with ThreadPoolExecutor(workers) as pool:
        running = [pool.submit(go_through, number) for number in range(len(works))]
        try:
            _hear_all(news, len(works), hear, ask)
        finally:
            halt.set()
    for one in running:
        one.result()


def _hear_all(
    news: "SimpleQueue[tuple[int, N] | None]",
    left: int,
    hear: Callable[[int, N], None],
    ask: Callable[[], None],
) -> None:
    while left:
        try:
            said = news.get(timeout=LOOK)
        except Empty:
            ask()
            continue
        if said is None:
            left -= 1
        else:
            hear(*said)
            ask()
