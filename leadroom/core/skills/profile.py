# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
From a ledger of ratings to a profile: where a person stands against a role profile.

Levels are whole numbers 0 (not yet) to 4 (leading). A rating without a level ("not in
my role", "cannot judge", "rather not say") takes the place of an earlier one but counts
nowhere. Ratings of several sources are never mixed: a profile is of one source.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

LOWEST, WORKING, HIGHEST = 0, 2, 4


class Line(NamedTuple):
    """One rating: the competency's key, its level (None: gives no level), and the sitting it was made in."""

    competency: str
    level: int | None
    sitting: int | None


@dataclass(frozen=True, slots=True)
class Target:
    """What a role asks for: a range of levels, and how much it matters (1 to 3)."""

    low: int
    high: int
    weight: int

    def __str__(self) -> str:
        """Return the range, or the one level where it is no wider."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


class State(Enum):
    """Whether a competency has a level, was answered without one, or was not asked."""

    LEVEL = "level"
    NO_LEVEL = "no-level"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in one competency."""

    competency: str
    state: State
    level: int | None
    before: int | None
    target: Target | None

    @property
    def gap(self) -> int:
        """Return how many levels are missing to the lower end of the target (0: none, or not known)."""
        if self.level is None or self.target is None:
            return 0
        return max(0, self.target.low - self.level)

    @property
    def is_at_target(self) -> bool:
        """Say whether the level reaches the lower end of the target."""
        return self.level is not None and self.target is not None and self.level >= self.target.low

    @property
    def importance(self) -> int:
        """Return the gap in levels times the weight: what orders the gaps (own rule, 0 to 12)."""
        return self.gap * (self.target.weight if self.target else 0)

    @property
    def change(self) -> int | None:
        """Return the levels gained (or lost) since the sitting before; None where there is nothing to compare."""
        if self.level is None or self.before is None:
            return None
        return self.level - self.before


def profile(
    lines: Iterable[Line], competencies: Sequence[str], targets: Mapping[str, Target]
) -> tuple[Standing, ...]:
    """
    Return one standing per competency, in the order given.

    `lines` are one source's ratings in the order they were made; the last one of a
    competency counts. `before` is the level that counted when the sitting of that
    last rating began.
    """
    by_competency: dict[str, list[Line]] = {}
    for line in lines:
        by_competency.setdefault(line.competency, []).append(line)
    return tuple(_standing(key, by_competency.get(key, ()), targets.get(key)) for key in competencies)


def _standing(key: str, lines: Sequence[Line], target: Target | None) -> Standing:
    if not lines:
        return Standing(key, State.NOT_ASKED, None, None, target)
    last = lines[-1]
    earlier = [line.level for line in lines if line.sitting != last.sitting]
    state = State.NO_LEVEL if last.level is None else State.LEVEL
    return Standing(key, state, last.level, earlier[-1] if earlier else None, target)


def first_to_develop(standings: Iterable[Standing], count: int = 3) -> tuple[Standing, ...]:
    """Return the gaps that matter most: by importance, then by gap, then in map order."""
    gaps = [standing for standing in standings if standing.gap]
    return tuple(sorted(gaps, key=lambda standing: (-standing.importance, -standing.gap))[:count])


def strongest(standings: Iterable[Standing], count: int = 3) -> tuple[Standing, ...]:
    """Return the highest levels (working or more), the ones that matter more for the role first."""
    known = [standing for standing in standings if (standing.level or 0) >= WORKING]
    return tuple(
        sorted(known, key=lambda s: (-(s.level or 0), -(s.target.weight if s.target else 0)))[:count]
    )


def by_importance(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return the standings with a level and a target: widest and weightiest gaps first, then by weight."""
    known = [standing for standing in standings if standing.level is not None and standing.target]
    return tuple(sorted(known, key=lambda s: (-s.importance, -s.gap, -(s.target.weight if s.target else 0))))


class Coverage(NamedTuple):
    """How many competencies have a level, and how many of these are at target."""

    known: int
    at_target: int


def coverage(standings: Iterable[Standing]) -> Coverage:
    """Return how much of a set of standings is known and at target."""
    known = [standing for standing in standings if standing.level is not None]
    return Coverage(len(known), sum(standing.is_at_target for standing in known))
