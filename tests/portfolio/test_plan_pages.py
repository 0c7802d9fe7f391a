# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of plans: what they say of a plan, of a search, and of a portfolio without a plan."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leadroom.accounts.models import Role
from leadroom.kit import jobs
from leadroom.portfolio import actions
from leadroom.portfolio.bridge import Changes
from leadroom.portfolio.models import Decision, EarlyQuestion, Initiative, LevelKind, Plan, Terms, Track, Wait
from tests.conftest import join
from tests.portfolio.rows import initiative, level, small, starting, team, terms
from tests.portfolio.statements import statements

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def browser(ada, browser_of, inside):
    """Return Ada's browser, in English, inside her council."""
    ada.user.language = "en"
    ada.user.save()
    with inside(ada):
        yield browser_of(ada)


def drawn(by, name: str = "First", **more) -> Plan:
    """Ask for a plan and let a worker find it."""
    plan = actions.request_plan(by=by, name=name, **more)
    while jobs.run_next():
        pass
    plan.refresh_from_db()
    return plan


def force(plan: Plan) -> Plan:
    Plan.objects.filter(pk=plan.pk).update(is_in_force=True)
    plan.refresh_from_db()
    return plan


def words(answer) -> str:
    """Return what a page says, without its marks."""
    text = re.sub(r"<(title|style|script)\b.*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def page(browser, plan: Plan, query: str = ""):
    return browser.get(reverse("plan", args=[plan.key]) + query)


def test_a_plan_says_when_how_ambitious_and_how_much_is_left(browser, ada):
    small()
    plan = drawn(ada)

    answer = page(browser, plan)

    said = words(answer)
    assert answer.status_code == 200
    assert "This leaves 15.0 team-months free until December 2027" in said
    assert "No plan leaves more: that is proven." in said
    assert "The post Legal minimum" in said
    assert answer.content.count(b'class="roadmap-line"') == 3
    assert 'href="/portfolio/initiatives/post/"' in answer.content.decode()
    assert "2 July" not in said
    assert "July 1, 2027" in said or "1 July 2027" in said


def test_teams_show_what_is_kept_used_and_free(browser, ada):
    terms()
    team("it", staff=200, reserved_foundations=25)
    level(initiative("thing", deadline=date(2027, 4, 1)), months=3, effort={"it": [100, 100, 100]})

    said = words(page(browser, drawn(ada)))

    assert "It 15.0 free" in said
    assert "It Q1 2027 6.0 1.5 3.0 1.5" in said


def test_a_team_that_is_full_is_named_with_what_more_would_give(browser, ada):
    terms()
    team("it", staff=100)
    team("care", staff=300)
    one, other = initiative("one"), initiative("other", deadline=date(2027, 7, 1))
    level(one, months=3, effort={"it": [60] * 3})
    level(other, months=3, effort={"it": [60] * 3})
    plan = drawn(ada)
    plan.figures["reasons"]["one"] = {
        "kind": "team",
        "team": "it",
        "month": "2027-07-01",
        "by": "",
        "gain": 130,
    }
    plan.save()

    assert (
        "It is full in Q3 2027; one team-month more there would give 1.3 team-months of headroom."
        in words(page(browser, plan))
    )


def test_a_plan_by_month_is_also_shown_by_quarter_and_with_what_waits(browser, ada):
    [post, vote] = small()
    Terms.objects.update(is_by_month=True)
    Wait.objects.create(before=post, after=vote)
    plan = drawn(ada)

    months, quarters = page(browser, plan), page(browser, plan, "?zoom=quarter&waits=1")

    assert "Show quarters" in words(months)
    assert "roadmap-waits" not in months.content.decode()
    assert "Show months" in words(quarters)
    assert "roadmap-waits" in quarters.content.decode()
    assert "Integration Q1 2027 6.0" in words(quarters)


def test_a_scenario_says_what_it_assumes_and_what_it_changes(browser, ada):
    [_, vote] = small()
    starting(vote, date(2027, 7, 1))
    base = force(drawn(ada))
    changes = Changes(locks={"post": "USABLE"}, capacity=(("integration", "2027-04-01", 50),))

    said = words(page(browser, drawn(ada, "If", based_on=base, changes=changes)))

    assert "“The post” at exactly this level: Usable" in said
    assert "Integration in Q2 2027: 0.5 team-months more" in said
    assert "Beside the plan in force: 1 raised, and 2.5 team-months fewer are free." in said
    assert "Raised from “Legal minimum” to “Usable”" in said
    assert "It is the plan with the fewest changes that was found." in said


def test_a_search_shows_how_far_it_is_and_the_part_is_the_same_as_in_the_page(browser, ada):
    small()
    plan = drawn(ada)
    Plan.objects.filter(pk=plan.pk).update(
        status="SEARCHING", progress={"done": 3, "total": 10, "bound": 1700}
    )

    whole = page(browser, plan).content.decode()
    part = browser.get(reverse("plan", args=[plan.key]), headers=PART).content.decode()

    assert "Best so far: 15.0 team-months free; no plan can have more than 17.0." in unescape(part)
    assert "chart-roadmap" in part
    assert re.sub(r"\s+", "", part.partition("<div")[2]) in re.sub(r"\s+", "", whole)
    assert "Stop the search" in whole


def test_a_script_that_asks_once_the_search_is_over_gets_the_whole_page(browser, ada):
    small()
    plan = drawn(ada)

    answer = browser.get(reverse("plan", args=[plan.key]), headers=PART)

    assert (answer["HX-Refresh"], answer.content) == ("true", b"")


def test_a_search_can_be_stopped(browser, ada):
    small()
    plan = actions.request_plan(by=ada, name="First")

    answer = browser.post(reverse("stop_plan", args=[plan.key]), follow=True)

    plan.refresh_from_db()
    assert (answer.status_code, plan.is_stop_wanted) == (200, True)


def test_an_impossible_portfolio_names_who_needs_what_and_offers_ways_out(browser, ada):
    small(staff=80)
    Initiative.objects.update(deadline=date(2027, 4, 1))
    plan = drawn(ada)

    answer = page(browser, plan)

    said = words(answer)
    assert "Not possible" in said
    assert "“The vote” needs at least 6.0 team-months of Integration in Q1 2027; there are 2.4." in said
    assert "Integration in Q1 2027: 6.6 team-months more" in said
    assert "The vote 6.0 team-months" in said
    assert "What there is: 2.4 team-months" in said
    assert said.count("Try this way out") == len(plan.ways_out) >= 1


@pytest.mark.parametrize(
    ("explanation", "sentence"),
    [
        (
            {"kind": "closed", "closed": [{"chain": ["post"], "is_frozen": True, "is_locked": False}]},
            (
                "“The post” has no place: its own dates leave too little time for any of its levels."
                " Without the freezes there would be a place."
            ),
        ),
        (
            {
                "kind": "closed",
                "closed": [{"chain": ["post", "vote"], "is_frozen": False, "is_locked": True}],
            },
            (
                "One after the other, “The post” and “The vote” do not fit between their dates."
                " Without what was fixed for them there would be a place."
            ),
        ),
        (
            {
                "kind": "strained",
                "cells": [["integration", 0, 2, 50]],
                "money": [[0, 7]],
                "deadlines": ["vote"],
                "price": 57,
            },
            (
                "Integration in Q1 2027 to Q2 2027: 0.5 team-months are missing. Money in 2027: 7 thousand are"
                " missing. If only time could give way, these would be late: “The vote”."
            ),
        ),
        ({}, "It is proven that no plan keeps every rule, but no single place explains it."),
    ],
)
def test_reasons_why_not_are_said_in_plain_words(browser, ada, explanation, sentence):
    small()
    plan = drawn(ada)
    Plan.objects.filter(pk=plan.pk).update(status="IMPOSSIBLE", choices={}, explanation=explanation)

    assert sentence in words(page(browser, plan))


def test_no_plan_found_is_never_said_to_be_impossible(browser, ada):
    small()
    plan = drawn(ada)
    Plan.objects.filter(pk=plan.pk).update(status="NOT_FOUND", choices={})

    said = words(page(browser, plan))

    assert "No plan was found. That does not prove that there is none." in said
    assert "possible" not in said.replace("impossible", "possible").partition("What if?")[0]


def test_a_way_out_becomes_a_scenario_that_is_found(browser, ada):
    small(staff=80)
    Initiative.objects.update(deadline=date(2027, 4, 1))
    plan = drawn(ada)

    answer = browser.post(reverse("try_way_out", args=[plan.key, plan.ways_out[0]["key"]]))
    while jobs.run_next():
        pass

    scenario = Plan.objects.exclude(pk=plan.pk).get()
    assert answer["Location"] == reverse("plan", args=[scenario.key])
    assert (scenario.status, scenario.name) == ("FOUND", "First, way out: More capacity")
    assert browser.post(reverse("try_way_out", args=[plan.key, "nothing"])).status_code == 404


def test_a_what_if_becomes_a_scenario(browser, ada):
    small()
    plan = drawn(ada)
    typed = {
        "if-name": "More people",
        "if-initiative": "post",
        "if-ambition": "exactly:USABLE",
        "if-start": "2027-01-01",
        "if-deadline": "2027-10-01",
        "if-team": "integration",
        "if-period": "2027-04-01",
        "if-more": "1.5",
    }

    browser.post(reverse("what_if", args=[plan.key]), typed)

    scenario = Plan.objects.exclude(pk=plan.pk).get()
    assert (scenario.based_on, scenario.name) == (plan, "More people")
    assert scenario.changes == {
        "locks": {"post": "USABLE"},
        "starts": {"post": "2027-01-01"},
        "deadlines": {"post": "2027-10-01"},
        "capacity": [["integration", "2027-04-01", 150]],
    }


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({}, "Say what would be otherwise: with an initiative or with a team"),
        ({"if-ambition": "most:USABLE"}, "Choose the initiative that this is about"),
        ({"if-initiative": "post"}, "Say what would be otherwise with the initiative"),
        ({"if-team": "integration"}, "Choose the team, when, and how many team-months more"),
        (
            {"if-initiative": "vote", "if-ambition": "exactly:USABLE"},
            "This initiative has no such level: choose another",
        ),
    ],
)
def test_half_a_what_if_is_refused_with_what_is_missing(browser, ada, typed, error):
    small()
    plan = drawn(ada)

    answer = browser.post(reverse("what_if", args=[plan.key]), {"if-name": "x", **typed})

    assert answer.status_code == 422
    assert error in words(answer)
    assert Plan.objects.count() == 1


def test_who_was_not_asked_and_what_is_not_planned_is_listed_by_name(browser, ada):
    [post, _vote] = small()
    EarlyQuestion.objects.create(initiative=post, chief=ada.membership)
    initiative("bare")
    initiative("chosen", Track.CHALLENGE)
    level(initiative("late", deadline=date(2026, 1, 1)))

    said = words(page(browser, drawn(ada)))

    assert "Chiefs not asked yet: 1 The post No chief" in said
    assert "No chief is named to be asked: 3 The bare The late The vote Without" in said
    assert "Give levels to: The bare" in said
    assert "does not bind the plan: 1 The late" in said


def test_a_chief_who_was_asked_is_not_listed(browser, ada):
    [post, _vote] = small()
    EarlyQuestion.objects.create(initiative=post, chief=ada.membership, asked_at=timezone.now())

    assert "Chiefs not asked yet" not in words(page(browser, drawn(ada)))


def test_the_decision_shows_the_room_before_and_after_and_brings_the_plan_into_force(browser, ada):
    small()
    base = force(drawn(ada))
    plan = drawn(ada, "Second", based_on=base, changes=Changes(locks={"post": "USABLE"}))
    here = reverse("decide_plan", args=[plan.key])

    assert "Integration 15.0 12.0 −3.0" in words(browser.get(here))
    answer = browser.post(here, {"name": "Plan B", "reason": "Better", "instead_of": base.key}, follow=True)

    assert Plan.objects.get(is_in_force=True) == plan
    assert "Decided on" in words(answer)
    assert Decision.objects.get().what == "Plan B"
    assert browser.get(here).status_code == 302


def test_a_decision_on_an_old_comparison_keeps_what_was_typed(browser, ada):
    small()
    plan = drawn(ada)

    answer = browser.post(
        reverse("decide_plan", args=[plan.key]),
        {"name": "Plan B", "reason": "Because of this", "instead_of": "old"},
    )

    assert answer.status_code == 409
    assert "Another plan came into force meanwhile" in words(answer)
    assert "Because of this" in words(answer)


def test_a_plan_that_is_out_of_date_is_drawn_anew(browser, ada):
    small()
    plan = drawn(ada)
    level(initiative("new"))

    answer = browser.post(
        reverse("decide_plan", args=[plan.key]), {"name": "Plan B", "reason": "x", "instead_of": ""}
    )
    assert (answer.status_code, "Draw it anew first." in words(answer)) == (409, True)
    browser.post(reverse("redraw_plan", args=[plan.key]))
    while jobs.run_next():
        pass

    anew = Plan.objects.exclude(pk=plan.pk).get()
    assert (anew.name, set(anew.choices)) == ("First, drawn anew", {"post", "vote", "new"})


def test_a_decision_without_a_reason_is_refused(browser, ada):
    small()
    plan = drawn(ada)

    answer = browser.post(reverse("decide_plan", args=[plan.key]), {"name": "", "reason": ""})

    assert (answer.status_code, Decision.objects.count()) == (422, 0)


def test_plans_are_listed_with_the_one_in_force_first_and_found_anew(browser, ada):
    small()
    force(drawn(ada, "Old"))
    drawn(ada, "Scenario")

    said = words(browser.get(reverse("plans")))
    answer = browser.post(reverse("find_plan"), {"name": "Brand new"})

    assert said.index("Old") < said.index("Scenario")
    assert answer["Location"] == reverse("plan", args=[Plan.objects.get(name="Brand new").key])
    assert browser.post(reverse("find_plan"), {"name": ""}).status_code == 422


def test_a_plan_is_removed_but_not_one_in_force(browser, ada):
    small()
    plan, base = drawn(ada), force(drawn(ada, "Old"))

    browser.post(reverse("remove_plan", args=[plan.key]))
    browser.post(reverse("remove_plan", args=[base.key]))

    assert list(Plan.objects.all()) == [base]


def test_who_does_not_steer_sees_the_plan_in_force_and_no_other(ada, fjordby, browser_of, inside):
    with inside(ada):
        small()
        base, plan = force(drawn(ada, "Old")), drawn(ada)
        browser = browser_of(join(fjordby, "Eva", Role.MANAGER))

        assert page(browser, base).status_code == 200
        assert page(browser, plan).status_code == 404
        said = words(page(browser, base))
        assert "What if?" not in said
        assert browser.post(reverse("find_plan"), {"name": "x"}).status_code == 403
        assert browser.get(reverse("decide_plan", args=[base.key])).status_code == 403


def test_the_digital_office_cannot_decide(ada, fjordby, browser_of, inside):
    with inside(ada):
        small()
        plan = drawn(ada)
        browser = browser_of(join(fjordby, "Eva", Role.DIGITAL_OFFICE))

        assert browser.get(reverse("decide_plan", args=[plan.key])).status_code == 403
        assert "Decide on this plan" not in words(page(browser, plan))


def sixty(ada, count: int) -> Plan:
    terms(months=36)
    keys = [team(f"team{number}", staff=900).key for number in range(6)]
    for number in range(count):
        one = initiative(f"i{number}", deadline=date(2029, 7, 1))
        for place, kind in enumerate(list(LevelKind)[:3], 1):
            level(one, kind, months=3 * place, effort={keys[number % 6]: [20] * 3 * place}, value=place)
    return drawn(ada)


@pytest.mark.parametrize("count", [1, 3])
def test_a_plans_page_asks_twelve_times_at_most_however_large_it_is(browser, ada, count):
    plan = sixty(ada, count)
    force(drawn(ada, "Old"))
    page(browser, plan)

    with CaptureQueriesContext(connection) as asked:
        page(browser, plan)

    assert len(statements(asked)) <= 10, statements(asked)


def test_team_months_are_read_as_danes_write_them(browser, ada):
    small()
    plan = drawn(ada)
    ada.user.language = "da"
    ada.user.save()
    typed = {"if-name": "Flere", "if-team": "integration", "if-period": "2027-04-01", "if-more": "-1,5"}

    browser.post(reverse("what_if", args=[plan.key]), typed)

    assert Plan.objects.exclude(pk=plan.pk).get().changes == {
        "capacity": [["integration", "2027-04-01", -150]]
    }


def test_a_search_that_broke_off_says_so_and_shows_what_it_had_kept(browser, ada):
    small()
    plan = drawn(ada)
    Plan.objects.filter(pk=plan.pk).update(status="FAILED")

    said = words(page(browser, plan))

    assert "The search broke off by a fault of ours." in said
    assert "The post Legal minimum" in said
