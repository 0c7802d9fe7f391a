# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Three classes of each scale, and one number from which all thresholds follow."""

import pytest

from leadroom.core.anonymity import (
    Class,
    OffTheScale,
    Participation,
    Scale,
    TooLow,
    class_of,
    participation,
    shares_from,
    withstands,
)

IN_CLASSES = [Class.LOW, Class.LOW, Class.MIDDLE, Class.HIGH, Class.HIGH]


@pytest.mark.parametrize(
    ("scale", "answers"),
    [(Scale.FIVE_POINTS, range(1, 6)), (Scale.SHIFT, range(1, 6)), (Scale.LEVELS, range(5))],
)
def test_two_lowest_one_between_two_highest(scale: Scale, answers: range) -> None:
    assert [class_of(scale, answer) for answer in answers] == IN_CLASSES
    assert class_of(scale, None) is None


@pytest.mark.parametrize(
    ("scale", "answer"),
    [(Scale.FIVE_POINTS, 0), (Scale.SHIFT, 6), (Scale.LEVELS, -1), (Scale.LEVELS, 5), (Scale.LEVELS, True)],
)
def test_an_answer_off_the_scale_is_refused(scale: Scale, answer: int) -> None:
    with pytest.raises(OffTheScale):
        class_of(scale, answer)


def test_a_larger_k_withstands_more_and_has_shares_later() -> None:
    assert [withstands(k) for k in range(5, 12)] == [1, 1, 2, 2, 3, 3, 4]
    assert [shares_from(k) for k in (5, 6, 7, 8, 9, 10, 11)] == [10, 10, 11, 11, 14, 14, 17]


@pytest.mark.parametrize("k", [4, 0, -5, True, 5.0, None])
def test_k_is_never_below_five(k: int) -> None:
    for rule in (withstands, shares_from, lambda k: participation(9, k)):
        with pytest.raises(TooLow):
            rule(k)


def test_participation_says_no_more_than_enough() -> None:
    assert [participation(n, 7) for n in (0, 6, 7, 300)] == [Participation.FEWER] * 2 + [
        Participation.ENOUGH
    ] * 2
