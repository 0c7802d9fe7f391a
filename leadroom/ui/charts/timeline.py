# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What pictures along a time have in common: the axis, and rows whose places are shares of the width.

Words are the page's own, so one drawing serves phone, desk and paper. Moments are counted in months from the first.
"""

from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from leadroom.ui.charts.paint import Page
from leadroom.ui.charts.shapes import number

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


def group(look: str, key: str, title: str, description: str, content: str) -> SafeString:
    """Return a picture of several rows with its name and description; all texts in `content` are escaped."""
    name = escape(key)
    return mark_safe(  # noqa: S308 - every text in it has been escaped
        f'<div class="chart {look}" role="group" aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<p class="ds-sr-only" id="{name}-title">{escape(title)}</p>'
        f'<p class="ds-sr-only" id="{name}-desc">{escape(description)}</p>{content}</div>'
    )


def hidden(patterns: str) -> str:
    """Return patterns that rows fill shapes with, in a drawing that takes no room."""
    return (
        f'<svg class="roadmap-patterns" width="0" height="0" aria-hidden="true"><defs>{patterns}</defs></svg>'
    )


def axis_line(axis: Axis) -> str:
    """Return the row that names the periods; nothing where there are none."""
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


def lines(axis: Axis, top: int = 0) -> str:
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


def row(label: str, name: str, height: int, drawn: str) -> str:
    """Return one row: its label (escaped), its name for those who do not see it, and what is drawn in time."""
    said = escape(name)
    return (
        f'<div class="roadmap-row"><div class="roadmap-label">{label}</div>'
        f'<svg class="roadmap-line" width="100%" height="{height}" role="img" aria-label="{said}"><title>{said}</title>{drawn}</svg></div>'
    )
