# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Known answers: what is published about a group, in which order, and rolled up."""

import dataclasses
from typing import Any

import pytest

from leadroom.core.anonymity import (
    Band,
    Cell,
    Figure,
    Group,
    Item,
    NotOfThisRound,
    OffTheScale,
    Partition,
    Publication,
    RollUp,
    Scale,
    Share,
    Spread,
    freeze,
    in_order,
    publish,
    roll_up,
)

TRUST = Item("trust", Scale.FIVE_POINTS)
PARTITION = Partition((Cell("team", 400),))
WORDS = {"L": 1, "M": 3, "H": 5, "-": None}
BANDS = {"low": Band.MAJORITY_LOW, "none": Band.NO_MAJORITY, "high": Band.MAJORITY_HIGH}
SHARES = {"few": Share.FEW, "some": Share.SOME, "nearly": Share.NEARLY_ALL, "": None}


def figure_of(answers: str, k: int = 5) -> Figure:
    """Publish one team's answers to one item, such as "LLLMH-"."""
    sheets = [{"trust": WORDS[answer]} for answer in answers]
    published = publish(freeze(Partition((Cell("team", 400),), k), (TRUST,), {"team": sheets}))
    return published.groups[0].figures[0]


@pytest.mark.parametrize(
    ("answers", "band", "low", "high"),
    [
        ("LLLHH", "low", "", ""),
        ("LLMHH", "none", "", ""),
        ("MMMMM", "none", "", ""),
        ("-----", "none", "", ""),
        ("LLH--", "none", "", ""),  # more than half of all, not of those who gave a level
        ("LLLHHH", "none", "", ""),
        ("LLHHHH", "high", "", ""),
        ("LLLLLLLLL", "low", "", ""),
        ("LLLLLLLLLL", "low", "nearly", ""),
        ("LLLLLLLLHH", "low", "nearly", ""),
        ("LLLLLLLHHH", "low", "some", ""),
        ("LLLLLLHHHH", "low", "some", ""),
        ("LLLLLHHHHH", "none", "some", "some"),
        ("LLLMMMMHHH", "none", "some", "some"),
        ("LLMMMMMHHH", "none", "few", "some"),
        ("MMMMMMMMMM", "none", "few", "few"),
        ("HHHHHHHHHHH-", "high", "", "nearly"),
    ],
)
def test_a_band_from_five_and_shares_from_ten(answers: str, band: str, low: str, high: str) -> None:
    assert figure_of(answers) == Figure("trust", BANDS[band], SHARES[low], SHARES[high])


def test_with_a_larger_k_shares_are_wider_open_and_come_later() -> None:
    assert figure_of("LLLLLHHHHH", k=7) == Figure("trust", Band.NO_MAJORITY)
    assert figure_of("LLLMMMMHHHH", k=7) == Figure("trust", Band.NO_MAJORITY, Share.FEW, Share.SOME)


@pytest.mark.parametrize(
    ("answers", "spread"),
    [
        ("LLLHH", Spread.AGREEMENT),
        ("LLMHH", Spread.MIXED),
        ("LLLLLHHHHH", Spread.DIVIDED),
        ("LLMMMMMHHH", Spread.MIXED),
        ("MMMMMMMMMM", Spread.MIXED),
        ("HHHHHHHHHH", Spread.AGREEMENT),
    ],
)
def test_agreement_mixed_and_divided(answers: str, spread: Spread) -> None:
    assert figure_of(answers).spread is spread


def test_a_round_of_several_cells_items_and_scales() -> None:
    items = (Item("trust", Scale.SHIFT), Item("data", Scale.LEVELS))
    partition = Partition((Cell("a", 6), Cell("b", 6), Cell("c", 6)))
    sheets = {
        "a": [{"trust": 5, "data": 0}] * 5,
        "b": [{"trust": 1, "data": 4}] * 3,
        "c": [{"trust": 2, "data": None}] * 3 + [{}],
    }

    published = publish(freeze(partition, items, sheets))

    a = Group(("a",), (Figure("trust", Band.MAJORITY_HIGH), Figure("data", Band.MAJORITY_LOW)))
    b = Group(("b", "c"), (Figure("trust", Band.MAJORITY_LOW), Figure("data", Band.NO_MAJORITY)))
    assert published == Publication(5, (a, b))
    assert (published.group("a"), published.group("c")) == (a, b)
    assert b.figure("data") == Figure("data", Band.NO_MAJORITY)
    assert b.figure("another") is None
    assert published.withstands == 1


def test_fewer_than_k_publish_nothing() -> None:
    published = publish(freeze(PARTITION, (TRUST,), {"team": [{"trust": 1}] * 4}))

    assert published == Publication(5, ())
    assert published.group("team") is None
    assert publish(freeze(PARTITION, (TRUST,), {})) == Publication(5, ())


def test_a_publication_holds_no_number_but_k() -> None:
    published = publish(freeze(PARTITION, (TRUST,), {"team": [{"trust": 1}] * 12}))

    numbers = [value for value in leaves(dataclasses.asdict(published)) if isinstance(value, int | float)]

    assert numbers == [5]


def leaves(thing: Any) -> list[object]:
    """Return the single values that a nested thing holds."""
    if isinstance(thing, dict):
        thing = list(thing.values())
    return [leaf for part in thing for leaf in leaves(part)] if isinstance(thing, list | tuple) else [thing]


def test_a_frozen_round_keeps_no_sheets() -> None:
    items = (TRUST, Item("data", Scale.FIVE_POINTS))
    linked = [{"trust": 1, "data": 1}, {"trust": 4, "data": 5}, {"trust": 2}]
    otherwise = [{"trust": 5, "data": 2}, {"trust": 1, "data": None}, {"trust": 1, "data": 4}]

    assert freeze(PARTITION, items, {"team": linked}) == freeze(PARTITION, items, {"team": otherwise})


@pytest.mark.parametrize(
    ("sheets", "error"),
    [
        ({"nowhere": [{}]}, NotOfThisRound),
        ({"team": [{"other": 1}]}, NotOfThisRound),
        ({"team": [{}] * 401}, NotOfThisRound),
        ({"team": [{"trust": 0}]}, OffTheScale),
    ],
)
def test_what_is_not_of_the_round_is_refused(sheets: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        freeze(PARTITION, (TRUST,), sheets)


def test_an_item_that_comes_twice_is_refused() -> None:
    with pytest.raises(NotOfThisRound):
        freeze(PARTITION, (TRUST, TRUST), {})


def test_rows_are_ordered_by_band_alone() -> None:
    rows = [
        Figure("a", Band.MAJORITY_HIGH),
        Figure("b", Band.NO_MAJORITY, Share.SOME, Share.SOME),
        Figure("c", Band.MAJORITY_LOW, Share.SOME),
        Figure("d", Band.NO_MAJORITY, Share.FEW, Share.FEW),
        Figure("e", Band.MAJORITY_LOW, Share.NEARLY_ALL),
    ]

    assert [row.item for row in in_order(rows)] == ["c", "e", "b", "d", "a"]


def test_a_larger_unit_counts_the_bands_of_published_groups() -> None:
    bands = [Band.MAJORITY_HIGH] * 4 + [Band.NO_MAJORITY, Band.MAJORITY_LOW]
    groups = [Group((f"team-{at}",), (Figure("trust", band),)) for at, band in enumerate(bands)]

    assert roll_up(groups, "trust") == RollUp(low=1, high=4, of=6)
    assert roll_up(groups, "another") == RollUp(0, 0, 0)
