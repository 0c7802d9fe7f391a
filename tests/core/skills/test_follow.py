# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What came of actions: counts that add up, and levels before and after."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from leadroom.core.skills.follow import Move, Outcome, Rated, Undertaking, follow_through

TODAY = date(2026, 6, 1)
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
KEYS = ("listening", "deciding")

days = st.integers(-300, 300)
undertakings = st.lists(
    st.builds(
        lambda key, began, due, outcome: Undertaking(
            key, NOON + timedelta(days=began), TODAY + timedelta(days=due), outcome
        ),
        st.sampled_from([*KEYS, None]),
        days,
        days,
        st.sampled_from(Outcome),
    )
)
ratings = st.lists(
    st.builds(
        lambda key, level, at: Rated(key, level, NOON + timedelta(days=at)),
        st.sampled_from(KEYS),
        st.one_of(st.none(), st.integers(0, 4)),
        days,
    )
)


def day(number: int) -> datetime:
    return NOON + timedelta(days=number)


def test_level_before_the_action_began_and_the_latest_since():
    done = Undertaking("listening", day(10), TODAY, Outcome.DONE)
    rated = [Rated("listening", level, day(at)) for level, at in ((1, 0), (2, 5), (2, 20), (3, 40))]

    assert follow_through([done], rated, TODAY).moves == (Move("listening", 2, 3),)


def test_answer_without_a_level_counts_nowhere():
    done = Undertaking("listening", day(10), TODAY, Outcome.DONE)
    rated = [
        Rated("listening", 1, day(0)),
        Rated("listening", None, day(5)),
        Rated("listening", None, day(20)),
    ]

    assert follow_through([done], rated, TODAY).moves == (Move("listening", 1, None),)


def test_two_actions_on_one_competency_are_one_move_from_the_first_beginning():
    done = [Undertaking("listening", day(at), TODAY, Outcome.DONE) for at in (30, 10)]
    rated = [Rated("listening", 1, day(0)), Rated("listening", 2, day(20)), Rated("listening", 4, day(50))]

    assert follow_through(done, rated, TODAY).moves == (Move("listening", 1, 4),)


def test_what_falls_due_today_is_due_and_what_was_dropped_never_is():
    held = [
        Undertaking(None, day(0), TODAY, Outcome.OPEN),
        Undertaking(None, day(0), TODAY, Outcome.DONE),
        Undertaking(None, day(0), TODAY, Outcome.DROPPED),
        Undertaking(None, day(0), TODAY + timedelta(days=1), Outcome.DONE),
    ]

    found = follow_through(held, [], TODAY)

    assert (found.due, found.due_done, found.done, found.dropped) == (2, 1, 2, 1)


@given(undertakings, ratings)
def test_counts_add_up_and_moves_are_of_what_was_done(held, rated):
    found = follow_through(held, rated, TODAY)

    assert 0 <= found.due_done <= min(found.due, found.done)
    assert found.done + found.dropped <= len(held)
    developed = {each.competency for each in held if each.outcome is Outcome.DONE} - {None}
    assert sorted(move.competency for move in found.moves) == sorted(developed)


@given(undertakings, ratings, st.randoms(use_true_random=False))
def test_order_in_which_things_are_told_changes_no_count(held, rated, chance):
    shuffled = chance.sample(held, len(held))

    one, other = (follow_through(each, rated, TODAY) for each in (held, shuffled))

    assert (one.due, one.due_done, one.done, one.dropped) == (
        other.due, other.due_done, other.done, other.dropped,
    )  # fmt: skip
    assert set(one.moves) == set(other.moves)


@given(undertakings, ratings)
def test_levels_are_ones_that_were_rated(held, rated):
    said = {key: {each.level for each in rated if each.competency == key} | {None} for key in KEYS}

    for move in follow_through(held, rated, TODAY).moves:
        assert {move.before, move.after} <= said[move.competency]
