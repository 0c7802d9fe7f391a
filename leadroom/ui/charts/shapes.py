# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Shapes on a circle and lines of text, as SVG attributes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from math import cos, radians, sin

from django.utils.safestring import SafeString, mark_safe

# Inter's letters are a little more than half as wide as they are high.
LETTER = 0.56


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the drawing."""

    x: float
    y: float

    def __str__(self) -> str:
        """Write it as SVG does."""
        return f"{number(self.x)} {number(self.y)}"


def number(value: float) -> str:
    """Write a number with at most two decimals and nothing superfluous."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def on_circle(centre: Point, radius: float, angle: float) -> Point:
    """Return the place at an angle: degrees, clockwise, from twelve o'clock."""
    turned = radians(angle - 90)
    return Point(centre.x + radius * cos(turned), centre.y + radius * sin(turned))


# The map stands still from one profile to the next, so its pieces are worked out once.
@lru_cache(maxsize=4096)
def sector(centre: Point, inner: float, outer: float, start: float, end: float) -> str:
    """Return the path of a piece of a ring."""
    wide = int(end - start > 180)  # noqa: PLR2004 - half a circle
    return (
        f"M{on_circle(centre, inner, start)}L{on_circle(centre, outer, start)}"
        f"A{number(outer)} {number(outer)} 0 {wide} 1 {on_circle(centre, outer, end)}"
        f"L{on_circle(centre, inner, end)}"
        f"A{number(inner)} {number(inner)} 0 {wide} 0 {on_circle(centre, inner, start)}Z"
    )


@lru_cache(maxsize=1024)
def arc(centre: Point, radius: float, start: float, end: float) -> str:
    """Return the path of a part of a circle; backwards when the end comes first."""
    wide, turn = int(abs(end - start) > 180), int(end > start)  # noqa: PLR2004 - half a circle
    return (
        f"M{on_circle(centre, radius, start)}"
        f"A{number(radius)} {number(radius)} 0 {wide} {turn} {on_circle(centre, radius, end)}"
    )


@dataclass(frozen=True, slots=True)
class Band:
    """A piece of a ring, as a part of a contour."""

    inner: float
    outer: float
    start: float
    end: float


def together(bands: Sequence[Band]) -> list[list[Band]]:
    """Part neighbouring bands where the one ends further in than the other begins."""
    groups: list[list[Band]] = []
    for band in bands:
        before = groups[-1][-1] if groups else None
        if before and band.inner + 1 < before.outer and before.inner + 1 < band.outer:
            groups[-1].append(band)
        else:
            groups.append([band])
    return groups


def contour(centre: Point, bands: Sequence[Band]) -> str:
    """Return one closed line around neighbouring bands: out along their outer edges, back along the inner ones."""
    turns = [(one.end + other.start) / 2 for one, other in pairwise(bands)]
    angles = [bands[0].start, *turns, bands[-1].end]
    out = [_run(centre, band.outer, angles[place], angles[place + 1]) for place, band in enumerate(bands)]
    back = [
        _run(centre, band.inner, angles[place + 1], angles[place])
        for place, band in reversed(list(enumerate(bands)))
    ]
    return f"M{'L'.join([*out, *back])}Z"


def _run(centre: Point, radius: float, start: float, end: float) -> str:
    return arc(centre, radius, start, end)[1:]


@lru_cache(maxsize=1024)
def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break a text into as few lines as fit a width, about equally long; a longer word stands alone."""
    lines = _fill(text, width, size)
    narrower = width
    while len(lines) > 1 and narrower > width / 2:
        narrower -= size / 2
        tighter = _fill(text, narrower, size)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return tuple(lines)


def _fill(text: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and (len(lines[-1]) + 1 + len(word)) * size * LETTER <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def words(lines: Sequence[str], place: Point, *, size: float, leading: float, anchor: str, look: str) -> str:
    """Return lines of text, the first at the place; `look` holds colour and weight."""
    spans = "".join(
        f'<tspan x="{number(place.x)}" y="{number(place.y + row * leading)}">{escape(line)}</tspan>'
        for row, line in enumerate(lines)
    )
    return f'<text font-size="{number(size)}" text-anchor="{anchor}" {look}>{spans}</text>'


def drawing(
    parts: Iterable[str],
    *,
    width: float,
    height: float,
    title: str,
    description: str,
    key: str,
    is_linked: bool,
) -> SafeString:
    """
    Return the whole picture with its name and description.

    A picture of links is a group, so that the links inside can be reached.
    """
    role = "group" if is_linked else "img"
    return mark_safe(  # noqa: S308 - every text in it has been escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-{escape(key.partition("-")[0])}" '
        f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}" '
        f'role="{role}" aria-labelledby="{escape(key)}-title" aria-describedby="{escape(key)}-desc">'
        f'<title id="{escape(key)}-title">{escape(title)}</title><desc id="{escape(key)}-desc">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )
