# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A town's portfolio: one of everything that a route of the room can name, and more of it in a town that grows."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from leadroom.accounts.models import Actor, Membership
from leadroom.portfolio import actions, permissions
from leadroom.portfolio.models import (
    AmbitionLevel,
    CalendarLink,
    CapacityChange,
    Decision,
    EarlyQuestion,
    Freeze,
    Import,
    Initiative,
    LevelKind,
    Plan,
    PlanStatus,
    SavedView,
    Team,
    TeamKind,
    Terms,
    Track,
)

if TYPE_CHECKING:
    from tests.house.walls.towns import Town

FIRST, PERIODS = date(2027, 1, 1), 4


def furnish(town: "Town") -> None:
    """Give the town a portfolio with a plan in force, and remember the keys of its things."""
    steering = town.people["digital_office"]
    Terms.objects.create(first_month=FIRST, months=12)
    team = _team(town)
    mandated, other = (_mandated(town, steering, team) for _ in range(2))
    actions.let_wait(mandated, other, by=steering)
    challenge = _challenge(town, steering)
    actions.add(Track.FOUNDATION, by=steering, facts={"title": town.mark()})
    in_force = plan(town, team, mandated, is_in_force=True)
    scenario = plan(town, team, mandated, is_in_force=False)
    question = EarlyQuestion.objects.create(initiative=mandated, chief=town.people["manager"].person)
    token = town.mark()
    EarlyQuestion.objects.create(
        initiative=other,
        chief=town.people["manager"].person,
        token_hash=permissions.token_hash(token),
        asked_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=1),
    )
    calendar_token = town.mark()
    CalendarLink.objects.create(
        person=town.people["colleague"].person, token_hash=permissions.token_hash(calendar_token)
    )
    decision = Decision.objects.create(
        kind=Decision.Kind.PLAN, plan=in_force, what=town.mark(), reason=town.mark(), by=steering.membership
    )
    town.things |= {
        "initiative": mandated.key,
        "other_initiative": other.key,
        "challenge": challenge.key,
        "team": team.key,
        "spare_team": _team(town).key,
        "capacity_change": CapacityChange.objects.create(team=team, month=FIRST, people=-50).key,
        "freeze": Freeze.objects.create(name=town.mark(), first_month=FIRST, last_month=FIRST).key,
        "in_force": in_force.key,
        "scenario": scenario.key,
        "decision": decision.key,
        "early_question": question.key,
        "early_token": token,
        "calendar_token": calendar_token,
        "import": Import.objects.create(
            filename=town.mark(), header=["title"], rows=[[2, [town.mark()]]], by=steering.membership
        ).key,
    }
    for persona, actor in town.people.items():
        saved = SavedView.objects.create(person=actor.person, name=town.mark(), query="track=MANDATED")
        town.saved_views[persona] = saved.key


def grow(town: "Town", steering: Actor) -> None:
    """Add one more of all that there can be many of."""
    team = _team(town)
    mandated = _mandated(town, steering, team)
    actions.let_wait(mandated, Initiative.objects.get(key=town.things["initiative"]), by=steering)
    actions.let_wait(
        Initiative.objects.get(key=town.things["initiative"]), _mandated(town, steering, team), by=steering
    )
    actions.move_deadline(
        Initiative.objects.get(key=town.things["initiative"]),
        date(2027, 10, 1),
        by=steering,
        known_on=date(2026, 1, 1),
        said_by=town.mark(),
    )
    _challenge(town, steering)
    actions.add(Track.FOUNDATION, by=steering, facts={"title": town.mark()})
    EarlyQuestion.objects.create(initiative=mandated, chief=town.people["manager"].person)
    EarlyQuestion.objects.create(
        initiative=Initiative.objects.get(key=town.things["initiative"]), chief=_newest_member()
    )
    CapacityChange.objects.create(team=team, month=FIRST, people=-50)
    Freeze.objects.create(name=town.mark(), first_month=FIRST, last_month=FIRST)
    grown = plan(town, team, mandated, is_in_force=False)
    Decision.objects.create(kind=Decision.Kind.PLAN, plan=grown, what=town.mark(), reason="x")
    Import.objects.create(filename=town.mark(), header=["title"], rows=[[2, [town.mark()]]])
    for actor in town.people.values():
        SavedView.objects.create(person=actor.person, name=town.mark(), query="")


def plan(town: "Town", team: Team, mandated: Initiative, *, is_in_force: bool) -> Plan:
    """Return a plan of four quarters with one team and one solution."""
    return Plan.objects.create(
        name=town.mark(),
        status=PlanStatus.FOUND,
        is_in_force=is_in_force,
        choices={
            mandated.key: {"level": LevelKind.LEGAL_MINIMUM, "month": FIRST.isoformat(), "end": "2027-04-01"}
        },
        problem={
            "first": FIRST.isoformat(),
            "months": 12,
            "step": 3,
            "solutions": 1,
            "without_levels": [],
            "levels": {mandated.key: [LevelKind.LEGAL_MINIMUM]},
            "waits": [],
            "teams": [
                {
                    "key": team.key,
                    "capacity": [300] * PERIODS,
                    "reserved": [0] * PERIODS,
                    "floor": [0] * PERIODS,
                    "need": [0] * PERIODS,
                }
            ],
        },
        figures={
            "room": 1100,
            "room_of": {team.key: 1100},
            "usable": 0,
            "free": {team.key: [200, 300, 300, 300]},
            "usage": {team.key: [100, 0, 0, 0]},
            "spent": [0],
            "value": 10,
            "changes": 0,
            "headroom": 1100,
            "bound": 1100,
            "gap": 0,
            "gap_percent": 0.0,
            "seed": 0,
        },
    )


def _team(town: "Town") -> Team:
    return Team.objects.create(name=town.mark(), kind=TeamKind.INTEGRATION, staff=100)


def _mandated(town: "Town", steering: Actor, team: Team) -> Initiative:
    added = actions.add(
        Track.MANDATED,
        by=steering,
        facts={
            "title": town.mark(),
            "source": town.mark(),
            "legal_basis": "LAW",
            "deadline": date(2027, 12, 1),
        },
    )
    AmbitionLevel.objects.create(
        initiative=added,
        kind=LevelKind.LEGAL_MINIMUM,
        place=0,
        months=3,
        effort={team.key: [30, 30, 40]},
        value=10,
    )
    return added


def _challenge(town: "Town", steering: Actor) -> Initiative:
    facts = {name: town.mark() for name in ("title", "result", "need_of", "evidence")}
    return actions.add(Track.CHALLENGE, by=steering, facts={**facts, "evidence_on": date(2026, 5, 1)})


def _newest_member() -> Membership:
    return Membership.objects.order_by("-pk")[0]
