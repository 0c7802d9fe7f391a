# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much room there is, by team and quarter, what takes it, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadroom.portfolio.models import TeamKind, Track
from leadroom.portfolio.pictures.portfolio import Room, calendar_of, percent, room
from leadroom.portfolio.pictures.words import (
    QUARTER,
    last_month,
    listed,
    month_name,
    quarter_name,
    team_months,
)
from leadroom.portfolio.queries import Headroom, Slip
from leadroom.ui.parts import Fact

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class HeadroomPicture:
    """All that the page of headroom shows, in words, a picture and tables."""

    room: Room
    facts: list[Fact]
    weighs: str
    teams: Table
    efforts: Table
    counts: Table
    count_sentence: str
    office: Table | None
    ceiling: str
    ranges: Table
    range_sentence: str
    slips: Table | None
    slip_sentence: str


def headroom(
    found: Headroom, counts: Sequence[tuple[date, Mapping[str, int]]], slips: Sequence[Slip]
) -> HeadroomPicture:
    """Return the page of headroom."""
    office = [team.key for team in found.teams if team.kind == TeamKind.DIGITAL_OFFICE]
    return HeadroomPicture(
        room=room(found.plan),
        facts=_facts(found),
        weighs=weighs_sentence(found),
        teams=_teams(found),
        efforts=_shares(found, [team.key for team in found.teams]),
        counts=_counts(counts),
        count_sentence=_count_sentence(counts),
        office=_shares(found, office) if office else None,
        ceiling=ceiling_sentence(found, office),
        ranges=_ranges(found),
        range_sentence=_range_sentence(found),
        slips=_slips(slips) if slips else None,
        slip_sentence=_slip_sentence(slips),
    )


def _now(found: Headroom) -> int | None:
    """Return the period that today lies in; None where the plan's periods do not hold it."""
    calendar = calendar_of(found.plan)
    period = calendar.period_of(timezone.localdate())
    return period if 0 <= period < calendar.periods else None


def _facts(found: Headroom) -> list[Fact]:
    figures, calendar, now = found.plan.figures, calendar_of(found.plan), _now(found)
    facts = [
        Fact(
            _("Headroom until %(month)s") % {"month": last_month(calendar)},
            _("%(effort)s team-months") % {"effort": team_months(figures["room"])},
        ),
        Fact(
            _("Usable headroom: what must-win challenges can use of it"),
            _("%(effort)s team-months") % {"effort": team_months(figures["usable"])},
        ),
    ]
    if now is not None:
        free = sum(row[now] for row in figures["free"].values())
        name = month_name(calendar.start_of(now), is_quarter=calendar.step == QUARTER)
        facts.insert(
            0,
            Fact(
                _("Now, in %(period)s") % {"period": name},
                _("%(effort)s team-months") % {"effort": team_months(free)},
            ),
        )
    return facts


def weighs_sentence(found: Headroom) -> str:
    """Say which few solutions take most of which team, and until when; nothing where none takes anything."""
    one = found.weighs
    if one is None:
        return ""
    calendar = calendar_of(found.plan)
    last = calendar.start_of(one.until - 1)
    names = {team.key: team.name for team in found.teams}
    said = ngettext(
        "%(count)s mandated solution takes %(percent)s %% of %(team)s until %(until)s: %(names)s.",
        "%(count)s mandated solutions take %(percent)s %% of %(team)s until %(until)s: %(names)s.",
        len(one.solutions),
    )
    return said % {
        "count": len(one.solutions),
        "percent": one.percent,
        "team": names.get(one.team, one.team),
        "until": month_name(last, is_quarter=calendar.step == QUARTER),
        "names": listed([found.names.get(key, key) for key in one.solutions]),
    }


def _teams(found: Headroom) -> Table:
    now, figures = _now(found), found.plan.figures
    said = {team["key"]: team for team in found.plan.problem["teams"]}
    return (
        (_("Team"), _("Now"), _("In all"), _("Of its capacity"), _("Usable by challenges")),
        [
            (
                team.name,
                "–" if now is None else team_months(figures["free"][team.key][now]),
                team_months(figures["room_of"][team.key]),
                _("%(percent)s %%")
                % {"percent": percent(figures["room_of"][team.key], sum(said[team.key]["capacity"]))},
                team_months(_usable(figures["free"][team.key], said[team.key]["need"])),
            )
            for team in found.teams
        ],
    )


def _usable(free: Sequence[int], need: Sequence[int]) -> int:
    return sum(min(max(0, there), wanted) for there, wanted in zip(free, need, strict=True))


def _taken(found: Headroom, keys: Sequence[str]) -> list[tuple[date, int, int, int, int]]:
    """Return for each quarter what some teams have, and of it: mandated, usable by challenges, reserved."""
    calendar, figures = calendar_of(found.plan), found.plan.figures
    teams = [team for team in found.plan.problem["teams"] if team["key"] in keys]
    size = max(1, QUARTER // calendar.step)
    rows = []
    for first in range(0, calendar.periods, size):
        span = range(first, min(first + size, calendar.periods))
        rows.append(
            (
                calendar.start_of(first),
                sum(team["capacity"][at] for team in teams for at in span),
                sum(figures["usage"][team["key"]][at] for team in teams for at in span),
                sum(
                    min(max(0, figures["free"][team["key"]][at]), team["need"][at])
                    for team in teams
                    for at in span
                ),
                sum(team["reserved"][at] for team in teams for at in span),
            )
        )
    return rows


def _shares(found: Headroom, keys: Sequence[str]) -> Table:
    header = (
        _("Quarter"),
        _("Mandated solutions"),
        _("Usable by challenges"),
        _("Foundations and experiments"),
        _("More headroom"),
    )
    return header, [
        (
            quarter_name(first),
            *(
                _("%(percent)s %%") % {"percent": percent(part, capacity)}
                for part in (mandated, chosen, reserved, capacity - mandated - chosen - reserved)
            ),
        )
        for first, capacity, mandated, chosen, reserved in _taken(found, keys)
    ]


def ceiling_sentence(found: Headroom, office: Sequence[str]) -> str:
    """Say when mandated work passes the ceiling of the digital office's own time; nothing without a ceiling."""
    if found.ceiling is None or not office:
        return ""
    over = [
        (first, percent(mandated, capacity))
        for first, capacity, mandated, _chosen, _reserved in _taken(found, office)
        if capacity and 100 * mandated > found.ceiling * capacity
    ]
    if not over:
        return _("Mandated work stays within the ceiling of %(ceiling)s %% in every quarter.") % {
            "ceiling": found.ceiling
        }
    first, share = max(over, key=lambda one: one[1])
    return ngettext(
        "Mandated work passes the ceiling of %(ceiling)s %% in %(count)s quarter: in %(quarter)s it takes "
        "%(share)s %% of the digital office’s own time.",
        "Mandated work passes the ceiling of %(ceiling)s %% in %(count)s quarters; most in %(quarter)s, when it "
        "takes %(share)s %% of the digital office’s own time.",
        len(over),
    ) % {"ceiling": found.ceiling, "count": len(over), "quarter": quarter_name(first), "share": share}


def _counts(counts: Sequence[tuple[date, Mapping[str, int]]]) -> Table:
    header = (_("On"), *(str(track.label) for track in Track), _("Mandated, of all"))
    return header, [
        (
            month_name(on, is_quarter=False),
            *(str(by_track[track]) for track in Track),
            _("%(percent)s %%") % {"percent": percent(by_track[Track.MANDATED], sum(by_track.values()))},
        )
        for on, by_track in counts
    ]


def _count_sentence(counts: Sequence[tuple[date, Mapping[str, int]]]) -> str:
    if not counts:
        return ""
    _on, now = counts[-1]
    return _("%(mandated)s of %(all)s open initiatives are mandated: %(percent)s %%.") % {
        "mandated": now[Track.MANDATED],
        "all": sum(now.values()),
        "percent": percent(now[Track.MANDATED], sum(now.values())),
    }


def _ranges(found: Headroom) -> Table:
    rows = [(team.name, found.by_team[team.key]) for team in found.teams]
    return (
        (_("Share of capacity that is free"), "P10", "P50", "P90"),
        [
            (name, *(_("%(percent)s %%") % {"percent": round(part)} for part in (one.p10, one.p50, one.p90)))
            for name, one in [(_("All teams"), found.whole), *rows]
        ],
    )


def _range_sentence(found: Headroom) -> str:
    capacity = sum(sum(team["capacity"]) for team in found.plan.problem["teams"])
    return _(
        "If efforts fall as their levels’ ranges say, and deadlines slip as those of the same source have, nine times in "
        "ten at least %(least)s team-months stay free, and once in ten %(most)s or more; in %(overrun)s of 100 draws some "
        "team has too much in some period. Drawn %(draws)s times, each solution apart from the others; work waits for a "
        "deadline that slips. Lost people are not in it."
    ) % {
        "least": team_months(round(capacity * found.whole.p10 / 100)),
        "most": team_months(round(capacity * found.whole.p90 / 100)),
        "overrun": round(found.overrun),
        "draws": found.draws,
    }


def _slips(slips: Sequence[Slip]) -> Table:
    return (
        (_("Who demands it"), _("With a deadline"), _("Moved"), _("Months, in the middle")),
        [
            (
                one.source,
                str(one.known),
                _("%(moved)s (%(percent)s %%)")
                % {"moved": one.moved, "percent": percent(one.moved, one.known)},
                _signed_months(one.months) if one.moved else "–",
            )
            for one in slips
        ],
    )


def _signed_months(months: int) -> str:
    return f"+{months}" if months > 0 else f"−{-months}" if months else "0"


def _slip_sentence(slips: Sequence[Slip]) -> str:
    known, moved = sum(one.known for one in slips), sum(one.moved for one in slips)
    if not known:
        return _("No deadline of a mandated solution is known yet, so nothing can be said of how they slip.")
    return _(
        "%(moved)s of %(known)s mandated solutions with a deadline have had it moved. This is what was, not what will be."
    ) % {"moved": moved, "known": known}
