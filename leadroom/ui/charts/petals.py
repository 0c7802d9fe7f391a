# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the wheel shows, and at which angles it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

State = Literal["level", "not-asked", "no-level"]


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
    gaps = list(_gaps_before(petals))
    width = (360 - sum(gaps)) / max(len(petals), 1)
    placed: list[tuple[Petal, Slice]] = []
    angle = gaps[0] / 2 - gaps[0] if gaps else 0.0
    numbers = _numbers(petals)
    for petal, gap, (area, domain) in zip(petals, gaps, numbers, strict=True):
        angle += gap
        placed.append((petal, Slice(petal.label, angle, angle + width, area, domain)))
        angle += width
    return Circle(tuple(placed), tuple(_merged(placed, by="area")), tuple(_merged(placed, by="domain")))


def _gaps_before(petals: Sequence[Petal]) -> Iterator[float]:
    for petal, before in zip(petals, [*petals[-1:], *petals[:-1]], strict=True):
        if petal.domain != before.domain:
            yield DOMAIN_GAP
        else:
            yield AREA_GAP if petal.area != before.area else PETAL_GAP


def _numbers(petals: Sequence[Petal]) -> list[tuple[int, int]]:
    areas = list(dict.fromkeys((petal.domain, petal.area) for petal in petals))
    domains = list(dict.fromkeys(petal.domain for petal in petals))
    return [
        (areas.index((petal.domain, petal.area)) + 1, domains.index(petal.domain) + 1) for petal in petals
    ]


def _merged(placed: Sequence[tuple[Petal, Slice]], *, by: Literal["area", "domain"]) -> Iterator[Slice]:
    for _, group in groupby(placed, key=lambda one: (one[1].domain, one[1].number if by == "area" else 0)):
        members = list(group)
        first, last = members[0], members[-1]
        number = first[1].number if by == "area" else first[1].domain
        yield Slice(getattr(first[0], by), first[1].start, last[1].end, number, first[1].domain)
