# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The roadmap: one line per initiative with its bar in time, and under it what each team has, uses and keeps free.

As in the now-to-target picture, words are the page's own and places are shares of the width: one drawing
serves phone, desk and paper, and time runs alike in both halves. Moments are counted in months from the first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from leadroom.ui.charts.paint import Page
from leadroom.ui.charts.shapes import number

ROW, BAR_TOP, BAR = 32, 6, 20
COLUMN, ABOVE = 52, 16
# Of a period's width, what a column leaves free on either side.
AIR = 0.07
# More columns than this leave no room for a number above each.
MOST_NUMBERS = 16
LEVELS = 4
paint = Page()


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment on the axis, and what stands there: `text` where there is room, above it `year` where one begins."""

    at: float
    text: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """How long the picture is in months, what is written above it, and where today is (None: outside)."""

    months: float
    ticks: tuple[Tick, ...]
    today: float | None = None

    def x(self, at: float) -> str:
        """Return where a moment stands, as a share of the width."""
        return f"{number(100 * min(max(at, 0), self.months) / max(self.months, 1))}%"

    def width(self, start: float, end: float) -> str:
        """Return how much of the width lies between two moments."""
        inside = min(max(end, 0), self.months) - min(max(start, 0), self.months)
        return f"{number(100 * max(inside, 0) / max(self.months, 1))}%"


@dataclass(frozen=True, slots=True)
class Bar:
    """
    One initiative: its work from `start` to `end`, and how ambitious (`level`, 0 to 3, with its name).

    `before` is where it stands in the plan it is compared with, None where that is the same.
    """

    key: str
    label: str
    level: int
    level_name: str
    start: float
    end: float
    deadline: float | None = None
    before: tuple[float, float] | None = None
    href: str = ""
    title: str = ""


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


def roadmap(
    bars: Sequence[Bar],
    axis: Axis,
    *,
    title: str,
    description: str,
    waits: Sequence[tuple[str, str]] = (),
    key: str = "roadmap",
) -> SafeString:
    """Return the bars in the order given; `waits` are pairs of keys, the one before and the one after."""
    lines = "".join(_bar(bar, axis, key) for bar in bars)
    return _group(
        "chart-roadmap",
        key,
        title,
        description,
        f'{_patterns(key)}{_axis(axis)}<div class="roadmap-rows">{lines}{_waits(bars, axis, waits)}</div>',
    )


def loads(
    teams: Sequence[Load], axis: Axis, *, title: str, description: str, key: str = "loads"
) -> SafeString:
    """Return each team's columns, its own most the height; the free part stands on top."""
    lines = "".join(_load(team, axis, key) for team in teams)
    return _group("chart-loads", key, title, description, f"{_kept(key)}{_axis(axis)}{lines}")


def _group(look: str, key: str, title: str, description: str, content: str) -> SafeString:
    name = escape(key)
    return mark_safe(  # noqa: S308 - every text in it has been escaped
        f'<div class="chart {look}" role="group" aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<p class="ds-sr-only" id="{name}-title">{escape(title)}</p>'
        f'<p class="ds-sr-only" id="{name}-desc">{escape(description)}</p>{content}</div>'
    )


def _patterns(key: str) -> str:
    """Return one pattern for each level: the more ambitious, the more ink."""
    look = paint("none", "chart-1")
    drawn = (
        f"<rect width='8' height='8' {paint('chart-ground')}/>",
        f"<rect width='8' height='8' {paint('chart-ground')}/><path d='M-2 2l4-4M0 8l8-8M6 10l4-4' stroke-width='1.5' {look}/>",
        f"<rect width='8' height='8' {paint('chart-ground')}/><path d='M-2 2l4-4M0 8l8-8M6 10l4-4' stroke-width='4' {look}/>",
        f"<rect width='8' height='8' {paint('chart-1')}/>",
    )
    made = "".join(
        f'<pattern id="{escape(key)}-level-{level}" width="8" height="8" patternUnits="userSpaceOnUse">{shape}</pattern>'
        for level, shape in enumerate(drawn)
    )
    return _hidden(made)


def _kept(key: str) -> str:
    return _hidden(
        f'<pattern id="{escape(key)}-kept" width="5" height="5" patternUnits="userSpaceOnUse">'
        f'<rect width="5" height="5" {paint("chart-track")}/><circle cx="2.5" cy="2.5" r="1" {paint("chart-edge")}/></pattern>'
    )


def _hidden(patterns: str) -> str:
    return (
        f'<svg class="roadmap-patterns" width="0" height="0" aria-hidden="true"><defs>{patterns}</defs></svg>'
    )


def _axis(axis: Axis) -> str:
    if not axis.ticks:
        return ""
    words = "".join(
        f'<text x="{axis.x(tick.at)}" dx="4" y="{height}" class="{look}">{escape(text)}</text>'
        for tick in axis.ticks
        for text, height, look in (
            (tick.year, 14, "roadmap-year fill-chart-ink"),
            (tick.text, 32, "fill-chart-ink-soft only-wide"),
        )
        if text
    )
    return (
        '<div class="roadmap-row roadmap-axis" aria-hidden="true"><div></div>'
        f'<svg width="100%" height="38">{words}</svg></div>'
    )


def _lines(axis: Axis, top: int = 0) -> str:
    """Return the lines of time through a row: each period's beginning, and from some height down today."""
    rules = "".join(
        f'<line x1="{axis.x(tick.at)}" x2="{axis.x(tick.at)}" y1="0" y2="100%" stroke-width="{1.5 if tick.year else 1}" {paint(stroke="chart-line")}/>'
        for tick in axis.ticks
    )
    if axis.today is None:
        return rules
    now = axis.x(axis.today)
    return (
        f'{rules}<line x1="{now}" x2="{now}" y1="{top}" y2="100%" stroke-width="2" stroke-dasharray="2 3"'
        f" {paint(stroke='chart-target')}/>"
    )


def _row(label: str, name: str, height: int, drawn: str) -> str:
    said = escape(name)
    return (
        f'<div class="roadmap-row"><div class="roadmap-label">{label}</div>'
        f'<svg class="roadmap-line" width="100%" height="{height}" role="img" aria-label="{said}"><title>{said}</title>{drawn}</svg></div>'
    )


def _bar(bar: Bar, axis: Axis, key: str) -> str:
    label = escape(bar.label)
    words = f'<a class="ds-link" href="{escape(bar.href)}">{label}</a>' if bar.href else label
    level = f'<span class="roadmap-level">{escape(bar.level_name)}</span>'
    return _row(
        f'<span class="roadmap-name">{words}</span>{level}',
        bar.title or bar.label,
        ROW,
        "".join(_marks(bar, axis, key)),
    )


def _marks(bar: Bar, axis: Axis, key: str) -> Iterator[str]:
    yield _lines(axis)
    if bar.before:
        yield (
            f'<rect x="{axis.x(bar.before[0])}" width="{axis.width(*bar.before)}" y="{BAR_TOP - 3}" height="{BAR + 6}"'
            f' rx="6" stroke-width="1.5" stroke-dasharray="3 3" {paint(stroke="chart-ink")}/>'
        )
    yield (
        f'<rect x="{axis.x(bar.start)}" width="{axis.width(bar.start, bar.end)}" y="{BAR_TOP}" height="{BAR}" rx="4"'
        f' stroke-width="1.5" class="stroke-chart-1" fill="url(#{escape(key)}-level-{min(max(bar.level, 0), LEVELS - 1)})"/>'
    )
    if bar.deadline is not None and 0 <= bar.deadline <= axis.months:
        yield (
            f'<svg x="{axis.x(bar.deadline)}" y="{ROW // 2}" width="1" height="1" overflow="visible">'
            f'<path d="M0-12V12M0-12h8l-3 4 3 4h-8" stroke-width="2" {paint("chart-target", "chart-target")}/></svg>'
        )


def _waits(bars: Sequence[Bar], axis: Axis, waits: Sequence[tuple[str, str]]) -> str:
    """Return a line from each end to the start that waits for it, with a dot where it arrives."""
    place: Mapping[str, tuple[int, Bar]] = {bar.key: (row, bar) for row, bar in enumerate(bars)}
    drawn = "".join(
        _wait(place[before], place[after], axis)
        for before, after in waits
        if before in place and after in place
    )
    if not drawn:
        return ""
    return (
        f'<svg class="roadmap-waits" viewBox="0 0 100 {len(bars)}" preserveAspectRatio="none" aria-hidden="true">'
        f"{drawn}</svg>"
    )


def _wait(before: tuple[int, Bar], after: tuple[int, Bar], axis: Axis) -> str:
    def share(at: float) -> str:
        return axis.x(at).removesuffix("%")

    (row, one), (other_row, other) = before, after
    start, end = f"{share(one.end)} {row + 0.5}", f"{share(other.start)} {other_row + 0.5}"
    look = paint(stroke="chart-ink")
    return (
        f'<path d="M{start}L{end}" stroke-width="1.5" vector-effect="non-scaling-stroke" {look}/>'
        f'<path d="M{end}h0.001" stroke-width="8" stroke-linecap="round" vector-effect="non-scaling-stroke" {look}/>'
    )


def _load(team: Load, axis: Axis, key: str) -> str:
    most = max((max(one.capacity, one.free + one.reserved) for one in team.columns), default=0) or 1
    has_numbers = len(team.columns) <= MOST_NUMBERS
    drawn = "".join(_column(one, axis, most, key, has_numbers=has_numbers) for one in team.columns)
    label = f'<span class="roadmap-name">{escape(team.label)}</span><span class="roadmap-level">{escape(team.note)}</span>'
    said = ". ".join(one.title for one in team.columns)
    return _row(label, f"{team.label}: {said}", COLUMN + ABOVE, f"{_lines(axis, ABOVE)}{drawn}")


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
