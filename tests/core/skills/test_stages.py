# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which stage is suggested: what is missing most on average, and nothing where nothing is missing."""

from hypothesis import given
from hypothesis import strategies as st

from leadroom.core.skills.stages import Training, next_stage

KEYS = "abcdef"


def training(stage: str, competencies: str, *, is_taken: bool = False) -> Training[str]:
    return Training(stage, tuple(competencies), is_taken)


def test_the_widest_gaps_decide() -> None:
    stages = [training("first", "ab"), training("second", "cd")]

    assert next_stage(stages, {"a": 1, "c": 6, "d": 2}) == "second"


def test_a_stage_does_not_win_by_its_size() -> None:
    stages = [training("large", "abcd"), training("small", "e")]

    assert next_stage(stages, {"a": 2, "b": 2, "e": 3}) == "small"


def test_the_earlier_of_equals_comes_first() -> None:
    stages = [training("first", "a"), training("second", "bc")]

    assert next_stage(stages, {"a": 3, "b": 3, "c": 3}) == "first"


def test_what_is_taken_up_is_not_suggested_again() -> None:
    stages = [training("first", "a", is_taken=True), training("second", "b")]

    assert next_stage(stages, {"a": 9, "b": 1}) == "second"


def test_nothing_missing_suggests_nothing() -> None:
    assert next_stage([training("first", "ab")], {"c": 5}) is None


trainings = st.lists(
    st.tuples(st.sets(st.sampled_from(KEYS), min_size=1, max_size=4), st.booleans()), max_size=6
)


@given(trainings, st.dictionaries(st.sampled_from(KEYS), st.integers(0, 12)))
def test_the_suggested_stage_is_free_and_trains_a_gap_that_no_other_outweighs(
    drawn: list[tuple[set[str], bool]], importance: dict[str, int]
) -> None:
    stages = [Training(at, tuple(sorted(keys)), is_taken) for at, (keys, is_taken) in enumerate(drawn)]

    found = next_stage(stages, importance)

    means = {
        one.stage: sum(importance.get(key, 0) for key in one.competencies) / len(one.competencies)
        for one in stages
        if not one.is_taken
    }
    if found is None:
        assert not any(means.values())
    else:
        assert means[found] > 0
        assert means[found] >= max(means.values()) - 1e-9
