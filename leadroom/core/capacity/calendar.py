# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Days and periods: a plan's periods are months or quarters from the first day of some month."""

from dataclasses import dataclass
from datetime import date

MONTHS_A_YEAR = 12


def month_after(first: date, months: int) -> date:
    """Return the first day of the month that lies some months after the month of a day (before: less than 0)."""
    number = first.year * MONTHS_A_YEAR + first.month - 1 + months
    return date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)


def months_between(first: date, day: date) -> int:
    """Return how many months the month of a day lies after another day's (before: less than 0)."""
    return (day.year - first.year) * MONTHS_A_YEAR + day.month - first.month


@dataclass(frozen=True, slots=True)
class Calendar:
    """
    The periods of a plan: `months` months from the month of `first`, cut into steps of 1 or 3.

    A period is begun even if its last months lie beyond the horizon: none is cut short.
    """

    first: date
    months: int
    step: int = 1

    @property
    def periods(self) -> int:
        """Return how many periods there are."""
        return -(-self.months // self.step)

    def start_of(self, period: int) -> date:
        """Return the first day of a period, also beyond the horizon."""
        return month_after(self.first, period * self.step)

    def period_of(self, day: date) -> int:
        """
        Return the period that a day lies in; less than 0 before the first, `periods` or more beyond the horizon.

        What is to be live by this day has its end here at the latest: an end is the beginning of its period.
        """
        return months_between(self.first, day) // self.step

    def periods_for(self, months: int) -> int:
        """Return how many periods some months of work take."""
        return -(-months // self.step)

    @property
    def years(self) -> tuple[int, ...]:
        """Return the calendar years that the periods begin in."""
        return tuple(dict.fromkeys(self.start_of(period).year for period in range(self.periods)))

    @property
    def year_of(self) -> tuple[int, ...]:
        """Return each period's year, counted from 0."""
        return tuple(self.start_of(period).year - self.years[0] for period in range(self.periods))

    def gathered(self, by_month: tuple[int, ...]) -> tuple[int, ...]:
        """Return numbers by month, from the first on, added up by period."""
        return tuple(sum(by_month[at : at + self.step]) for at in range(0, len(by_month), self.step))
