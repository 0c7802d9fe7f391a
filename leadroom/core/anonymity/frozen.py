# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A round as it is kept once it has closed: how many of each cell answered low, middle and high, item by item.

Freezing cuts each sheet of answers apart. What is left does not say what one person
answered to two items, who came first, or which of two high answers was the higher: the
sheets can be forgotten (ANON-7).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leadroom.core.anonymity.classes import Class, Item, class_of
from leadroom.core.anonymity.partition import Partition


class NotOfThisRound(ValueError):
    """An item comes twice, a sheet is of no cell or item of the round, or more answered than were invited."""


class Tally(NamedTuple):
    """How many answered low, middle and high; who gave no level is in none of them."""

    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What is kept of one cell: how many answered, and a tally for each item, in the round's order."""

    respondents: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class FrozenRound:
    """A closed round: its partition, its items, and what was counted in each cell, in their orders."""

    partition: Partition
    items: tuple[Item, ...]
    counted: tuple[Counted, ...]


Sheet = Mapping[str, int | None]


def freeze(partition: Partition, items: Sequence[Item], sheets: Mapping[str, Sequence[Sheet]]) -> FrozenRound:
    """
    Return the closed round, without anything that leads back to a person.

    `sheets` holds, by cell, one mapping of item keys to answers for each respondent; an
    item left out, or answered with None, gives no level. Someone who gave no level
    anywhere is a respondent all the same. Raises NotOfThisRound and OffTheScale.
    """
    _check(partition, items, sheets)
    counted = (_counted(items, sheets.get(cell.key, ())) for cell in partition.cells)
    return FrozenRound(partition, tuple(items), tuple(counted))


def together(parts: Iterable[Counted]) -> Counted:
    """Return what was counted in several cells as if they were one."""
    parts = tuple(parts)
    columns = zip(*(part.tallies for part in parts), strict=True)
    tallies = (Tally(*map(sum, zip(*column, strict=True))) for column in columns)
    return Counted(sum(part.respondents for part in parts), tuple(tallies))


def _check(partition: Partition, items: Sequence[Item], sheets: Mapping[str, Sequence[Sheet]]) -> None:
    invited = {cell.key: cell.invited for cell in partition.cells}
    asked = {item.key for item in items}
    if len(asked) < len(items):
        raise NotOfThisRound("An item comes twice in the round.")
    for cell, filled in sheets.items():
        if cell not in invited:
            raise NotOfThisRound(f"The round has no cell “{cell}”.")
        if len(filled) > invited[cell]:
            raise NotOfThisRound(f"More have answered in the cell “{cell}” than were invited.")
        if any(sheet.keys() - asked for sheet in filled):
            raise NotOfThisRound(f"An answer in the cell “{cell}” is to no item of the round.")


def _counted(items: Iterable[Item], sheets: Sequence[Sheet]) -> Counted:
    columns = ([class_of(item.scale, sheet.get(item.key)) for sheet in sheets] for item in items)
    return Counted(len(sheets), tuple(_tally(column) for column in columns))


def _tally(column: Iterable[Class | None]) -> Tally:
    counts = Counter(column)
    return Tally(counts[Class.LOW], counts[Class.MIDDLE], counts[Class.HIGH])
