# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Moments on one line of time: what was said before is hollow, what holds now is full, today is a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from django.utils.safestring import SafeString, mark_safe

from leadroom.ui.charts.paint import Page, Painter
from leadroom.ui.charts.shapes import number

HEIGHT, LINE, RADIUS = 84, 44, 7
LEFT, RIGHT = 6.0, 6.0
PAGE = Page()


@dataclass(frozen=True, slots=True)
class Moment:
    """One day with a word beside it; `is_past` is drawn hollow: it no longer holds."""

    day: date
    text: str
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which something is worked on."""

    first: date
    last: date


def moments(
    days: Sequence[Moment],
    *,
    today: date,
    today_text: str,
    title: str,
    description: str,
    stretch: Stretch | None = None,
    key: str = "moments",
    paint: Painter = PAGE,
) -> SafeString:
    """Return the picture; `description` says the same in words."""
    there = [today, *(each.day for each in days), *([stretch.first, stretch.last] if stretch else [])]
    first, last = min(there), max(there)

    def x(day: date) -> float:
        return LEFT + (100 - LEFT - RIGHT) * (day - first).days / max(1, (last - first).days)

    parts = [f'<line x1="0" x2="100%" y1="{LINE}" y2="{LINE}" {paint(stroke="chart-edge")}/>']
    if stretch:
        width = number(x(stretch.last) - x(stretch.first))
        parts.append(
            f'<rect x="{number(x(stretch.first))}%" width="{width}%" y="{LINE - 5}" height="10" rx="5" {paint(fill="chart-2")}/>'
        )
    at = f"{number(x(today))}%"
    parts.append(
        f'<line x1="{at}" x2="{at}" y1="22" y2="66" stroke-dasharray="2 3" {paint(stroke="chart-ink")}/>'
        f'<text x="{at}" y="80" text-anchor="{_anchor(x(today))}" {paint(fill="chart-ink-soft")}>{escape(today_text)}</text>'
    )
    parts += [_moment(each, x(each.day), paint) for each in days]
    name = escape(key)
    return mark_safe(  # noqa: S308 - every text in it has been escaped
        f'<svg class="chart chart-moments" width="100%" height="{HEIGHT}" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>{"".join(parts)}</svg>'
    )


def _moment(one: Moment, x: float, paint: Painter) -> str:
    at = f"{number(x)}%"
    look = (
        paint(fill="chart-ground", stroke="chart-edge")
        if one.is_past
        else paint(fill="chart-target", stroke="chart-ground")
    )
    words = (
        ""
        if one.is_past
        else f'<text x="{at}" y="16" text-anchor="{_anchor(x)}" {paint(fill="chart-ink")}>{escape(one.text)}</text>'
    )
    return f'<g><title>{escape(one.text)}</title><circle cx="{at}" cy="{LINE}" r="{RADIUS}" stroke-width="2" {look}/></g>{words}'


def _anchor(x: float) -> str:
    """Return how a word hangs at its place, so that it stays inside."""
    return "start" if x < 20 else "end" if x > 80 else "middle"  # noqa: PLR2004 - per cent of the width
