# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
ANON-T1 and ANON-T2 in councils too large to go through: two rounds, trees of units, several items, all channels.

For one person, one answer and a coalition, another world is looked for in which her
answer is any other and everything published is the same. One further person who answers
otherwise has always been enough to make it.
"""

import random
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from leadroom.core.anonymity import Publication, Turnover, change, merge, withstands
from leadroom.core.anonymity.partition import Cell, Partition
from tests.core.anonymity.attack import Sheet, sums_tell
from tests.core.anonymity.publishers import ANSWERS, channels, items_of, published
from tests.plugins.attacks import tried

PLACES = [(), ("north",), ("north", "schools"), ("north", "care"), ("south",)]
Sheets = tuple[tuple[Sheet, ...], ...]


@dataclass(frozen=True)
class Council:
    """What everybody knows: k, where each cell is in the tree, how many are invited, and how many leave the first cell."""

    k: int
    above: tuple[tuple[str, ...], ...]
    invited: tuple[int, ...]
    items: int
    left: int

    def everything(self, sheets: Sheets) -> Hashable:
        """Return all that is published of two rounds: the second is without those who left."""
        first = [[sheet[: self.items] for sheet in place] for place in sheets]
        second = [[sheet[self.items :] for sheet in place] for place in sheets]
        second[0] = second[0][self.left :]
        rounds = [
            published(dict(enumerate(each)), self.k, self.above, self.items, self.invited)
            for each in (first, second)
        ]
        return *map(channels, rounds), tuple(self._moves(*rounds))

    def _moves(self, before: Publication, after: Publication) -> Iterator[Hashable]:
        for group in before.groups:
            turnover = Turnover(0, self.left if "cell-0" in group.cells else 0)
            for item in items_of(self.items):
                yield change(before, after, group.cells, item.key, turnover)


@st.composite
def councils(draw: st.DrawFn) -> tuple[Council, Sheets, random.Random]:
    """Draw a council, what everybody answered, and what else happens by chance."""
    sizes = draw(st.lists(st.integers(0, 14), min_size=1, max_size=4))
    above = tuple(draw(st.sampled_from(PLACES)) for _ in sizes)
    invited = tuple(max(1, size + draw(st.integers(0, 4))) for size in sizes)
    items = draw(st.integers(1, 3))
    council = Council(
        draw(st.sampled_from([5, 6, 7, 9])), above, invited, items, draw(st.integers(0, sizes[0]))
    )
    dice = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311 - answers, not secrets
    weights = [
        draw(
            st.sampled_from(
                [(1, 1, 1, 1), (9, 1, 1, 1), (1, 1, 9, 1), (1, 9, 1, 1), (5, 0, 5, 1), (4, 4, 4, 0)]
            )
        )
        for _ in range(2 * items)
    ]
    sheets = tuple(
        tuple(tuple(dice.choices(ANSWERS, weight)[0] for weight in weights) for _ in range(size))
        for size in sizes
    )
    return council, sheets, dice


def with_answer(sheets: Sheets, where: tuple[int, int], column: int, answer: int | None) -> Sheets:
    """Return the sheets with one answer exchanged."""
    place, at = where
    sheet = sheets[place][at]
    changed = (*sheet[:column], answer, *sheet[column + 1 :])
    cell = (*sheets[place][:at], changed, *sheets[place][at + 1 :])
    return (*sheets[:place], cell, *sheets[place + 1 :])


def worlds_near(sheets: Sheets, column: int, free: Sequence[tuple[int, int]]) -> Iterator[Sheets]:
    """Yield the sheets themselves, and those in which one of the free people answers otherwise."""
    yield sheets
    for where in free:
        for answer in ANSWERS:
            yield with_answer(sheets, where, column, answer)


@given(councils())
def test_each_answer_may_be_any_other_in_all_channels_of_two_rounds(
    drawn: tuple[Council, Sheets, random.Random],
) -> None:
    council, sheets, dice = drawn
    people = [(place, at) for place, cell in enumerate(sheets) for at in range(len(cell))]
    is_seen = council.everything(sheets)
    for _ in range(min(2, len(people))):
        target, *others = dice.sample(people, len(people))
        column = dice.randrange(2 * council.items)
        insiders = dice.randint(0, min(withstands(council.k), len(others)))
        for answer in set(ANSWERS) - {sheets[target[0]][target[1]][column]}:
            worlds = worlds_near(with_answer(sheets, target, column, answer), column, others[insiders:])
            tried(1)
            assert any(council.everything(world) == is_seen for world in worlds)


@given(councils())
def test_each_person_is_in_one_group_of_k_or_more_or_nothing_is_published(
    drawn: tuple[Council, Sheets, random.Random],
) -> None:
    council, sheets, _ = drawn
    cells = zip(council.invited, council.above, strict=True)
    partition = Partition(
        tuple(Cell(str(at), invited, above) for at, (invited, above) in enumerate(cells)), council.k
    )
    sizes = {str(at): len(cell) for at, cell in enumerate(sheets)}

    groups = merge(partition, sizes)

    totals = [sum(sizes[key] for key in group) for group in groups]
    assert [total for total in totals if total < council.k] == []
    assert sum(totals) in ([sum(sizes.values())] if sum(sizes.values()) >= council.k else [0])
    assert sorted(key for group in groups for key in group) == (sorted(sizes) if groups else [])
    people = [frozenset((key, at) for key in group for at in range(sizes[key])) for group in groups]
    numbers = {person: number for number, person in enumerate(sorted(set().union(*people)))}
    assert not sums_tell([frozenset(numbers[one] for one in group) for group in people], council.k)


@given(councils())
def test_neither_the_order_of_sheets_nor_what_stands_beside_an_answer_is_published(
    drawn: tuple[Council, Sheets, random.Random],
) -> None:
    council, sheets, dice = drawn
    council = Council(council.k, council.above, council.invited, council.items, left=0)

    columns = [[dice.sample(column, len(column)) for column in zip(*cell, strict=True)] for cell in sheets]
    shuffled = tuple(tuple(zip(*cell, strict=True)) for cell in columns)

    assert council.everything(shuffled) == council.everything(sheets)
