# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Attempts to break the engine where its rules meet: merging, who took part, and rounds over time.

Some attackers here suppose what they cannot know: that all others answered as before.
The last tests say where that tells something, so that nobody promises otherwise.
"""

from collections.abc import Hashable
from itertools import combinations_with_replacement

import pytest

from leadroom.core.anonymity import Turnover, change, shares_from, withstands
from tests.core.anonymity.attack import Secret, Sheet, World, two_worlds
from tests.core.anonymity.publishers import HIGH, LOW, MIDDLE, NONE, channels, published, whole
from tests.core.anonymity.test_broken_rules import ABSENT, ENDS_ONLY, ONE_ITEM, of_those_present
from tests.core.anonymity.test_two_worlds import IS_SOAK

ANSWER: dict[str, Secret] = {"answer": lambda sheet: sheet[:1]}
TOOK_PART: dict[str, Secret] = {"took part": lambda sheet: sheet != ABSENT}
SOME_ABSENT = [ABSENT, (LOW,), (MIDDLE,), (HIGH,)]


@pytest.mark.parametrize("places", [(7,), (9,), (12,), (2, 6), (4, 4), (2, 2, 3)])
def test_merging_tells_neither_answers_nor_who_took_part(places: tuple[int, ...]) -> None:
    outcome = two_worlds(of_those_present, places, SOME_ABSENT, 1, ANSWER | TOOK_PART)

    assert outcome.told == {}


@pytest.mark.parametrize(("members", "insiders"), [(5, 0), (6, 1), (10, 0), (11, 1)])
def test_where_all_were_needed_for_what_is_shown_it_is_told_that_they_took_part_and_no_more(
    members: int, insiders: int
) -> None:
    outcome = two_worlds(of_those_present, (members,), SOME_ABSENT, insiders, ANSWER | TOOK_PART)

    assert outcome.told.keys() == {"took part"}


def two_rounds(world: World) -> Hashable:
    """Publish the same people's answers of two rounds, and how the band moved."""
    (place,) = world
    rounds = [whole((tuple((sheet[at],) for sheet in place),)) for at in (0, 1)]
    moved = change(rounds[0], rounds[1], ("cell-0",), "item-0", Turnover(0, 0))
    return channels(rounds[0]), channels(rounds[1]), moved


@pytest.mark.parametrize("n", [5, 6] if IS_SOAK else [5])
def test_two_rounds_of_the_same_people_tell_nothing(n: int) -> None:
    sheets: list[Sheet] = [(one, other) for one in (LOW, HIGH, NONE) for other in (LOW, HIGH, NONE)]

    outcome = two_worlds(two_rounds, (n,), sheets, 1)

    assert outcome.told == {}
    assert set(outcome.left_open.values()) == {2, 3}


@pytest.mark.parametrize(
    ("k", "n"),
    [(k, n) for k in (5, 7, 9) for n in (k, k + 1, shares_from(k)) if IS_SOAK or n < 14],
)
def test_insiders_who_try_each_answer_in_turn_learn_no_answer_of_steady_others(k: int, n: int) -> None:
    insiders = withstands(k)
    tries = list(combinations_with_replacement(ONE_ITEM, insiders))

    def every_try(world: World) -> Hashable:
        (others,) = world
        return tuple(whole(((*others, *one),), k) for one in tries)

    outcome = two_worlds(every_try, (n - insiders,), ONE_ITEM, 0, ANSWER)

    assert outcome.told == {}


def test_of_steady_people_one_who_changed_her_mind_is_not_found_unless_it_is_known_who_it_was() -> None:
    sheets: list[Sheet] = [(one, other) for one in (LOW, MIDDLE, HIGH) for other in (LOW, MIDDLE, HIGH)]
    steady: list[Sheet] = [(LOW, LOW), (HIGH, HIGH)]

    def but_one_steady(world: World) -> Hashable:
        moved = sum(before != after for place in world for before, after in place)
        return two_rounds(world) if moved <= 1 else None

    def the_last_moved(world: World) -> Hashable:
        stayed, (one,) = world
        return two_rounds(((*stayed, one),)) if set(stayed) <= set(steady) else None

    answers: dict[str, Secret] = {"before": lambda sheet: sheet[0], "after": lambda sheet: sheet[1]}
    assert two_worlds(but_one_steady, (5,), sheets, 1, answers).told == {}
    assert (
        two_worlds(the_last_moved, (5, 1), [*steady, (LOW, HIGH)], 0, answers).told.keys() == answers.keys()
    )


def stayers_and(world: World) -> tuple[Hashable, Hashable]:
    """Publish a round with those who left, and one without them; all who stayed answered as before."""
    stayed, left = world
    return whole((stayed, left)), whole((stayed,))


def test_who_left_is_told_if_all_others_answered_as_before_so_no_change_is_shown() -> None:
    outcome = two_worlds(stayers_and, (6, 1), ONE_ITEM, 0, ANSWER)

    assert outcome.told.keys() == {"answer"}
    assert [Turnover(0, left).is_comparable(5) for left in range(7)] == [True, *[False] * 4, True, True]


def test_even_of_five_who_left_an_insider_can_learn_if_all_others_answered_as_before() -> None:
    outcome = two_worlds(stayers_and, (5, 5), ENDS_ONLY, 1, ANSWER)

    assert outcome.told.keys() == {"answer"}


def test_cells_merged_otherwise_from_round_to_round_are_not_compared() -> None:
    low, high = ((LOW,),), ((HIGH,),)
    places = [("a",), ("a",), ("b",)]
    before = published((low * 5, high * 3, high * 5), above=places, invited=[6, 6, 6])
    after = published((low * 5, high * 5, high * 5), above=places, invited=[6, 6, 6])

    assert [group.cells for group in before.groups] == [("cell-0", "cell-1"), ("cell-2",)]
    assert [group.cells for group in after.groups] == [("cell-0",), ("cell-1",), ("cell-2",)]
    nobody = Turnover(0, 0)
    assert change(before, after, ("cell-0",), "item-0", nobody) is None
    assert change(before, after, ("cell-0", "cell-1"), "item-0", nobody) is None
    assert change(before, after, ("cell-2",), "item-0", nobody) is not None


def test_how_many_answered_in_a_large_cell_has_no_say_in_the_merging() -> None:
    places = [("a",), ("a",), ("a", "b"), ("c",)]

    merged = {
        tuple(
            group.cells
            for group in published(
                (((LOW,),) * 2, ((LOW,),) * one, ((LOW,),) * other, ((LOW,),) * 6),
                above=places,
                invited=[4, 12, 13, 9],
            ).groups
        )
        for one in range(5, 13)
        for other in range(5, 14)
    }

    assert merged == {(("cell-0", "cell-1"), ("cell-2",), ("cell-3",))}
