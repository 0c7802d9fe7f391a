# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
From now to target: one line per competency, a circle for now, an outlined range for the target.

On a phone the label stands above its line, so that no text shrinks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from django.utils.safestring import SafeString

from leadroom.ui.charts.paint import Page, Painter
from leadroom.ui.charts.shapes import Point, drawing, number, words, wrap

TEXT, SMALL, LEADING = 15.5, 13.5, 19.0


@dataclass(frozen=True, slots=True)
class Gap:
    """One competency: where one is now (None: no level) and where the role wants one to be."""

    key: str
    label: str
    now: int | None
    low: int
    high: int
    group: str = ""
    href: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Measures:
    width: float
    label_width: float
    left: float  # where level 0 stands
    right: float  # where the highest level stands
    is_label_above: bool

    def at(self, level: float, levels: int) -> float:
        """Return where a level stands."""
        return self.left + (self.right - self.left) * level / max(levels - 1, 1)


MEASURES: dict[str, _Measures] = {
    "wide": _Measures(920, 300, 366, 876, False),
    "narrow": _Measures(360, 352, 24, 336, True),
}


def now_to_target(
    rows: Sequence[Gap],
    *,
    title: str,
    description: str,
    levels: Sequence[str],
    layout: Literal["wide", "narrow"] = "wide",
    key: str = "gaps",
    painter: Painter | None = None,
) -> SafeString:
    """Return the picture as SVG, rows in the order given; `levels` are the names of all levels from 0."""
    paint, size = painter or Page(), MEASURES[layout]
    top, parts = 34.0, []
    lines: list[tuple[Gap, float]] = []
    group = ""
    for row in rows:
        if row.group and row.group != group:
            group = row.group
            top += 12
            look = f'font-weight="600" {paint("chart-ink")}{paint.type()}'
            parts.append(
                words([group], Point(4, top + 14), size=TEXT, leading=LEADING, anchor="start", look=look)
            )
            top += 30
        label, middle, height = _label(row, top, size, paint)
        parts.append(label)
        lines.append((row, middle))
        top += height
    marks = [mark for row, middle in lines for mark in _line(row, middle, len(levels), size, paint)]
    # On a phone the lines of the scale stay with their row, clear of the labels.
    spans = [(middle - 15, middle + 15) for _, middle in lines] if size.is_label_above else [(26.0, top)]
    whole = [*_scale(levels, spans, size, paint), *parts, *marks]
    is_linked = any(row.href for row in rows)
    name = f"gaps-{layout}" if key == "gaps" else f"gaps-{key}-{layout}"
    return drawing(
        whole,
        width=size.width,
        height=top + 4,
        title=title,
        description=description,
        key=name,
        is_linked=is_linked,
    )


def _label(row: Gap, top: float, size: _Measures, paint: Painter) -> tuple[str, float, float]:
    """Return a row's label, where its line runs, and how high the row is."""
    lines = wrap(row.label, size.label_width, TEXT)
    look = f"{paint('chart-ink')}{paint.type()}"
    if size.is_label_above:
        text = words(lines, Point(4, top + 14), size=TEXT, leading=LEADING, anchor="start", look=look)
        middle, height = top + 12 + len(lines) * LEADING, 46 + (len(lines) - 1) * LEADING + 12
    else:
        height = max(42.0, len(lines) * LEADING + 16)
        middle = top + height / 2
        first = middle + TEXT * 0.35 - (len(lines) - 1) * LEADING / 2
        text = words(lines, Point(4, first), size=TEXT, leading=LEADING, anchor="start", look=look)
    if row.href:
        text = f'<a class="chart-link" href="{escape(row.href)}">{text}</a>'
    return text, middle, height


def _scale(
    levels: Sequence[str], spans: Sequence[tuple[float, float]], size: _Measures, paint: Painter
) -> Iterator[str]:
    look = f"{paint('chart-ink-soft')}{paint.type()}"
    for level, name in enumerate(levels):
        x = size.at(level, len(levels))
        path = "".join(f"M{number(x)} {number(top)}V{number(bottom)}" for top, bottom in spans)
        yield f'<path d="{path}" stroke-width="1" {paint(stroke="chart-line")}/>'
        shown = str(level) if size.is_label_above else name
        yield words([shown], Point(x, 16), size=SMALL, leading=0, anchor="middle", look=look)


def _line(row: Gap, middle: float, levels: int, size: _Measures, paint: Painter) -> Iterator[str]:
    low, high = size.at(row.low, levels), size.at(row.high, levels)
    name = escape(row.title or row.label)
    yield f'<g class="gap"><title>{name}</title>'
    if row.now is not None:
        now = size.at(row.now, levels)
        if row.now < row.low:
            yield f'<path d="M{number(now)} {number(middle)}H{number(low)}" stroke-width="2" stroke-dasharray="1 6" stroke-linecap="round" {paint(stroke="chart-edge")}/>'
    if row.high > 0:
        yield (
            f'<rect x="{number(low - 11)}" y="{number(middle - 11)}" width="{number(high - low + 22)}" height="22" rx="5" '
            f'stroke-width="2" {paint("chart-ground", "chart-target")}/>'
        )
        for end in dict.fromkeys((low, high)):
            yield f'<rect x="{number(end - 4)}" y="{number(middle - 4)}" width="8" height="8" rx="1" {paint("chart-target")}/>'
    if row.now is not None:
        yield (
            f'<circle cx="{number(now)}" cy="{number(middle)}" r="8.5" stroke-width="2.5" '
            f"{paint('chart-now', 'chart-ground')}/>"
        )
    yield "</g>"
