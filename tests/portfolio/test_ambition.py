# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What lowering an ambition level buys, and how the executive decides on it."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadroom.accounts.models import AuditEvent
from leadroom.accounts.permissions import NotAllowed
from leadroom.portfolio import actions, queries
from leadroom.portfolio.bridge import Tried, try_levels
from leadroom.portfolio.models import Decision, Initiative, Plan, Status
from tests.portfolio.rows import LOW, USABLE, in_force, initiative, level, small, team
from tests.portfolio.statements import statements

PAGE, DECIDE = "/portfolio/ambition/", "/portfolio/ambition/decide/"


@pytest.fixture
def here(ada, inside):
    """Stand inside Ada's council: the post usable from January on, the vote from July on, one team."""
    with inside(ada):
        small()
        in_force({"post": (USABLE, "2027-01-01"), "vote": (LOW, "2027-07-01")})
        yield ada


def tried(by, **levels: str) -> Tried:
    return try_levels(queries.planning_rows(by), levels)


def decide(by, tried: Tried, **more) -> Decision:
    asked = {"name": "Lower", "reason": "Room for elder care", "mark": tried.answer.mark} | more
    return actions.decide_ambition(
        tried.answer.chosen, by=by, **{"instead_of": queries.plan_in_force(by).key} | asked
    )


def test_lowering_gives_back_what_the_level_took(here):
    answer = tried(here, post=LOW).answer

    assert (answer.before.room, answer.after.room) == (1200, 1500)
    assert answer.after.room_of == {"integration": 1500}
    assert [(one.key, one.kind) for one in answer.shifts] == [("post", "lowered")]
    assert answer.changed == ("post",)


def test_ladder_says_what_each_level_gives_beside_the_one_in_force(here):
    ladders = {each.initiative.key: each for each in tried(here).ladders}

    assert [(rung.takes, rung.gives) for rung in ladders["post"].rungs] == [(300, 300), (600, 0)]
    assert (ladders["post"].in_force, ladders["post"].chosen) == (USABLE, USABLE)


def test_nothing_chosen_keeps_the_plan_in_force(here):
    answer = tried(here, post="NONSENSE", nobody=LOW).answer

    assert (answer.changed, answer.shifts) == ((), ())
    assert answer.after == answer.before


def test_raising_moves_no_level_of_another(here):
    level(Initiative.objects.get(key="vote"), USABLE, months=3, effort={"integration": [10, 10, 10]})

    answer = tried(here, post=LOW).answer

    assert answer.chosen == {"post": LOW, "vote": LOW}


def test_level_of_what_is_under_way_can_be_lowered_and_it_goes_on_where_it_began(here):
    Initiative.objects.filter(key="post").update(status=Status.RUNNING)

    found = tried(here, post=LOW)

    assert found.answer.after.room == 1500
    assert found.plan["choices"]["post"]["month"] == "2027-01-01"


def test_levels_that_do_not_fit_say_so_and_keep_what_was_chosen(here):
    level(Initiative.objects.get(key="vote"), USABLE, months=3, effort={"integration": [900, 900, 900]})

    answer = tried(here, vote=USABLE).answer

    assert answer.after is None
    assert answer.chosen["vote"] == USABLE


def test_levels_without_any_place_are_called_impossible(here):
    level(Initiative.objects.get(key="vote"), USABLE, months=36)

    assert tried(here, vote=USABLE).answer.is_proven


def test_what_the_plan_in_force_assumes_still_holds(here):
    Plan.objects.update(changes={"capacity": [["integration", "2027-01-01", 500]], "locks": {"post": USABLE}})

    found = tried(here, post=LOW)

    assert found.answer.before.room == 1700
    assert found.plan["changes"] == {"capacity": [["integration", "2027-01-01", 500]]}


def test_decision_brings_the_plan_that_was_shown_into_force(here):
    old = queries.plan_in_force(here)
    decision = decide(here, tried(here, post=LOW))

    plan = Plan.objects.get(is_in_force=True)
    assert (plan.based_on, decision.plan, decision.kind) == (old, plan, "AMBITION")
    assert plan.choices["post"] == {"level": LOW, "month": "2027-01-01", "end": "2027-04-01"}
    assert (decision.before["room"], decision.after["room"]) == (1200, 1500)
    assert (decision.levels, decision.initiative.key) == ({"post": LOW}, "post")
    assert (decision.reason, decision.by) == ("Room for elder care", here.membership)
    assert AuditEvent.objects.filter(verb="portfolio.ambition.decided").count() == 1
    assert set(Initiative.objects.values_list("status", flat=True)) == {Status.PLANNED}


def test_decision_on_nothing_is_refused(here):
    with pytest.raises(actions.NothingChosen):
        decide(here, tried(here))


def test_decision_on_what_no_longer_follows_is_refused(here):
    shown = tried(here, post=LOW)
    Initiative.objects.filter(key="post").update(earliest_on=date(2027, 4, 1))

    with pytest.raises(actions.DecidedMeanwhile):
        decide(here, shown)
    with pytest.raises(actions.DecidedMeanwhile):
        decide(here, tried(here, post=LOW), instead_of="another")

    assert not Decision.objects.exists()


def test_decision_on_what_cannot_be_planned_is_refused(here):
    level(Initiative.objects.get(key="vote"), USABLE, months=36)

    with pytest.raises(actions.CannotBePlanned):
        decide(here, tried(here, vote=USABLE))


def test_digital_office_may_try_and_not_decide(here, odd):
    shown = tried(odd, post=LOW)

    with pytest.raises(NotAllowed):
        decide(odd, shown)


def test_page_shows_the_ladders_and_the_room_of_today(here, browser_of):
    page = browser_of(here).get(PAGE, headers={"accept-language": "en"}).content.decode()

    assert "12.0 team-months free" in page
    assert "gives 3.0 back" in page
    assert 'id="decide"' not in page


def test_answer_alone_is_what_the_page_loaded_afresh_holds(here, browser_of):
    browser, asked = browser_of(here), {"level-post": LOW}

    whole = browser.get(PAGE, asked, headers={"accept-language": "en"}).content.decode()
    part = browser.get(PAGE, asked, headers={"accept-language": "en", "HX-Request-Type": "partial"})

    alone = part.content.decode()
    assert "+3.0 team-months for Integration" in alone
    assert "lowered from “Usable” to “Legal minimum”" in alone
    assert _without_token(alone[alone.index("<aside") :]) in _without_token(whole)


def _without_token(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page).strip()


def test_page_says_plainly_that_it_does_not_fit_and_keeps_the_choice(here, browser_of):
    level(Initiative.objects.get(key="vote"), USABLE, months=36)

    page = (
        browser_of(here).get(PAGE, {"level-vote": USABLE}, headers={"accept-language": "en"}).content.decode()
    )

    assert "At these levels it is not possible" in page
    assert re.search(r'name="level-vote" value="USABLE" checked', page)


def test_executive_decides_and_the_digital_office_only_tries(here, eva, odd, browser_of):
    asked = {"level-post": LOW}
    shown = browser_of(eva).get(PAGE, asked)
    posted = {
        **asked,
        **{name: shown.context["form"].initial[name] for name in ("instead_of", "mark", "name")},
        "reason": "Room for elder care",
    }

    refused = browser_of(odd).post(DECIDE, posted)
    wrong = browser_of(eva).post(DECIDE, {**posted, "reason": ""})
    stale = browser_of(eva).post(DECIDE, {**posted, "mark": "another"})
    decided = browser_of(eva).post(DECIDE, posted)

    assert [answer.status_code for answer in (refused, wrong, stale, decided)] == [403, 422, 409, 302]
    assert 'id="decide"' not in browser_of(odd).get(PAGE, asked).content.decode()
    decision = Decision.objects.get()
    assert decided.url == f"/portfolio/decisions/{decision.key}/"
    assert decision.what == shown.context["form"].initial["name"]


def test_page_without_a_plan_says_what_to_do(here, browser_of):
    Plan.objects.all().delete()

    page = browser_of(here).get(PAGE, headers={"accept-language": "en"}).content.decode()

    assert "There is no plan in force yet" in page


@pytest.mark.parametrize("more", [1, 3])
def test_page_takes_as_many_statements_for_many_solutions_as_for_few(more, here, browser_of):
    for number in range(more):
        level(initiative(f"more{number}"), LOW, effort={"integration": [1, 1, 1]})
        team(f"team{number}")
    browser = browser_of(here)
    browser.get(PAGE)

    with CaptureQueriesContext(connection) as made:
        browser.get(PAGE)

    assert len(statements(made)) == 12
