# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking what others demand from the pack."""

import pytest

from leadroom.accounts.permissions import NotAllowed
from leadroom.portfolio import actions, queries
from leadroom.portfolio.models import Deadline, Initiative, demanded

WANTED = {"next-generation-digital-post", "digital-inclusion"}


def test_taken_with_source_and_deadline_in_the_councils_language(ada, inside):
    with inside(ada):
        actions.take(WANTED, by=ada)
        taken = Initiative.objects.get(pack_item="next-generation-digital-post")
        history = list(Deadline.objects.filter(initiative=taken).values_list("day", flat=True))

    assert taken.title == "Næste generation Digital Post"
    assert (taken.track, taken.pack) == ("MANDATED", "initiatives@1.0.0")
    assert history == [taken.deadline]


def test_taken_twice_is_taken_once(ada, inside):
    with inside(ada):
        actions.take(WANTED, by=ada)

        assert actions.take(WANTED, by=ada) == []
        assert Initiative.objects.count() == 2


def test_what_is_not_demanded_in_this_country_is_not_taken(ada, inside):
    british = {each.key for each in demanded("GB")}

    with inside(ada):
        assert actions.take(british, by=ada) == []


def test_only_those_who_steer_take(bo, inside):
    with inside(bo), pytest.raises(NotAllowed):
        actions.take(WANTED, by=bo)


def test_newer_deadline_of_the_pack_is_news_until_it_is_taken(ada, inside):
    with inside(ada):
        taken = next(each for each in actions.take(WANTED, by=ada) if each.deadline)
        assert queries.pack_news(ada) == []
        Deadline.objects.filter(initiative=taken).update(day="2020-01-01")
        assert [news.initiative for news in queries.pack_news(ada)] == [taken]
        actions.take_news(taken.key, by=ada)

        assert queries.pack_news(ada) == []


def test_page_offers_all_and_marks_what_is_taken(ada, inside, browser_of):
    browser = browser_of(ada)

    browser.post("/portfolio/pack/take/", {"key": list(WANTED)})
    page = browser.get("/portfolio/pack/").content.decode()

    assert page.count('type="checkbox"') == len(demanded("DK"))
    assert page.count("checked disabled") == 2
