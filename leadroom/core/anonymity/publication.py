# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
From a frozen round to all that may be published about it, in any form, at any time.

Each group of at least k respondents has one band an item: whether more than half of its
respondents answered low, or high, or neither. Middle answers and answers without a level
are never told apart: each gives the other cover, so that nobody learns even whether
somebody answered an item. Larger groups have shares too, open at their ends. There is no
number in a publication but k, no mean, and nothing about a part of a group.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from leadroom.core.anonymity.frozen import Counted, FrozenRound, Tally, together
from leadroom.core.anonymity.partition import merge
from leadroom.core.anonymity.thresholds import shares_from, withstands


class Band(Enum):
    """Where more than half of a group's respondents lie; a majority of middle answers is none."""

    MAJORITY_LOW = "MAJORITY_LOW"
    NO_MAJORITY = "NO_MAJORITY"
    MAJORITY_HIGH = "MAJORITY_HIGH"


class Share(Enum):
    """How many of a group gave answers at one end: up to c + 1, all but c + 1 or more, or between."""

    FEW = "FEW"
    SOME = "SOME"
    NEARLY_ALL = "NEARLY_ALL"


class Spread(Enum):
    """Whether a group is of one mind, as far as what is published tells."""

    AGREEMENT = "AGREEMENT"
    MIXED = "MIXED"
    DIVIDED = "DIVIDED"


@dataclass(frozen=True, slots=True)
class Figure:
    """
    What is published about one item in one group.

    Shares are None in groups too small for them; beside a majority, only the share of
    that majority is given.
    """

    item: str
    band: Band
    low: Share | None = None
    high: Share | None = None

    @property
    def spread(self) -> Spread:
        """Return agreement for a majority, divided where both ends reach "some", mixed otherwise."""
        if self.band is not Band.NO_MAJORITY:
            return Spread.AGREEMENT
        return Spread.DIVIDED if self.low is self.high is Share.SOME else Spread.MIXED


@dataclass(frozen=True, slots=True)
class Group:
    """One cell, or several merged: the cells' keys, and a figure for each item, in the round's order."""

    cells: tuple[str, ...]
    figures: tuple[Figure, ...]

    def figure(self, item: str) -> Figure | None:
        """Return the figure of an item; None if the round did not ask it."""
        return next((figure for figure in self.figures if figure.item == item), None)


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is ever published about a round: nothing, or one group or more of at least k respondents."""

    k: int
    groups: tuple[Group, ...]

    @property
    def withstands(self) -> int:
        """Return how many members may put their answers together and still learn nobody else's."""
        return withstands(self.k)

    def group(self, cell: str) -> Group | None:
        """Return the group that a cell is published in; None if nothing is published."""
        return next((group for group in self.groups if cell in group.cells), None)


class RollUp(NamedTuple):
    """How many of several published figures have a majority low, and high: "4 of 6 teams"."""

    low: int
    high: int
    of: int

    @property
    def leaning(self) -> Band:
        """Return the end that more of the figures have than the other; no majority where neither has more."""
        if self.high == self.low:
            return Band.NO_MAJORITY
        return Band.MAJORITY_HIGH if self.high > self.low else Band.MAJORITY_LOW


def publish(frozen: FrozenRound) -> Publication:
    """Return all that may be published about a closed round (ANON-1 to ANON-4)."""
    counted = dict(zip((cell.key for cell in frozen.partition.cells), frozen.counted, strict=True))
    groups = merge(frozen.partition, {key: part.respondents for key, part in counted.items()})
    k = frozen.partition.k
    return Publication(
        k,
        tuple(Group(keys, _figures(frozen, together(counted[key] for key in keys))) for keys in groups),
    )


def roll_up(groups: Iterable[Group], item: str) -> RollUp:
    """
    Return how the published groups of a larger unit stand in one item.

    It is made from what is published already, and so adds nothing to it. Groups that
    were not asked the item are not counted.
    """
    bands = [figure.band for group in groups if (figure := group.figure(item))]
    return RollUp(bands.count(Band.MAJORITY_LOW), bands.count(Band.MAJORITY_HIGH), len(bands))


def across(group: Group, items: Collection[str]) -> RollUp:
    """
    Return how one published group stands in several items that belong together, an area's competencies say.

    Like every roll-up it is made from what is published already.
    """
    bands = [figure.band for figure in group.figures if figure.item in items]
    return RollUp(bands.count(Band.MAJORITY_LOW), bands.count(Band.MAJORITY_HIGH), len(bands))


def in_order(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the figures by band only, low first; within a band they keep the order given, the pack's (ANON-8)."""
    order = list(Band)
    return tuple(sorted(figures, key=lambda figure: order.index(figure.band)))


def _figures(frozen: FrozenRound, counted: Counted) -> tuple[Figure, ...]:
    pairs = zip(frozen.items, counted.tallies, strict=True)
    return tuple(_figure(item.key, tally, counted.respondents, frozen.partition.k) for item, tally in pairs)


def _figure(item: str, tally: Tally, respondents: int, k: int) -> Figure:
    band = _band(tally, respondents)
    if respondents < shares_from(k):
        return Figure(item, band)
    low = _share(tally.low, respondents, withstands(k))
    high = _share(tally.high, respondents, withstands(k))
    # Beside a majority low, "some" high would leave too few others: its members would know that all gave a level.
    return Figure(
        item,
        band,
        low=None if band is Band.MAJORITY_HIGH else low,
        high=None if band is Band.MAJORITY_LOW else high,
    )


def _band(tally: Tally, respondents: int) -> Band:
    # Of all respondents, not of those who gave a level: else the band would tell how many gave none.
    if 2 * tally.low > respondents:
        return Band.MAJORITY_LOW
    if 2 * tally.high > respondents:
        return Band.MAJORITY_HIGH
    return Band.NO_MAJORITY


def _share(count: int, respondents: int, insiders: int) -> Share:
    if count <= insiders + 1:
        return Share.FEW
    return Share.NEARLY_ALL if count >= respondents - insiders - 1 else Share.SOME
