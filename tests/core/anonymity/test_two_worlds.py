# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
ANON-T2: every set of answers of small groups, every coalition the page claims to withstand, everybody else.

"Left open" counts the answers that stay possible. Where it equals all four, nothing at
all is learnt for certain: no answer of anybody can even be ruled out.
"""

import os

import pytest

from leadroom.core.anonymity import shares_from, withstands
from tests.core.anonymity.attack import Sheet, two_worlds
from tests.core.anonymity.publishers import ANSWERS, HIGH, LOW, MIDDLE, NONE, leadroom

IS_SOAK = os.environ.get("LEADROOM_HYPOTHESIS") == "soak"
ONE_ITEM: list[Sheet] = [(answer,) for answer in ANSWERS]
# A middle answer and none are published alike, so one of them will do where there are many worlds.
SOME_ANSWERS = ANSWERS if IS_SOAK else (LOW, HIGH, NONE)
TWO_ITEMS: list[Sheet] = [(one, other) for one in SOME_ANSWERS for other in SOME_ANSWERS]
NO_FEWER_THAN = range(5, 14 if IS_SOAK else 10)


def sizes_for(k: int) -> list[int]:
    """Return the sizes to go through: from k to well beyond where shares begin."""
    return list(range(k, shares_from(k) + (14 if IS_SOAK else 3)))


@pytest.mark.parametrize(("k", "n"), [(k, n) for k in NO_FEWER_THAN for n in sizes_for(k)])
def test_nobody_learns_anything_for_certain_about_anothers_answer(k: int, n: int) -> None:
    outcome = two_worlds(leadroom(k), (n,), ONE_ITEM, withstands(k))

    assert outcome.told == {}
    assert outcome.left_open == {"answer 0": 4, "answered 0": 2}


@pytest.mark.parametrize("possible", [(LOW, MIDDLE, HIGH), (LOW, HIGH), (LOW, MIDDLE)])
@pytest.mark.parametrize(("k", "n"), [(k, n) for k in (5, 7, 9) for n in sizes_for(k)])
def test_nor_do_those_who_know_which_answers_nobody_gave(k: int, n: int, possible: tuple[int, ...]) -> None:
    sheets: list[Sheet] = [(answer,) for answer in possible]

    outcome = two_worlds(leadroom(k), (n,), sheets, withstands(k), {"answer": lambda sheet: sheet[0]})

    assert outcome.told == {}


@pytest.mark.parametrize("n", [5, 6])
def test_nor_from_two_items_published_together(n: int) -> None:
    outcome = two_worlds(leadroom(), (n,), TWO_ITEMS, 1)

    assert outcome.told == {}
    each = len(SOME_ANSWERS)
    assert outcome.left_open == {"answer 0": each, "answered 0": 2, "answer 1": each, "answered 1": 2}


@pytest.mark.parametrize("n", [5, 6])
def test_nor_from_three_items_of_which_each_has_an_answer_or_none(n: int) -> None:
    sheets: list[Sheet] = [(a, b, c) for a in (LOW, NONE) for b in (HIGH, NONE) for c in (LOW, NONE)]

    outcome = two_worlds(leadroom(), (n,), sheets, 1)

    assert outcome.told == {}


CELLS = [(5, 5), (3, 5), (4, 4), (2, 2, 2), (1, 4, 1)]


@pytest.mark.parametrize("places", [*CELLS, (5, 6), (7, 6), (3, 3, 3), (3, 2, 5)] if IS_SOAK else CELLS)
def test_nor_from_several_cells_merged_or_not_with_their_roll_up(places: tuple[int, ...]) -> None:
    outcome = two_worlds(leadroom(), places, ONE_ITEM, 1)

    assert outcome.told == {}
    assert outcome.left_open == {"answer 0": 4, "answered 0": 2}


def test_nor_from_three_cells_of_five() -> None:
    sheets: list[Sheet] = [(answer,) for answer in ((LOW, MIDDLE, HIGH) if IS_SOAK else (LOW, HIGH))]

    outcome = two_worlds(leadroom(), (5, 5, 5), sheets, 1, {"answer": lambda sheet: sheet[0]})

    assert outcome.told == {}


@pytest.mark.parametrize("k", range(5, 14))
def test_the_claim_is_as_large_as_can_be(k: int) -> None:
    outcome = two_worlds(leadroom(k), (k,), [(LOW,), (HIGH,)], withstands(k) + 1)

    assert outcome.told
