# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Ratings of one person side by side: her own, her manager's, and what colleagues may tell together.

They are compared and never averaged. Levels are whole numbers 0 (not yet) to 4 (leading), None
where somebody gave none. A word for a difference is used from a full level on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from leadroom.core.skills.profile import Target


class Word(Enum):
    """What a difference of a full level or more between oneself and others is called."""

    BLIND_SPOT = "blind-spot"
    HIDDEN_STRENGTH = "hidden-strength"


@dataclass(frozen=True, slots=True)
class Beside:
    """
    One competency as it was rated by several.

    `colleagues` is the range of levels in which most colleagues lie, both ends counted, as far as
    that may be told; None where nothing may, or no majority is there.
    """

    competency: str
    own: int | None
    manager: int | None
    colleagues: tuple[int, int] | None = None

    @property
    def difference(self) -> int | None:
        """Return own level less the manager's, in levels; None where one of them is missing."""
        return None if self.own is None or self.manager is None else self.own - self.manager

    @property
    def word(self) -> Word | None:
        """
        Say what the difference to the others is called, if it is a full level or more.

        With several others it is the nearest of them that counts; where they lie on both sides, there is no word.
        """
        if self.own is None:
            return None
        apart = {_apart(self.own, others) for others in self._others()}
        if not apart or min(apart) <= 0 <= max(apart):
            return None
        return Word.BLIND_SPOT if min(apart) > 0 else Word.HIDDEN_STRENGTH

    def gap(self, target: Target | None) -> int:
        """Return how many levels are missing to the target's lower end, as whoever sees most missing sees it."""
        levels = [level for level in (self.own, self.manager) if level is not None]
        return max((target.low - level for level in levels if target and target.low > level), default=0)

    def _others(self) -> Iterable[tuple[int, int]]:
        if self.manager is not None:
            yield self.manager, self.manager
        if self.colleagues is not None:
            yield self.colleagues


def _apart(own: int, others: tuple[int, int]) -> int:
    low, high = others
    return max(0, own - high) + min(0, own - low)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a development talk is about: no competency stands in both lists."""

    differences: tuple[Beside, ...]
    gaps: tuple[Beside, ...]


def agenda(lines: Sequence[Beside], targets: Mapping[str, Target], count: int = 3) -> Agenda:
    """
    Return the widest differences between oneself and the manager, and the most important gaps beside them.

    Differences go by levels apart, then by weight; gaps by levels missing times weight (as in
    `profile.Standing.importance`), then by levels missing. Ties stay in the order given.
    """
    apart = [line for line in lines if line.difference]
    widest = sorted(apart, key=lambda line: (-abs(line.difference or 0), -_weight(targets, line)))[:count]
    missing = [line for line in lines if line.gap(targets.get(line.competency)) and line not in widest]
    gaps = sorted(
        missing, key=lambda line: (-_gap(targets, line) * _weight(targets, line), -_gap(targets, line))
    )
    return Agenda(tuple(widest), tuple(gaps[:count]))


def _gap(targets: Mapping[str, Target], line: Beside) -> int:
    return line.gap(targets.get(line.competency))


def _weight(targets: Mapping[str, Target], line: Beside) -> int:
    target = targets.get(line.competency)
    return target.weight if target else 0


def proposed(
    gaps: Iterable[str], weighty: Iterable[str], areas: Mapping[str, str], *, most: int
) -> tuple[str, ...]:
    """
    Return which competencies to ask others about: the person's gaps, then what weighs most for her role.

    `areas` gives each competency's area: the first round takes one of an area, so that
    the questions are spread; what is left fills up.
    """
    wanted = list(dict.fromkeys([*gaps, *weighty]))
    # Written from behind, so that the first of each area is what stays.
    first = {areas[key]: key for key in reversed(wanted)}.values()
    spread = [key for key in wanted if key in first]
    return tuple([*spread, *(key for key in wanted if key not in first)][:most])
