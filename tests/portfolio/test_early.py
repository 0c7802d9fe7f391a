# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Chiefs are asked early, by a link of their own or signed in."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from leadroom.accounts.models import OutboxMail
from leadroom.accounts.permissions import NotAllowed
from leadroom.portfolio import actions, doors, queries
from leadroom.portfolio.models import EarlyQuestion

SAID = {"timing": "Not before summer", "ambition": "", "resources": "Two nurses"}
LINK = re.compile(r"/portfolio/asked/[^/\s]+/[^/\s]+/")


@pytest.fixture
def named(post, mia, ada, inside) -> EarlyQuestion:
    with inside(ada):
        return actions.name_chief(post, mia.person, by=ada)


@pytest.fixture
def link(named, ada, inside) -> str:
    with inside(ada):
        actions.ask(named, by=ada)
        return LINK.search(OutboxMail.objects.get().body).group(0)


def held(ada, inside) -> EarlyQuestion:
    with inside(ada):
        return EarlyQuestion.objects.get()


def test_chief_named_twice_is_named_once(named, post, mia, ada, inside):
    with inside(ada):
        actions.name_chief(post, mia.person, by=ada)

        assert EarlyQuestion.objects.count() == 1


def test_only_mandated_solutions_ask_early(hands, mia, ada, inside):
    with inside(ada), pytest.raises(NotAllowed):
        actions.name_chief(hands, mia.person, by=ada)


@pytest.mark.parametrize(
    ("language", "words"),
    [("da", "hvad siger du til"), ("sv", "vad säger du om"), ("en", "what do you say to")],
)
def test_letter_is_in_the_chiefs_language_and_says_what_is_asked(language, words, named, mia, ada, inside):
    mia.user.language = language
    mia.user.save()
    with inside(ada):
        actions.ask(EarlyQuestion.objects.get(), by=ada)
        letter = OutboxMail.objects.get()

    assert letter.to == mia.user.email
    assert words in letter.subject.lower()
    assert "Digital Post, phase 2" in letter.body
    assert LINK.search(letter.body)


def test_only_a_hash_of_the_link_is_kept(link, ada, inside):
    token = link.rstrip("/").rsplit("/", 1)[1]

    assert token not in str(vars(held(ada, inside)))


def test_chief_answers_by_link_without_signing_in_and_again(link, ada, inside):
    visitor = Client()

    assert "Digital Post, phase 2" in visitor.get(link).content.decode()
    assert visitor.post(link, SAID).status_code == 302
    assert visitor.post(link, SAID | {"ambition": "The least"}).status_code == 302

    question = held(ada, inside)
    assert (question.timing, question.ambition, question.resources) == (
        "Not before summer",
        "The least",
        "Two nurses",
    )
    assert question.answered_at


def test_link_shows_nothing_but_the_one_solution(link, hands):
    assert "More hands in elder care" not in Client().get(link).content.decode()


def test_empty_answer_is_refused(link, ada, inside):
    assert Client().post(link, {"timing": "", "ambition": " ", "resources": ""}).status_code == 422
    assert held(ada, inside).answered_at is None


def test_asking_again_ends_the_earlier_link(link, ada, inside):
    with inside(ada):
        EarlyQuestion.objects.update(asked_at=timezone.now() - timedelta(days=3))
        actions.ask(EarlyQuestion.objects.get(), by=ada)

    assert Client().get(link).status_code == 404


def test_double_click_sends_one_letter(named, ada, inside):
    with inside(ada):
        for _ in range(2):
            actions.ask(EarlyQuestion.objects.get(), by=ada)

        assert OutboxMail.objects.count() == 1


def test_ended_forged_and_foreign_links_open_nothing(link, ada, inside, granasa):
    forged = link[:-5] + "AAAA/"
    foreign = link.replace("fjordby", "granasa")
    with inside(ada):
        EarlyQuestion.objects.update(expires_at=timezone.now())
    visitor = Client()

    assert [visitor.get(address).status_code for address in (forged, foreign, link)] == [404, 404, 410]
    assert visitor.post(link, SAID).status_code == 410
    assert held(ada, inside).answered_at is None


def test_question_waits_for_the_chief_until_she_answers_signed_in(link, named, mia, inside, browser_of):
    with inside(mia):
        assert [waiting.url for waiting in doors.waiting(mia)] == [f"/portfolio/early/{named.key}/"]

    browser_of(mia).post(f"/portfolio/early/{named.key}/", SAID)

    with inside(mia):
        assert list(doors.waiting(mia)) == []
        assert queries.early_questions(mia).get().timing == "Not before summer"


def test_asked_chief_stays_on_the_list(link, ada, inside):
    with inside(ada), pytest.raises(actions.AskedAlready):
        actions.take_away(EarlyQuestion.objects.get(), by=ada)


def test_colleague_sees_neither_question_nor_answer(named, bo, browser_of, inside):
    with inside(bo):
        assert not queries.early_questions(bo).exists()
    assert browser_of(bo).get(f"/portfolio/early/{named.key}/").status_code == 404
