# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an initiative asks of people, in the words of the skills map."""

import pytest
from django.forms.models import model_to_dict

from leadroom.people.models import skills_map
from leadroom.portfolio import forms, queries
from leadroom.portfolio.models import Initiative

FIRST, SECOND = skills_map().keys[:2]


@pytest.fixture
def address(post) -> str:
    """Return where the post is changed."""
    return f"/portfolio/initiatives/{post.key}/change/"


def filled(post: Initiative, **said: object) -> dict[str, object]:
    kept = model_to_dict(post, fields=[*forms.fields_of(post.track)])
    return {name: value for name, value in kept.items() if value not in (None, [])} | said


def test_ticked_competencies_are_kept_and_shown(post, address, ada, browser_of, inside):
    browser = browser_of(ada)
    seen = browser.get(address).context["seen"]

    browser.post(address, filled(post, competencies=[SECOND, FIRST], seen=seen))

    with inside(ada):
        post.refresh_from_db()
        assert [each.key for each in queries.competencies_of(post)] == [FIRST, SECOND]
    page = browser.get(f"/portfolio/initiatives/{post.key}/").content.decode()
    assert f"/people/map/{FIRST}/" in page


def test_all_ticks_can_be_taken_away(post, address, ada, browser_of, inside):
    with inside(ada):
        Initiative.objects.update(competencies=[FIRST])
    browser = browser_of(ada)

    browser.post(address, filled(post, seen=browser.get(address).context["seen"]))

    with inside(ada):
        assert Initiative.objects.get().competencies == []


def test_unknown_competency_is_refused(post, address, ada, browser_of):
    answer = browser_of(ada).post(address, filled(post, competencies=["flying"], seen=""))

    assert answer.status_code == 422
    assert answer.context["form"].errors["competencies"]


def test_ticks_outlive_a_change_of_language(post, address, ada, browser_of, inside):
    with inside(ada):
        Initiative.objects.update(competencies=[FIRST])
    browser = browser_of(ada)
    browser.post("/language/", {"language": "sv", "next": address, **filled(post, competencies=[SECOND])})

    assert browser.get(address).context["form"]["competencies"].value() == [SECOND]
