# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
From now to target: one line per competency, a circle for now, an outlined range for the target.

Words are the page's own and places are shares of the width, so that one drawing serves a
phone and a desk: nothing shrinks, and what is drawn of a line depends on three levels alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from leadroom.ui.charts.paint import Page
from leadroom.ui.charts.shapes import number

HEIGHT = 42
MIDDLE = "50%"
# How far the outer levels stand from the edges, in per cent: a level's name has room around it.
EDGE = 10.0
paint = Page()


@dataclass(frozen=True, slots=True)
class Gap:
    """One competency: where one is now (None: no level) and where the role wants one to be."""

    label: str
    now: int | None
    low: int
    high: int
    href: str | None = None
    title: str = ""


def now_to_target(
    rows: Sequence[Gap], *, title: str, description: str, levels: Sequence[str], key: str = "gaps"
) -> SafeString:
    """
    Return the picture, rows in the order given; `levels` are the names of all levels from 0.

    `description` says the same in words. `key` keeps ids apart on a page with two.
    """
    name = escape(f"gaps-{key}" if key != "gaps" else key)
    lines = "".join(_row(row, len(levels)) for row in rows)
    return mark_safe(  # noqa: S308 - every text in it has been escaped
        f'<div class="chart chart-gaps" role="group" aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<p class="ds-sr-only" id="{name}-title">{escape(title)}</p>'
        f'<p class="ds-sr-only" id="{name}-desc">{escape(description)}</p>'
        f"{scale(tuple(levels))}{lines}</div>"
    )


def _row(row: Gap, levels: int) -> str:
    label, name = escape(row.label), escape(row.title or row.label)
    words = f'<a class="ds-link" href="{escape(row.href)}">{label}</a>' if row.href else label
    return (
        f'<div class="gap"><div class="gap-label">{words}</div>'
        f'<svg class="gap-line" width="100%" height="{HEIGHT}" role="img" aria-label="{name}"><title>{name}</title>'
        f"{_marks(row.now, row.low, row.high, levels)}</svg></div>"
    )


def at(level: float, levels: int) -> str:
    """Return where a level stands, as a share of the width."""
    return f"{number(EDGE + (100 - 2 * EDGE) * level / max(levels - 1, 1))}%"


@lru_cache(maxsize=16)
def scale(levels: Sequence[str], first: int = 0) -> str:
    """Return the levels above the lines: their names, on a phone their numbers from `first` on."""
    words = "".join(
        f'<text x="{at(level, len(levels))}" y="17" text-anchor="middle" class="fill-chart-ink-soft {shown}">{escape(word)}</text>'
        for level, name in enumerate(levels)
        for word, shown in ((name, "only-wide"), (str(level + first), "only-narrow"))
    )
    return f'<div class="gap-scale" aria-hidden="true"><svg width="100%" height="26">{words}</svg></div>'


# There are only so many: 6 places for now times 15 ranges.
@lru_cache(maxsize=512)
def _marks(now: int | None, low: int, high: int, levels: int) -> str:
    parts = [rule(at(level, levels)) for level in range(levels)]
    if now is not None and now < low:
        parts.append(
            line(now, low, levels, f'stroke-width="2" stroke-dasharray="1 6" {paint(stroke="chart-edge")}')
        )
    if high > 0:
        # A pill of any length with an outline: one round-ended line upon another.
        parts.append(line(low, high, levels, f'stroke-width="24" {paint(stroke="chart-target")}'))
        parts.append(line(low, high, levels, f'stroke-width="20" {paint(stroke="chart-ground")}'))
        parts += [dot(end, levels, 4, paint("chart-target")) for end in dict.fromkeys((low, high))]
    if now is not None:
        look = f'stroke-width="2.5" {paint("chart-now", "chart-ground")}'
        parts.append(dot(now, levels, 8.5, look))
    return "".join(parts)


def rule(x: str) -> str:
    """Draw the upright line of a level."""
    return f'<line x1="{x}" x2="{x}" y1="0" y2="100%" stroke-width="1" {paint(stroke="chart-line")}/>'


def line(start: int, end: int, levels: int, look: str) -> str:
    """Draw a round-ended line from level to level."""
    # A line without length has no ends to round, so a single level gets a hair's breadth.
    reach = end if end > start else end + 0.001
    return (
        f'<line x1="{at(start, levels)}" x2="{at(reach, levels)}" y1="{MIDDLE}" y2="{MIDDLE}" '
        f'stroke-linecap="round" {look}/>'
    )


def dot(level: int, levels: int, radius: float, look: str) -> str:
    """Draw a circle at a level."""
    return f'<circle cx="{at(level, levels)}" cy="{MIDDLE}" r="{number(radius)}" {look}/>'
