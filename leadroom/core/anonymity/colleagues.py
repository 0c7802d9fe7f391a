# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Colleagues' ratings of one person: anonymous from k raters on; with three or more shown together, and not called anonymous.

Who rates is told before she answers which of the two it may become, and may decline.
"""

from collections.abc import Mapping, Sequence
from enum import Enum

from leadroom.core.anonymity.classes import Class, Item, Scale, class_of
from leadroom.core.anonymity.frozen import Sheet
from leadroom.core.anonymity.publication import Band, Spread
from leadroom.core.anonymity.thresholds import FEWEST, threshold

FEWEST_TOGETHER = 3


class HowShown(Enum):
    """How colleagues' ratings are shown to the one they rated."""

    NOTHING = "NOTHING"
    TOGETHER = "TOGETHER"
    ANONYMOUS = "ANONYMOUS"


class NotTogether(ValueError):
    """There are too few ratings to be shown together."""


def how_shown(raters: int, k: int = FEWEST) -> HowShown:
    """
    Return how the ratings of so many raters are shown: nothing of fewer than three, the engine's figures from k.

    Raises TooLow for a k below five.
    """
    if raters >= threshold(k):
        return HowShown.ANONYMOUS
    return HowShown.TOGETHER if raters >= FEWEST_TOGETHER else HowShown.NOTHING


def shown_together(items: Sequence[Item], sheets: Sequence[Sheet]) -> Mapping[str, tuple[int, ...]]:
    """
    Return, for each item, the levels given, the lowest first, so that no order leads from one item to another.

    This is not anonymous: it must not be called so. Raises NotTogether for fewer than
    three sheets, and OffTheScale.
    """
    if len(sheets) < FEWEST_TOGETHER:
        raise NotTogether(f"Fewer than {FEWEST_TOGETHER} ratings are not shown.")
    return {item.key: _levels(item, sheets) for item in items}


def spread_together(levels: Sequence[int], respondents: int) -> tuple[Band, Spread]:
    """
    Return where more than half of a group that opened its answers lies on five points, and whether it is of one mind.

    Divided are those without a majority who answered at both ends. This reads what is shown already.
    """
    classes = [class_of(Scale.FIVE_POINTS, level) for level in levels]
    low, high = classes.count(Class.LOW), classes.count(Class.HIGH)
    band = next(
        (
            end
            for end, count in ((Band.MAJORITY_LOW, low), (Band.MAJORITY_HIGH, high))
            if 2 * count > respondents
        ),
        Band.NO_MAJORITY,
    )
    if band is not Band.NO_MAJORITY:
        return band, Spread.AGREEMENT
    return band, Spread.DIVIDED if low and high else Spread.MIXED


def _levels(item: Item, sheets: Sequence[Sheet]) -> tuple[int, ...]:
    answers = (sheet.get(item.key) for sheet in sheets)
    return tuple(sorted(answer for answer in answers if answer is not None and class_of(item.scale, answer)))
