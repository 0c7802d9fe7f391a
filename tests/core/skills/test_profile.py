# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a ledger to a profile: the order of answers decides, nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from leadroom.core.skills.order import asking_order, next_open
from leadroom.core.skills.profile import (
    Coverage,
    Line,
    State,
    Target,
    by_importance,
    coverage,
    first_to_develop,
    profile,
    strongest,
)

KEYS = ("a", "b", "c", "d")
lines = st.lists(st.builds(Line, st.sampled_from(KEYS), st.none() | st.integers(0, 4), st.integers(1, 3)))
targets = st.dictionaries(
    st.sampled_from(KEYS),
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 3)).map(
        lambda t: Target(min(t[0], t[1]), max(t[0], t[1]), t[2])
    ),
)


def standing(*made: Line, target: Target | None = None):
    return profile(made, ["a"], {"a": target} if target else {})[0]


def test_standing_without_answer_is_not_asked():
    assert (standing().state, standing().level) == (State.NOT_ASKED, None)


def test_standing_not_yet_is_level_zero_and_a_gap():
    found = standing(Line("a", 0, 1), target=Target(2, 3, 3))

    assert (found.state, found.level, found.gap, found.importance) == (State.LEVEL, 0, 2, 6)


def test_standing_without_level_counts_nowhere():
    found = standing(Line("a", 3, 1), Line("a", None, 2), target=Target(2, 3, 3))

    assert (found.state, found.level, found.gap, found.is_at_target, found.change) == (
        State.NO_LEVEL,
        None,
        0,
        False,
        None,
    )


def test_change_is_since_the_sitting_before_not_the_answer_before():
    found = standing(Line("a", 1, 1), Line("a", 2, 2), Line("a", 4, 2))

    assert found.change == 3


def test_gap_is_to_the_lower_end_of_the_range():
    assert [standing(Line("a", level, 1), target=Target(2, 3, 1)).gap for level in range(5)] == [
        2,
        1,
        0,
        0,
        0,
    ]


def test_first_to_develop_weighs_the_gap():
    made = [Line("a", 1, 1), Line("b", 0, 1), Line("c", 3, 1)]
    found = profile(made, KEYS, {"a": Target(3, 4, 3), "b": Target(3, 4, 1), "c": Target(3, 4, 3)})

    assert [s.competency for s in first_to_develop(found)] == ["a", "b"]


def test_strongest_prefers_what_matters_and_leaves_out_beginnings():
    made = [Line("a", 3, 1), Line("b", 3, 1), Line("c", 4, 1), Line("d", 1, 1)]
    found = profile(
        made, KEYS, {"a": Target(0, 1, 1), "b": Target(0, 1, 3), "c": Target(0, 1, 1), "d": Target(0, 1, 3)}
    )

    assert [s.competency for s in strongest(found)] == ["c", "b", "a"]


def test_coverage_counts_what_is_known():
    found = profile(
        [Line("a", 3, 1), Line("b", 0, 1), Line("c", None, 1)], KEYS, {k: Target(1, 2, 1) for k in KEYS}
    )

    assert coverage(found) == Coverage(known=2, at_target=1)


@given(lines, targets)
def test_profile_holds_the_last_answer_of_each(made, wanted):
    found = {s.competency: s for s in profile(made, KEYS, wanted)}

    last = {line.competency: line.level for line in made}
    assert {key: s.level for key, s in found.items()} == {key: last.get(key) for key in KEYS}
    assert {key for key, s in found.items() if s.state is State.NOT_ASKED} == set(KEYS) - last.keys()


@given(lines, targets)
def test_profile_does_not_hang_on_how_competencies_interleave(made, wanted):
    apart = sorted(made, key=lambda line: line.competency)

    assert profile(made, KEYS, wanted) == profile(apart, KEYS, wanted)


@given(lines, targets)
def test_what_is_first_is_a_gap_and_strengths_are_known(made, wanted):
    found = profile(made, KEYS, wanted)

    assert all(s.gap > 0 for s in first_to_develop(found))
    assert all((s.level or 0) >= 2 for s in strongest(found))
    assert [s.importance for s in by_importance(found)] == sorted(
        (s.importance for s in by_importance(found)), reverse=True
    )


areas = st.just((("a1", "a2", "a3"), ("b1", "b2"), ("c1", "c2", "c3")))
weights = st.fixed_dictionaries(
    {
        key: st.integers(1, 3).map(lambda w: Target(1, 2, w))
        for area in (("a1", "a2", "a3"), ("b1", "b2"), ("c1", "c2", "c3"))
        for key in area
    }
)


@given(areas, weights, st.sets(st.sampled_from(["a1", "a2", "a3", "b1", "b2", "c1", "c2", "c3"])))
def test_asking_order_asks_each_once_and_never_comes_back_to_an_area(parts, wanted, asked):
    order = asking_order(parts, wanted, asked)

    assert sorted(order) == sorted(asked)
    seen = list(dict.fromkeys(key[0] for key in order))
    assert [key[0] for key in order] == sorted((key[0] for key in order), key=seen.index)


def test_asking_order_puts_the_weightiest_area_first():
    wanted = {"a1": Target(1, 2, 1), "b1": Target(1, 2, 3), "b2": Target(1, 2, 1), "c1": Target(1, 2, 2)}

    assert asking_order([["a1"], ["b1", "b2"], ["c1"]], wanted, wanted.keys()) == ("b1", "b2", "c1", "a1")


def test_next_open_goes_on_after_the_last_and_then_from_the_start():
    order = ("a", "b", "c")

    assert [
        next_open(order, {"b"}, "b"),
        next_open(order, {"b", "c"}, "c"),
        next_open(order, set(order), "c"),
    ] == [
        "c",
        "a",
        None,
    ]
