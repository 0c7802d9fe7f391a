# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is published about a world: by Leadroom, and by rules that others use or that somebody might put in its place."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from leadroom.core import anonymity
from leadroom.core.anonymity import Cell, Item, Partition, Publication, Scale
from tests.core.anonymity.attack import Publisher, Sheet, World

LOW, MIDDLE, HIGH, NONE = 1, 3, 5, None
ANSWERS: tuple[int | None, ...] = (LOW, MIDDLE, HIGH, NONE)


def items_of(number: int) -> tuple[Item, ...]:
    """Return so many items."""
    return tuple(Item(f"item-{at}", Scale.FIVE_POINTS) for at in range(number))


def published(
    world: Mapping[str, Sequence[Sheet]] | World,
    k: int = 5,
    above: Sequence[tuple[str, ...]] | None = None,
    items: int | None = None,
    invited: Sequence[int] | None = None,
) -> Publication:
    """Publish a world's answers by Leadroom's rules: one cell for each place."""
    places = list(world.values()) if isinstance(world, Mapping) else list(world)
    number = items or len(next(sheet for place in places for sheet in place))
    asked = items_of(number)
    cells = [
        Cell(f"cell-{at}", invited[at] if invited else max(1, len(place)), above[at] if above else ())
        for at, place in enumerate(places)
    ]
    sheets = {
        cell.key: [{item.key: answer for item, answer in zip(asked, sheet, strict=True)} for sheet in place]
        for cell, place in zip(cells, places, strict=True)
    }
    return anonymity.publish(anonymity.freeze(Partition(tuple(cells), k), asked, sheets))


def channels(publication: Publication) -> Hashable:
    """Return everything that a page, an export or the interface may make of a publication."""
    keys = [figure.item for figure in publication.groups[0].figures] if publication.groups else []
    return (
        publication,
        publication.withstands,
        tuple(anonymity.in_order(group.figures) for group in publication.groups),
        tuple(figure.spread for group in publication.groups for figure in group.figures),
        tuple(anonymity.roll_up(publication.groups, key) for key in keys),
    )


def leadroom(k: int = 5, **more: Sequence[int]) -> Publisher:
    """Return Leadroom's own rules as a publisher."""
    return lambda world: channels(published(world, k, invited=more.get("invited")))


def whole(world: World, k: int = 5) -> Publication:
    """Publish all places of a world as one cell."""
    return published((tuple(sheet for place in world for sheet in place),), k)


def plain(world: World) -> Hashable:
    """Publish as many products do: from five answers on, how many, the mean, and each answer's share."""
    return tuple(_plain(place) if len(place) >= 5 else None for place in world)


def _plain(place: Sequence[Sheet]) -> Hashable:
    figures = []
    for column in zip(*place, strict=True):
        given = [answer for answer in column if answer is not None]
        mean = round(sum(given) / len(given), 1) if given else None
        figures.append((len(given), mean, tuple(sorted(Counter(given).items()))))
    return tuple(figures)
