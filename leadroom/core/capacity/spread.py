# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Effort over months: a whole spread evenly, and the way back."""

from collections.abc import Sequence


def even(whole: int, months: int) -> tuple[int, ...]:
    """Return a whole number spread over months as evenly as can be, the earlier ones taking what is left."""
    each, rest = divmod(whole, months)
    return tuple(each + (month < rest) for month in range(months))


def is_even(row: Sequence[int]) -> bool:
    """Say whether a row is its own sum spread evenly."""
    return bool(row) and tuple(row) == even(sum(row), len(row))
