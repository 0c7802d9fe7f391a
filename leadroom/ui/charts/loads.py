# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each team's load along a time: what it has by period, what is kept, what is used, and what is free."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from leadroom.ui.charts.shapes import number
from leadroom.ui.charts.timeline import Axis, axis_line, group, hidden, lines, paint, row

COLUMN, ABOVE = 52, 16
# Of a period's width, what a column leaves free on either side.
AIR = 0.07
# More columns than this leave no room for a number above each.
MOST_NUMBERS = 16


@dataclass(frozen=True, slots=True)
class LoadColumn:
    """What a team has in one period: all, what is kept, what is used, what is free; `text` is the free part in words."""

    start: float
    end: float
    capacity: int
    reserved: int
    used: int
    free: int
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Load:
    """One team with its columns, and in a few words what is free in all."""

    label: str
    note: str
    columns: tuple[LoadColumn, ...]


def loads(
    teams: Sequence[Load], axis: Axis, *, title: str, description: str, key: str = "loads"
) -> SafeString:
    """Return each team's columns, its own most the height; the free part stands on top."""
    drawn = "".join(_load(team, axis, key) for team in teams)
    return group("chart-loads", key, title, description, f"{_kept(key)}{axis_line(axis)}{drawn}")


def _kept(key: str) -> str:
    return hidden(
        f'<pattern id="{escape(key)}-kept" width="5" height="5" patternUnits="userSpaceOnUse">'
        f'<rect width="5" height="5" {paint("chart-track")}/><circle cx="2.5" cy="2.5" r="1" {paint("chart-edge")}/></pattern>'
    )


def _load(team: Load, axis: Axis, key: str) -> str:
    most = max((max(one.capacity, one.free + one.reserved) for one in team.columns), default=0) or 1
    has_numbers = len(team.columns) <= MOST_NUMBERS
    drawn = "".join(_column(one, axis, most, key, has_numbers=has_numbers) for one in team.columns)
    label = f'<span class="roadmap-name">{escape(team.label)}</span><span class="roadmap-level">{escape(team.note)}</span>'
    said = ". ".join(one.title for one in team.columns)
    return row(label, f"{team.label}: {said}", COLUMN + ABOVE, f"{lines(axis, ABOVE)}{drawn}")


def _column(one: LoadColumn, axis: Axis, most: int, key: str, *, has_numbers: bool) -> str:
    air = AIR * (one.end - one.start)
    x, width = axis.x(one.start + air), axis.width(one.start + air, one.end - air)
    kept, used, free = (COLUMN * max(0, part) / most for part in (one.reserved, one.used, one.free))

    def piece(bottom: float, height: float, look: str) -> str:
        if height <= 0:
            return ""
        top = number(ABOVE + COLUMN - bottom - height)
        return f'<rect x="{x}" width="{width}" y="{top}" height="{number(height)}" {look}/>'

    pieces = (
        piece(0, kept, f'fill="url(#{escape(key)}-kept)" class="stroke-chart-edge"'),
        piece(kept, used, paint("chart-1", "chart-ground")),
        piece(
            kept + used,
            free,
            f'stroke-width="1.5" stroke-dasharray="3 2" {paint("chart-ground", "chart-1")}',
        ),
    )
    middle = axis.x((one.start + one.end) / 2)
    words = (
        f'<text x="{middle}" y="{number(max(11, ABOVE + COLUMN - kept - used - free - 4))}" text-anchor="middle"'
        f' class="fill-chart-ink only-wide">{escape(one.text)}</text>'
        if has_numbers
        else ""
    )
    return f"<g><title>{escape(one.title)}</title>{''.join(pieces)}{words}</g>"
