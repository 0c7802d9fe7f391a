# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A search keeps what it finds at once, ends as it should, and loses nothing when its worker dies."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from leadroom.core.planning import check
from leadroom.kit import jobs
from leadroom.kit.models import Lease
from leadroom.portfolio import actions, queries
from leadroom.portfolio.actions import searches
from leadroom.portfolio.bridge import (
    Changes,
    changed,
    index_of,
    problem_of,
    read_changes,
    read_choices,
)
from leadroom.portfolio.models import Plan, Wait
from tests.portfolio.rows import LOW, USABLE, in_force, initiative, level, small, starting, team, terms


@pytest.fixture
def here(ada, inside):
    """Stand inside Ada's council."""
    with inside(ada):
        yield ada


def ask(by, **more) -> Plan:
    return actions.request_plan(by=by, name="First", **more)


def work(plan: Plan) -> Plan:
    """Let a worker do what waits, and return the plan as it is then."""
    while jobs.run_next():
        DBTaskResult.objects.update(run_after=timezone.now())
    plan.refresh_from_db()
    return plan


def breaches(by, plan: Plan) -> tuple:
    rows = queries.planning_rows(by)
    index = index_of(rows)
    return check(
        changed(problem_of(rows), read_changes(plan.changes), index), read_choices(plan.choices, index)
    )


def impossible() -> None:
    small(staff=80)


def test_plan_is_found_kept_and_judged(here):
    small()

    plan = work(ask(here))

    assert (plan.status, set(plan.choices), breaches(here, plan)) == ("FOUND", {"post", "vote"}, ())
    assert plan.figures["is_best"]
    assert plan.figures["room"] == 4 * 600 - 300 - 600
    assert set(plan.figures["reasons"]) == {"post", "vote"}
    assert plan.problem["teams"][0]["capacity"] == [600, 600, 600, 600]
    assert plan.ended_at is not None


def test_the_same_portfolio_gives_the_same_plan(here):
    small()

    one = work(ask(here))
    other = work(ask(here))

    assert (one.choices, one.figures) == (other.choices, other.figures)


def test_first_plan_is_kept_while_the_search_goes_on_and_later_ones_not_too_often(here, monkeypatch):
    small()
    kept = []
    clock = iter(range(10**6))
    monkeypatch.setattr(searches.time, "monotonic", lambda: next(clock) * 0.1)
    hold = searches._Run.hold

    def watched(run, choices, answer=None):
        hold(run, choices, answer)
        kept.append((run.kept_at, Plan.objects.get().status, bool(Plan.objects.get().choices)))

    monkeypatch.setattr(searches._Run, "hold", watched)

    work(ask(here))

    times = [at for at, _, _ in kept[:-1]]
    assert kept[0][1:] == ("SEARCHING", True)
    assert all(later - sooner >= searches.PAUSE for sooner, later in pairwise(times))


def test_search_that_was_stopped_ends_with_the_best_so_far(here, monkeypatch):
    small()
    plan = ask(here)
    hold = searches._Run.hold

    def stop_then(run, choices, answer=None):
        hold(run, choices, answer)
        actions.stop(plan, by=here)

    monkeypatch.setattr(searches._Run, "hold", stop_then)
    monkeypatch.setattr(searches, "PAUSE", 0)

    work(plan)

    assert (plan.status, breaches(here, plan)) == ("STOPPED", ())


def test_search_that_was_stopped_before_it_found_any_proves_nothing(here, monkeypatch):
    small()
    plan = ask(here)
    actions.stop(plan, by=here)
    monkeypatch.setattr(
        searches, "solve", lambda *_, stop, **__: searches.NoPlanFound(7) if stop() else searches.Impossible()
    )

    work(plan)

    assert (plan.status, plan.choices, plan.explanation) == ("STOPPED", {}, {})


class Death(BaseException):
    """A worker dies."""


def die_after(monkeypatch, times: int) -> Callable[[], None]:
    """Let the worker die once it has kept so many plans; the answer lets the next one live."""
    hold, left = searches._Run.hold, [times]

    def deadly(run, choices, answer=None):
        hold(run, choices, answer)
        left[0] -= 1
        if left[0] == 0:
            raise Death

    monkeypatch.setattr(searches._Run, "hold", deadly)
    return lambda: monkeypatch.setattr(searches._Run, "hold", hold)


def test_search_whose_worker_died_goes_on_from_what_it_kept(here, monkeypatch):
    small()
    force = in_force({"post": (LOW, "2027-01-01")})
    plan = ask(here)
    live = die_after(monkeypatch, 1)
    with pytest.raises(Death):
        jobs.run_next()
    plan.refresh_from_db()
    kept = plan.choices
    assert (plan.status, bool(kept)) == ("SEARCHING", True)
    live()
    starts = []
    solve = searches.solve
    monkeypatch.setattr(
        searches, "solve", lambda *args, **more: starts.append(more["start"]) or solve(*args, **more)
    )

    assert jobs.rescue() == 1
    work(plan)

    index = index_of(queries.planning_rows(here))
    assert starts == [read_choices(kept, index)]
    assert (plan.status, breaches(here, plan)) == ("FOUND", ())
    force.refresh_from_db()
    assert (force.is_in_force, force.choices) == (
        True,
        {"post": {"level": "LEGAL_MINIMUM", "month": "2027-01-01"}},
    )


def test_what_was_kept_but_no_longer_keeps_the_rules_is_let_go(here, monkeypatch):
    [post, _] = small()
    plan = ask(here)
    live = die_after(monkeypatch, 1)
    with pytest.raises(Death):
        jobs.run_next()
    live()
    post.earliest_on = date(2028, 1, 1)
    post.save()

    jobs.rescue()
    work(plan)

    assert (plan.status, set(plan.choices)) == ("FOUND", {"vote"})


def test_job_that_runs_twice_does_no_harm(here):
    small()
    plan = work(ask(here))
    before = Plan.objects.filter(pk=plan.pk).values().get()

    actions.search(council_id=plan.council_id, plan_id=plan.pk)

    assert Plan.objects.filter(pk=plan.pk).values().get() == before


@pytest.mark.parametrize(("kept", "status"), [(False, "FAILED"), (True, "STOPPED")])
def test_search_whose_workers_all_died_ends_with_what_was_kept(kept, status, here):
    small()
    plan = ask(here)
    if kept:
        Plan.objects.update(status="SEARCHING", choices={"post": {"level": "USABLE", "month": "2027-01-01"}})
    for _ in range(jobs.TRIES):
        jobs._claim()
        Lease.objects.update(beat_at=timezone.now() - timedelta(seconds=61))
        jobs.rescue()

    plan.refresh_from_db()
    assert (plan.status, plan.is_over, plan.ended_at is not None) == (status, True, True)


def test_worker_that_was_given_up_for_dead_goes_quietly(here, monkeypatch):
    small()
    plan = ask(here)
    hold = searches._Run.hold

    def taken_over(run, choices, answer=None):
        monkeypatch.setattr(searches._Run, "hold", hold)
        other = searches._Run(plan.council_id, plan.pk)
        assert other.begin()
        other.go()
        hold(run, choices, answer)

    monkeypatch.setattr(searches._Run, "hold", taken_over)

    work(plan)

    assert (plan.status, DBTaskResult.objects.get().status) == ("FOUND", "SUCCESSFUL")


def test_search_for_a_plan_that_was_removed_ends(here, monkeypatch):
    small()
    plan = ask(here)
    hold = searches._Run.hold

    def removed(run, choices, answer=None):
        hold(run, choices, answer)
        Plan.objects.filter(pk=plan.pk).delete()

    monkeypatch.setattr(searches._Run, "hold", removed)

    assert jobs.run_next()
    assert (Plan.objects.count(), DBTaskResult.objects.get().status) == (0, "SUCCESSFUL")


def test_search_that_fails_says_so(here, monkeypatch):
    small()
    monkeypatch.setattr(searches, "check", lambda *_: ("a breach",))

    plan = work(ask(here))

    assert (plan.status, plan.choices) == ("FAILED", {})


def test_portfolio_that_contradicts_itself_names_where(here):
    one, other = small()
    Wait.objects.create(before=one, after=other)
    Wait.objects.create(before=other, after=one)

    plan = work(ask(here))

    assert (plan.status, plan.explanation["kind"], plan.explanation["where"]) == (
        "FAILED",
        "senseless",
        "precedence",
    )


def test_impossible_portfolio_is_explained_with_ways_out_that_work(here):
    impossible()

    plan = work(ask(here))

    assert (plan.status, plan.explanation["kind"], plan.choices) == ("IMPOSSIBLE", "overfull", {})
    assert plan.ways_out
    assert [way["price"] for way in plan.ways_out] == sorted(way["price"] for way in plan.ways_out)
    for way in plan.ways_out:
        scenario = work(actions.try_way_out(plan, way["key"], by=here, name="Way out"))
        assert (scenario.status, breaches(here, scenario)) == ("FOUND", ())


def test_ways_out_are_kept_as_each_is_found(here, monkeypatch):
    impossible()
    kept = []
    found_way = searches._Run.found_way

    def watched(run, way):
        found_way(run, way)
        row = Plan.objects.get()
        kept.append((row.status, row.explanation["kind"], len(row.ways_out)))

    monkeypatch.setattr(searches._Run, "found_way", watched)

    plan = work(ask(here))

    assert kept == [("SEARCHING", "overfull", 1 + number) for number in range(len(plan.ways_out))]


def test_no_plan_found_is_not_called_impossible(here, monkeypatch):
    small()
    monkeypatch.setattr(searches, "solve", lambda *_, **__: searches.NoPlanFound(7))

    plan = work(ask(here))

    assert (plan.status, plan.explanation) == ("NOT_FOUND", {})


def test_no_plan_found_where_a_reason_proves_it_is_impossible(here, monkeypatch):
    impossible()
    monkeypatch.setattr(searches, "solve", lambda *_, **__: searches.NoPlanFound(7))

    assert work(ask(here)).status == "IMPOSSIBLE"


def test_scenario_has_the_fewest_changes_and_leaves_the_plan_in_force_alone(here):
    [_, vote] = small()
    starting(vote, date(2027, 7, 1))
    base = work(ask(here))
    Plan.objects.filter(pk=base.pk).update(is_in_force=True)
    base.refresh_from_db()

    scenario = work(ask(here, based_on=base, changes=Changes(locks={"post": "USABLE"})))

    assert scenario.choices["post"]["level"] == "USABLE"
    assert scenario.choices["vote"] == base.choices["vote"]
    assert Plan.objects.filter(is_in_force=True).get().choices == base.choices


def test_way_out_of_a_scenario_keeps_its_changes_and_its_base(here):
    small()
    base = work(ask(here))
    changes = Changes(capacity=(("integration", "2027-01-01", -500), ("integration", "2027-04-01", -500)))
    scenario = work(ask(here, based_on=base, changes=changes))
    assert scenario.status == "IMPOSSIBLE"
    way = scenario.ways_out[0]

    tried = work(actions.try_way_out(scenario, way["key"], by=here, name="Way out"))

    assert (tried.status, tried.based_on_id, breaches(here, tried)) == ("FOUND", base.pk, ())
    assert tried.changes["capacity"][:2] == [
        ["integration", "2027-01-01", -500],
        ["integration", "2027-04-01", -500],
    ]


def test_way_out_still_works_where_the_nearest_plan_is_not_found(here, monkeypatch):
    small()
    base = work(ask(here))
    changes = Changes(capacity=(("integration", "2027-01-01", -500), ("integration", "2027-04-01", -500)))
    scenario = work(ask(here, based_on=base, changes=changes))
    monkeypatch.setattr(searches, "replan", lambda *_, **__: searches.NoPlanFound(7))

    tried = work(actions.try_way_out(scenario, scenario.ways_out[0]["key"], by=here, name="Way out"))

    assert (tried.status, breaches(here, tried)) == ("FOUND", ())


def test_portfolio_without_anything_to_plan_has_an_empty_plan(here):
    terms()
    team("it")
    initiative("bare")

    plan = work(ask(here))

    assert (plan.status, plan.choices, plan.problem["without_levels"]) == ("FOUND", {}, ["bare"])


def test_what_the_plan_assumes_is_searched_with(here):
    terms()
    team("it", staff=100)
    thing = initiative("thing", deadline=date(2027, 4, 1))
    level(thing, LOW, months=3, effort={"it": [200, 200, 200]})
    level(thing, USABLE, months=3, effort={"it": [300, 300, 300]})

    assert work(ask(here)).status == "IMPOSSIBLE"
    more = Changes(capacity=(("it", "2027-01-01", 300),), at_most={"thing": "LEGAL_MINIMUM"})
    assert work(ask(here, changes=more)).status == "FOUND"
