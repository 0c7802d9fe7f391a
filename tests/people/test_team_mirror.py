# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A team before the mirror: asked as promised, shown as promised, and not a word more."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leadroom.accounts.models import OutboxMail, Role
from leadroom.accounts.permissions import NotAllowed
from leadroom.core.anonymity import Band, Spread
from leadroom.kit import doors
from leadroom.people import actions, queries
from leadroom.people.models import MirrorSitting, TeamMirror, Way, leaders_mirror
from leadroom.people.queries.mirror import TEAM, items
from leadroom.rounds import bridge, jobs
from leadroom.rounds.actions import RoundIsOver, SentAlready
from leadroom.rounds.models import Answer, Draft, Invitee, Promise, Round
from tests.conftest import join

QUESTIONS = leaders_mirror().questions
FIRST, SECOND, THIRD, FOURTH = QUESTIONS[:4]
NAMES = ("Else", "Finn", "Gro", "Hans", "Ida", "Jens", "Karl", "Lis", "Maj", "Nis", "Otto", "Pia")


@pytest.fixture
def leaders(fjordby):
    """Return twelve managers of the council."""
    return [join(fjordby, name, Role.MANAGER) for name in NAMES]


def in_a_fortnight():
    return timezone.localdate() + timedelta(days=14)


def opened(by, members, way=Way.ANONYMOUS):
    people = [each.person for each in members]
    return actions.open_mirror(by=by, name="Us", way=way, members=people, closes_on=in_a_fortnight())


def answer(mirror, actor, *, agrees=None, **points):
    """Answer some questions, by their place, and send: `first=(2, 5)` is a point and an importance."""
    places = {"first": FIRST, "second": SECOND, "third": THIRD, "fourth": FOURTH}
    for name, (point, importance) in points.items():
        told = {"text": f"secret of {actor.user.name}", "point": point, "importance": importance, "note": ""}
        actions.keep_mirror_answer(places[name], by=actor, said=told, team=mirror)
    actions.send_mirror(mirror, by=actor, agrees=agrees)
    jobs.detach(council_id=mirror.council_id, round_id=mirror.round_id)


def closed(mirror):
    actions.publish_mirror(mirror)
    return TeamMirror.objects.select_related("round").get(pk=mirror.pk)


def asked_page(browser_of, actor, mirror, name="team_mirror"):
    return browser_of(actor).get(reverse(name, args=[mirror.key])).content.decode()


@pytest.mark.parametrize(
    ("many", "way", "is_possible"),
    [
        (5, Way.ANONYMOUS, True),
        (4, Way.ANONYMOUS, False),
        (4, Way.POOL, False),
        (6, Way.POOL, True),
        (2, Way.VOTE, False),
        (3, Way.VOTE, True),
        (4, Way.VOTE, True),
        (5, Way.VOTE, False),
    ],
)
def test_a_way_is_open_to_as_many_as_it_protects(many, way, is_possible, leaders, inside):
    with inside(leaders[0]):
        if is_possible:
            assert opened(leaders[0], leaders[:many], way).way == way
        else:
            with pytest.raises(actions.NotThisWay):
                opened(leaders[0], leaders[:many], way)


def test_who_opens_a_vote_is_one_of_those_who_answer(leaders, inside):
    with inside(leaders[4]), pytest.raises(actions.NotThisWay):
        opened(leaders[4], leaders[:4], Way.VOTE)


def test_an_employee_asks_no_team(bo, leaders, inside, browser_of):
    with inside(bo), pytest.raises(NotAllowed):
        opened(bo, leaders[:5])

    assert browser_of(bo).get(reverse("open_mirror")).status_code == 403


def test_everybody_asked_gets_a_letter_and_finds_it_at_home(leaders, bo, inside):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])
        letters = dict(OutboxMail.objects.values_list("to", "body"))

    assert sorted(letters) == sorted(each.user.email for each in leaders[:5])
    address = reverse("team_mirror", args=[mirror.key])
    assert all(address in body for body in letters.values())
    for actor, is_asked in ((leaders[4], True), (leaders[5], False), (bo, False)):
        with inside(actor):
            assert (address in [one.url for one in doors.ask("waiting", actor)]) is is_asked


def test_the_round_is_given_numbers_and_the_words_stay_with_their_author(leaders, inside):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])
        answer(mirror, leaders[0], first=(2, 5))

        (row,) = Answer.objects.all()

        assert row.answers == {FIRST.key: 2, f"{FIRST.key}:importance": 5}
        assert not Draft.objects.exists()
        assert queries.mirror_sitting(leaders[0], mirror).said(FIRST.key)["text"].startswith("secret")


def test_what_was_sent_can_be_neither_changed_nor_sent_again(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])
        answer(mirror, leaders[0], first=(2, 5))

        with pytest.raises(RoundIsOver):
            actions.keep_mirror_answer(
                FIRST, by=leaders[0], said={"text": "", "point": 5, "importance": 1, "note": ""}, team=mirror
            )
        with pytest.raises(SentAlready):
            actions.send_mirror(mirror, by=leaders[0], agrees=None)

    question = reverse("team_mirror_question", args=[mirror.key, FIRST.key])
    assert browser_of(leaders[0]).get(question).url == reverse("team_mirror", args=[mirror.key])


def test_nothing_is_shown_before_the_end_and_no_end_before_five(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:6])
        for each in leaders[:4]:
            answer(mirror, each, first=(5, 5))

        with pytest.raises(actions.NotEnough):
            actions.close_mirror(mirror, by=leaders[0])
    assert "Fewer than 5 have answered" in asked_page(browser_of, leaders[0], mirror)
    assert "have answered" not in asked_page(browser_of, leaders[5], mirror).replace("You have answered", "")

    with inside(leaders[0]):
        answer(mirror, leaders[4], first=(5, 5))
    open_page = asked_page(browser_of, leaders[0], mirror)
    assert "5 or more have answered" in open_page
    assert "More than half" not in open_page
    with inside(leaders[0]):
        actions.close_mirror(mirror, by=leaders[0])
    assert "More than half find our answer clear." in asked_page(browser_of, leaders[5], mirror)


def test_fewer_than_five_answers_show_nothing(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:6])
        for each in leaders[:4]:
            answer(mirror, each, first=(5, 5))
        mirror = closed(mirror)

        assert queries.team_outcome(leaders[0], mirror).lines == ()
    assert "Too few answered" in asked_page(browser_of, leaders[0], mirror)


def test_what_deserves_a_talk_comes_first(leaders, inside):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders)
        for place, each in enumerate(leaders):
            ends = (1, 5)[place % 2]
            answer(mirror, each, first=(5, 1), second=(ends, 1), third=(3, 3), fourth=(3, 5))

        lines = queries.team_outcome(leaders[0], closed(mirror)).lines

    stands = {line.question: line.stand.spread for line in lines}
    assert [line.question for line in lines][:2] == [SECOND, FOURTH]
    assert lines[-1].question == FIRST
    assert [stands[one] for one in (FIRST, SECOND, THIRD)] == [Spread.AGREEMENT, Spread.DIVIDED, Spread.MIXED]


def test_each_sees_her_own_answer_beside_the_team_and_nobody_elses(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])
        for place, each in enumerate(leaders[:5], start=1):
            answer(mirror, each, first=(place, 5))
        mirror = closed(mirror)

    owns = []
    for each in leaders[:5]:
        with inside(each):
            line = next(one for one in queries.team_outcome(each, mirror).lines if one.question == FIRST)
            owns.append(line.own)
    assert owns == [1, 2, 3, 4, 5]
    page = asked_page(browser_of, leaders[1], mirror)
    assert "Only loose thoughts" in page
    assert not any(f"secret of {each.user.name}" in page for each in leaders)


@pytest.mark.parametrize(("one", "other"), [(1, 2), (4, 5), (3, None)])
def test_what_is_published_does_not_move_with_what_the_classes_hide(one, other):

    def shown(point):
        held = Round(
            items=items(),
            cells=[{"key": TEAM, "invited": 5, "above": []}],
            fewest=5,
            promise=Promise.ANONYMOUS,
        )
        rows = [(TEAM, {FIRST.key: said}) for said in (5, 4, 2, 3, point)]
        return bridge.published(held, rows, lambda _item, said: said)

    assert shown(one) == shown(other)


@given(
    votes=st.lists(st.sampled_from([True, False, None]), min_size=3, max_size=4),
    points=st.lists(st.integers(1, 5), min_size=4, max_size=4),
)
def test_one_no_or_one_missing_vote_keeps_everything_shut_and_looks_alike(votes, points):
    held = Round(
        items=items(),
        cells=[{"key": TEAM, "invited": len(votes), "above": []}],
        promise=Promise.TOGETHER,
        voters=len(votes),
    )
    rows = [
        (TEAM, {FIRST.key: point, bridge.VOTE: vote})
        for vote, point in zip(votes, points, strict=False)
        if vote is not None
    ]

    published = bridge.published(held, rows, lambda _item, said: said)

    if all(votes):
        assert published["together"][FIRST.key] == sorted(points[: len(votes)])
    else:
        assert published == {"promise": Promise.TOGETHER}


def vote(leaders, votes):
    """Let four members answer and vote; None does neither."""
    mirror = opened(leaders[0], leaders[:4], Way.VOTE)
    for place, (each, agrees) in enumerate(zip(leaders[:4], votes, strict=True), start=1):
        if agrees is not None:
            answer(mirror, each, agrees=agrees, first=(place, 4))
    return mirror


def test_all_say_yes_and_see_their_answers_together(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = vote(leaders, [True] * 4)
        actions.close_mirror(mirror, by=leaders[0])
        mirror.refresh_from_db()

        line = queries.team_outcome(leaders[3], mirror).lines[0]

    assert (line.question, line.stand.points, line.stand.spread) == (FIRST, (1, 2, 3, 4), Spread.DIVIDED)
    assert line.stand.band is Band.NO_MAJORITY
    page = asked_page(browser_of, leaders[2], mirror)
    assert "1 × No answer yet, 1 × Only loose thoughts" in page
    assert "these answers are not anonymous" in page


def test_a_no_and_a_missing_vote_show_the_same_page_and_write_the_same_letters(leaders, inside, browser_of):
    pages, letters = [], []
    for votes in ([True, True, True, False], [True, True, True, None]):
        with inside(leaders[0]):
            mirror = vote(leaders, votes)
            OutboxMail.objects.all().delete()
            mirror = closed(mirror)
            letters.append(sorted(OutboxMail.objects.values_list("to", "subject")))
        page = asked_page(browser_of, leaders[1], mirror)
        assert "It stays shut" in page
        pages.append(main_of(page).replace(mirror.key, ""))

    assert pages[0] == pages[1]
    assert letters[0] == letters[1]


def test_how_many_have_voted_is_told_to_nobody(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = vote(leaders, [True, True, True, None])
    before = asked_page(browser_of, leaders[0], mirror)
    with inside(leaders[0]):
        answer(mirror, leaders[3], agrees=False, first=(1, 1))

    after = asked_page(browser_of, leaders[0], mirror)

    assert main_of(before) == main_of(after)


def main_of(page):
    """Return what a page says, without the tokens that its forms carry and the key of one's own copy."""
    main = re.sub(r"/kept/\w+/", "", page[page.index("<main") : page.index("</main>")])
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", main)


def test_a_vote_must_be_cast_with_the_answers(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:4], Way.VOTE)
        told = {"text": "", "point": 3, "importance": None, "note": ""}
        actions.keep_mirror_answer(FIRST, by=leaders[0], said=told, team=mirror)
    client, address = browser_of(leaders[0]), reverse("send_team_mirror", args=[mirror.key])

    assert client.post(address).status_code == 422
    assert client.post(address, {"agrees": "no"}).status_code == 302


def test_who_declines_is_asked_no_more_and_keeps_her_words(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])
        told = {"text": "mine", "point": 3, "importance": 3, "note": ""}
        actions.keep_mirror_answer(FIRST, by=leaders[1], said=told, team=mirror)

    browser_of(leaders[1]).post(reverse("decline_team_mirror", args=[mirror.key]))

    with inside(leaders[1]):
        assert reverse("team_mirror", args=[mirror.key]) not in [
            one.url for one in doors.ask("waiting", leaders[1])
        ]
        assert queries.mirror_sitting(leaders[1], mirror).said(FIRST.key)["text"] == "mine"


def test_calling_off_deletes_what_was_sent_and_leaves_each_her_words(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])
        answer(mirror, leaders[1], first=(3, 3))

    browser_of(leaders[0]).post(reverse("call_off_team_mirror", args=[mirror.key]))

    with inside(leaders[0]):
        assert not Round.objects.exists()
        assert not Answer.objects.exists()
        assert (
            MirrorSitting.objects.get(person=leaders[1].person).said(FIRST.key)["text"].startswith("secret")
        )


@pytest.mark.parametrize("name", ["close_team_mirror", "call_off_team_mirror", "pick_topics"])
def test_only_who_opened_it_runs_it(name, leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])
    address = reverse(name, args=[mirror.key])

    assert browser_of(leaders[1]).post(address).status_code == 403
    assert browser_of(leaders[6]).post(address).status_code == 404


def test_nobody_is_asked_again_while_two_results_could_be_held_against_each_other(leaders, inside):
    with inside(leaders[0]):
        first = opened(leaders[0], leaders[:5])
        with pytest.raises(actions.AskedLately) as lately:
            opened(leaders[0], leaders[4:10])
        assert [one.user.name for one in lately.value.people] == [leaders[4].user.name]

        for each in leaders[:5]:
            answer(first, each, first=(3, 3))
        first = closed(first)
        with pytest.raises(actions.AskedLately):
            opened(leaders[0], leaders[4:10])

        Round.objects.filter(pk=first.round_id).update(closed_at=timezone.now() - timedelta(days=61))
        assert opened(leaders[0], leaders[4:10]).way == Way.ANONYMOUS


def test_a_round_that_showed_nothing_can_be_tried_again_at_once(leaders, inside):
    with inside(leaders[0]):
        closed(vote(leaders, [True, True, True, False]))

        assert opened(leaders[0], leaders[:6], Way.POOL).way == Way.POOL


def test_the_clock_reminds_and_closes(leaders, inside):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])
        for each in leaders[:4]:
            answer(mirror, each, first=(4, 4))
        OutboxMail.objects.all().delete()
        Round.objects.update(closes_on=timezone.localdate() + timedelta(days=2))

    actions.remind_due()
    actions.remind_due()

    with inside(leaders[0]):
        assert [one.to for one in OutboxMail.objects.all()] == [leaders[4].user.email]
        OutboxMail.objects.all().delete()
        Round.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    actions.close_due()
    actions.close_due()

    with inside(leaders[0]):
        assert TeamMirror.objects.select_related("round").get().is_closed
        assert OutboxMail.objects.count() == 5


def talked(leaders):
    mirror = opened(leaders[0], leaders[:5])
    for each in leaders[:5]:
        answer(mirror, each, first=(1, 5), second=(5, 5))
    return closed(mirror)


def test_three_topics_become_an_agenda_with_how_the_team_stood(leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = talked(leaders)
    client, pick = browser_of(leaders[0]), reverse("pick_topics", args=[mirror.key])

    client.post(pick, {"topics": [one.key for one in (FIRST, SECOND, THIRD)]})

    page = asked_page(browser_of, leaders[3], mirror, "mirror_agenda")
    for question in (FIRST, SECOND, THIRD):
        assert str(question.team) in page.replace("&#x27;", "'")
        assert str(question.reflection) in page.replace("&#x27;", "'")
    assert "Agreement. More than half find that we have no clear answer." in page
    paper = browser_of(leaders[3]).get(reverse("mirror_agenda_pdf", args=[mirror.key]))
    assert paper.content.startswith(b"%PDF")


@pytest.mark.parametrize("many", [0, 4])
def test_an_agenda_takes_one_to_three_topics(many, leaders, inside, browser_of):
    with inside(leaders[0]):
        mirror = talked(leaders)

    browser_of(leaders[0]).post(
        reverse("pick_topics", args=[mirror.key]), {"topics": [one.key for one in QUESTIONS[:many]]}
    )

    assert browser_of(leaders[0]).get(reverse("mirror_agenda", args=[mirror.key])).status_code == 404


def form(leaders, many, **other):
    keys = [each.person.key for each in leaders[:many]]
    return {"name": "Us", "members": keys, "closes_on": in_a_fortnight().isoformat(), "go": "open"} | other


def test_the_form_says_how_many_are_asked_before_anything_is_sent(leaders, inside, browser_of):
    page = browser_of(leaders[0]).post(reverse("open_mirror"), form(leaders, 7, go="look"))

    assert "7 people are asked" in page.content.decode()
    with inside(leaders[0]):
        assert not TeamMirror.objects.exists()
        assert not OutboxMail.objects.exists()


def test_a_small_team_chooses_its_way_from_three_told_in_plain_words(leaders, browser_of):
    answer = browser_of(leaders[0]).post(reverse("open_mirror"), form(leaders, 4))

    assert answer.status_code == 422
    for way in leaders_mirror().small_team_ways:
        assert str(way.mind) in answer.content.decode()


def test_a_pool_takes_the_wider_group_along(leaders, inside, browser_of):
    others = [each.person.key for each in leaders[4:7]]
    client = browser_of(leaders[0])

    assert client.post(reverse("open_mirror"), form(leaders, 4, way="POOL")).status_code == 422
    client.post(reverse("open_mirror"), form(leaders, 4, way="POOL", others=others))

    with inside(leaders[0]):
        assert TeamMirror.objects.get().way == Way.POOL
        assert Invitee.objects.count() == 7


def test_alone_no_round_is_opened_and_each_is_written_to(leaders, inside, browser_of):
    browser_of(leaders[0]).post(reverse("open_mirror"), form(leaders, 2, way="PRIVATE"))

    with inside(leaders[0]):
        assert not Round.objects.exists()
        assert OutboxMail.objects.count() == 2


def test_five_or_more_need_no_way_and_are_anonymous(leaders, inside, browser_of):
    browser_of(leaders[0]).post(reverse("open_mirror"), form(leaders, 5, way="VOTE"))

    with inside(leaders[0]):
        mirror = TeamMirror.objects.select_related("round").get()
        assert (mirror.way, mirror.round.promise, mirror.round.voters) == (
            Way.ANONYMOUS,
            Promise.ANONYMOUS,
            None,
        )


def test_who_is_not_asked_finds_no_team(leaders, bo, inside, browser_of):
    with inside(leaders[0]):
        mirror = opened(leaders[0], leaders[:5])

    for actor in (bo, leaders[7]):
        assert browser_of(actor).get(reverse("team_mirror", args=[mirror.key])).status_code == 404
