# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may ask for plans and decide on them, and that only one plan is ever in force."""

import threading

import pytest
from django.db import connection

from leadroom.accounts.models import AuditEvent, Role
from leadroom.accounts.permissions import NotAllowed
from leadroom.kit.tenancy import council
from leadroom.portfolio import actions
from leadroom.portfolio.bridge import Changes
from leadroom.portfolio.models import Decision, Initiative, Plan, PlanStatus, Status
from tests.conftest import join
from tests.portfolio.rows import LOW, USABLE, in_force, initiative, level, small

CHOICES = {
    "post": {"level": "LEGAL_MINIMUM", "month": "2027-01-01", "end": "2027-04-01"},
    "vote": {"level": "LEGAL_MINIMUM", "month": "2027-04-01", "end": "2027-07-01"},
}
FIGURES = {"room": 1500, "usable": 200, "room_of": {"integration": 1500}, "value": 3}


@pytest.fixture
def here(ada, inside):
    """Stand inside Ada's council, with a small portfolio."""
    with inside(ada):
        small()
        yield ada


def drawn(**more) -> Plan:
    return Plan.objects.create(
        **{
            "name": "Drawn",
            "status": PlanStatus.FOUND,
            "choices": CHOICES,
            "figures": FIGURES,
            **more,
        }
    )


def decide(plan: Plan, by, *, instead_of: str = "") -> Decision:
    return actions.bring_into_force(plan, by=by, name="Plan 2027", reason="It fits", instead_of=instead_of)


def test_plan_asked_for_twice_is_one_and_is_recorded(here):
    one = actions.request_plan(by=here, name="First")
    other = actions.request_plan(by=here, name="First")
    scenario = actions.request_plan(by=here, name="If", changes=Changes(locks={"post": "USABLE"}))

    assert (one, one == scenario) == (other, False)
    assert AuditEvent.objects.filter(verb="portfolio.plan.requested").count() == 2


def test_plan_asked_for_again_once_the_first_was_stopped_is_another(here):
    one = actions.request_plan(by=here, name="First")
    actions.stop(one, by=here)

    assert actions.request_plan(by=here, name="First") != one


def test_way_out_that_is_not_there_is_refused(here):
    with pytest.raises(actions.NotReady):
        actions.try_way_out(drawn(), "nothing", by=here, name="Way")


def test_stop_of_a_search_that_is_over_changes_nothing(here):
    plan = drawn()

    actions.stop(plan, by=here)

    plan.refresh_from_db()
    assert (plan.is_stop_wanted, AuditEvent.objects.count()) == (False, 0)


def test_plan_comes_into_force_with_the_room_before_and_after(here):
    old = in_force({"post": (LOW, "2027-01-01")}, figures={**FIGURES, "room": 1000})
    plan = drawn()
    Initiative.objects.filter(key="vote").update(status=Status.RUNNING)

    decision = decide(plan, here, instead_of=old.key)

    assert list(Plan.objects.filter(is_in_force=True)) == [plan]
    assert (decision.before["room"], decision.after["room"]) == (1000, 1500)
    assert decision.after["room_of"] == {"integration": 1500}
    assert (decision.what, decision.reason, decision.by) == ("Plan 2027", "It fits", here.membership)
    assert decision.levels == {"post": "LEGAL_MINIMUM", "vote": "LEGAL_MINIMUM"}
    assert dict(Initiative.objects.values_list("key", "status")) == {"post": "PLANNED", "vote": "RUNNING"}


@pytest.mark.parametrize(
    "more",
    [
        {"is_in_force": True},
        {"status": PlanStatus.SEARCHING},
        {"status": PlanStatus.IMPOSSIBLE, "choices": {}},
    ],
)
def test_what_is_no_finished_plan_cannot_come_into_force(here, more):
    plan = drawn(**more)

    with pytest.raises(actions.NotReady):
        decide(plan, here)


def test_plan_that_today_breaks_a_rule_cannot_come_into_force(here):
    plan = drawn()
    level(initiative("new"))

    with pytest.raises(actions.OutOfDate):
        decide(plan, here)

    assert not Decision.objects.exists()


def test_decision_on_an_old_comparison_is_told(here):
    in_force({"post": (LOW, "2027-01-01")})

    with pytest.raises(actions.DecidedMeanwhile):
        decide(drawn(), here, instead_of="another")

    assert Plan.objects.get(is_in_force=True).name == "In force"


def test_unique_constraint_stands_behind_two_decisions_at_once(here, monkeypatch):
    plan, other = drawn(), drawn(name="Other")
    change_over = actions.plans.change_over

    def overtaken(before, after):
        Plan.objects.filter(pk=other.pk).update(is_in_force=True)
        change_over(before, after)

    monkeypatch.setattr(actions.plans, "change_over", overtaken)

    with pytest.raises(actions.DecidedMeanwhile):
        decide(plan, here)

    assert list(Plan.objects.filter(is_in_force=True)) == []
    assert not Decision.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_who_decide_at_once_leave_one_plan_in_force(ada, inside):
    with inside(ada):
        small()
        plans = [drawn(name="One"), drawn(name="Other")]
    together, told = threading.Barrier(2), []

    def decide_one(plan: Plan) -> None:
        try:
            with council(ada.council.pk, user_id=ada.user.pk):
                together.wait()
                decide(plan, ada)
                told.append("decided")
        except actions.DecidedMeanwhile:
            told.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=decide_one, args=(plan,)) for plan in plans]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with inside(ada):
        assert sorted(told) == ["decided", "told"]
        assert (Plan.objects.filter(is_in_force=True).count(), Decision.objects.count()) == (1, 1)


def test_plan_that_never_was_in_force_can_be_removed(here):
    plan, base = drawn(), in_force({"post": (USABLE, "2027-01-01")})

    actions.remove_plan(plan, by=here)

    assert list(Plan.objects.all()) == [base]


def test_plan_that_is_or_was_in_force_stays(here):
    plan = drawn()
    decide(plan, here)
    later = drawn(name="Later")
    decide(later, here, instead_of=plan.key)
    plan.refresh_from_db()

    for kept in (plan, later):
        with pytest.raises(actions.CannotBeRemoved):
            actions.remove_plan(kept, by=here)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.COUNCILLOR, Role.ADMINISTRATOR])
def test_only_those_who_steer_ask_for_plans(here, fjordby, role):
    other = join(fjordby, "Eva", role)
    plan = drawn(ways_out=[{"key": "way", "changes": {}, "choices": {}}])

    for act in (
        lambda: actions.request_plan(by=other, name="x"),
        lambda: actions.try_way_out(plan, "way", by=other, name="x"),
        lambda: actions.stop(plan, by=other),
        lambda: actions.remove_plan(plan, by=other),
        lambda: decide(plan, other),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_digital_asks_for_plans_and_the_executive_decides(here, fjordby):
    digital, executive = join(fjordby, "Eva", Role.DIGITAL_OFFICE), join(fjordby, "Gry", Role.EXECUTIVE)

    assert actions.request_plan(by=digital, name="x").name == "x"
    with pytest.raises(NotAllowed):
        decide(drawn(), digital)
    assert decide(drawn(), executive).kind == "PLAN"
