# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Learning paths: what is suggested, what is kept, and that it is the person's alone."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadroom.accounts.models import AuditEvent
from leadroom.accounts.permissions import NotAllowed
from leadroom.kit.seen import ChangedMeanwhile, fingerprint
from leadroom.people import actions, exports, queries
from leadroom.people.models import Answer, Scope, StageProgress, learning_paths, skills_map
from leadroom.people.queries import StageState

PATH = learning_paths().paths[0]
FIRST, SECOND = PATH.stages[:2]
URL, STAGE = "/people/paths/", f"/people/paths/{PATH.key}/{FIRST.key}/"
UNSEEN = fingerprint({"note": ""})
MOST_STATEMENTS = 10


def rate(by, levels: dict[str, Answer]) -> None:
    """Answer the full profile: skilled, but for what is given."""
    sitting = actions.start(by=by, scope=Scope.FULL, role_profile="service-manager")
    for key in skills_map().keys:
        answer = levels.get(key, Answer.LEADING)
        actions.answer(sitting, by=by, competency=key, answer=answer, note="", seen=0, token=uuid4())
    actions.finish(sitting, by=by)


def test_stage_that_trains_the_widest_gaps_is_suggested(bo, inside):
    third = PATH.stages[2]
    with inside(bo):
        rate(bo, dict.fromkeys(third.competencies, Answer.NOT_YET))

        mine = queries.my_paths(bo)

    assert mine.suggested is not None
    assert mine.suggested.stage == third
    assert {gap.competency for gap in mine.suggested.gaps} == set(third.competencies)


def test_nothing_is_suggested_without_a_profile_or_without_a_gap(bo, inside):
    with inside(bo):
        before = queries.my_paths(bo).suggested
        rate(bo, {})

        assert (before, queries.my_paths(bo).suggested) == (None, None)


def test_stage_begun_is_where_one_is_and_not_suggested_again(bo, inside):
    with inside(bo):
        rate(bo, dict.fromkeys(FIRST.competencies, Answer.NOT_YET))
        actions.start_stage(PATH, FIRST, by=bo)
        actions.start_stage(PATH, FIRST, by=bo)

        mine = queries.my_paths(bo)

    assert mine.current is not None
    assert mine.current.stage == FIRST
    assert mine.find(PATH, FIRST).state is StageState.BEGUN


def test_done_is_kept_and_can_be_taken_back(bo, inside):
    with inside(bo):
        actions.keep_stage(PATH, FIRST, by=bo, note="Half a day at the desk.", is_done=True)
        done_at = StageProgress.objects.get().done_at
        actions.keep_stage(PATH, FIRST, by=bo, note="A whole day.", is_done=True)
        done = queries.my_paths(bo)
        again = StageProgress.objects.get().done_at
        actions.reopen_stage(PATH, FIRST, by=bo)
        row = StageProgress.objects.get()

    assert again == done_at
    assert done.paths[0].done == 1
    assert done.after(done.find(PATH, FIRST)).stage == SECOND
    assert (row.done_at, row.note, row.pack) == (None, "A whole day.", learning_paths().pack)


def test_after_the_last_stage_comes_the_first_that_is_left(bo, inside):
    with inside(bo):
        for stage in (FIRST, *PATH.stages[2:]):
            actions.keep_stage(PATH, stage, by=bo, note="", is_done=True)
        mine = queries.my_paths(bo)
        left = mine.after(mine.find(PATH, PATH.stages[-1]))
        actions.keep_stage(PATH, SECOND, by=bo, note="", is_done=True)
        through = queries.my_paths(bo)

    assert left.stage == SECOND
    assert through.after(through.find(PATH, PATH.stages[-1])) is None


def test_note_changed_in_another_window_is_not_overwritten(bo, inside):
    with inside(bo):
        actions.keep_stage(PATH, FIRST, by=bo, note="From the phone", seen=UNSEEN)
        with pytest.raises(ChangedMeanwhile):
            actions.keep_stage(PATH, FIRST, by=bo, note="From the desk", seen=UNSEEN, is_done=True)

        row = StageProgress.objects.get()

    assert (row.note, row.done_at) == ("From the phone", None)


def test_note_on_a_stage_left_in_another_window_begins_it_anew(bo, inside):
    with inside(bo):
        actions.start_stage(PATH, FIRST, by=bo)
        actions.leave_stage(PATH, FIRST, by=bo)
        actions.keep_stage(PATH, FIRST, by=bo, note="Still here", seen=UNSEEN)

        assert StageProgress.objects.get().note == "Still here"


def test_progress_is_in_no_record_and_in_ones_own_file(bo, inside):
    with inside(bo):
        actions.keep_stage(PATH, FIRST, by=bo, note="Half a day at the desk.", is_done=True)
        (file,) = exports.personal_data(bo)

        assert not AuditEvent.objects.filter(verb__startswith="people.").exists()
    assert [(one["stage"], one["note"]) for one in file["stages"]] == [(FIRST.key, "Half a day at the desk.")]


def test_line_manager_administrator_and_colleague_see_nothing_of_it(ada, bo, cleo, inside, browser_of):
    with inside(bo):
        actions.keep_stage(PATH, FIRST, by=bo, note="Half a day at the desk.", is_done=True)

    for other in (ada, cleo):
        with inside(other):
            mine, (file,) = queries.my_paths(other), exports.personal_data(other)
        assert {stage.state for stage in mine.stages} == {StageState.AHEAD}
        assert file["stages"] == []
        assert b"Half a day" not in browser_of(other).get(STAGE).content


def test_someone_without_a_council_may_not_begin(bo, inside, django_user_model):
    stranger = type(bo)(user=bo.user, council=None)

    with inside(bo), pytest.raises(NotAllowed):
        actions.start_stage(PATH, FIRST, by=stranger)


def test_page_suggests_and_starts_the_stage(bo, inside, browser_of):
    with inside(bo):
        rate(bo, dict.fromkeys(FIRST.competencies, Answer.NOT_YET))
    browser = browser_of(bo)

    page = browser.get(URL).content.decode()
    answer = browser.post(f"{STAGE}start/")

    assert f'action="{STAGE}start/"' in page
    assert "Understanding users" in page
    assert answer["Location"] == STAGE
    assert f'href="{STAGE}"' in browser.get(URL).content.decode()


def test_stage_page_leads_from_start_to_done_and_back(bo, browser_of):
    browser = browser_of(bo)
    ahead = browser.get(STAGE).content.decode()
    browser.post(f"{STAGE}start/")
    begun = browser.get(STAGE).content.decode()
    browser.post(STAGE, {"note": "Three things", "seen": UNSEEN, "done": "1"})
    done = browser.get(STAGE).content.decode()
    browser.post(f"{STAGE}reopen/")
    again = browser.get(STAGE).content.decode()
    browser.post(f"{STAGE}leave/")

    assert "textarea" not in ahead
    assert 'name="done"' in begun
    assert "Three things" in done
    assert 'name="done"' not in done
    assert str(SECOND.name) in done
    assert "Three things" in again
    assert 'name="done"' in again
    assert "textarea" not in browser.get(STAGE).content.decode()


def test_reflection_is_taken_along_into_the_diary(bo, browser_of):
    browser = browser_of(bo)
    page = browser.get(STAGE).content.decode()

    written = browser.post("/people/diary/write/", {"prompt": str(FIRST.reflection)}).content.decode()

    assert f'<input type="hidden" name="prompt" value="{FIRST.reflection}">' in page
    assert f"<h1>{FIRST.reflection}</h1>" in written


def test_note_that_is_too_long_is_refused_and_kept_on_the_page(bo, browser_of):
    browser = browser_of(bo)
    browser.post(f"{STAGE}start/")

    answer = browser.post(STAGE, {"note": "word " * 900, "seen": UNSEEN})

    assert answer.status_code == 422
    assert "word word" in answer.content.decode()


def test_second_window_is_shown_both_notes(bo, browser_of):
    browser = browser_of(bo)
    browser.post(STAGE, {"note": "From the phone", "seen": UNSEEN})

    answer = browser.post(STAGE, {"note": "From the desk", "seen": UNSEEN, "done": "1"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "From the phone" in page
    assert "From the desk" in page
    assert 'name="done"' in page


@pytest.mark.parametrize("address", [f"{PATH.key}/no-such-stage", f"no-such-path/{FIRST.key}"])
def test_stage_that_there_is_not_is_not_found(bo, browser_of, address):
    browser = browser_of(bo)

    answers = [
        browser.get(f"{URL}{address}/"),
        *(browser.post(f"{URL}{address}/{act}") for act in ("start/", "reopen/", "leave/", "")),
    ]

    assert {answer.status_code for answer in answers} == {404}


@pytest.mark.parametrize("address", [URL, STAGE])
def test_page_takes_few_statements(bo, inside, browser_of, address):
    with inside(bo):
        rate(bo, dict.fromkeys(FIRST.competencies, Answer.NOT_YET))
        for path in learning_paths().paths:
            for stage in path.stages:
                actions.keep_stage(path, stage, by=bo, note="Said", is_done=stage.place < 4)
    browser = browser_of(bo)
    browser.get(address)

    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(address)

    assert answer.status_code == 200
    frames = ("SAVEPOINT", "RELEASE", "SELECT set_config(")
    assert len([one for one in asked if not one["sql"].startswith(frames)]) <= MOST_STATEMENTS
