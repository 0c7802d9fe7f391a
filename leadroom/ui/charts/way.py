# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A way with its stops: which are passed, where one is, which comes next.

Drawn twice, since its words would shrink with it: a way across for a desk and paper, a
way down for a phone. The style sheet shows the one that fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe

from leadroom.ui.charts.paint import Page
from leadroom.ui.charts.shapes import Point, drawing, number, words, wrap

PASSED, HERE, NEXT, AHEAD = "passed", "here", "next", "ahead"
RADIUS, RING, ROAD = 19, 25, 7
paint = Page()


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: its name, how far one is with it in one of four forms and in words, and its page."""

    label: str
    form: str
    state: str
    href: str


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where stops and words stand; `turn` is how far the road swings aside at every other stop."""

    is_across: bool
    width: float
    first: float
    step: float
    turn: float
    room: float
    size: float

    def place(self, index: int) -> Point:
        along, aside = self.first + index * self.step, 34 + self.turn * (index % 2)
        return Point(along, aside) if self.is_across else Point(aside, along)

    def beside(self, place: Point, lines: int) -> Point:
        """Return where the first of some lines of words begins."""
        if self.is_across:
            return Point(place.x, place.y + RING + 22)
        return Point(34 + self.turn + 42, place.y + 5 - (lines - 1) * self.size * 0.65)

    def height(self, stops: int) -> float:
        return 34 + self.turn + 132 if self.is_across else 2 * self.first + (stops - 1) * self.step


def way(stops: Sequence[Stop], *, title: str, description: str, key: str) -> SafeString:
    """Return the picture; `description` says the same in words, `key` keeps ids apart on a page with two."""
    step = 1000 / max(1, len(stops))
    across = _Layout(True, 1000, step / 2, step, 30, step - 22, 15)
    down = _Layout(False, 340, 40, 88, 26, 238, 16)
    drawn = [
        f'<div class="{shown}">{_drawn(stops, layout, title=title, description=description, key=f"way-{key}-{name}")}</div>'
        for layout, shown, name in ((across, "only-wide", "across"), (down, "only-narrow", "down"))
    ]
    return mark_safe("".join(drawn))  # noqa: S308 - every text in it has been escaped


def _drawn(stops: Sequence[Stop], layout: _Layout, *, title: str, description: str, key: str) -> SafeString:
    places = [layout.place(index) for index in range(len(stops))]
    road = [
        _road(one, other, layout, is_passed=stop.form == PASSED)
        for stop, (one, other) in zip(stops, pairwise(places), strict=False)
    ]
    parts = [
        _stop(stop, place, layout, index)
        for index, (stop, place) in enumerate(zip(stops, places, strict=True), start=1)
    ]
    return drawing(
        [*road, *parts],
        width=layout.width,
        height=layout.height(len(stops)),
        title=title,
        description=description,
        key=key,
        is_linked=True,
    )


def _road(one: Point, other: Point, layout: _Layout, *, is_passed: bool) -> str:
    middle = (one.x + other.x) / 2 if layout.is_across else (one.y + other.y) / 2
    bends = (Point(middle, one.y), Point(middle, other.y))
    if not layout.is_across:
        bends = (Point(one.x, middle), Point(other.x, middle))
    look = paint(stroke="chart-2" if is_passed else "chart-track")
    return f'<path d="M{one}C{bends[0]} {bends[1]} {other}" stroke-width="{ROAD}" {look}/>'


def _stop(stop: Stop, place: Point, layout: _Layout, index: int) -> str:
    lines = wrap(stop.label, layout.room, layout.size)
    top = layout.beside(place, len(lines) + 1)
    leading, anchor = layout.size * 1.3, "middle" if layout.is_across else "start"
    ink = f'font-weight="{600 if stop.form in (HERE, NEXT) else 400}" {paint(fill="chart-ink")}'
    name = words(lines, top, size=layout.size, leading=leading, anchor=anchor, look=ink)
    below = Point(top.x, top.y + len(lines) * leading)
    state = words(
        [stop.state],
        below,
        size=layout.size - 1.5,
        leading=leading,
        anchor=anchor,
        look=paint(fill="chart-ink-soft"),
    )
    return f'<a class="stop" href="{escape(stop.href)}">{_mark(stop.form, place, index)}{name}{state}</a>'


def _mark(form: str, place: Point, index: int) -> str:
    """Return the mark of a stop: a tick, a ring around a full circle, a broken ring, or an open circle."""
    at = f'cx="{number(place.x)}" cy="{number(place.y)}"'
    ground = f'<circle {at} r="{RING + 3}" {paint(fill="chart-ground")}/>'
    full = form in (PASSED, HERE)
    fill, stroke = ("chart-2", "chart-2") if full else ("chart-ground", "chart-edge")
    circle = f'<circle {at} r="{RADIUS}" stroke-width="2" {paint(fill, stroke)}/>'
    ring = ""
    if form in (HERE, NEXT):
        dashes = ' stroke-dasharray="5 5"' if form == NEXT else ""
        ring = f'<circle {at} r="{RING}" stroke-width="2.5"{dashes} {paint(stroke="chart-ink")}/>'
    if form == PASSED:
        tick = f"M{number(place.x - 8)} {number(place.y + 1)}l5.5 6 10.5-12"
        return f'{ground}{circle}<path d="{tick}" stroke-width="3" stroke-linecap="round" {paint(stroke="chart-ground")}/>'
    look = f'font-weight="600" {paint(fill="chart-ground" if full else "chart-ink")}'
    within = Point(place.x, place.y + 6)
    return (
        f"{ground}{circle}{ring}{words([str(index)], within, size=17, leading=0, anchor='middle', look=look)}"
    )
