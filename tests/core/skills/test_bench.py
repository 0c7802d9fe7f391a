# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""On how many people a competency rests."""

from hypothesis import given
from hypothesis import strategies as st

from leadroom.core.skills.bench import Bench, bench

LEVELS = st.dictionaries(
    st.sampled_from("abcdef"), st.dictionaries(st.sampled_from(["x", "y"]), st.none() | st.integers(0, 4))
)


def test_able_from_skilled_on_and_next_is_working():
    levels = {"a": {"x": 4}, "b": {"x": 3}, "c": {"x": 2}, "d": {"x": 1}, "e": {"x": None}, "f": {}}

    assert bench(levels, ["x"]) == {"x": Bench(("a", "b"), ("c",))}


def test_hangs_on_exactly_one():
    assert bench({"a": {"x": 3}, "b": {"x": 2}}, ["x"])["x"].hangs_on_one
    assert not bench({"a": {"x": 2}}, ["x"])["x"].hangs_on_one
    assert not bench({"a": {"x": 3}, "b": {"x": 4}}, ["x"])["x"].hangs_on_one


@given(LEVELS)
def test_nobody_is_in_both_and_everybody_at_two_or_above_in_one(levels):
    for key, found in bench(levels, ["x", "y"]).items():
        assert not set(found.able) & set(found.next)
        assert {*found.able, *found.next} == {who for who, own in levels.items() if (own.get(key) or 0) >= 2}
