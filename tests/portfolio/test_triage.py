# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Four questions on one page, for a new initiative and for one that is there."""

import pytest

YES = {"must_come": "yes", "has_result": "no", "bears_others": "no", "helps_challenge": "no"}


def test_page_asks_and_proposes_nothing_yet(ada, browser_of):
    answer = browser_of(ada).get("/portfolio/triage/")

    assert answer.context["proposal"] is None
    assert answer.content.decode().count('type="radio"') == 8


def test_answers_lead_to_a_track_with_its_reason_and_the_form_for_it(ada, browser_of):
    answer = browser_of(ada).get("/portfolio/triage/", YES, headers={"accept-language": "en"})

    assert answer.context["proposal"].track == "Mandated solution"
    assert answer.context["proposal"].way == "Lowest sensible ambition"
    assert [place.url for place in answer.context["proposal"].places] == [
        "/portfolio/add/mandated/",
        "/portfolio/add/challenge/",
        "/portfolio/add/foundation/",
    ]


def test_missing_answer_is_asked_for(ada, browser_of):
    answer = browser_of(ada).get("/portfolio/triage/", {"must_come": "yes"})

    assert set(answer.context["form"].errors) == {"has_result", "bears_others", "helps_challenge"}
    assert answer.context["proposal"] is None


@pytest.mark.parametrize(
    ("said", "first"),
    [({}, "way"), ({"must_come": "no", "has_result": "yes"}, "move/challenge")],
)
def test_initiative_that_is_there_is_moved_or_goes_its_way(said, first, post, ada, browser_of):
    answer = browser_of(ada).get(f"/portfolio/initiatives/{post.key}/triage/", YES | said)

    assert answer.context["proposal"].places[0].url == f"/portfolio/initiatives/{post.key}/{first}/"


def test_nothing_demanded_wanted_or_borne_is_left(ada, browser_of):
    answer = browser_of(ada).get(
        "/portfolio/triage/", YES | {"must_come": "no"}, headers={"accept-language": "en"}
    )

    assert answer.context["proposal"].track == "On none of the tracks"
