# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Columns over time, each cut into parts that lie on one another: what is taken, and the air above it.

Places along the time are shares of the width, heights are pixels: one drawing serves a phone and a desk.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from math import floor, log10

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe

from leadroom.ui.charts.paint import Page, Painter
from leadroom.ui.charts.shapes import number

TOP, BOTTOM, HEIGHT = 16, 196, 244
LEFT, RIGHT = 9.0, 1.0
GAP = 0.16
STEPS = (1, 2, 2.5, 5, 10)
PAGE = Page()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of all columns, lowest first; `is_air` is drawn as an outline: nothing is there."""

    name: str
    colour: str
    amounts: tuple[float, ...]
    is_air: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """What stands under a column; `year` only where one begins, `title` is what it says when pointed at."""

    label: str
    year: str
    title: str


def columns(
    parts: Sequence[Part],
    labels: Sequence[Column],
    *,
    title: str,
    description: str,
    key: str,
    paint: Painter = PAGE,
) -> SafeString:
    """Return the picture; `description` says the same in words, `key` keeps ids apart on a page."""
    highest = max((sum(part.amounts[place] for part in parts) for place in range(len(labels))), default=0)
    step = _step(highest)
    most = max(step, -(-highest // step) * step)
    # Two years side by side would run into one another: the later one stays.
    spaced = [
        replace(label, year="") if place + 1 < len(labels) and labels[place + 1].year else label
        for place, label in enumerate(labels)
    ]
    ticks = [place * step for place in range(int(most / step) + 1)]
    drawn = "".join(
        [
            *(_tick(each, most, paint) for each in ticks),
            *(_column(place, label, parts, len(labels), most, paint) for place, label in enumerate(spaced)),
        ]
    )
    name = escape(key)
    return mark_safe(  # noqa: S308 - every text in it has been escaped
        f'<svg class="chart chart-columns" width="100%" height="{HEIGHT}" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>{drawn}</svg>'
    )


def _step(highest: float) -> float:
    """Return a round step that cuts the height into at most four."""
    quarter = max(highest, 0.01) / 4
    size = 10.0 ** floor(log10(quarter))
    return next(size * each for each in STEPS if size * each >= quarter * (1 - 1e-9))


def _tick(at: float, most: float, paint: Painter) -> str:
    y = number(_y(at, most))
    said = number_format(number(at))
    return (
        f'<line x1="{LEFT}%" x2="100%" y1="{y}" y2="{y}" {paint(stroke="chart-line")}/>'
        f'<text x="{LEFT - 1}%" y="{y}" dy="4" text-anchor="end" {paint(fill="chart-ink-soft")}>{said}</text>'
    )


def _column(place: int, label: Column, parts: Sequence[Part], count: int, most: float, paint: Painter) -> str:
    width = (100 - LEFT - RIGHT) / count
    x, middle = LEFT + width * (place + GAP / 2), LEFT + width * (place + 0.5)
    drawn, below = [], 0.0
    for part in parts:
        amount = part.amounts[place]
        if amount > 0:
            top, bottom = _y(below + amount, most), _y(below, most)
            look = (
                paint(fill="clear", stroke=part.colour)
                if part.is_air
                else paint(fill=part.colour, stroke="chart-ground")
            )
            dash = ' stroke-dasharray="3 3"' if part.is_air else ""
            drawn.append(
                f'<rect x="{number(x)}%" y="{number(top)}" width="{number(width * (1 - GAP))}%" '
                f'height="{number(max(0.5, bottom - top))}" {look}{dash}/>'
            )
            below += amount
    words = (
        f'<text x="{number(middle)}%" y="{BOTTOM + 18}" text-anchor="middle" {paint(fill="chart-ink-soft")}>'
        f"{escape(label.label)}</text>"
    )
    if label.year:
        words += (
            f'<text x="{number(middle)}%" y="{BOTTOM + 38}" text-anchor="middle" {paint(fill="chart-ink")}>'
            f"{escape(label.year)}</text>"
        )
    return f"<g><title>{escape(label.title)}</title>{''.join(drawn)}{words}</g>"


def _y(amount: float, most: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * amount / most
