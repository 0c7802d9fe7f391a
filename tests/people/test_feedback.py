# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A feedback round: nobody sees anything before it closes, then both at once, and colleagues only as promised."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leadroom.accounts.models import OutboxMail
from leadroom.accounts.permissions import NotAllowed
from leadroom.kit.tenancy import council
from leadroom.people import actions, queries
from leadroom.people.exports import personal_data
from leadroom.people.models import FeedbackRound, Rating, Source, skills_map
from leadroom.rounds import actions as rounds
from leadroom.rounds import jobs
from leadroom.rounds.models import Answer, Draft, Invitee, Promise
from leadroom.rounds.permissions import token_of
from tests.people.test_views import statements

ASKED = skills_map().keys[:8]
FIRST, SECOND = ASKED[:2]
MOST_STATEMENTS = 10


def colleagues(many: int) -> list[actions.Colleague]:
    return [
        actions.Colleague(f"colleague{number}@example.org", f"Colleague {number}", "sv")
        for number in range(many)
    ]


def open_round(bo, many: int = 6) -> FeedbackRound:
    return actions.open_feedback(
        by=bo,
        competencies=ASKED,
        role_profile="employee",
        colleagues=colleagues(many),
        closes_on=timezone.localdate() + timedelta(days=14),
        talk_name="MUS",
        talk_on=None,
    )


@pytest.fixture
def feedback(bo, ada, inside):
    """Return Bo's open round: herself, Ada as her manager, six colleagues outside."""
    with inside(bo):
        return open_round(bo)


def answer(invitee: Invitee, said: str, *, competencies=ASKED) -> None:
    for seen, key in enumerate(competencies):
        rounds.keep(invitee, key, said, seen=seen)
    rounds.send(invitee)
    if not invitee.is_named:
        jobs.detach(council_id=invitee.council_id, round_id=invitee.round_id)


def group(feedback: FeedbackRound, name: str) -> list[Invitee]:
    return list(Invitee.objects.filter(round=feedback.round, group=name).select_related("round"))


def everybody_answers(feedback: FeedbackRound, *, own: str, manager: str, others: str) -> None:
    answer(group(feedback, "SELF")[0], own)
    answer(group(feedback, "MANAGER")[0], manager)
    for invitee in group(feedback, "COLLEAGUE"):
        answer(invitee, others)


def address(name: str, invitee: Invitee, *more: str) -> str:
    return reverse(name, args=["fjordby", token_of(invitee), *more])


def test_opening_writes_to_the_manager_and_every_colleague(feedback, bo, inside):
    with inside(bo):
        letters = dict(OutboxMail.objects.values_list("to", "body"))

    assert sorted(letters) == [
        "ada@fjordby.example",
        *(f"colleague{number}@example.org" for number in range(6)),
    ]
    assert "/people/rounds/" in letters["ada@fjordby.example"]
    assert "/people/asked/fjordby/" in letters["colleague0@example.org"]


def test_a_second_round_is_refused_while_one_is_open(feedback, bo, inside):
    with inside(bo), pytest.raises(actions.RoundUnderWay):
        open_round(bo)


@pytest.mark.parametrize("many", [1, 2])
def test_one_or_two_colleagues_are_refused_for_nothing_could_be_shown(many, bo, inside):
    with inside(bo), pytest.raises(actions.TooFewColleagues):
        open_round(bo, many)

    with inside(bo):
        assert not FeedbackRound.objects.exists()


@pytest.mark.parametrize(
    ("many", "promise"),
    [(0, Promise.NOBODY), (3, Promise.TOGETHER), (4, Promise.TOGETHER), (5, Promise.ANONYMOUS)],
)
def test_what_is_promised_goes_by_how_many_are_asked(many, promise, bo, inside):
    with inside(bo):
        assert open_round(bo, many).round.promise == promise


def test_nobody_sees_an_answer_before_the_round_closes(feedback, bo, ada, inside, browser_of):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")

    for actor in (bo, ada):
        page = browser_of(actor).get(f"/people/rounds/{feedback.key}/").content.decode()
        assert page.count("Skilled") + page.count("Aware") + page.count("Leading") == 0
        assert browser_of(actor).get(f"/people/rounds/{feedback.key}/talk/").status_code == 404
    with inside(bo):
        assert not Rating.objects.exists()


def test_both_see_each_other_at_the_same_moment(feedback, bo, ada, inside):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        actions.close_early(feedback, by=bo)
        feedback.refresh_from_db()
        seen = [queries.outcome(actor, feedback).lines[0] for actor in (bo, ada)]

    assert [(line.own, line.manager) for line in seen] == [(3, 1), (3, 1)]


def test_ratings_go_into_the_ledger_with_their_source(feedback, bo, inside):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        actions.close_early(feedback, by=bo)
        lines = set(Rating.objects.values_list("source", "answer", "number", "competency"))

    assert lines == {
        *((Source.SELF, "SKILLED", 1, key) for key in ASKED),
        *((Source.MANAGER, "AWARE", 1, key) for key in ASKED),
    }


def test_colleagues_show_to_the_person_and_never_to_her_manager(feedback, bo, ada, inside):
    with inside(bo):
        everybody_answers(feedback, own="WORKING", manager="WORKING", others="LEADING")
        actions.close_early(feedback, by=bo)
        feedback.refresh_from_db()
        hers, his = queries.outcome(bo, feedback), queries.outcome(ada, feedback)

    assert {line.colleagues for line in hers.lines} == {(3, 4)}
    assert {line.colleagues for line in his.lines} == {None}
    assert (his.promise, his.colleagues) == ("", {})


def test_four_of_six_promised_anonymity_show_nothing(feedback, bo, inside):
    with inside(bo):
        for invitee in [
            *group(feedback, "SELF"),
            *group(feedback, "MANAGER"),
            *group(feedback, "COLLEAGUE")[:4],
        ]:
            answer(invitee, "LEADING")
        actions.close_early(feedback, by=bo)
        feedback.refresh_from_db()

        assert feedback.round.published == {"promise": "ANONYMOUS", "groups": []}


def test_three_who_were_told_are_shown_together(bo, ada, inside):
    with inside(bo):
        feedback = open_round(bo, 4)
        for invitee, said in zip(group(feedback, "COLLEAGUE"), ("AWARE", "LEADING", "LEADING"), strict=False):
            answer(invitee, said)
        for invitee in [*group(feedback, "SELF"), *group(feedback, "MANAGER")]:
            answer(invitee, "WORKING")
        actions.close_early(feedback, by=bo)
        feedback.refresh_from_db()

        assert feedback.round.published["together"][FIRST] == [1, 4, 4]


def test_after_closing_no_single_answer_and_no_outside_address_is_left(feedback, bo, inside):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        actions.close_early(feedback, by=bo)

        assert (Answer.objects.count(), Draft.objects.count()) == (0, 0)
        assert not Invitee.objects.exclude(email="", name="").exists()


def test_an_answer_given_away_knows_nobody(feedback, bo, inside):
    with inside(bo):
        answer(group(feedback, "COLLEAGUE")[0], "LEADING")

        assert list(Answer.objects.values("cell", "answers")) == [
            {"cell": "COLLEAGUE", "answers": dict.fromkeys(ASKED, "LEADING")}
        ]
        assert not Draft.objects.exists()
    assert {field.name for field in Answer._meta.get_fields()} == {
        "id",
        "council",
        "round",
        "cell",
        "answers",
    }


def test_letting_go_twice_keeps_one_answer(feedback, bo, inside):
    with inside(bo):
        invitee = group(feedback, "COLLEAGUE")[0]
        answer(invitee, "LEADING")
        jobs.detach(council_id=invitee.council_id, round_id=invitee.round_id)

        assert Answer.objects.count() == 1


def test_what_was_sent_is_counted_though_the_job_never_ran(feedback, bo, inside):
    with inside(bo):
        for invitee in group(feedback, "COLLEAGUE"):
            rounds.keep(invitee, FIRST, "LEADING", seen=0)
            rounds.send(invitee)
        for invitee in [*group(feedback, "SELF"), *group(feedback, "MANAGER")]:
            answer(invitee, "WORKING")
        actions.close_early(feedback, by=bo)
        feedback.refresh_from_db()

        assert feedback.round.published["groups"][0]["items"][FIRST] == {"band": "MAJORITY_HIGH"}


def test_a_colleague_can_not_answer_twice(feedback, bo, inside):
    with inside(bo):
        invitee = group(feedback, "COLLEAGUE")[0]
        answer(invitee, "LEADING")

        with pytest.raises(rounds.SentAlready):
            rounds.keep(invitee, FIRST, "AWARE", seen=8)


def test_closing_before_both_have_answered_is_refused(feedback, bo, inside):
    with inside(bo):
        answer(group(feedback, "SELF")[0], "SKILLED")

        with pytest.raises(actions.NotAllIn):
            actions.close_early(feedback, by=bo)


def test_a_manager_can_not_close_or_call_off(feedback, ada, inside):
    with inside(ada):
        for act in (actions.close_early, actions.call_off):
            with pytest.raises(NotAllowed):
                act(feedback, by=ada)


def test_calling_off_leaves_nothing(feedback, bo, inside):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        actions.call_off(feedback, by=bo)

        assert not FeedbackRound.objects.exists()
        assert not Answer.objects.exists()
        assert not Rating.objects.exists()


def test_a_round_closes_by_itself_when_its_day_is_over(feedback, bo, inside):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        feedback.round.closes_on = timezone.localdate() - timedelta(days=1)
        feedback.round.save()

    actions.close_due()
    actions.close_due()

    with inside(bo):
        assert Rating.objects.count() == 2 * len(ASKED)
        told = OutboxMail.objects.filter(body__contains=f"/people/rounds/{feedback.key}/\n")
        assert sorted(told.values_list("to", flat=True)) == ["ada@fjordby.example", "bo@fjordby.example"]


def test_who_has_not_answered_is_reminded_once_with_the_same_link(feedback, bo, inside):
    with inside(bo):
        answer(group(feedback, "COLLEAGUE")[0], "LEADING")
        feedback.round.closes_on = timezone.localdate() + timedelta(days=2)
        feedback.round.save()
        OutboxMail.objects.all().delete()

    actions.remind_due()
    actions.remind_due()

    with inside(bo):
        letters = OutboxMail.objects.values_list("to", flat=True)
        assert sorted(letters) == [
            "ada@fjordby.example",
            "bo@fjordby.example",
            *(f"colleague{number}@example.org" for number in range(1, 6)),
        ]
        assert (
            token_of(group(feedback, "COLLEAGUE")[1])
            in OutboxMail.objects.get(to="colleague1@example.org").body
        )


def test_an_outside_colleague_answers_by_her_link_in_her_language(feedback, bo, inside):
    with inside(bo):
        invitee = group(feedback, "COLLEAGUE")[0]
    visitor = Client()

    first = visitor.get(address("rate", invitee))
    for seen, key in enumerate(ASKED):
        given = visitor.post(address("rate_competency", invitee, key), {"answer": "SKILLED", "seen": seen})
    sent = visitor.post(address("send_ratings", invitee))

    assert (first["Content-Language"], "Bo Fjordby" in first.content.decode()) == ("sv", True)
    assert given["Location"] == address("send_ratings", invitee)
    assert sent.status_code == 200
    assert visitor.get(address("rate", invitee)).status_code == 410


def test_a_named_answer_is_not_given_by_a_link_alone(feedback, bo, ada, inside, browser_of):
    with inside(bo):
        invitee = group(feedback, "SELF")[0]

    assert Client().get(address("rate", invitee)).status_code == 404
    assert browser_of(ada).get(address("rate", invitee)).status_code == 404
    assert browser_of(bo).get(address("rate", invitee)).status_code == 200


def test_a_forged_link_and_another_councils_are_not_there(feedback, bo, granasa, inside):
    with inside(bo):
        invitee = group(feedback, "COLLEAGUE")[0]

    for council_key, token in (
        ("fjordby", f"{invitee.key}:forged"),
        ("granasa", token_of(invitee)),
        ("no", "no"),
    ):
        assert Client().get(reverse("rate", args=[council_key, token])).status_code == 404


def test_saying_no_deletes_what_was_answered_and_tells_nobody(feedback, bo, inside):
    with inside(bo):
        invitee = group(feedback, "COLLEAGUE")[0]
        rounds.keep(invitee, FIRST, "LEADING", seen=0)
        OutboxMail.objects.all().delete()

    said = Client().post(address("decline_rating", invitee))

    assert said.status_code == 200
    with inside(bo):
        assert not Draft.objects.exists()
        assert not OutboxMail.objects.exists()


def test_another_window_is_told_and_its_choice_stays_chosen(feedback, bo, inside):
    with inside(bo):
        invitee = group(feedback, "COLLEAGUE")[0]
        rounds.keep(invitee, FIRST, "LEADING", seen=0)

    answered = Client().post(address("rate_competency", invitee, FIRST), {"answer": "AWARE", "seen": 0})

    assert answered.status_code == 409
    assert 'value="AWARE" id="id_answer_1" checked' in answered.content.decode()
    with inside(bo):
        assert Draft.objects.get().answers == {FIRST: "LEADING"}


def test_a_manager_proposes_and_the_person_decides(bo, ada, inside):
    with inside(ada):
        proposed = actions.propose_feedback(bo.membership, by=ada, talk_name="MUS", talk_on=None)
    with inside(bo):
        opened = open_round(bo)

        assert (opened.pk, opened.manager) == (proposed.pk, ada.membership)


def test_a_manager_can_not_propose_to_another_units_people(cleo, ada, inside):
    with inside(ada), pytest.raises(NotAllowed):
        actions.propose_feedback(cleo.membership, by=ada, talk_name="MUS", talk_on=None)


def test_a_round_is_not_found_by_a_colleague_of_the_council_or_another_council(
    feedback, cleo, dara, browser_of
):
    for actor in (cleo, dara):
        for page in ("", "talk/", "talk.pdf", "rate/"):
            assert browser_of(actor).get(f"/people/rounds/{feedback.key}/{page}").status_code == 404


def test_only_the_person_is_offered_to_plan_what_the_talk_is_about(feedback, bo, ada, inside, browser_of):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        actions.close_early(feedback, by=bo)
    way = f"/people/plan/add/?competency={FIRST}"

    assert way in browser_of(bo).get(f"/people/rounds/{feedback.key}/talk/").content.decode()
    assert way not in browser_of(ada).get(f"/people/rounds/{feedback.key}/talk/").content.decode()


PAGES = ["", "talk/", "talk.pdf"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_closed_round_pages_in_three_languages_with_few_statements(
    page, language, feedback, bo, inside, browser_of
):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        actions.close_early(feedback, by=bo)
    bo.user.language = language
    bo.user.save()

    browser = browser_of(bo)
    browser.get("/people/rounds/")

    with CaptureQueriesContext(connection) as taken:
        shown = browser.get(f"/people/rounds/{feedback.key}/{page}")

    assert shown.status_code == 200
    assert len(statements(taken)) <= MOST_STATEMENTS


def test_profile_counts_the_rounds_own_rating_and_not_the_managers(feedback, bo, inside):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        actions.close_early(feedback, by=bo)
        standings = {one.competency: one.level for one in queries.my_profile(bo).standings}

    assert standings[FIRST] == 3


def test_a_member_who_is_asked_as_a_colleague_finds_her_questions_signed_in(bo, cleo, inside, browser_of):
    with inside(bo):
        asked = [*colleagues(4), actions.Colleague(cleo.user.email, "", "en")]
        feedback = actions.open_feedback(
            by=bo,
            competencies=ASKED,
            role_profile="employee",
            colleagues=asked,
            closes_on=timezone.localdate() + timedelta(days=14),
            talk_name="MUS",
            talk_on=None,
        )

    listed = browser_of(cleo).get("/people/rounds/").content.decode()
    way = browser_of(cleo).get(f"/people/rounds/{feedback.key}/rate/")

    assert f"/people/rounds/{feedback.key}/rate/" in listed
    assert way["Location"].startswith("/people/asked/fjordby/")
    with council(bo.council.pk):
        assert Invitee.objects.get(person=cleo.membership).email == ""


def test_a_persons_own_file_holds_her_rounds_and_a_managers_what_he_said(feedback, bo, ada, inside):
    with inside(bo):
        everybody_answers(feedback, own="SKILLED", manager="AWARE", others="LEADING")
        actions.close_early(feedback, by=bo)
        [hers] = personal_data(bo)
    with inside(ada):
        [his] = personal_data(ada)

    [mine] = hers["feedback_rounds"]
    assert {(one["source"], one["answer"]) for one in mine["ratings"]} == {
        ("SELF", "SKILLED"),
        ("MANAGER", "AWARE"),
    }
    assert mine["colleagues"]["groups"][0]["items"][FIRST] == {"band": "MAJORITY_HIGH"}
    assert his["feedback_rounds"] == []
    assert {(one["about"], one["answer"]) for one in his["said_in_feedback_rounds"]} == {
        ("Bo Fjordby", "AWARE")
    }
