# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The skill wheel: one petal per competency, level filled ring by ring, target outlined.

Three forms stand beside the filled ring, so that colour never speaks alone: a hollow
bead at the foot is "not yet" (level 0), a row of dots was not asked, a bare stem gives
no level.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import Literal

from django.utils.safestring import SafeString

from leadroom.ui.charts.paint import Page, Painter
from leadroom.ui.charts.petals import Circle, Petal, Slice, State, lay_out
from leadroom.ui.charts.shapes import (
    Band,
    Point,
    arc,
    contour,
    drawing,
    number,
    on_circle,
    sector,
    together,
    words,
    wrap,
)
from leadroom.ui.parts import KeyGroup, KeyItem

Layout = Literal["large", "page", "small"]
LEVELS = 4
DOMAINS_COLOURED = 4


@dataclass(frozen=True, slots=True)
class _Measures:
    """Lengths of one drawing."""

    width: float
    height: float
    centre: Point
    foot: float  # where the petals begin
    ring: float  # one level
    gap: float  # between two levels
    round: float  # how soft the corners are
    outline: float

    def inner(self, level: int) -> float:
        """Return where a level's ring begins."""
        return self.foot + (level - 1) * self.ring

    def outer(self, level: int) -> float:
        """Return where a level's ring ends."""
        return self.inner(level) + self.ring - self.gap

    @property
    def edge(self) -> float:
        """Return where the petals end."""
        return self.outer(LEVELS)


_LARGE = _Measures(1000, 740, Point(500, 370), 82, 48, 5.5, 3.5, 2.2)
MEASURES: dict[Layout, _Measures] = {
    "large": _LARGE,
    "page": _LARGE,
    "small": _Measures(320, 320, Point(160, 160), 40, 29, 3.4, 2, 1.5),
}
LABEL, LABEL_LEADING, LABEL_WIDTH = 16.0, 20.0, 150.0
# On a phone the wheel alone fills the width, drawn at about half its size.
NUMBER = 24.0
DOMAIN_TEXT = 18.0
ARC = 0.2  # how far outside the petals the areas' arcs run, in rings


def wheel(
    petals: Sequence[Petal],
    *,
    title: str,
    description: str,
    layout: Layout = "large",
    key: str = "wheel",
    painter: Painter | None = None,
) -> SafeString:
    """
    Return the skill wheel as SVG.

    `description` says the same in words. `key` keeps ids apart when a page has more
    than one wheel. The small drawing has no words. The page's has names for a wide
    screen and, in their place on a phone, numbers: `wheel_key` tells what they mean.
    """
    paint = painter or Page()
    circle, size = lay_out(petals), MEASURES[layout]
    key = f"wheel-{layout}" if key == "wheel" else f"wheel-{key}-{layout}"
    frame = _frame(replace(circle, petals=()), layout, key, paint)
    is_linked = any(petal.href for petal in petals)
    return drawing(
        [frame.ground, *_petals(circle, size, paint), *_targets(circle, size, paint), frame.names],
        width=size.width,
        height=size.height,
        title=title,
        description=description,
        key=key,
        is_linked=is_linked,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands below and around the petals, the same in everybody's wheel."""

    ground: str
    names: str


@lru_cache(maxsize=64)
def _frame(circle: Circle, layout: Layout, key: str, paint: Painter) -> _Frame:
    size = MEASURES[layout]
    ground = "".join(_ground(circle, size, paint))
    if layout == "small":
        return _Frame(ground, "")
    names = "".join([*_domain_names(circle, size, paint, key), *_area_names(circle, size, paint)])
    if layout == "page":
        numbers = "".join(_area_numbers(circle, size, paint))
        names = f'<g class="only-wide">{names}</g><g class="only-narrow">{numbers}</g>'
    return _Frame(ground, names)


def _colour(part: Slice) -> str:
    return f"chart-{(part.domain - 1) % DOMAINS_COLOURED + 1}"


def _ground(circle: Circle, size: _Measures, paint: Painter) -> Iterator[str]:
    """Hold each area's petals together with a fine arc in its domain's colour."""
    radius = size.edge + size.ring * ARC
    for area in circle.areas:
        path = arc(size.centre, radius, area.start + 0.3, area.end - 0.3)
        yield f'<path d="{path}" stroke-width="{number(size.ring * 0.09)}" stroke-linecap="round" {paint(stroke=_colour(area))}/>'


def _petals(circle: Circle, size: _Measures, paint: Painter) -> Iterator[str]:
    for petal, part in circle.petals:
        shapes = _shapes(petal.state, petal.level, part, size, paint)
        name = escape(petal.title or petal.label)
        inside = f"<title>{name}</title>{shapes}"
        if petal.href:
            yield f'<a class="petal" href="{escape(petal.href)}" aria-label="{name}">{inside}</a>'
        else:
            yield f'<g class="petal">{inside}</g>'


@lru_cache(maxsize=4096)
def _shapes(state: State, level: int | None, part: Slice, size: _Measures, paint: Painter) -> str:
    return "".join(_petal(state, level, part, size, paint))


def _petal(state: State, level: int | None, part: Slice, size: _Measures, paint: Painter) -> Iterator[str]:
    # All of the petal answers to the pointer, not only what is filled.
    yield f'<path d="{sector(size.centre, size.foot - size.ring * 0.4, size.edge, part.start, part.end)}" {paint("clear")}/>'
    if state == "not-asked":
        yield from _dots(part, size, paint)
    elif state == "no-level" or level is None:
        yield _stem(part, size, paint)
    else:
        yield from _rings(level, part, size, paint)


def _rings(level: int, part: Slice, size: _Measures, paint: Painter) -> Iterator[str]:
    pieces = [sector(size.centre, *_inset(size, ring, part)) for ring in range(1, LEVELS + 1)]
    if level > 0:
        yield _soft("".join(pieces[:level]), size.round, _colour(part), paint)
    if level < LEVELS:
        yield _soft("".join(pieces[level:]), size.round, "chart-track", paint)
    if level == 0:
        place = on_circle(size.centre, size.foot - size.ring * 0.24, part.middle)
        yield (
            f'<circle cx="{number(place.x)}" cy="{number(place.y)}" r="{number(size.ring * 0.1)}" '
            f'stroke-width="{number(size.outline)}" {paint("chart-ground", _colour(part))}/>'
        )


def _dots(part: Slice, size: _Measures, paint: Painter) -> Iterator[str]:
    for ring in range(1, LEVELS + 1):
        place = on_circle(size.centre, (size.inner(ring) + size.outer(ring)) / 2, part.middle)
        yield (
            f'<circle cx="{number(place.x)}" cy="{number(place.y)}" r="{number(size.ring * 0.075)}" {paint("chart-edge")}/>'
        )


def _stem(part: Slice, size: _Measures, paint: Painter) -> str:
    foot = on_circle(size.centre, size.foot, part.middle)
    tip = on_circle(size.centre, size.edge - size.gap, part.middle)
    return (
        f'<path d="M{foot}L{tip}" stroke-width="{number(size.outline * 0.9)}" stroke-linecap="round" '
        f"{paint(stroke='chart-edge')}/>"
    )


def _targets(circle: Circle, size: _Measures, paint: Painter) -> Iterator[str]:
    """Outline what the role asks for: one line around each area, between the rings, so that it covers none."""
    for _, members in groupby(circle.petals, key=lambda one: (one[1].number, one[0].high > 0)):
        bands = [_band(petal, part, size) for petal, part in members if petal.high > 0]
        for touching in together(bands):
            yield (
                f'<path d="{contour(size.centre, touching)}" stroke-width="{number(size.outline)}" stroke-linejoin="round" '
                f'pointer-events="none" {paint(stroke="chart-ink")}/>'
            )


def _band(petal: Petal, part: Slice, size: _Measures) -> Band:
    low = max(petal.low, 1)
    return Band(size.inner(low) - size.gap / 2, size.outer(petal.high) + size.gap / 2, part.start, part.end)


def _inset(size: _Measures, ring: int, part: Slice) -> tuple[float, float, float, float]:
    """Return a ring's piece, smaller by the stroke that rounds its corners."""
    half = size.round / 2
    inner, outer = size.inner(ring) + half, size.outer(ring) - half
    turn = half / ((inner + outer) / 2) * 57.3
    return inner, outer, part.start + turn, part.end - turn


def _soft(path: str, softness: float, colour: str, paint: Painter) -> str:
    return f'<path d="{path}" stroke-width="{number(softness)}" stroke-linejoin="round" {paint(colour, colour)}/>'


def _domain_names(circle: Circle, size: _Measures, paint: Painter, key: str) -> Iterator[str]:
    """Set each domain's name along its quarter; below the middle it runs the other way, so that it is upright."""
    for domain in circle.domains:
        is_below = 90 < domain.middle % 360 < 270  # noqa: PLR2004 - the lower half
        radius = size.edge + size.ring * ARC + DOMAIN_TEXT * (1.45 if is_below else 0.75)
        start, end = (domain.end, domain.start) if is_below else (domain.start, domain.end)
        name = f"{key}-domain-{domain.number}"
        yield f'<path id="{escape(name)}" d="{arc(size.centre, radius, start, end)}" {paint()}/>'
        yield (
            f'<text font-size="{number(DOMAIN_TEXT)}" font-weight="600" text-anchor="middle"{paint.type()} {paint(_colour(domain) + "-ink")}>'
            f'<textPath href="#{escape(name)}" startOffset="50%">{escape(domain.name)}</textPath></text>'
        )


def _area_names(circle: Circle, size: _Measures, paint: Painter) -> Iterator[str]:
    radius = size.edge + size.ring * ARC + 52
    for area in circle.areas:
        place = on_circle(size.centre, radius, area.middle)
        lines = wrap(area.name, LABEL_WIDTH, LABEL)
        side = (place.x - size.centre.x) / radius
        anchor = "middle" if abs(side) < 0.12 else "start" if side > 0 else "end"  # noqa: PLR2004
        lift = (place.y - size.centre.y) / radius
        # Above the wheel a label ends at its place, below it begins there.
        top = place.y + LABEL * 0.35 - (len(lines) - 1) * LABEL_LEADING * (1 - lift) / 2
        look = f"{paint('chart-ink')}{paint.type()}"
        yield words(lines, Point(place.x, top), size=LABEL, leading=LABEL_LEADING, anchor=anchor, look=look)


def _area_numbers(circle: Circle, size: _Measures, paint: Painter) -> Iterator[str]:
    for area in circle.areas:
        place = on_circle(size.centre, size.edge + size.ring * ARC + NUMBER * 0.8, area.middle)
        look = f'font-weight="600" {paint("chart-ink-soft")}{paint.type()}'
        middle = Point(place.x, place.y + NUMBER * 0.36)
        yield words([str(area.number)], middle, size=NUMBER, leading=0, anchor="middle", look=look)


def wheel_key(petals: Sequence[Petal]) -> tuple[KeyGroup, ...]:
    """Return what the numbers around a page's wheel mean on a phone, domain by domain."""
    circle = lay_out(petals)
    return tuple(
        KeyGroup(
            domain.name,
            _colour(domain),
            tuple(KeyItem(area.number, area.name) for area in circle.areas if area.domain == domain.number),
        )
        for domain in circle.domains
    )
