# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""When two rounds may be compared, and what is said of them."""

import pytest

from leadroom.core.anonymity import Band, Change, Figure, Group, Publication, Turnover, change

LOW, NONE, HIGH = Band


def of(band: Band, *cells: str, k: int = 5) -> Publication:
    """Publish one band of one group."""
    return Publication(k, (Group(cells or ("team",), (Figure("trust", band),)),))


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (LOW, LOW, Change.SAME),
        (LOW, NONE, Change.RISEN),
        (LOW, HIGH, Change.RISEN),
        (HIGH, NONE, Change.FALLEN),
        (NONE, LOW, Change.FALLEN),
    ],
)
def test_a_change_is_of_the_band(before: Band, after: Band, moved: Change) -> None:
    assert change(of(before), of(after), ("team",), "trust", Turnover(0, 0)) is moved


@pytest.mark.parametrize(
    ("turnover", "compared"),
    [
        (Turnover(0, 0), True),
        (Turnover(1, 0), False),
        (Turnover(0, 4), False),
        (Turnover(5, 0), True),
        (Turnover(5, 7), True),
        (Turnover(9, 1), False),
        (Turnover(4, 4), False),
    ],
)
def test_nobody_or_at_least_k_joined_and_left(turnover: Turnover, compared: bool) -> None:
    assert (change(of(LOW), of(HIGH), ("team",), "trust", turnover) is Change.RISEN) is compared


def test_the_larger_k_of_both_rounds_counts() -> None:
    assert change(of(LOW, k=7), of(LOW), ("team",), "trust", Turnover(6, 0)) is None
    assert change(of(LOW), of(LOW, k=7), ("team",), "trust", Turnover(6, 0)) is None
    assert change(of(LOW, k=7), of(LOW), ("team",), "trust", Turnover(7, 0)) is Change.SAME


def test_other_cells_another_item_or_nothing_published_are_not_compared() -> None:
    nobody = Turnover(0, 0)

    assert change(of(LOW), of(LOW, "team", "other"), ("team",), "trust", nobody) is None
    assert change(of(LOW), of(LOW), ("team",), "another", nobody) is None
    assert change(Publication(5, ()), of(LOW), ("team",), "trust", nobody) is None
    assert (
        change(of(LOW, "team", "other"), of(LOW, "team", "other"), ("team", "other"), "trust", nobody)
        is Change.SAME
    )


def test_turnover_is_of_those_invited() -> None:
    assert Turnover.between({"ada", "bo", "cleo"}, {"bo", "dara", "eli", "finn"}) == Turnover(
        joined=3, left=2
    )
