# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Before and after, line by line: an outlined bar for what was, a full one for what is, and both in words.

Places along a bar are shares of the width, heights are pixels: one drawing serves a phone, a desk and paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from leadroom.ui.charts.paint import Page, Painter
from leadroom.ui.charts.shapes import number

HEIGHT, LABEL, TEXT = 68, 14, 57
BEFORE, AFTER = (21, 8), (31, 10)
PAGE = Page()


@dataclass(frozen=True, slots=True)
class Pair:
    """One line: its name, what was (None: nothing is known), what is, and both as one reads them."""

    label: str
    before: float | None
    after: float
    text: str


def pairs(
    rows: Sequence[Pair],
    *,
    title: str,
    description: str,
    key: str,
    width: str = "100%",
    paint: Painter = PAGE,
) -> SafeString:
    """Return the picture; `description` says the same in words, on paper `width` is in points."""
    most = max((max(row.after, row.before or 0) for row in rows), default=0) or 1
    drawn = "".join(_row(row, place * HEIGHT, most, paint) for place, row in enumerate(rows))
    name = escape(key)
    return mark_safe(  # noqa: S308 - every text in it has been escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-pairs" width="{escape(width)}" '
        f'height="{HEIGHT * len(rows)}" role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>{drawn}</svg>'
    )


def _row(row: Pair, top: int, most: float, paint: Painter) -> str:
    was = "" if row.before is None else _bar(row.before, top, BEFORE, most, paint("clear", "chart-edge"))
    return (
        f"<g><title>{escape(row.label)}: {escape(row.text)}</title>"
        f'<text x="0" y="{top + LABEL}" font-size="14" {paint(fill="chart-ink")}{paint.type()}>{escape(row.label)}</text>'
        f'<text x="0" y="{top + TEXT}" font-size="13" {paint(fill="chart-ink-soft")}{paint.type()}>'
        f"{escape(row.text)}</text>{was}{_bar(row.after, top, AFTER, most, paint('chart-2'))}</g>"
    )


def _bar(amount: float, top: int, place: tuple[int, int], most: float, look: str) -> str:
    share = number(max(0.4, 99 * max(0.0, amount) / most))
    return f'<rect x="0.5%" y="{top + place[0]}" width="{share}%" height="{place[1]}" {look}/>'
