# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The leader's mirror alone: kept over time, one answer at a time, and nobody's but her own."""

import pytest
from django.urls import reverse

from leadroom.accounts.models import AuditEvent
from leadroom.accounts.permissions import NotAllowed
from leadroom.kit.seen import ChangedMeanwhile, fingerprint
from leadroom.people import actions, exports, queries
from leadroom.people.models import EMPTY, MirrorSitting, leaders_mirror

FIRST, SECOND, *_, LAST = leaders_mirror().questions
SAID = {"text": "Because we know them", "point": 4, "importance": 5, "note": "ask Cleo"}


def said(**other):
    return SAID | other


def posted(**other):
    """Return what a form sends that showed a question nobody had answered."""
    return {"text": "", "note": "", "seen": fingerprint(EMPTY)} | other


def test_answer_is_there_when_one_comes_back(bo, inside, browser_of):
    client = browser_of(bo)

    client.post(
        reverse("mirror_question", args=[FIRST.key]), posted(text="Half a thought", point="2", importance="4")
    )

    with inside(bo):
        assert queries.my_mirror(bo).now.said(FIRST.key) == {
            "text": "Half a thought",
            "point": 2,
            "importance": 4,
            "note": "",
        }
    page = client.get(reverse("mirror_question", args=[FIRST.key])).content.decode()
    assert "Half a thought" in page
    assert (
        client.get(reverse("mirror")).content.decode().count(reverse("mirror_question", args=[SECOND.key]))
        == 2
    )


@pytest.mark.parametrize(
    ("go", "leads_to"),
    [
        ("next", reverse("mirror_question", args=[LAST.key])),
        ("back", reverse("mirror_question", args=[leaders_mirror().questions[-3].key])),
        ("list", reverse("mirror")),
    ],
)
def test_saving_leads_where_one_wants_to_go(go, leads_to, bo, browser_of):
    before_last = leaders_mirror().questions[-2]

    answer = browser_of(bo).post(reverse("mirror_question", args=[before_last.key]), posted(go=go))

    assert answer.url == leads_to


def test_after_the_last_question_comes_the_overview(bo, browser_of):
    answer = browser_of(bo).post(reverse("mirror_question", args=[LAST.key]), posted(point="1"))

    assert answer.url == reverse("mirror")


def test_a_point_can_be_left_open_again(bo, inside, browser_of):
    with inside(bo):
        actions.keep_mirror_answer(FIRST, by=bo, said=SAID)

    browser_of(bo).post(
        reverse("mirror_question", args=[FIRST.key]),
        posted(point="", seen=fingerprint(SAID), text="Still here"),
    )

    with inside(bo):
        now = queries.my_mirror(bo).now
        assert (now.point(FIRST.key), now.answered) == (None, 0)
        assert now.said(FIRST.key)["text"] == "Still here"


@pytest.mark.parametrize("point", ["0", "6", "x"])
def test_a_point_off_the_scale_is_refused(point, bo, inside, browser_of):
    answer = browser_of(bo).post(reverse("mirror_question", args=[FIRST.key]), posted(point=point))

    assert answer.status_code == 422
    with inside(bo):
        assert not MirrorSitting.objects.exists()


def test_looking_again_leaves_what_was_said_and_shows_it_beside(bo, inside, browser_of):
    with inside(bo):
        actions.keep_mirror_answer(FIRST, by=bo, said=said(point=2))

    browser_of(bo).post(reverse("look_again"))
    browser_of(bo).post(reverse("look_again"))

    with inside(bo):
        assert queries.my_mirror(bo).now.answers == {}
        actions.keep_mirror_answer(FIRST, by=bo, said=said(point=5))
        mine = queries.my_mirror(bo)
        assert [one.point(FIRST.key) for one in mine.sittings] == [5, 2]
    page = browser_of(bo).get(reverse("mirror")).content.decode()
    assert f"{FIRST.name} – Clear, and it guides what is done – Only loose thoughts" in page


def test_two_windows_never_undo_each_other(bo, inside, browser_of):
    client = browser_of(bo)
    client.post(reverse("mirror_question", args=[FIRST.key]), posted(text="from the desk"))

    answer = client.post(reverse("mirror_question", args=[FIRST.key]), posted(text="from the phone"))

    assert answer.status_code == 409
    assert "from the desk" in answer.content.decode()
    assert "from the phone" in answer.content.decode()
    with inside(bo), pytest.raises(ChangedMeanwhile):
        actions.keep_mirror_answer(FIRST, by=bo, said=SAID, seen=fingerprint(EMPTY))


def test_nobody_else_sees_a_word_of_it(bo, ada, inside, browser_of):
    with inside(bo):
        actions.keep_mirror_answer(FIRST, by=bo, said=SAID)
        key = queries.my_mirror(bo).now.key

    assert browser_of(ada).get(reverse("mirror_sitting", args=[key])).status_code == 404
    assert browser_of(ada).post(reverse("delete_mirror_sitting", args=[key])).status_code == 404
    assert SAID["text"] not in browser_of(ada).get(reverse("mirror")).content.decode()
    with inside(ada):
        assert SAID["text"] not in str(list(exports.personal_data(ada)))
        with pytest.raises(NotAllowed):
            actions.delete_sitting(MirrorSitting.objects.get(key=key), by=ada)
        assert not AuditEvent.objects.filter(verb__contains="mirror").exists()


def test_own_file_holds_every_word(bo, inside):
    with inside(bo):
        actions.keep_mirror_answer(FIRST, by=bo, said=SAID)

        (file,) = exports.personal_data(bo)

    (row,) = file["mirror"]
    assert row["question"] == FIRST.key
    assert {name: row[name] for name in SAID} == SAID


def test_a_sitting_can_be_read_and_deleted(bo, inside, browser_of):
    with inside(bo):
        actions.keep_mirror_answer(FIRST, by=bo, said=SAID)
        key = queries.my_mirror(bo).now.key
    client = browser_of(bo)

    page = client.get(reverse("mirror_sitting", args=[key])).content.decode()
    client.post(reverse("delete_mirror_sitting", args=[key]))

    assert SAID["text"] in page
    assert SAID["note"] in page
    with inside(bo):
        assert not MirrorSitting.objects.exists()


def test_question_that_is_none_of_the_ten_is_not_there(bo, browser_of):
    assert browser_of(bo).get(reverse("mirror_question", args=["what-is-for-lunch"])).status_code == 404


def test_every_question_leads_to_the_map_the_diary_and_the_plan(bo, browser_of):
    page = browser_of(bo).get(reverse("mirror")).content.decode()

    for question in leaders_mirror().questions:
        for competency in question.competencies:
            assert reverse("competency", args=[competency]) in page
        assert f"{reverse('add_plan_action')}?competency={question.competencies[0]}" in page
    assert page.count(f'action="{reverse("write_diary")}"') == len(leaders_mirror().questions)
