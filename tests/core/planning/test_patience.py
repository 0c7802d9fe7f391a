# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Long work gives back what it found or raised, and lets go when the caller says stop."""

from collections.abc import Iterator
from threading import Event

import pytest

from leadroom.core.planning.patience import SideBySide, Stopped, patiently


class Broken(Exception):
    """Something in the work went wrong."""


def test_work_gives_back_what_it_returns_be_it_nothing() -> None:
    assert patiently(lambda: 7, lambda: False) == 7
    assert patiently(lambda: None, lambda: False) is None


def test_what_work_raises_is_raised() -> None:
    def work() -> None:
        raise Broken

    with pytest.raises(Broken):
        patiently(work, lambda: False)


def test_a_stop_does_not_wait_for_work() -> None:
    release = Event()

    with pytest.raises(Stopped):
        patiently(release.wait, lambda: True)

    release.set()


def counted(first: int) -> Iterator[int]:
    yield from range(first, first + 3)


@pytest.mark.parametrize("workers", [1, 2])
def test_all_that_works_yield_is_heard_in_the_order_of_each(workers: int) -> None:
    heard: dict[int, list[int]] = {0: [], 1: []}

    SideBySide([counted(0), counted(10)], workers).hear(
        lambda number, each: heard[number].append(each), lambda: False
    )

    assert heard == {0: [0, 1, 2], 1: [10, 11, 12]}


def test_works_go_on_before_they_are_heard() -> None:
    ended = Event()

    def work() -> Iterator[int]:
        yield 1
        ended.set()

    ahead = SideBySide([work()], 1)

    assert ended.wait(30)
    heard: list[int] = []
    ahead.hear(lambda _, each: heard.append(each), lambda: False)
    assert heard == [1]


def test_after_a_stop_each_ends_at_what_it_yields_next() -> None:
    def unending() -> Iterator[int]:
        while True:
            yield 1

    heard: list[int] = []

    SideBySide([unending(), unending()], 2).hear(lambda _, each: heard.append(each), lambda: len(heard) > 9)

    assert len(heard) > 9


def test_what_one_of_them_raises_is_raised() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise Broken

    with pytest.raises(Broken):
        SideBySide([broken(), counted(0)], 2).hear(lambda *_: None, lambda: False)
