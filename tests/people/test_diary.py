# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A diary is its owner's: nothing typed is lost, all of it is found again, and what is deleted is gone."""

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.utils import IntegrityError
from django.urls import get_resolver
from django.utils import timezone

from leadroom.accounts.models import AuditEvent, OutboxMail
from leadroom.accounts.permissions import NotAllowed
from leadroom.kit import doors
from leadroom.kit.seen import ChangedMeanwhile, fingerprint
from leadroom.people import actions, permissions, queries
from leadroom.people.models import DiaryEntry, Evidence, skills_map

ABOUT = "working-with-resistance"
WORDS = "The shop steward was right about the rota"


def typed(**more: Any) -> dict[str, Any]:
    return {
        "happened_on": date(2026, 3, 2),
        "what_happened": WORDS,
        "surprise": "",
        "next_time": "",
        "competencies": [],
        "words": [],
    } | more


def write(by, token: UUID | None = None, **more: Any) -> DiaryEntry:
    return actions.write_entry(by=by, token=token or uuid4(), **typed(**more))


def posted(**more: Any) -> dict[str, Any]:
    return {"happened_on": "2026-03-02", "what_happened": WORDS, "token": str(uuid4()), "draft": "0"} | more


def said(entries) -> list[str]:
    return [entry.what_happened for entry in entries]


def dump() -> str:
    """Return every row of every table, whoever it belongs to."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return str(rows)


@pytest.fixture
def entry(bo, inside):
    """Return Bo's entry, inside her council."""
    with inside(bo):
        yield write(bo, surprise="He had counted", competencies=[ABOUT], words=["Rota"])


def test_entry_written_twice_from_one_form_is_one(bo, inside):
    token = uuid4()
    with inside(bo):
        first, second = write(bo, token), write(bo, token)

        assert first == second
        assert permissions.visible_diary(bo).count() == 1


def test_entry_that_says_nothing_is_refused_by_the_database(bo, inside):
    with inside(bo), pytest.raises(IntegrityError):
        write(bo, what_happened="")


@pytest.mark.parametrize("reader", ["ada", "cleo"])
def test_nobody_else_in_the_council_sees_an_entry(reader, entry, request, inside):
    actor = request.getfixturevalue(reader)

    with inside(actor):
        assert queries.diary(actor).found == ()
        assert queries.diary_draft(actor, entry) is None
        with pytest.raises(NotAllowed):
            actions.delete_entry(entry, by=actor)
        with pytest.raises(NotAllowed):
            actions.keep_draft(by=actor, entry=entry, typed={"surprise": "x"}, version=0)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("ÅRSHJULET", True),
        ("årshjulet", True),
        ("Ærlig ØKONOMI", True),
        ("A\u030arshjulet", True),
        ("möte", True),
        ("MÖTE", True),
        ("arshjulet", False),
        ("økonomi møde", False),
    ],
)
def test_search_knows_large_and_small_letters_of_danish_and_swedish(search, found, bo, inside):
    with inside(bo):
        write(bo, what_happened="Årshjulet skred", surprise="en ærlig økonomi", words=["Möte"])

        assert bool(queries.diary(bo, search=search).found) is found


def test_search_finds_all_words_wherever_they_stand(bo, inside):
    with inside(bo):
        write(bo, what_happened="Budget talk", next_time="ask earlier")
        write(bo, what_happened="Budget only")

        assert said(queries.diary(bo, search="earlier budget").found) == ["Budget talk"]


def test_search_finds_a_competency_by_its_name(bo, inside):
    with inside(bo):
        write(bo, competencies=[ABOUT])

        name = str(skills_map().by_key[ABOUT].name)
        assert said(queries.diary(bo, search=name).found) == [WORDS]


def test_tag_narrows_and_the_latest_day_comes_first(bo, inside):
    with inside(bo):
        write(bo, what_happened="a", words=["team"], happened_on=date(2026, 1, 5))
        write(bo, what_happened="b", words=["team", "budget"], happened_on=date(2026, 2, 5))
        write(bo, what_happened="c", happened_on=date(2026, 3, 5))

        assert said(queries.diary(bo, tag="team").found) == ["b", "a"]
        assert queries.diary(bo).tags == ("team", "budget")
        assert queries.diary(bo, tag="budget").latest.what_happened == "c"


def test_change_after_another_change_is_not_silent(bo, entry):
    seen = fingerprint(queries.entry_as_shown(entry))
    actions.change_entry(entry, by=bo, seen=seen, **typed(what_happened="on the phone"))

    with pytest.raises(ChangedMeanwhile):
        actions.change_entry(entry, by=bo, seen=seen, **typed(what_happened="at the desk"))

    assert said(permissions.visible_diary(bo)) == ["on the phone"]


def test_draft_of_another_window_is_told_and_nothing_lost(bo, inside):
    with inside(bo):
        actions.keep_draft(by=bo, entry=None, typed={"surprise": "phone"}, version=0)

        with pytest.raises(actions.StaleDraft) as stale:
            actions.keep_draft(by=bo, entry=None, typed={"surprise": "desk"}, version=0)

        assert (stale.value.typed, stale.value.version) == ({"surprise": "phone"}, 1)
        assert queries.diary_draft(bo).typed == {"surprise": "phone"}


def test_saving_takes_its_own_draft_and_leaves_a_later_one(bo, inside):
    with inside(bo):
        actions.keep_draft(by=bo, entry=None, typed={"surprise": "one"}, version=0)
        actions.keep_draft(by=bo, entry=None, typed={"surprise": "two"}, version=1)
        write(bo, draft=1)
        later = queries.diary_draft(bo)
        write(bo, draft=2)

        assert later.typed == {"surprise": "two"}
        assert queries.diary_draft(bo) is None


def test_late_word_of_a_saved_draft_does_not_bring_it_back(bo, inside):
    with inside(bo):
        actions.keep_draft(by=bo, entry=None, typed={"surprise": "one"}, version=0)
        write(bo, draft=1)

        with pytest.raises(actions.StaleDraft) as stale:
            actions.keep_draft(by=bo, entry=None, typed={"surprise": "one"}, version=1)

        assert (stale.value.typed, stale.value.version) == ({}, 0)
        assert queries.diary_draft(bo) is None


def test_draft_emptied_is_gone(bo, inside):
    with inside(bo):
        actions.keep_draft(by=bo, entry=None, typed={"surprise": "one"}, version=0)

        assert actions.keep_draft(by=bo, entry=None, typed={"surprise": " "}, version=1) is None
        assert queries.diary_draft(bo) is None


def test_deleted_entry_is_nowhere_in_the_database(bo, entry, browser_of):
    mark = "zyxentry"
    browser = browser_of(bo)
    actions.change_entry(entry, by=bo, seen=None, **typed(surprise=mark, words=[mark]))
    actions.keep_draft(by=bo, entry=entry, typed={"surprise": mark}, version=0)
    before = mark in dump()

    browser.post(f"/people/diary/{entry.key}/delete/")

    assert (before, mark in dump(), entry.key in dump()) == (True, False, False)
    assert browser.get(f"/people/diary/{entry.key}/").status_code == 404
    assert mark not in browser.get("/people/diary/?search=zyx").content.decode().replace("value=", "")


def test_whole_diary_deleted_leaves_only_evidence(bo, entry, browser_of):
    actions.keep_draft(by=bo, entry=None, typed={"surprise": "x"}, version=0)
    kept = actions.keep_evidence(
        by=bo, competency=ABOUT, text="I asked", seen_on=date(2026, 3, 2), origin=Evidence.Origin.DIARY
    )

    browser_of(bo).post("/people/diary/delete/")

    assert not permissions.visible_diary(bo).exists()
    assert not permissions.visible_diary_drafts(bo).exists()
    assert list(permissions.visible_evidence(bo)) == [kept]


def test_nothing_written_for_oneself_is_recorded_or_sent(bo, entry, browser_of):
    browser = browser_of(bo)
    browser.post("/people/diary/write/", posted())
    browser.post("/people/diary/write/keep/", posted())
    browser.post(f"/people/diary/{entry.key}/promote/", {"excerpt": "I asked", "competency": ABOUT})
    browser.post(f"/people/diary/{entry.key}/delete/")

    assert permissions.visible_evidence(bo).count() == 1
    assert AuditEvent.objects.count() == 0
    assert OutboxMail.objects.count() == 0


def test_promoted_excerpt_is_all_that_leaves(bo, entry, browser_of):
    browser = browser_of(bo)

    answer = browser.post(
        f"/people/diary/{entry.key}/promote/", {"excerpt": "He had counted", "competency": ABOUT}
    )

    evidence = Evidence.objects.get()
    assert answer["Location"] == f"/people/map/{ABOUT}/"
    assert (evidence.text, evidence.origin, evidence.seen_on) == (
        "He had counted", Evidence.Origin.DIARY, entry.happened_on,
    )  # fmt: skip
    links = [field.name for field in Evidence._meta.get_fields() if field.is_relation]
    assert sorted(links) == ["council", "person"]
    page = browser.get(f"/people/map/{ABOUT}/").content.decode()
    assert ("He had counted" in page, WORDS in page) == (True, False)


def test_promote_begins_with_the_answer_one_came_from(bo, entry, browser_of):
    page = browser_of(bo).get(f"/people/diary/{entry.key}/promote/?from=surprise").context["form"]

    assert (page["excerpt"].value(), page["competency"].value()) == ("He had counted", ABOUT)


def test_evidence_sent_twice_is_kept_once_and_removed_for_good(bo, browser_of, inside):
    browser = browser_of(bo)
    for _again in range(2):
        browser.post(f"/people/map/{ABOUT}/evidence/", {"text": "I asked", "seen_on": "2026-03-02"})
    with inside(bo):
        (evidence,) = queries.evidence_of(bo, ABOUT)

    browser.post(f"/people/evidence/{evidence.key}/remove/")

    with inside(bo):
        assert queries.evidence_of(bo, ABOUT) == []


def test_evidence_of_the_same_words_about_another_day_is_another(bo, inside):
    with inside(bo):
        for day in (date(2026, 3, 2), date(2026, 3, 3)):
            actions.keep_evidence(
                by=bo, competency=ABOUT, text="I asked", seen_on=day, origin=Evidence.Origin.OWN
            )

        assert [each.seen_on.day for each in queries.evidence_of(bo, ABOUT)] == [3, 2]


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"what_happened": " ", "next_time": ""}, "what_happened"),
        ({"happened_on": "2999-01-01"}, "happened_on"),
        ({"happened_on": "yesterday"}, "happened_on"),
        ({"words": "x" * 41}, "words"),
        ({"words": ",".join("abcdefghijk")}, "words"),
        ({"surprise": "x" * 5001}, "surprise"),
        ({"competencies": ["nonsense"]}, "competencies"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(sent, wrong, bo, browser_of):
    answer = browser_of(bo).post("/people/diary/write/", posted(next_time="stays here") | sent)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [wrong]
    assert answer.context["form"]["next_time"].value() == (posted(next_time="stays here") | sent)["next_time"]


def test_words_of_ones_own_are_each_kept_once(bo, browser_of, inside):
    browser_of(bo).post(
        "/people/diary/write/", posted(words=" My  team, budget ,, my team", competencies=[ABOUT])
    )

    with inside(bo):
        assert permissions.visible_diary(bo).get().tags == [ABOUT, "my team", "budget"]


def test_page_resumes_what_was_typed(bo, browser_of):
    browser = browser_of(bo)
    browser.post("/people/diary/write/keep/", posted(surprise="half a", competencies=[ABOUT]))

    form = browser.get("/people/diary/write/?about=working-in-the-open").context["form"]

    assert form["surprise"].value() == "half a"
    assert form["draft"].value() == 1
    assert form["competencies"].value() == [ABOUT, "working-in-the-open"]


def test_pages_lead_to_what_is_not_saved_yet(bo, entry, browser_of):
    actions.keep_draft(by=bo, entry=None, typed={"surprise": "x"}, version=0)
    actions.keep_draft(by=bo, entry=entry, typed={"surprise": "y"}, version=0)
    browser = browser_of(bo)

    list_page = browser.get("/people/diary/").content.decode()
    entry_page = browser.get(f"/people/diary/{entry.key}/").content.decode()

    assert [line for line in (list_page, entry_page) if "not saved yet" not in line] == []
    assert list_page.count('href="/people/diary/write/"') == 2
    assert entry_page.count(f'href="/people/diary/{entry.key}/change/"') == 2


def test_question_of_another_page_is_asked_and_stays_after_a_mistake(bo, browser_of):
    browser = browser_of(bo)

    asked = browser.post("/people/diary/write/", {"prompt": "Who taught you?"})
    again = browser.post("/people/diary/write/", posted(what_happened="", prompt="Who taught you?"))

    assert (asked.status_code, again.status_code) == (200, 422)
    assert all("<h1>Who taught you?</h1>" in answer.content.decode() for answer in (asked, again))


def test_stale_change_shows_both_and_keeps_either(bo, entry, browser_of):
    browser = browser_of(bo)
    sent = posted(what_happened="desk", seen="0" * 16)

    answer = browser.post(f"/people/diary/{entry.key}/change/", sent)

    assert answer.status_code == 409
    assert WORDS in answer.content.decode()
    assert "desk" in answer.content.decode()
    browser.post(f"/people/diary/{entry.key}/change/", sent | {"seen": answer.context["seen"]})
    assert said(permissions.visible_diary(bo)) == ["desk"]


def test_who_keeps_what_is_saved_is_shown_it_and_not_the_draft(bo, entry, browser_of):
    actions.keep_draft(by=bo, entry=entry, typed={"what_happened": "desk"}, version=0)
    browser = browser_of(bo)

    keep_url = browser.post(f"/people/diary/{entry.key}/change/", posted(seen="0" * 16)).context["keep_url"]
    page = browser.get(keep_url).context

    assert (page["form"]["what_happened"].value(), page["form"]["draft"].value()) == (WORDS, 1)
    browser.post(f"/people/diary/{entry.key}/change/", posted(seen=page["seen"], draft="1"))
    assert queries.diary_draft(bo, entry) is None


def test_discarded_draft_leaves_the_entry(bo, entry, browser_of):
    actions.keep_draft(by=bo, entry=entry, typed={"surprise": "x"}, version=0)

    browser_of(bo).post(f"/people/diary/{entry.key}/change/", {"go": "discard"})

    assert queries.diary_draft(bo, entry) is None
    assert said(permissions.visible_diary(bo)) == [WORDS]


def test_files_hold_all_and_run_nothing(bo, entry, browser_of):
    actions.change_entry(entry, by=bo, seen=None, **typed(what_happened="<b>bold</b>", words=["rota"]))
    browser = browser_of(bo)

    told = json.loads(browser.get("/people/diary.json").content)
    page = browser.get("/people/diary.html")

    assert [(each["what_happened"], each["tags"]) for each in told["entries"]] == [("<b>bold</b>", ["rota"])]
    assert "&lt;b&gt;bold&lt;/b&gt;" in page.content.decode()
    assert page["Content-Disposition"].startswith("attachment")


def test_personal_file_holds_the_diary_and_only_her_own(bo, ada, entry, inside):
    actions.keep_draft(by=bo, entry=None, typed={"surprise": "half a thought"}, version=0)

    assert all(word in str(doors.ask("personal_data", bo)) for word in (WORDS, "half a thought"))
    with inside(ada):
        assert WORDS not in str(doors.ask("personal_data", ada))


def test_diary_is_paged(bo, inside, browser_of):
    with inside(bo):
        for number in range(23):
            write(bo, what_happened=f"n{number}", happened_on=date(2026, 1, 1) + timedelta(days=number))

    pages = [browser_of(bo).get(f"/people/diary/?page={number}").context for number in (1, 2)]

    assert [len(page["entries"]) for page in pages] == [20, 2]
    assert pages[0]["latest"]["entry"].what_happened == "n22"


def test_there_is_no_admin_through_which_to_look():
    assert not apps.is_installed("django.contrib.admin")
    assert "admin" not in get_resolver().namespace_dict
    assert settings.DEBUG is False


def test_entry_of_today_is_taken(bo, browser_of):
    answer = browser_of(bo).post("/people/diary/write/", posted(happened_on=str(timezone.localdate())))

    assert answer.status_code == 302
