# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Several views of one person side by side: a circle for herself, a square for her manager, a pill for colleagues.

One line per competency, as in `gaps`; where two say the same, the circle stands in the square.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from leadroom.ui.charts.gaps import HEIGHT, at, dot, line, paint, rule, scale

SIDE = 24
# Small dots for single answers: below the middle, a little apart.
LOW, STEP = HEIGHT - 5, 9


@dataclass(frozen=True, slots=True)
class View:
    """
    One competency as several see it; None where nothing is said.

    `colleagues` are ranges of levels, `single` the number of answers at each level from the
    lowest, where they are shown one by one.
    """

    label: str
    own: int | None
    manager: int | None
    colleagues: tuple[tuple[int, int], ...] = ()
    single: tuple[int, ...] = ()
    title: str = ""


def beside(
    views: Sequence[View],
    *,
    title: str,
    description: str,
    levels: Sequence[str],
    key: str = "beside",
    first: int = 0,
) -> SafeString:
    """
    Return the picture, rows in the order given; `description` says the same in words.

    Levels in a `View` count from 0; on a phone the lowest is shown as `first`.
    """
    name = escape(key)
    lines = "".join(_row(view, len(levels)) for view in views)
    return mark_safe(  # noqa: S308 - every text in it has been escaped
        f'<div class="chart chart-gaps" role="group" aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<p class="ds-sr-only" id="{name}-title">{escape(title)}</p>'
        f'<p class="ds-sr-only" id="{name}-desc">{escape(description)}</p>'
        f"{scale(tuple(levels), first)}{lines}</div>"
    )


def _row(view: View, levels: int) -> str:
    name = escape(view.title or view.label)
    return (
        f'<div class="gap"><div class="gap-label">{escape(view.label)}</div>'
        f'<svg class="gap-line" width="100%" height="{HEIGHT}" role="img" aria-label="{name}"><title>{name}</title>'
        f"{_marks(view.own, view.manager, view.colleagues, view.single, levels)}</svg></div>"
    )


@lru_cache(maxsize=512)
def _marks(
    own: int | None,
    manager: int | None,
    colleagues: tuple[tuple[int, int], ...],
    single: tuple[int, ...],
    levels: int,
) -> str:
    parts = [rule(at(level, levels)) for level in range(levels)]
    look = f'stroke-width="34" {paint(stroke="chart-line")}'
    parts += [line(*stretch, levels, look) for stretch in colleagues]
    if own is not None and manager is not None and own != manager:
        low, high = sorted((own, manager))
        parts.append(
            line(low, high, levels, f'stroke-width="2" stroke-dasharray="1 6" {paint(stroke="chart-edge")}')
        )
    if manager is not None:
        parts.append(_square(manager, levels))
    if own is not None:
        parts.append(dot(own, levels, 7, f'stroke-width="2" {paint("chart-now", "chart-ground")}'))
    parts += [_single(level, many, levels) for level, many in enumerate(single) if many]
    return "".join(parts)


def _square(level: int, levels: int) -> str:
    half = SIDE // 2
    return (
        f'<rect x="{at(level, levels)}" y="50%" width="{SIDE}" height="{SIDE}" rx="4" '
        f'transform="translate(-{half} -{half})" stroke-width="2.5" {paint("chart-ground", "chart-edge")}/>'
    )


def _single(level: int, many: int, levels: int) -> str:
    places = (STEP * place - STEP * (many - 1) / 2 for place in range(many))
    return "".join(
        f'<circle cx="{at(level, levels)}" cy="{LOW}" r="3.5" transform="translate({place:g} 0)" {paint("chart-edge")}/>'
        for place in places
    )
