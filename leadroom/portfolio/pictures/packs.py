# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What others demand, as lines to tick."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from leadroom.portfolio.models import Demanded
from leadroom.portfolio.pictures.words import day, month_name
from leadroom.portfolio.queries import News, Offered

YEAR, MONTH = 4, 7


@dataclass(frozen=True, slots=True)
class PackLine:
    """One initiative of the pack in words."""

    key: str
    title: str
    facts: str
    note: str
    url: str
    is_taken: bool


def pack_groups(offered: Mapping[str, Iterable[Offered]]) -> list[tuple[str, list[PackLine]]]:
    """Return the lines by who demands them."""
    return [
        (source, [PackLine(one.key, str(one.title), _facts(one), str(one.note), one.url, each.is_taken) for each in group
                  for one in [each.demanded]])
        for source, group in offered.items()
    ]  # fmt: skip


def pack_news(news: Iterable[News]) -> list[tuple[str, str, str]]:
    """Return which deadlines the pack knows otherwise: key, title, what it says."""
    return [(each.initiative.key, each.initiative.title, due_words(each.demanded)) for each in news]


def due_words(one: Demanded) -> str:
    """Return the deadline as precise as its source."""
    if not one.deadline:
        return _("No date known")
    if len(one.deadline) == YEAR:
        return _("in %(year)s") % {"year": one.deadline}
    if len(one.deadline) == MONTH:
        return month_name(date.fromisoformat(f"{one.deadline}-01"), is_quarter=False)
    return day(date.fromisoformat(one.deadline))


def _facts(one: Demanded) -> str:
    return " · ".join(word for word in (due_words(one), str(STATUSES[one.status]()), str(one.owner)) if word)


STATUSES = {
    "current": lambda: _("current"),
    "proposed": lambda: _("proposed, not decided"),
    "voluntary": lambda: _("voluntary"),
    "in_operation": lambda: _("in operation"),
    "closed": lambda: _("closed"),
    "unknown": lambda: _("state not known"),
}
