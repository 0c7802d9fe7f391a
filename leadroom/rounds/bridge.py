# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A closed round's answers, made into what the core publishes, and that into plain values to keep.

Kept is `promise`, and one of: `groups` (cells, and for each item a band, from enough
answers on shares as well), `together` (for each item the levels given, the lowest first). Where
a secret vote kept everything shut there is neither, and nothing tells why.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from leadroom.core.anonymity import (
    Band,
    Cell,
    Figure,
    Group,
    HowShown,
    Item,
    Partition,
    Scale,
    Share,
    Sheet,
    freeze,
    how_shown,
    publish,
    secret_vote,
    shown_together,
)
from leadroom.rounds.models import Promise, Round

Read = Callable[[str, Any], int | None]
Rows = Sequence[tuple[str, Mapping[str, Any]]]
# Under this key an answer says whether its author wants the answers opened; it is never an item.
VOTE = "vote"


def as_kept(cells: Iterable[Cell]) -> list[dict[str, Any]]:
    """Return the division as a round keeps it."""
    return [{"key": cell.key, "invited": cell.invited, "above": list(cell.above)} for cell in cells]


def published(the_round: Round, rows: Rows, read: Read) -> dict[str, Any]:
    """
    Return what may be shown of a round: by its promise, from as many answers on as it takes.

    `rows` are pairs of a cell and what somebody answered there; `read` gives an answer's number.
    """
    items = [Item(key, Scale[scale]) for key, scale in the_round.items]
    sheets = [(cell, {item.key: read(item.key, said.get(item.key)) for item in items}) for cell, said in rows]
    kept: dict[str, Any] = {"promise": the_round.promise}
    if the_round.promise == Promise.ANONYMOUS:
        return kept | {"groups": [_group(group) for group in _groups(the_round, items, sheets)]}
    if _is_opened(the_round, rows):
        levels = shown_together(items, [sheet for _cell, sheet in sheets])
        return kept | {"together": {key: list(given) for key, given in levels.items()}}
    return kept


def _is_opened(the_round: Round, rows: Rows) -> bool:
    """Say whether answers are shown together: if that was promised, there are enough, and no vote keeps them shut."""
    if the_round.promise != Promise.TOGETHER:
        return False
    if the_round.voters is not None:
        return secret_vote([said.get(VOTE) is True for _cell, said in rows], the_round.voters)
    return how_shown(len(rows), the_round.fewest) is not HowShown.NOTHING


def groups_of(the_round: Round) -> tuple[Group, ...]:
    """
    Return what a closed round published about its groups, in the order of its items; none where too few answered.

    A database keeps the parts of a value in an order of its own.
    """
    return tuple(
        Group(
            tuple(group["cells"]),
            tuple(
                _figure_of(item, group["items"][item])
                for item, _scale in the_round.items
                if item in group["items"]
            ),
        )
        for group in the_round.published.get("groups", ())
    )


def _figure_of(item: str, kept: Mapping[str, str]) -> Figure:
    low, high = (Share(kept[end]) if end in kept else None for end in ("low", "high"))
    return Figure(item, Band(kept["band"]), low, high)


def _groups(
    the_round: Round,
    items: Sequence[Item],
    sheets: Iterable[tuple[str, Sheet]],
) -> tuple[Group, ...]:
    cells = tuple(Cell(cell["key"], cell["invited"], tuple(cell["above"])) for cell in the_round.cells)
    by_cell: dict[str, list[Sheet]] = {cell.key: [] for cell in cells}
    for cell, sheet in sheets:
        by_cell[cell].append(sheet)
    return publish(freeze(Partition(cells, the_round.fewest), items, by_cell)).groups


def _group(group: Group) -> dict[str, Any]:
    return {"cells": list(group.cells), "items": {figure.item: _figure(figure) for figure in group.figures}}


def _figure(figure: Figure) -> dict[str, str]:
    shares = {"low": figure.low, "high": figure.high}
    return {"band": figure.band.value} | {end: share.value for end, share in shares.items() if share}
