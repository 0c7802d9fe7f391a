# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much room there is, in a picture and a sentence; and the initiatives as lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.models import Plan, Status, Track
from leadroom.portfolio.pictures.words import QUARTER, UNIT, day, level_name, quarter_name, team_months
from leadroom.portfolio.queries import OPEN, Listed
from leadroom.ui.charts import Column, Part, columns
from leadroom.ui.parts import Legend

ANY = "any"
LINE = (
    '<li class="line">{}<div class="line-words"><a class="line-title" href="{}">{}</a>'
    '<span class="line-facts">{}</span></div></li>'
)
TICK = '<input type="checkbox" class="line-tick" name="key" value="{}" form="bulk" aria-label="{}">'
OPTION, CHOSEN = '<option value="{}">{}</option>', '<option value="{}" selected>{}</option>'


@dataclass(frozen=True, slots=True)
class Room:
    """The room that the plan in force leaves, quarter by quarter: a chart, a sentence, a table."""

    sentence: str
    chart: str = ""
    header: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    legend: Sequence[Legend] = ()


@dataclass(frozen=True, slots=True)
class Shares:
    """All teams' effort by period: in all, reserved, taken by mandated solutions, usable by challenges, and free."""

    capacity: tuple[int, ...]
    reserved: tuple[int, ...]
    mandated: tuple[int, ...]
    chosen: tuple[int, ...]
    free: tuple[int, ...]


def shares(plan: Plan) -> Shares:
    """Return what the plan's teams have and give, added up over the teams, by period."""
    teams = plan.problem["teams"]
    free = [plan.figures["free"][team["key"]] for team in teams]
    chosen = [
        [min(max(0, there), need) for there, need in zip(row, team["need"], strict=True)]
        for row, team in zip(free, teams, strict=True)
    ]
    return Shares(
        _added([team["capacity"] for team in teams]),
        _added([team["reserved"] for team in teams]),
        _added([plan.figures["usage"][team["key"]] for team in teams]),
        _added(chosen),
        _added(free),
    )


def calendar_of(plan: Plan) -> Calendar:
    """Return the periods that a plan was made in."""
    said = plan.problem
    return Calendar(date.fromisoformat(said["first"]), said["months"], said["step"])


def room(plan: Plan | None) -> Room:
    """Return how much room the plan in force leaves; a sentence alone where there is none."""
    if plan is None or not plan.figures:
        return Room(_("There is no plan in force yet, so nobody knows how much room there is."))
    calendar, all_ = calendar_of(plan), shares(plan)
    by_quarter = QUARTER // calendar.step
    parts = [_gathered(row, by_quarter) for row in (all_.reserved, all_.mandated, all_.chosen)]
    air = [left - taken for left, taken in zip(_gathered(all_.free, by_quarter), parts[2], strict=True)]
    starts = [calendar.start_of(place * by_quarter) for place in range(len(air))]
    sentence = _room_sentence(all_)
    names = (
        _("Foundations and experiments"),
        _("Mandated solutions"),
        _("Usable by challenges"),
        _("More headroom"),
    )
    rows = [
        (quarter_name(first), *(team_months(part[place]) for part in (*parts, air)))
        for place, first in enumerate(starts)
    ]
    return Room(
        sentence,
        columns(
            [
                Part(name, colour, tuple(amount / UNIT for amount in amounts), is_air=key == "air")
                for name, colour, key, amounts in zip(names, COLOURS, LEGEND, (*parts, air), strict=True)
            ],
            [_column(row, first, place) for place, (row, first) in enumerate(zip(rows, starts, strict=True))],
            title=_("Capacity by track, in team-months"),
            description=sentence,
            key="room",
        ),
        (_("Quarter"), *names),
        rows,
        [Legend(key, name) for key, name in zip(LEGEND, names, strict=True)],
    )


COLOURS = ("chart-edge", "chart-2", "chart-3", "chart-2")
LEGEND = ("foundation", "mandated", "challenge", "air")


def _room_sentence(all_: Shares) -> str:
    return _(
        "The plan in force leaves %(free)s of %(capacity)s team-months free: headroom of %(share)s %%. "
        "Mandated solutions take %(mandated)s %%, foundations and experiments keep %(reserved)s %%."
    ) % {
        "free": team_months(sum(all_.free)),
        "capacity": team_months(sum(all_.capacity)),
        "share": percent(sum(all_.free), sum(all_.capacity)),
        "mandated": percent(sum(all_.mandated), sum(all_.capacity)),
        "reserved": percent(sum(all_.reserved), sum(all_.capacity)),
    }


def percent(part: int, whole: int) -> int:
    """Return a share in whole per cent; 0 of nothing."""
    return round(100 * part / whole) if whole else 0


def _column(row: Sequence[str], first: date, place: int) -> Column:
    quarter = (first.month - 1) // QUARTER + 1
    year = str(first.year) if place == 0 or quarter == 1 else ""
    # Translators: a quarter of a year under a column, as short as can be.
    return Column(_("Q%(number)s") % {"number": quarter}, year, ", ".join(row))


def _added(rows: Iterable[Sequence[int]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True)))


def _gathered(row: Sequence[int], size: int) -> tuple[int, ...]:
    return tuple(sum(row[at : at + size]) for at in range(0, len(row), size))


def lines(found: Iterable[Listed], track: str, *, may_tick: bool) -> SafeString:
    """Return the initiatives of a track as lines, with ticks for those who may set several at once."""
    # Django is asked once for the address, not for every line.
    before, after = reverse("initiative", args=[ANY]).split(ANY)
    tick = _("Choose %(title)s")
    return format_html_join(
        "\n",
        LINE,
        (
            (
                format_html(TICK, each.key, tick % {"title": each.title}) if may_tick else "",
                f"{before}{each.key}{after}",
                each.title,
                _facts(each),
            )
            for each in found
            if each.track == track
        ),
    )


def _facts(each: Listed) -> str:
    said = [each.code, each.source]
    if each.deadline:
        late = _("overdue since %(day)s") if each.is_late else _("by %(day)s")
        said.append(late % {"day": day(each.deadline)})
    if each.slips:
        said.append(
            ngettext("moved %(times)s time", "moved %(times)s times", each.slips) % {"times": each.slips}
        )
    if each.level:
        first = date.fromisoformat(each.month)
        said.append(
            _("%(level)s from %(quarter)s")
            % {"level": level_name(each.level), "quarter": quarter_name(first)}
        )
    elif each.track == Track.MANDATED and not each.levels:
        said.append(_("no levels yet"))
    if each.status in {Status.RUNNING, Status.DONE, Status.DROPPED}:
        said.append(str(Status(each.status).label))
    return " · ".join(word for word in said if word)


def filters(wanted: Mapping[str, str], sources: Sequence[str]) -> dict[str, SafeString]:
    """Return what one can choose from, the chosen marked."""
    statuses = [(OPEN, _("Open")), ("all", _("All"))] + [(each.value, each.label) for each in Status]
    sorts = [
        ("deadline", _("Deadline")), ("title", _("Title")), ("source", _("Who demands it")), ("changed", _("Last changed")),
    ]  # fmt: skip
    return {
        "track": _options([("", _("All tracks")), *Track.choices], wanted["track"]),
        "status": _options(statuses, wanted["status"] or OPEN),
        "source": _options([("", _("Everybody")), *((each, each) for each in sources)], wanted["source"]),
        "sort": _options(sorts, wanted["sort"] or "deadline"),
    }


def _options(choices: Iterable[tuple[str, Any]], chosen: str) -> SafeString:
    return format_html_join(
        "", "{}", ((format_html(CHOSEN if code == chosen else OPTION, code, name),) for code, name in choices)
    )


def said_bulk(count: int, status: Status) -> str:
    """Say what was done to how many."""
    return ngettext(
        "%(count)s initiative is now: %(status)s", "%(count)s initiatives are now: %(status)s", count
    ) % {"count": count, "status": status.label}
