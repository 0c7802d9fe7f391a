# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was decided and what it did to the room, on the page and on paper."""

import io
from datetime import date

import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadroom.portfolio import actions, documents, queries
from leadroom.portfolio.bridge import try_levels
from leadroom.portfolio.models import Decision, Initiative, Plan
from leadroom.portfolio.pictures import words
from tests.house.walls import pdf
from tests.portfolio.rows import LOW, USABLE, in_force, small
from tests.portfolio.statements import statements

ENGLISH = {"accept-language": "en"}


def _month(year: int, month: int) -> str:
    return words.month_name(date(year, month, 1), is_quarter=False)


@pytest.fixture
def here(ada, inside):
    """Stand inside Ada's council: the post usable from January on, the vote from July on, one team."""
    with inside(ada):
        small()
        in_force({"post": (USABLE, "2027-01-01"), "vote": (LOW, "2027-07-01")})
        yield ada


@pytest.fixture
def decision(here) -> Decision:
    """Return Ada's decision to lower the post."""
    answer = try_levels(queries.planning_rows(here), {"post": LOW}).answer
    return actions.decide_ambition(
        answer.chosen,
        by=here,
        name="Lower the post",
        reason="Room for elder care",
        instead_of=queries.plan_in_force(here).key,
        mark=answer.mark,
    )


def test_page_says_what_by_whom_why_and_what_it_did(decision, here, bo, browser_of):
    page = browser_of(bo).get(f"/portfolio/decisions/{decision.key}/", headers=ENGLISH).content.decode()

    assert f"Headroom until {_month(2027, 12)} went from 12.0 to 15.0 team-months (+3.0)." in page
    assert "Room for elder care" in page
    assert "<td>Usable</td><td>Legal minimum</td><td>Q1 2027</td><td>Q2 2027</td>" in page
    # The vote goes live in October, when it is due.
    assert "All 2 solutions with a deadline go live in time; “The vote” just so." in page


def test_late_solutions_are_named(decision, here, browser_of):
    plan = Plan.objects.get(pk=decision.plan_id)
    plan.problem["deadlines"]["vote"] = "2027-08-01"
    plan.save()

    page = browser_of(here).get(f"/portfolio/decisions/{decision.key}/", headers=ENGLISH).content.decode()

    assert "1 of 2 solutions with a deadline goes live after it." in page
    assert f"The vote goes live in {_month(2027, 10)}; its deadline is 1 August 2027." in page


def test_list_shows_the_room_before_and_after_each(decision, here, browser_of):
    Decision.objects.create(
        kind="PLAN", what="Older, without figures", reason="", decided_on=date(2026, 1, 1)
    )

    page = browser_of(here).get("/portfolio/decisions/", headers=ENGLISH).content.decode()

    assert "1 decision took headroom from 12.0 to 15.0 team-months." in page
    assert "The room before and after was not kept." in page


def test_list_without_decisions_says_so(ada, browser_of):
    assert "No decision yet" in browser_of(ada).get("/portfolio/decisions/", headers=ENGLISH).content.decode()


@pytest.mark.parametrize("more", [1, 3])
def test_list_takes_as_many_statements_for_many_as_for_few(more, decision, here, browser_of):
    for number in range(more):
        Decision.objects.create(
            kind="PLAN", what=f"No {number}", reason="", by=here.membership, after={"room": 1}
        )
    browser = browser_of(here)
    browser.get("/portfolio/decisions/")

    with CaptureQueriesContext(connection) as made:
        browser.get("/portfolio/decisions/")

    assert len(statements(made)) == 4


def test_paper_is_accessible_and_in_the_councils_language(decision, here, browser_of):
    answer = browser_of(here).get(f"/portfolio/decisions/{decision.key}/decision.pdf", headers=ENGLISH)

    said = pdf.words(answer.content)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert all(each in said for each in ("Lower the post", "Room for elder care", "The post", "15,0"))
    with pikepdf.open(io.BytesIO(answer.content)) as document:
        assert str(document.Root.Lang) == "da"
        assert document.Root.MarkInfo.Marked
        assert b"pdfuaid" in document.Root.Metadata.read_bytes()


def test_paper_stands_also_when_what_it_speaks_of_is_gone(decision, here):
    Initiative.objects.all().delete()
    Plan.objects.update(is_in_force=False)
    Plan.objects.all().delete()
    kept = Decision.objects.select_related("plan", "by__user").get()

    said = pdf.words(documents.decision_pdf(here, queries.shown_decision(here, kept)))

    assert "Lower the post" in said


def test_paper_of_a_decision_without_figures_stands(here, browser_of):
    bare = Decision.objects.create(kind="PLAN", what="Bare", reason="Because")

    answer = browser_of(here).get(f"/portfolio/decisions/{bare.key}/decision.pdf")

    assert "Bare" in pdf.words(answer.content)


def test_another_councils_decision_is_not_there(decision, dara, browser_of):
    browser = browser_of(dara)

    assert browser.get(f"/portfolio/decisions/{decision.key}/").status_code == 404
    assert browser.get(f"/portfolio/decisions/{decision.key}/decision.pdf").status_code == 404
