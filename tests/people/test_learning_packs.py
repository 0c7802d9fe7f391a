# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the rooms read of the leader's mirror and the learning paths; keys that answers and progress point at."""

import pytest
from django.utils import translation

from leadroom.people.models import leaders_mirror, learning_paths, skills_map


def test_the_mirror_keeps_its_ten_keys_in_order() -> None:
    assert [question.key for question in leaders_mirror().questions] == [
        "needed-in-ten-years",
        "need-before-technology",
        "worth-working-with",
        "room-to-experiment",
        "quick-to-turn",
        "ready-for-new-work",
        "what-it-takes-to-succeed",
        "taking-part-in-leading-it",
        "what-we-want-with-data",
        "a-purpose-people-retell",
    ]


def test_the_paths_keep_their_keys_in_order() -> None:
    assert {path.key: [stage.key for stage in path.stages] for path in learning_paths().paths} == {
        "service-managers": [
            "understand-needs",
            "know-technology",
            "redesign-services",
            "work-with-specialists",
            "manage-change",
        ],
        "it-for-leaders": [
            "get-it-explained",
            "know-what-you-answer-for",
            "weigh-a-proposal",
            "decide-with-specialists",
            "give-it-a-direction",
        ],
    }


def test_each_question_is_answered_by_the_scale_that_it_asks_for() -> None:
    mirror = leaders_mirror()

    points = {mirror.scale_of(question).points[0].en for question in mirror.questions}

    assert points == {"No answer yet", "Not at all"}
    assert mirror.importance.points[-1].en == "Decisive"


@pytest.mark.parametrize(
    ("language", "alone", "team"),
    [
        ("en", "How clear is my answer?", "How clear is our answer?"),
        ("da", "Hvor klart er mit svar?", "Hvor klart er vores svar?"),
        ("sv", "Hur klart är mitt svar?", "Hur klart är vårt svar?"),
    ],
)
def test_a_scale_asks_one_person_or_a_team_in_the_reader_s_language(
    language: str, alone: str, team: str
) -> None:
    scale = leaders_mirror().scales["clear"]

    with translation.override(language):
        assert (str(scale.alone), str(scale.team)) == (alone, team)


def test_only_the_way_without_results_has_talking_points() -> None:
    assert {way.key: bool(way.prompts) for way in leaders_mirror().small_team_ways} == {
        "pool": False,
        "vote": False,
        "private": True,
    }


def test_what_the_packs_point_at_is_in_the_map_that_is_read() -> None:
    named = {key for question in leaders_mirror().questions for key in question.competencies}
    named |= {key for path in learning_paths().paths for stage in path.stages for key in stage.competencies}

    assert named <= set(skills_map().keys)
    assert leaders_mirror().by_key["quick-to-turn"].place == 5
    assert learning_paths().by_key["it-for-leaders"].by_key["weigh-a-proposal"].place == 3
