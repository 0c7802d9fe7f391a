# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
ANON-T3: the same attack on other rules. Each of them tells somebody's secret, so the attack can find one.

First what products do, then each way in which a page, an export or a change to the
engine could break it.
"""

from collections import Counter
from collections.abc import Hashable

import pytest

from leadroom.core.anonymity import Publication, thresholds
from tests.core.anonymity.attack import Publisher, Sheet, World, secrets_of, sums_tell, two_worlds
from tests.core.anonymity.publishers import (
    ANSWERS,
    HIGH,
    LOW,
    MIDDLE,
    NONE,
    leadroom,
    plain,
    published,
    whole,
)

ONE_ITEM: list[Sheet] = [(answer,) for answer in ANSWERS]
ENDS_ONLY: list[Sheet] = [(LOW,), (HIGH,)]
ABSENT: Sheet = ()


@pytest.mark.parametrize("insiders", [0, 1])
@pytest.mark.parametrize("n", range(5, 10))
def test_the_plain_threshold_of_five_fails(n: int, insiders: int) -> None:
    outcome = two_worlds(plain, (n,), ONE_ITEM, insiders)

    assert outcome.told.keys() == {"answer 0", "answered 0"}


def test_with_fewer_than_five_a_member_learns_what_all_others_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(thresholds, "FEWEST", 4)

    outcome = two_worlds(leadroom(4), (4,), ONE_ITEM, 1)

    assert outcome.told.keys() == {"answer 0", "answered 0"}


def exact_share(world: World) -> Hashable:
    return whole(world), Counter(sheet[0] for place in world for sheet in place)[LOW]


def rounded_share(world: World) -> Hashable:
    (place,) = world
    return whole(world), round(10 * sum(sheet[0] == LOW for sheet in place) / len(place))


def hidden_when_unanimous(world: World) -> Hashable:
    (place,) = world
    return "hidden" if len(set(place)) == 1 else whole(world)


def council_beside_cells(world: World) -> Hashable:
    return published(world), whole(world)


def a_filter_beside_the_whole(world: World) -> Hashable:
    return whole(world), whole(world[:1])


def before_and_after_one_more(world: World) -> Hashable:
    return whole(world[:1]), whole(world)


def another_partition(world: World) -> Hashable:
    """Publish by team, and then by profession: two of each team have the other's."""
    first, moved, second = world
    return published(((*first, *moved), second)), published((first, (*moved, *second)))


@pytest.mark.parametrize(
    ("broken", "places", "insiders"),
    [
        (exact_share, (10,), 0),
        (rounded_share, (10,), 1),
        (hidden_when_unanimous, (5,), 1),
        (council_beside_cells, (5, 5), 1),
        (a_filter_beside_the_whole, (5, 5), 1),
        (before_and_after_one_more, (6, 1), 0),
        (another_partition, (5, 2, 5), 1),
    ],
)
def test_a_rule_that_says_more_tells_somebodys_answer(
    broken: Publisher, places: tuple[int, ...], insiders: int
) -> None:
    outcome = two_worlds(broken, places, ENDS_ONLY, insiders, {"answer": lambda sheet: sheet[0]})

    assert outcome.told.keys() == {"answer"}


def of_those_who_gave_a_level(world: World) -> Hashable:
    """Publish a band where five or more gave a level, as if only these had answered."""
    given = tuple(sheet for place in world for sheet in place if sheet[0] is not NONE)
    return whole((given,)) if len(given) >= 5 else "too few"


def middle_share_too(world: World) -> Hashable:
    (place,) = world
    count = sum(sheet[0] == MIDDLE for sheet in place)
    return whole(world), (count > 2) + (count >= len(place) - 2)


def both_shares_beside_a_majority(world: World) -> Hashable:
    (place,) = world
    counts = [sum(sheet[0] == end for sheet in place) for end in (LOW, HIGH)]
    return whole(world), *((count > 2) + (count >= len(place) - 2) for count in counts)


@pytest.mark.parametrize(
    ("broken", "n"),
    [(of_those_who_gave_a_level, 6), (middle_share_too, 10), (both_shares_beside_a_majority, 10)],
)
def test_a_rule_that_says_more_tells_whether_somebody_answered(broken: Publisher, n: int) -> None:
    outcome = two_worlds(broken, (n,), ONE_ITEM, 1)

    assert outcome.told.keys() == {"answered 0"}


@pytest.mark.parametrize("k", [7, 9])
def test_shares_one_earlier_tell_whether_somebody_answered(k: int, monkeypatch: pytest.MonkeyPatch) -> None:
    first = thresholds.shares_from(k)
    monkeypatch.setattr("leadroom.core.anonymity.publication.shares_from", lambda _k: first - 1)

    outcome = two_worlds(leadroom(k), (first - 1,), ONE_ITEM, thresholds.withstands(k))

    assert "answered 0" in outcome.told


def test_rows_in_the_order_of_what_is_not_published_tell_an_answer() -> None:
    def by_count(world: World) -> Hashable:
        (place,) = world
        counts = [sum(sheet[item] == LOW for sheet in place) for item in (0, 1)]
        return whole(world), counts[1] > counts[0]

    sheets: list[Sheet] = [(one, other) for one in (LOW, HIGH) for other in (LOW, HIGH)]
    outcome = two_worlds(by_count, (5,), sheets, 1, {"answer": lambda sheet: sheet[1]})

    assert outcome.told.keys() == {"answer"}


def test_how_many_answered_tells_who_did() -> None:
    secrets = {"took part": lambda sheet: sheet != ABSENT}
    sheets = [ABSENT, (LOW,), (MIDDLE,), (HIGH,)]

    def with_the_number(world: World) -> Hashable:
        present = tuple(sheet for place in world for sheet in place if sheet)
        return of_those_present(world), len(present)

    assert two_worlds(with_the_number, (7,), sheets, 0, secrets).told.keys() == {"took part"}
    assert two_worlds(of_those_present, (7,), sheets, 1, secrets).told == {}


def of_those_present(world: World) -> Publication:
    """Publish with some of those invited absent."""
    present = tuple(tuple(sheet for sheet in place if sheet != ABSENT) for place in world)
    return published(present, invited=[len(place) for place in world], items=1)


@pytest.mark.parametrize(
    ("sets", "tells"),
    [
        ([range(10), range(5)], False),
        ([range(10), range(6)], True),
        ([range(7), range(6)], True),
        ([range(8), range(2, 10)], True),
        ([range(6), range(6, 12), range(12)], False),
        ([range(6), range(12), range(6, 13)], True),
    ],
)
def test_sums_over_overlapping_groups_can_be_subtracted(sets: list[range], tells: bool) -> None:
    assert sums_tell([frozenset(one) for one in sets], 5) is tells


def test_the_attack_would_notice_a_constant_output_as_safe_and_a_full_one_as_not() -> None:
    nothing = two_worlds(lambda world: "nothing", (5,), ONE_ITEM, 4)
    everything = two_worlds(lambda world: world, (5,), ONE_ITEM, 0)

    assert (nothing.told, nothing.left_open) == ({}, {"answer 0": 4, "answered 0": 2})
    assert everything.told.keys() == secrets_of(1).keys()
