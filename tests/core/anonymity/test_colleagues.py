# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Colleagues' ratings of one person, and a vote that tells nobody's no."""

from itertools import product

import pytest

from leadroom.core.anonymity import (
    Band,
    HowShown,
    Item,
    NotTogether,
    Scale,
    Spread,
    TooLow,
    TooManyVotes,
    how_shown,
    secret_vote,
    shown_together,
    spread_together,
)
from tests.plugins.attacks import tried


def test_nothing_below_three_together_below_k_and_anonymous_from_k() -> None:
    nothing, together, anonymous = HowShown

    assert [how_shown(n) for n in range(7)] == [nothing] * 3 + [together] * 2 + [anonymous] * 2
    assert [how_shown(n, k=7) for n in (2, 3, 6, 7)] == [nothing, together, together, anonymous]
    with pytest.raises(TooLow):
        how_shown(4, k=4)


def test_levels_shown_together_are_without_names_and_apart() -> None:
    items = (Item("trust", Scale.LEVELS), Item("data", Scale.LEVELS), Item("courage", Scale.LEVELS))
    sheets = [{"trust": 4, "data": 0}, {"trust": 1, "data": None}, {"trust": 4}]

    shown = shown_together(items, sheets)

    assert shown == {"trust": (1, 4, 4), "data": (0,), "courage": ()}
    assert shown_together(items, sheets[::-1]) == shown
    with pytest.raises(NotTogether):
        shown_together(items, sheets[:2])


@pytest.mark.parametrize(
    ("levels", "respondents", "band", "spread"),
    [
        ((4, 5, 5), 4, Band.MAJORITY_HIGH, Spread.AGREEMENT),
        ((1, 2, 2, 5), 4, Band.MAJORITY_LOW, Spread.AGREEMENT),
        ((1, 2, 4, 5), 4, Band.NO_MAJORITY, Spread.DIVIDED),
        ((3, 3, 3), 3, Band.NO_MAJORITY, Spread.MIXED),
        # Two of four is no majority, although the other two said nothing.
        ((5, 5), 4, Band.NO_MAJORITY, Spread.MIXED),
        ((), 3, Band.NO_MAJORITY, Spread.MIXED),
    ],
)
def test_a_group_that_opened_its_answers_agrees_by_more_than_half_of_all(
    levels: tuple[int, ...], respondents: int, band: Band, spread: Spread
) -> None:
    assert spread_together(levels, respondents) == (band, spread)


@pytest.mark.parametrize(
    ("votes", "members", "opened"),
    [
        ([True] * 5, 5, True),
        ([True] * 4 + [False], 5, False),
        ([True] * 4, 5, False),
        ([], 5, False),
        ([True] * 3, 3, True),
        ([True] * 2, 2, False),
        ([], 0, False),
    ],
)
def test_one_silent_no_keeps_it_shut(votes: list[bool], members: int, opened: bool) -> None:
    assert secret_vote(votes, members) is opened


def test_more_votes_than_members_are_refused() -> None:
    with pytest.raises(TooManyVotes):
        secret_vote([True] * 6, 5)


@pytest.mark.parametrize("members", range(2, 7))
def test_as_long_as_it_stays_shut_a_member_learns_nobody_elses_vote(members: int) -> None:
    votes = (True, False, None)
    for mine, hers in product(votes, repeat=2):
        tried(1)
        others = [
            theirs
            for theirs in product(votes, repeat=members - 1)
            if not secret_vote([vote for vote in (mine, *theirs) if vote is not None], members)
        ]
        assert hers in {theirs[0] for theirs in others}
