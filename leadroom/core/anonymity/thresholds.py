# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
How few is too few, and how many colluding members a page may claim to withstand.

One number rules: k, the fewest respondents of whom anything is shown. It is fixed with
the partition when a round opens. What a page claims follows from k and never from how
many answered, for that number is not published.
"""

from enum import Enum

FEWEST = 5
SHARES_FROM = 10


class TooLow(ValueError):
    """The threshold is below five, or is no whole number."""


class Participation(Enum):
    """All that is said about how many answered."""

    FEWER = "FEWER"
    ENOUGH = "ENOUGH"


def threshold(k: int) -> int:
    """
    Return k, the fewest respondents of whom anything is shown: five, or more where a council wants more.

    Raises TooLow below five: with four respondents, a member whose own answer is
    another learns from a majority what all the others answered.
    """
    if isinstance(k, bool) or not isinstance(k, int) or k < FEWEST:
        raise TooLow(f"The fewest respondents must be a whole number from {FEWEST} up.")
    return k


def withstands(k: int) -> int:
    """
    Return how many members may put their answers together and still learn nobody else's: 1 at 5, 2 at 7, 3 at 9.

    With one more, a majority in a group of k can be all of the others. Raises TooLow.
    """
    return (threshold(k) - 3) // 2


def shares_from(k: int) -> int:
    """
    Return from how many respondents shares are shown beside the band: 10 at 5, 11 at 7, 14 at 9.

    Two shares of "some" are 2 (c + 2) answers at the ends, c being `withstands(k)`. At
    least c + 1 more must be free, or c members who gave no level learn that all others
    gave one. Raises TooLow.
    """
    return max(SHARES_FROM, 3 * withstands(k) + 5)


def participation(respondents: int, k: int) -> Participation:
    """Return whether enough have answered for anything to be shown. Raises TooLow."""
    return Participation.ENOUGH if respondents >= threshold(k) else Participation.FEWER
