# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Effort, days, periods and levels in the reader's words."""

from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from leadroom.portfolio.models import LevelKind

UNIT = 100
QUARTER = 3


def team_months(effort: int) -> str:
    """Return hundredths of a team-month as team-months with one decimal, as the reader writes numbers."""
    return number_format(round(effort / UNIT + 0.0, 1), 1)


def day(value: date | None) -> str:
    """Return a day as the reader writes it; nothing for none."""
    return date_format(value, "j M Y") if value else ""


def month_name(value: date) -> str:
    """Return a month by name."""
    return date_format(value, "F Y")


def quarter_name(value: date) -> str:
    """Return the quarter that a day lies in."""
    number = (value.month - 1) // QUARTER + 1
    # Translators: a quarter of a year, as in "Q3 2027".
    return _("Q%(number)s %(year)s") % {"number": number, "year": value.year}


def period_name(value: date, step: int) -> str:
    """Return a period by its first day: a month or a quarter."""
    return quarter_name(value) if step == QUARTER else month_name(value)


def level_name(kind: str) -> str:
    """Return a level's name; nothing for none."""
    return str(LevelKind(kind).label) if kind in LevelKind.values else ""
