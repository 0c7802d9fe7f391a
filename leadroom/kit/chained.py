# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Several querysets read as one list, a page at a time.

What is sorted by two things that no index holds together is sorted whole for every page.
Apart, each part can be read in the order of an index, as far as the page goes.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload

from django.db.models import QuerySet

Row = TypeVar("Row")
Parts = Sequence["QuerySet[Any]"]


class Chained(Sequence[Row]):
    """The rows of several querysets, one after the other; `read` makes rows of a stretch of each."""

    def __init__(self, parts: Parts, read: Callable[[Parts], list[Row]]) -> None:
        """Take the querysets in their order; nothing is asked yet."""
        self.parts, self.read = parts, read

    @cached_property
    def lengths(self) -> list[int]:
        """Return how long each part is."""
        return [part.count() for part in self.parts]

    def __len__(self) -> int:
        """Return how long the whole is."""
        return sum(self.lengths)

    def __iter__(self) -> Iterator[Row]:
        """Read the whole, with one question for each part and not for each row."""
        return iter(self[:])

    @overload
    def __getitem__(self, wanted: int) -> Row: ...

    @overload
    def __getitem__(self, wanted: slice) -> list[Row]: ...

    def __getitem__(self, wanted: int | slice) -> Row | list[Row]:
        """Return the row at one place, or the rows from one to another."""
        places = range(len(self))[wanted]
        if isinstance(places, int):
            return self[places : places + 1][0]
        return self.read(list(self._pieces(places.start, places.stop)))

    def _pieces(self, start: int, stop: int) -> "Iterator[QuerySet[Any]]":
        for part, length in zip(self.parts, self.lengths, strict=True):
            if max(start, 0) < min(stop, length):
                yield part[max(start, 0) : min(stop, length)]
            start, stop = start - length, stop - length
