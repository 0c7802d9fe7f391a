# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
One division of the invited into cells, fixed when the round opens; small cells are merged once, when it closes.

Which cells are merged, and in which order, follows from what was fixed at opening and
from one kind of fact about the answers' number: whether a cell, or what it was merged
into, has fewer than k respondents. So the merging tells that and no more: nothing of
any answer, and not which of two cells had more respondents.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leadroom.core.anonymity.thresholds import FEWEST, threshold


class NoPartition(ValueError):
    """Cells must have keys of their own and at least one person invited."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of the invited: its key, how many are invited, and the units above it, the topmost first."""

    key: str
    invited: int
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partition:
    """
    What is fixed when a round opens: the cells, in an order, and k, the fewest respondents of whom anything is shown.

    Raises NoPartition where a key comes twice or a cell has nobody, and TooLow for a k below five.
    """

    cells: tuple[Cell, ...]
    k: int = FEWEST

    def __post_init__(self) -> None:
        threshold(self.k)
        if len({cell.key for cell in self.cells}) < len(self.cells):
            raise NoPartition("Two cells have the same key.")
        if any(cell.invited < 1 for cell in self.cells):
            raise NoPartition("A cell has nobody invited.")


class _Part(NamedTuple):
    first: int
    keys: tuple[str, ...]
    place: tuple[str, ...]
    invited: int


def merge(partition: Partition, respondents: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """
    Return the groups to publish, as keys of cells, in the partition's order; none if fewer than k answered in all.

    `respondents` gives the number who answered, by cell. While a part has fewer than k,
    the one with the fewest invited is merged with its smallest neighbour: of the parts
    that share most of the units above it, one that has fewer than k as well, else the
    one with the fewest invited, then the first in order (ANON-2).
    """
    parts = [
        _Part(at, (cell.key,), (*cell.above, cell.key), cell.invited)
        for at, cell in enumerate(partition.cells)
    ]
    while small := [part for part in parts if _count(part.keys, respondents) < partition.k]:
        if len(parts) == 1:
            return ()
        one = min(small, key=_size)
        other = _neighbour(one, parts, small)
        parts = [part for part in parts if part not in {one, other}]
        parts.append(_joined(one, other))
    order = [cell.key for cell in partition.cells]
    return tuple(tuple(sorted(part.keys, key=order.index)) for part in sorted(parts))


def _count(keys: Iterable[str], respondents: Mapping[str, int]) -> int:
    return sum(respondents.get(key, 0) for key in keys)


def _size(part: _Part) -> tuple[int, int]:
    return part.invited, part.first


def _neighbour(one: _Part, parts: Iterable[_Part], small: Collection[_Part]) -> _Part:
    others = (part for part in parts if part is not one)
    # Two small ones help each other; "small" is known anyway, from the merging itself.
    return min(
        others, key=lambda part: (-len(_shared(one.place, part.place)), part not in small, *_size(part))
    )


def _joined(one: _Part, other: _Part) -> _Part:
    return _Part(
        min(one.first, other.first),
        (*one.keys, *other.keys),
        _shared(one.place, other.place),
        one.invited + other.invited,
    )


def _shared(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    length = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    return tuple(one[: min(len(one), len(other)) if length is None else length])
