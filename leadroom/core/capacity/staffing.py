# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What a team has: its people and planned changes, line work, absence and reserves taken off.

Effort is a whole number of hundredths of a team-month; shares are whole per cent. Of what people give, line
work takes its share first, absence its share of all; what somebody typed for a month stands in place of that.
Foundations and experiments are kept from the capacity and never free; the floor is a share of the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ALL = 100


@dataclass(frozen=True, slots=True)
class Staffing:
    """
    One team's terms.

    `changes` are (month counted from the plan's first, people more or fewer in hundredths); a change before
    the first month counts from the first on. `typed` maps months to the effort that was typed.
    """

    staff: int
    line_work: int = 0
    absence: int = 0
    foundations: int = 0
    experiments: int = 0
    floor: int = 0
    changes: tuple[tuple[int, int], ...] = ()
    typed: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Months:
    """What a team has by month: in all, kept for foundations, kept for experiments, and what must stay free."""

    capacity: tuple[int, ...]
    foundations: tuple[int, ...]
    experiments: tuple[int, ...]
    floor: tuple[int, ...]


def by_month(team: Staffing, months: int) -> Months:
    """Return what a team has in each of the next months, in hundredths of a team-month."""
    capacity = tuple(_capacity(team, month) for month in range(months))
    foundations = tuple(_share(all_, team.foundations) for all_ in capacity)
    experiments = tuple(
        min(_share(all_, team.experiments), all_ - kept)
        for all_, kept in zip(capacity, foundations, strict=True)
    )
    floor = tuple(
        _share(all_ - kept - tried, team.floor)
        for all_, kept, tried in zip(capacity, foundations, experiments, strict=True)
    )
    return Months(capacity, foundations, experiments, floor)


def _capacity(team: Staffing, month: int) -> int:
    if month in team.typed:
        return team.typed[month]
    people = team.staff + sum(more for since, more in team.changes if since <= month)
    return max(0, _share(people, ALL - min(ALL, team.line_work + team.absence)))


def _share(amount: int, percent: int) -> int:
    """Return so many per cent of an amount, half a hundredth rounded up."""
    return (amount * percent + ALL // 2) // ALL
