# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Three classes: all that is kept of an anonymous answer before anything is computed.

Five points and shifts are 1 to 5, levels are 0 to 4: the two lowest are low, the one
between is middle, the two highest are high (decision 19).
"""

from dataclasses import dataclass
from enum import Enum


class OffTheScale(ValueError):
    """The answer is none of its scale."""


class Class(Enum):
    """Where on its scale an answer lies."""

    LOW = "LOW"
    MIDDLE = "MIDDLE"
    HIGH = "HIGH"


class Scale(Enum):
    """What an item is answered on: five answers each."""

    FIVE_POINTS = "FIVE_POINTS"
    SHIFT = "SHIFT"
    LEVELS = "LEVELS"

    @property
    def answers(self) -> range:
        """Return the five answers, lowest first."""
        return range(5) if self is Scale.LEVELS else range(1, 6)


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a round: its key and its scale."""

    key: str
    scale: Scale


def class_of(scale: Scale, answer: int | None) -> Class | None:
    """
    Return the class of an answer; None for an answer that gives no level.

    Raises OffTheScale for a number that the scale does not have.
    """
    if answer is None:
        return None
    if isinstance(answer, bool) or answer not in scale.answers:
        raise OffTheScale(f"{answer!r} is not an answer on the scale {scale.name}.")
    step = answer - scale.answers.start
    return (Class.LOW, Class.LOW, Class.MIDDLE, Class.HIGH, Class.HIGH)[step]
