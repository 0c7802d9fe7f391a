# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan as a schedule for Microsoft Project."""

from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest

from leadroom.portfolio import actions
from leadroom.portfolio.models import Initiative, Plan, PlanStatus, Track

pytestmark = pytest.mark.django_db
NS = {"p": "http://schemas.microsoft.com/project"}
QUARTERS = 4


@pytest.fixture
def later(post, ada, inside) -> Initiative:
    """Return a solution that waits for the post, two months after it is live."""
    with inside(ada):
        one = actions.add(
            Track.MANDATED,
            by=ada,
            facts={"title": "Børn & unge <3>", "source": "KL", "legal_basis": "LAW"},
        )
        actions.let_wait(one, post, by=ada, months=2)
        return one


@pytest.fixture
def plan(post, later, levels, team, ada, inside) -> Plan:
    """Return the plan in force, by quarter: first the post for half a year, then what waits for it."""
    with inside(ada):
        return Plan.objects.create(
            name="The plan",
            status=PlanStatus.FOUND,
            is_in_force=True,
            choices={
                post.key: {"level": "USABLE", "month": "2027-01-01", "end": "2027-07-01"},
                later.key: {"level": "USABLE", "month": "2027-10-01", "end": "2028-01-01"},
            },
            problem={
                "first": "2027-01-01",
                "months": 12,
                "step": 3,
                "deadlines": {post.key: "2027-12-01"},
                "waits": [[post.key, later.key]],
                "teams": [
                    {
                        "key": team.key,
                        "capacity": [600, 600, 450, 450],
                        "reserved": [120] * QUARTERS,
                        "floor": [0] * QUARTERS,
                        "need": [0] * QUARTERS,
                    }
                ],
            },
        )


def read(browser, plan) -> Element:
    answer = browser.get(f"/portfolio/plans/{plan.key}/plan.xml")
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="leadroom-plan.xml"'
    return fromstring(answer.content)  # noqa: S314 - our own


def facts(element: Element, *names: str) -> tuple[str | None, ...]:
    return tuple(element.findtext(f"p:{name}", namespaces=NS) for name in names)


def test_plan_comes_as_tasks_under_their_track(plan, bo, browser_of):
    root = read(browser_of(bo), plan)

    found = [facts(task, "Name", "Start", "Finish") for task in root.iterfind("p:Tasks/p:Task", NS)]
    assert found == [
        ("Mandated solution", "2027-01-01T08:00:00", "2027-12-31T17:00:00"),
        ("Digital Post, phase 2", "2027-01-01T08:00:00", "2027-06-30T17:00:00"),
        ("Børn & unge <3>", "2027-10-01T08:00:00", "2027-12-31T17:00:00"),
    ]


def test_task_tells_its_level_and_deadline(plan, bo, browser_of):
    post, later = read(browser_of(bo), plan).findall("p:Tasks/p:Task", NS)[1:]

    assert facts(post, "Notes", "Deadline") == (
        "Ambition level: Usable. Goes live on 1 July 2027.",
        "2027-12-01T17:00:00",
    )
    assert facts(later, "Deadline") == (None,)


def test_notes_are_in_the_readers_language(plan, bo, browser_of):
    bo.user.language = "da"
    bo.user.save()

    track, post, _later = read(browser_of(bo), plan).findall("p:Tasks/p:Task", NS)

    assert facts(track, "Name") == ("Skal-løsning",)
    assert facts(post, "Notes") == ("Ambitionsniveau: Brugbar. I drift den 1. juli 2027.",)


def test_deadline_is_the_one_that_a_scenario_assumes(plan, post, bo, browser_of, inside):
    with inside(bo):
        plan.changes = {"deadlines": {post.key: "2028-03-01"}}
        plan.save()

    assert facts(read(browser_of(bo), plan).findall("p:Tasks/p:Task", NS)[1], "Deadline") == (
        "2028-03-01T17:00:00",
    )


def test_waiting_is_a_link_with_its_months_as_days(plan, bo, browser_of):
    post, later = read(browser_of(bo), plan).findall("p:Tasks/p:Task", NS)[1:]

    (link,) = later.findall("p:PredecessorLink", NS)
    days = (date(2027, 9, 1) - date(2027, 7, 1)).days
    assert facts(link, "PredecessorUID", "LinkLag") == (facts(post, "UID")[0], str(days * 24 * 60 * 10))


def test_team_has_what_is_not_kept_for_other_things(plan, bo, browser_of):
    (team,) = read(browser_of(bo), plan).findall("p:Resources/p:Resource", NS)

    periods = team.findall("p:AvailabilityPeriods/p:AvailabilityPeriod", NS)
    assert facts(team, "Name") == ("Integration",)
    assert [facts(each, "AvailableFrom", "AvailableUnits") for each in periods] == [
        ("2027-01-01T00:00:00", "1.6"),
        ("2027-07-01T00:00:00", "1.1"),
    ]


def test_team_is_assigned_what_its_level_takes_and_nothing_where_that_is_not_known(plan, bo, browser_of):
    root = read(browser_of(bo), plan)

    post = root.findall("p:Tasks/p:Task", NS)[1]
    found = [facts(one, "TaskUID", "Units") for one in root.iterfind("p:Assignments/p:Assignment", NS)]
    assert found == [(facts(post, "UID")[0], "1")]


def test_team_is_not_assigned_where_the_level_takes_another_time_today(plan, levels, ada, inside, browser_of):
    with inside(ada):
        levels[1].months = 9
        levels[1].save()

    assert read(browser_of(ada), plan).findall("p:Assignments/p:Assignment", NS) == []


def test_initiative_that_is_gone_and_work_without_an_end_break_nothing(
    plan, post, later, ada, inside, browser_of
):
    with inside(ada):
        later.delete()
        plan.choices[post.key].pop("end")
        plan.save()

    names = [facts(task, "Name") for task in read(browser_of(ada), plan).iterfind("p:Tasks/p:Task", NS)]
    assert names == [("Mandated solution",), (later.key,)]


def test_plan_that_places_nothing_has_no_schedule(plan, ada, inside, browser_of):
    with inside(ada):
        plan.choices = {}
        plan.save()

    assert browser_of(ada).get(f"/portfolio/plans/{plan.key}/plan.xml").status_code == 404


def test_scenario_is_not_there_for_those_who_do_not_steer(plan, bo, inside, browser_of):
    with inside(bo):
        plan.is_in_force = False
        plan.save()

    assert browser_of(bo).get(f"/portfolio/plans/{plan.key}/plan.xml").status_code == 404


def test_schedule_tells_nobody_s_name(plan, ada, bo, browser_of):
    body = browser_of(bo).get(f"/portfolio/plans/{plan.key}/plan.xml").content.decode()

    assert [name for name in ("Ada", "Bo ", "Fjordby") if name in body] == []
