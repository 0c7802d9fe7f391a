# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan for a town: found, with a way out beside it, so that every page of plans has something to show."""

from typing import Any

from leadroom.accounts.models import Actor
from leadroom.portfolio.models import (
    AmbitionLevel,
    EarlyQuestion,
    Initiative,
    LevelKind,
    Plan,
    PlanStatus,
    Team,
    TeamKind,
    Track,
)

MONTH = "2027-01-01"


def lay(town: Any) -> dict[str, str]:
    """Lay a plan, an initiative that it places and one without levels; return the keys by which they are opened."""
    team = Team.objects.create(name=town.mark(), kind=TeamKind.INTEGRATION)
    placed = Initiative.objects.create(title=town.mark(), track=Track.CHALLENGE)
    Initiative.objects.create(title=town.mark(), track=Track.MANDATED)
    way = town.mark()
    plan = Plan.objects.create(
        name=town.mark(),
        status=PlanStatus.FOUND,
        created_by=town.people["digital_office"].membership,
        choices={placed.key: {"level": LevelKind.USABLE, "month": MONTH, "end": "2027-04-01"}},
        problem=_problem(team, placed),
        figures={
            "room": 700,
            "usable": 0,
            "room_of": {team.key: 700},
            "usage": {team.key: [100, 0, 0, 0]},
            "free": {team.key: [200, 300, 100, 100]},
        },
        ways_out=[
            {
                "key": way,
                "price": 100,
                "bound": 50,
                "changes": {"capacity": [[team.key, MONTH, 100]]},
                "choices": {},
            }
        ],
    )
    return {"plan": plan.key, "way": way, "plan_team": team.key, "placed": placed.key}


def _problem(team: Team, placed: Initiative) -> dict[str, Any]:
    return {
        "first": MONTH,
        "months": 12,
        "step": 3,
        "levels": {placed.key: [LevelKind.USABLE]},
        "teams": [
            {
                "key": team.key,
                "capacity": [300, 300, 100, 100],
                "reserved": [0, 0, 0, 0],
                "floor": [0, 0, 0, 0],
                "need": [0, 0, 0, 0],
            }
        ],
        "waits": [],
    }


def what_if(town: Any) -> dict[str, str]:
    """Return what to post for a scenario with one team-month more."""
    return {"if-name": "If", "if-team": town.things["plan_team"], "if-period": MONTH, "if-more": "1"}


def grow(town: Any, steering: Actor) -> None:
    """Add a plan, and an initiative with levels that nobody was asked about."""
    one = Initiative.objects.create(title=town.mark(), track=Track.MANDATED)
    AmbitionLevel.objects.create(initiative=one, kind=LevelKind.USABLE, place=1, months=3)
    EarlyQuestion.objects.create(initiative=one, chief=steering.person)
    base = Plan.objects.get(key=town.things["plan"])
    base.choices[one.key] = {"level": LevelKind.USABLE, "month": MONTH, "end": "2027-04-01"}
    base.problem["levels"][one.key] = [LevelKind.USABLE]
    base.save()
    Plan.objects.create(
        name=town.mark(),
        status=PlanStatus.FOUND,
        based_on=base,
        created_by=steering.membership,
        choices=base.choices,
        figures=base.figures,
        problem=base.problem,
    )
