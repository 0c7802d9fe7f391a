# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The portfolio's page and an initiative's, as people get them."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadroom.portfolio import actions
from leadroom.portfolio.models import Initiative, Plan, PlanStatus, SavedView, Status, Track
from tests.portfolio.statements import statements

MOST_STATEMENTS = 10
NEW = {"title": "Vote", "source": "The state", "legal_basis": "LAW"}


@pytest.fixture
def plan(ada, inside, levels, post) -> Plan:
    """Return a plan in force of eight quarters: 600 a quarter, 120 reserved, 150 taken in the first."""
    free = [330] + [480] * 7
    with inside(ada):
        return Plan.objects.create(
            name="Plan",
            status=PlanStatus.FOUND,
            is_in_force=True,
            choices={post.key: {"level": "LEGAL_MINIMUM", "month": "2027-01-01"}},
            problem={
                "first": "2027-01-01", "months": 24, "step": 3,
                "teams": [{"key": "integration", "capacity": [600] * 8, "reserved": [120] * 8, "need": [100] * 8}],
            },
            figures={"free": {"integration": free}, "usage": {"integration": [150] + [0] * 7}},
        )  # fmt: skip


def test_page_says_how_much_room_there_is(plan, ada, browser_of):
    page = browser_of(ada).get("/portfolio/", headers={"accept-language": "en"}).content.decode()

    # Free 330 + 7 * 480 = 36.9 of 48 team-months.
    assert "36.9 of 48.0 team-months free: headroom of 77" in page
    assert "Legal minimum from Q1 2027" in page


def test_page_without_a_plan_and_without_initiatives_says_what_to_do(ada, bo, browser_of):
    assert "Add an initiative" in browser_of(ada).get("/portfolio/").content.decode()
    assert "Add an initiative" not in browser_of(bo).get("/portfolio/").content.decode()


@pytest.mark.parametrize("more", [0, 3, 40])
def test_page_takes_few_statements_however_many_initiatives(more, plan, ada, inside, browser_of):
    with inside(ada):
        for number in range(more):
            actions.add(
                Track.MANDATED, by=ada, facts={**NEW, "title": f"No {number}", "deadline": date(2027, 5, 1)}
            )
    browser = browser_of(ada)
    browser.get("/portfolio/")

    with CaptureQueriesContext(connection) as made:
        page = browser.get("/portfolio/")

    assert page.status_code == 200
    assert len(statements(made)) <= MOST_STATEMENTS


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("search=digital", {"Digital Post, phase 2"}),
        ("track=CHALLENGE", {"More hands in elder care"}),
        ("source=KL+and+the+state", {"Digital Post, phase 2"}),
        ("status=DONE", set()),
        ("sort=title", {"Digital Post, phase 2", "More hands in elder care"}),
        ("sort=nonsense&track=nonsense", {"Digital Post, phase 2", "More hands in elder care"}),
    ],
)
def test_list_is_narrowed_on_the_page_and_in_the_file(asked, found, post, hands, ada, browser_of):
    browser = browser_of(ada)

    file = browser.get(f"/portfolio/initiatives.csv?{asked}").content.decode("utf-8-sig")
    page = browser.get(f"/portfolio/?{asked}").content.decode()

    assert {row["title"] for row in csv.DictReader(io.StringIO(file))} == found
    assert {
        title for title in ("Digital Post, phase 2", "More hands in elder care") if f">{title}</a>" in page
    } == found


def test_view_is_saved_found_and_forgotten_by_its_owner_alone(ada, odd, inside, browser_of):
    hers, his = browser_of(ada), browser_of(odd)

    hers.post("/portfolio/views/save/", {"name": "Mandated", "query": "track=MANDATED"})
    with inside(ada):
        key = SavedView.objects.get().key

    assert "?track=MANDATED" in hers.get("/portfolio/").content.decode()
    assert "?track=MANDATED" not in his.get("/portfolio/").content.decode()
    assert his.post(f"/portfolio/views/{key}/forget/").status_code == 404
    assert hers.post(f"/portfolio/views/{key}/forget/").status_code == 302
    assert "?track=MANDATED" not in hers.get("/portfolio/").content.decode()


def test_several_are_set_at_once(post, hands, ada, inside, browser_of):
    browser_of(ada).post("/portfolio/bulk/", {"key": [post.key, hands.key], "status": "RUNNING"})

    with inside(ada):
        assert set(Initiative.objects.values_list("status", flat=True)) == {Status.RUNNING}


def test_bulk_never_drops(post, ada, inside, browser_of):
    browser_of(ada).post("/portfolio/bulk/", {"key": [post.key], "status": "DROPPED"})

    with inside(ada):
        assert Initiative.objects.get().status == Status.PROPOSED


def test_initiative_is_added_by_form(ada, inside, browser_of):
    answer = browser_of(ada).post("/portfolio/add/mandated/", {**NEW, "deadline": "2027-12-01"})

    with inside(ada):
        added = Initiative.objects.get()
        history = added.deadlines.count()
    assert (answer.status_code, answer.url) == (302, f"/portfolio/initiatives/{added.key}/")
    assert (added.deadline, history) == (date(2027, 12, 1), 1)


def test_form_says_what_a_challenge_needs(ada, inside, browser_of):
    answer = browser_of(ada).post("/portfolio/add/challenge/", {"title": "Hands"})

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"result", "need_of", "evidence", "evidence_on"}
    with inside(ada):
        assert not Initiative.objects.exists()


def test_two_editors_meet_and_nothing_is_lost(post, ada, odd, inside, browser_of):
    hers, his = browser_of(ada), browser_of(odd)
    address = f"/portfolio/initiatives/{post.key}/change/"
    seen = his.get(address).context["seen"]
    facts = {"title": "Digital Post", "source": "KL", "legal_basis": "LAW"}
    hers.post(address, {**facts, "title": "Hers", "seen": hers.get(address).context["seen"]})

    answer = his.post(address, {**facts, "title": "His", "seen": seen})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Hers" in page
    assert "His" in page
    with inside(ada):
        assert Initiative.objects.get().title == "Hers"


@pytest.mark.parametrize("who", ["bo", "dara"])
def test_page_of_an_initiative_shows_what_is_hers_to_see(who, request, post, browser_of):
    actor = request.getfixturevalue(who)

    answer = browser_of(actor).get(f"/portfolio/initiatives/{post.key}/")

    assert answer.status_code == (200 if who == "bo" else 404)
    if who == "bo":
        assert not answer.context["may_keep"]


def test_page_of_an_initiative_takes_few_statements(post, levels, ada, browser_of):
    browser = browser_of(ada)
    browser.get("/portfolio/")

    with CaptureQueriesContext(connection) as made:
        answer = browser.get(f"/portfolio/initiatives/{post.key}/")

    assert answer.status_code == 200
    assert len(statements(made)) <= MOST_STATEMENTS


@pytest.mark.parametrize(
    ("address", "typed", "field"),
    [
        ("status", {"status": "DONE"}, "status"),
        ("status", {"status": "DROPPED"}, "status"),
        ("deadline", {"day": "2027-05-01", "known_on": "2999-01-01", "said_by": "KL"}, "known_on"),
        ("way", {"way": "TAKEN_OVER"}, "challenge"),
        ("waits", {"before": "", "months": "1", "least_level": "0"}, "before"),
    ],
)
def test_what_is_wrong_is_said_at_its_form(address, typed, field, post, ada, browser_of):
    answer = browser_of(ada).post(f"/portfolio/initiatives/{post.key}/{address}/", typed)

    assert answer.status_code == 422
    form = answer.context["wrong"] if address in {"status", "deadline"} else answer.context["form"]
    assert set(form.errors) == {field}


def test_move_says_what_changes_and_asks_for_it(post, ada, browser_of):
    browser = browser_of(ada)
    address = f"/portfolio/initiatives/{post.key}/move/challenge/"

    asked = browser.get(address)
    refused = browser.post(address, {"reason": "It answers a need"})

    assert "result" in asked.context["form"].fields
    assert (refused.status_code, "result" in refused.context["form"].errors) == (422, True)


@pytest.mark.parametrize(("who", "count"), [("ada", 2), ("bo", 0)])
def test_ticks_are_there_for_those_who_may_set_several(who, count, request, post, hands, browser_of):
    page = browser_of(request.getfixturevalue(who)).get("/portfolio/").content.decode()

    assert page.count('class="line-tick"') == count
    assert page.count('class="line-title"') == 2
