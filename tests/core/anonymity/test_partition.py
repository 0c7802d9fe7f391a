# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which cells are merged with which."""

import pytest

from leadroom.core.anonymity import Cell, NoPartition, Partition, TooLow, merge


def cells(*lines: str) -> tuple[Cell, ...]:
    """Read lines of "unit/unit/key invited"."""
    parts = [line.split() for line in lines]
    return tuple(Cell(path.split("/")[-1], int(size), tuple(path.split("/")[:-1])) for path, size in parts)


TREE = cells("care/north/a 6", "care/north/b 9", "care/south/c 9", "care/south/d 8", "schools/e 30", "f 5")


@pytest.mark.parametrize(
    ("respondents", "groups"),
    [
        ("5 5 5 5 5 5", "a b c d e f"),
        ("4 5 5 5 5 5", "ab c d e f"),  # its sister
        ("4 4 4 4 9 9", "ab cd e f"),
        ("2 2 6 6 9 9", "abd c e f"),  # too small together: the next unit, the fewest invited
        ("5 5 5 4 9 9", "a b cd e f"),
        ("5 5 5 5 0 5", "a b c d ef"),  # nothing shared: the fewest invited of all
        ("5 5 5 5 9 4", "af b c d e"),
        ("1 1 1 1 0 1", "abcdef"),
        ("1 1 1 1 0 0", ""),
    ],
)
def test_a_small_cell_goes_to_its_smallest_neighbour(respondents: str, groups: str) -> None:
    counts = dict(zip("abcdef", map(int, respondents.split()), strict=True))

    merged = merge(Partition(TREE), counts)

    assert ["".join(group) for group in merged] == groups.split()


def test_of_equal_neighbours_the_first_in_order_is_taken() -> None:
    merged = merge(Partition(cells("a 8", "b 8", "c 8")), {"a": 8, "b": 8, "c": 3})

    assert merged == (("a", "c"), ("b",))


def test_of_equally_near_neighbours_one_that_is_small_too_is_taken() -> None:
    merged = merge(Partition(cells("a 5", "b 8", "c 12")), {"a": 5, "b": 3, "c": 4})

    assert merged == (("a",), ("b", "c"))


def test_a_unit_with_people_of_its_own_is_a_neighbour_of_those_below_it() -> None:
    merged = merge(
        Partition(cells("council/care 7", "council/care/a 8", "council/it 5")), {"care": 3, "a": 8, "it": 5}
    )

    assert merged == (("care", "a"), ("it",))


def test_a_council_may_ask_for_more() -> None:
    seven = merge(Partition(cells("a 8", "b 8"), k=7), {"a": 7, "b": 6})

    assert seven == (("a", "b"),)
    assert merge(Partition(cells("a 8", "b 8"), k=14), {"a": 7, "b": 6}) == ()


def test_a_partition_of_nothing_publishes_nothing() -> None:
    assert merge(Partition(()), {}) == ()


def test_what_is_no_partition_is_refused() -> None:
    for wrong in (cells("a 5", "x/a 5"), cells("a 0")):
        with pytest.raises(NoPartition):
            Partition(wrong)
    with pytest.raises(TooLow):
        Partition(TREE, k=4)
