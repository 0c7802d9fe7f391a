# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Effort, periods and levels as people say them, in the reader's language."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from leadroom.core.capacity.calendar import Calendar, month_after
from leadroom.portfolio.models import LevelKind

UNIT = 100
QUARTER = 3

MOST_NAMED, FIRST_NAMED = 8, 5


def team_months(effort: int) -> str:
    """Return hundredths of a team-month as team-months with one decimal, in the reader's language."""
    return str(number_format(round(effort / UNIT, 1) + 0.0, decimal_pos=1, use_l10n=True))


def signed(effort: int) -> str:
    """Return a difference in team-months with its sign."""
    sign = "+" if effort > 0 else "−" if effort < 0 else "±"
    return f"{sign}{team_months(abs(effort))}"


def shown_effort(effort: int) -> str:
    """Return hundredths as a number to type over: exactly, without trailing zeros."""
    whole, rest = divmod(effort, UNIT)
    decimals = 0 if rest == 0 else 1 if rest % 10 == 0 else 2
    return str(number_format(Decimal(effort) / UNIT, decimals, use_l10n=True)) if decimals else str(whole)


def day(value: date | None) -> str:
    """Return a day as the reader writes it; nothing for none."""
    return str(date_format(value, "DATE_FORMAT")) if value else ""


def quarter_name(value: date) -> str:
    """Return the quarter that a day lies in."""
    number = (value.month - 1) // QUARTER + 1
    # Translators: a quarter of a year, as in "Q3 2027".
    return _("Q%(number)s %(year)s") % {"number": number, "year": value.year}


def percent(share: float) -> str:
    """Return a share in per cent with at most one decimal."""
    decimals = 0 if share == int(share) else 1
    return str(number_format(share, decimal_pos=decimals, use_l10n=True))


def month_name(first: date, *, is_quarter: bool) -> str:
    """Return a month's name, or its quarter's where the plan is by quarter."""
    if is_quarter and first.month % QUARTER == 1:
        return quarter_name(first)
    return str(date_format(first, "YEAR_MONTH_FORMAT"))


def period_name(calendar: Calendar, period: int) -> str:
    """Return how a period of a plan is called."""
    return month_name(calendar.start_of(period), is_quarter=calendar.step == QUARTER)


def iso_name(calendar: Calendar, month: str) -> str:
    """Return how the period is called that begins with a month (ISO)."""
    return month_name(date.fromisoformat(month), is_quarter=calendar.step == QUARTER)


def span_name(calendar: Calendar, first: int, end: int) -> str:
    """Return how some periods are called, the end not counted: one by its name, more from first to last."""
    if end - first <= 1:
        return period_name(calendar, first)
    return _("%(first)s to %(last)s") % {
        "first": period_name(calendar, first),
        "last": period_name(calendar, end - 1),
    }


def last_month(calendar: Calendar) -> str:
    """Return the last month of a plan."""
    return str(date_format(month_after(calendar.start_of(calendar.periods), -1), "YEAR_MONTH_FORMAT"))


def level_name(kind: str) -> str:
    """Return a level's name; its code where it is none of ours."""
    return str(LevelKind(kind).label) if kind in LevelKind.values else kind


def quoted(name: str) -> str:
    """Return a name in the quotation marks of the reader's language."""
    return _("“%(name)s”") % {"name": name}


def shortened(text: str) -> str:
    """Return a text that may be long as far as a line of a table goes."""
    return str(Truncator(text).chars(80))


def listed(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: “A, B and C”; of many the first, and how many more there are."""
    if len(names) <= 1:
        return "".join(names)
    if len(names) > MOST_NAMED:
        first = ", ".join(names[:FIRST_NAMED])
        return _("%(names)s and %(count)s others") % {"names": first, "count": len(names) - FIRST_NAMED}
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}
