# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the wheel shows, and at which angles it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

State = Literal["level", "not-asked", "no-level"]
# A petal's label, area and domain.
Named = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Petal:
    """
    One competency: `area` and `domain` are their names as shown, `low` to `high` is the target.

    `title` is what a reader is told about it; without one the label.
    """

    key: str
    label: str
    area: str
    domain: str
    level: int | None
    low: int
    high: int
    state: State = "level"
    href: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the circle, and what stands there."""

    name: str
    start: float
    end: float
    number: int
    domain: int

    @property
    def middle(self) -> float:
        """Return the angle in the middle."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Circle:
    """Every petal, area and domain with its angles."""

    petals: tuple[tuple[Petal, Slice], ...]
    areas: tuple[Slice, ...]
    domains: tuple[Slice, ...]


DOMAIN_GAP, AREA_GAP, PETAL_GAP = 5.6, 3.2, 1.4


def lay_out(petals: Sequence[Petal]) -> Circle:
    """Give each petal its place: equal widths, a little air between areas, more between domains."""
    slices, areas, domains = _slices(tuple((petal.label, petal.area, petal.domain) for petal in petals))
    return Circle(tuple(zip(petals, slices, strict=True)), areas, domains)


# The names differ by language and council only, not from one person to the next.
@lru_cache(maxsize=64)
def _slices(named: Sequence[Named]) -> tuple[tuple[Slice, ...], tuple[Slice, ...], tuple[Slice, ...]]:
    gaps = list(_gaps_before(named))
    width = (360 - sum(gaps)) / max(len(named), 1)
    angle = gaps[0] / 2 - gaps[0] if gaps else 0.0
    slices: list[Slice] = []
    for (label, _, _), gap, (area, domain) in zip(named, gaps, _numbers(named), strict=True):
        angle += gap
        slices.append(Slice(label, angle, angle + width, area, domain))
        angle += width
    placed = list(zip(named, slices, strict=True))
    return tuple(slices), tuple(_merged(placed, by="area")), tuple(_merged(placed, by="domain"))


def _gaps_before(named: Sequence[Named]) -> Iterator[float]:
    for (_, area, domain), (_, area_before, domain_before) in zip(
        named, [*named[-1:], *named[:-1]], strict=True
    ):
        if domain != domain_before:
            yield DOMAIN_GAP
        else:
            yield AREA_GAP if area != area_before else PETAL_GAP


def _numbers(named: Sequence[Named]) -> list[tuple[int, int]]:
    areas = list(dict.fromkeys((domain, area) for _, area, domain in named))
    domains = list(dict.fromkeys(domain for _, _, domain in named))
    return [(areas.index((domain, area)) + 1, domains.index(domain) + 1) for _, area, domain in named]


def _merged(placed: Sequence[tuple[Named, Slice]], *, by: Literal["area", "domain"]) -> Iterator[Slice]:
    for _, group in groupby(placed, key=lambda one: (one[1].domain, one[1].number if by == "area" else 0)):
        members = list(group)
        ((_, area, domain), first), (_, last) = members[0], members[-1]
        if by == "area":
            yield Slice(area, first.start, last.end, first.number, first.domain)
        else:
            yield Slice(domain, first.start, last.end, first.domain, first.domain)
