# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
How a group has moved from one round to the next: by band, and only where the same people were asked.

Someone who joined or left between two rounds stands out if all others stayed and
answered as before. So nothing is compared unless nobody, or at least k, joined, and
likewise left (ANON-5). Both are told by who was invited, which everybody knows, and
never by who answered.
"""

from collections.abc import Set as AbstractSet
from enum import Enum
from typing import NamedTuple, Self

from leadroom.core.anonymity.publication import Band, Figure, Publication


class Change(Enum):
    """Where a group's band has moved to."""

    FALLEN = "FALLEN"
    SAME = "SAME"
    RISEN = "RISEN"


class Turnover(NamedTuple):
    """How many joined and left those invited in a group between two rounds."""

    joined: int
    left: int

    @classmethod
    def between(cls, before: AbstractSet[object], after: AbstractSet[object]) -> Self:
        """Return the turnover from one set of invited people to the next."""
        return cls(len(after - before), len(before - after))

    def is_comparable(self, k: int) -> bool:
        """Say whether nobody, or at least k, joined, and likewise left."""
        return all(number == 0 or number >= k for number in self)


def change(
    before: Publication, after: Publication, cells: tuple[str, ...], item: str, turnover: Turnover
) -> Change | None:
    """
    Return how the band of an item has moved in the group of these cells; None where it cannot be compared.

    Both rounds must have published exactly these cells as a group and asked the item,
    which is up to the caller to know as the same in wording and scale. `turnover` is of
    all who were invited in these cells.
    """
    figures = _figure(before, cells, item), _figure(after, cells, item)
    if not turnover.is_comparable(max(before.k, after.k)) or None in figures:
        return None
    order = list(Band)
    was, now = (order.index(figure.band) for figure in figures if figure)
    return Change.SAME if was == now else Change.RISEN if now > was else Change.FALLEN


def _figure(publication: Publication, cells: tuple[str, ...], item: str) -> Figure | None:
    group = next((group for group in publication.groups if group.cells == cells), None)
    return group.figure(item) if group else None
