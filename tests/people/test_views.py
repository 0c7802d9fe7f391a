# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the room People, as a person gets them."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadroom.people import actions, queries
from leadroom.people.models import Answer, Rating, Scope, Sitting, skills_map

MOST_STATEMENTS = 10


@pytest.fixture
def profiled(bo, inside):
    """Return Bo after two full profiles."""
    with inside(bo):
        for level in (Answer.AWARE, Answer.SKILLED):
            sitting = actions.start(by=bo, scope=Scope.FULL, role_profile="employee")
            for key in skills_map().keys:
                seen = len(queries.own_ratings_of(bo, key))
                actions.answer(
                    sitting, by=bo, competency=key, answer=level, note="", seen=seen, token=uuid4()
                )
            actions.finish(sitting, by=bo)
    return bo


@pytest.fixture
def half_done(bo, inside):
    """Return Bo in the middle of a short scan: two answers given."""
    with inside(bo):
        sitting = actions.start(by=bo, scope=Scope.SCAN, role_profile="employee")
        for key in queries.progress(bo, sitting, []).order[:2]:
            actions.answer(
                sitting, by=bo, competency=key, answer=Answer.WORKING, note="", seen=0, token=uuid4()
            )
    return bo


PAGES = [
    "/",
    "/people/",
    "/people/map/building-trust-with-partners/",
    "/people/profiling/",
    "/people/profile/",
    "/people/profile.csv",
    "/people/profile.json",
    "/people/profile.pdf",
    "/people/roles/",
    "/people/roles/executive/",
]


@pytest.mark.parametrize("page", PAGES)
def test_page_of_a_person_without_a_profile(page, bo, browser_of):
    assert browser_of(bo).get(page).status_code == 200


def statements(taken: CaptureQueriesContext) -> list[str]:
    """
    Return what a request asks of the database when it is not inside a test's own transaction.

    There the council's wall is a transaction that ends the setting, not a savepoint that must put it back.
    """
    said = [query["sql"] for query in taken if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    walls = [sql for sql in said if "set_config" in sql]
    return [sql for sql in said if sql not in walls[1:]]


@pytest.mark.parametrize("page", PAGES)
def test_page_of_a_person_with_profiles_takes_few_statements(page, profiled, browser_of):
    client = browser_of(profiled)
    client.get(page)

    with CaptureQueriesContext(connection) as taken:
        answer = client.get(page)

    assert answer.status_code == 200
    assert len(statements(taken)) <= MOST_STATEMENTS, "\n".join(statements(taken))


def test_question_takes_few_statements(half_done, browser_of):
    client = browser_of(half_done)
    page = client.get("/people/profiling/question/building-trust-with-partners/")

    with CaptureQueriesContext(connection) as taken:
        client.get("/people/profiling/question/building-trust-with-partners/")

    assert page.status_code == 200
    assert len(statements(taken)) <= MOST_STATEMENTS, "\n".join(statements(taken))


def test_start_asks_the_first_question(bo, browser_of):
    answer = browser_of(bo).post(
        "/people/profiling/start/", {"role_profile": "service-manager", "scope": "SCAN"}
    )

    assert answer.status_code == 302
    assert answer.url.startswith("/people/profiling/question/")


def test_start_without_a_choice_says_what_to_do(bo, browser_of):
    answer = browser_of(bo).post("/people/profiling/start/", {"role_profile": ""})

    assert answer.status_code == 422
    assert "Choose the role you want to see yourself against" in answer.text


def form_of(client, key):
    page = client.get(f"/people/profiling/question/{key}/")
    form = page.context["form"]
    return {"seen": form["seen"].value(), "token": form["token"].value()}


def test_answer_leads_to_the_next_and_then_the_list(half_done, browser_of):
    client = browser_of(half_done)
    page = client.get("/people/profiling/")
    while (key := page.context["progress"].next_open) is not None:
        said = client.post(
            f"/people/profiling/question/{key}/", {"answer": "LEADING", **form_of(client, key)}
        )
        page = client.get("/people/profiling/")

    assert said.url == "/people/profiling/"
    assert page.context["progress"].is_complete


def test_answer_without_a_choice_keeps_the_note_and_says_so(half_done, browser_of):
    client = browser_of(half_done)
    key = "building-trust-with-partners"

    answer = client.post(
        f"/people/profiling/question/{key}/", {"note": "what I wrote", **form_of(client, key)}
    )

    assert answer.status_code == 422
    assert "what I wrote" in answer.text
    assert "<title>Error:" in answer.text


def test_answer_by_script_says_when_it_was_saved(half_done, browser_of, inside):
    client = browser_of(half_done)
    key = "building-trust-with-partners"

    answer = client.post(
        f"/people/profiling/question/{key}/",
        {"answer": "AWARE", **form_of(client, key)},
        headers={"Accept": "application/json"},
    )

    assert answer.json()["said"].startswith("Saved at")
    with inside(half_done):
        assert Rating.objects.get(competency=key, number=answer.json()["seen"]).answer == "AWARE"


def test_second_tab_is_shown_both_answers_and_can_choose(half_done, browser_of, inside):
    client = browser_of(half_done)
    key = "building-trust-with-partners"
    url = f"/people/profiling/question/{key}/"
    first_tab, second_tab = form_of(client, key), form_of(client, key)
    client.post(url, {"answer": "AWARE", "note": "from the first", **first_tab})

    shown = client.post(url, {"answer": "LEADING", "note": "from the second", **second_tab})

    assert shown.status_code == 409
    assert "from the first" in shown.text
    assert "from the second" in shown.text
    client.post(
        url,
        {
            "answer": "LEADING",
            "note": "from the second",
            "seen": shown.context["latest"].number,
            "token": shown.context["token"],
        },
    )
    with inside(half_done):
        assert queries.own_ratings_of(half_done, key)[-1].answer == "LEADING"


def test_question_the_scan_does_not_ask_is_not_found(half_done, browser_of):
    assert browser_of(half_done).get("/people/profiling/question/setting-shared-aims/").status_code == 404


def test_switching_language_keeps_what_was_typed(half_done, browser_of):
    client = browser_of(half_done)
    url = "/people/profiling/question/building-trust-with-partners/"

    client.post(
        "/language/",
        {"language": "da", "next": url, "answer": "SKILLED", "note": "halvt skrevet", "seen": "0"},
    )
    page = client.get(url)

    assert "halvt skrevet" in page.text
    assert page.context["chosen"] == "SKILLED"
    assert '<html lang="da"' in page.text


def test_profile_pdf_is_tagged_and_speaks_the_readers_language(profiled, browser_of):
    client = browser_of(profiled)
    client.post("/language/", {"language": "sv", "next": "/"})

    body = client.get("/people/profile.pdf").content

    assert body.startswith(b"%PDF")
    assert b"/Lang" in body


def test_profile_csv_has_codes_for_headers_in_every_language(profiled, browser_of):
    client = browser_of(profiled)
    client.post("/language/", {"language": "da", "next": "/"})

    rows = client.get("/people/profile.csv").content.decode("utf-8-sig").splitlines()

    assert rows[0].startswith("domain,area,competency,name,answer,level")
    assert len(rows) == 43


def test_finish_shows_the_wheel(half_done, browser_of):
    client = browser_of(half_done)

    page = client.post("/people/profiling/finish/", follow=True)

    assert page.redirect_chain == [("/people/profile/", 302)]
    assert page.text.count('class="petal"') == 42


def test_sitting_of_another_council_is_not_touched(half_done, dara, browser_of, inside):
    browser_of(dara).post("/people/profiling/set-aside/")

    with inside(half_done):
        assert Sitting.objects.get().finished_at is None


def test_adjust_targets_page_for_the_digital_office_only(ada, bo, browser_of):
    url = "/people/roles/executive/adjust/managing-risk/"

    assert (browser_of(ada).get(url).status_code, browser_of(bo).get(url).status_code) == (200, 403)


def test_adjust_targets_with_a_range_upside_down_is_refused(ada, browser_of):
    client = browser_of(ada)
    url = "/people/roles/executive/adjust/managing-risk/"
    typed = {name: field.initial for name, field in client.get(url).context["form"].fields.items()}
    typed = {name: client.get(url).context["form"][name].value() for name in typed}

    answer = client.post(url, typed | {"low-staying-cyber-resilient": 4, "high-staying-cyber-resilient": 1})

    assert answer.status_code == 422
    assert "must not end below where it begins" in answer.text


def test_role_profile_of_another_council_is_the_same_not_found(ada, dara, browser_of, inside):
    with inside(ada):
        added = actions.add_role_profile(by=ada, name={"en": "Champion"}, based_on="executive")
    client = browser_of(dara)

    theirs, missing = client.get(f"/people/roles/{added.key}/"), client.get("/people/roles/zzzzzzzzzz/")

    assert (theirs.status_code, theirs.content) == (
        404,
        missing.content.replace(b"zzzzzzzzzz", added.key.encode()),
    )


def test_record_names_what_was_done_in_people(ada, inside, browser_of):
    with inside(ada):
        actions.add_role_profile(by=ada, name={"en": "Champion"}, based_on="executive")

    page = browser_of(ada).get("/council/record/")

    assert "Added a role profile" in page.text


def test_answer_by_script_into_a_sitting_finished_elsewhere_says_so(half_done, browser_of):
    client = browser_of(half_done)
    key = "building-trust-with-partners"
    form = form_of(client, key)
    client.post("/people/profiling/finish/")

    answer = client.post(
        f"/people/profiling/question/{key}/",
        {"answer": "AWARE", **form},
        headers={"Accept": "application/json"},
    )

    assert (answer.status_code, answer.json()["said"]) == (
        410,
        "Not saved: this profile was finished in another window.",
    )


def test_language_on_a_refused_form_leads_back_to_its_page(ada, browser_of):
    client = browser_of(ada)

    for url, page in (
        ("/people/profiling/start/", "/people/profiling/"),
        ("/people/roles/add/", "/people/roles/"),
    ):
        assert f'next={page}"' in client.post(url, {}).text


def test_every_picture_of_my_profile_can_be_read_as_a_table(profiled, browser_of):
    client = browser_of(profiled)

    assert client.get("/people/profile/").text.count("figure-table") == 2
    assert client.get("/").text.count("figure-table") == 1
