# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bench strength: on how many people a competency rests, of those who let it be known by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# From this level on somebody can do it alone and show others: "skilled".
ABLE = 3


@dataclass(frozen=True, slots=True)
class Bench:
    """Who is able in one competency, and who comes next to it; keys of people, in the order given."""

    able: tuple[str, ...]
    next: tuple[str, ...]

    @property
    def hangs_on_one(self) -> bool:
        """Say whether exactly one person is able."""
        return len(self.able) == 1


def bench(levels: Mapping[str, Mapping[str, int | None]], competencies: Iterable[str]) -> Mapping[str, Bench]:
    """
    Return, for each competency, who is able (level 3 or 4) and who comes next (level 2).

    `levels` holds a mapping of competencies to levels 0 to 4 for each person, None where
    an answer gives no level. Who did not answer is in neither.
    """
    return {
        key: Bench(
            tuple(who for who, own in levels.items() if (own.get(key) or 0) >= ABLE),
            tuple(who for who, own in levels.items() if own.get(key) == ABLE - 1),
        )
        for key in competencies
    }
