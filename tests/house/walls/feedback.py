# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Feedback rounds of a town: a closed one, an open one, one proposed; and what a colleague's link holds."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from leadroom.people import actions
from leadroom.people.models import FeedbackRound, skills_map
from leadroom.rounds import actions as rounds
from leadroom.rounds.models import Invitee
from leadroom.rounds.permissions import token_of

if TYPE_CHECKING:
    from tests.house.walls.towns import Town

# Not what the people of the town rate in their own sittings.
ASKED = skills_map().keys[10:18]


def furnish(town: "Town") -> None:
    """Let the employee have a closed and an open round, and the manager propose one to the councillor."""
    closed = _open(town)
    for invitee in closed.round.invitees.all():
        for seen, key in enumerate(ASKED):
            rounds.keep(invitee, key, "WORKING", seen=seen)
        rounds.send(invitee)
    actions.reveal(closed)
    current = _open(town)
    asked = Invitee.objects.filter(round=current.round, group="COLLEAGUE").first()
    proposed = actions.propose_feedback(
        town.people["councillor"].person, by=town.people["manager"], talk_name=town.mark(), talk_on=None
    )
    town.things |= {
        "feedback": closed.key,
        "open_feedback": current.key,
        "proposal": proposed.key,
        "rater_token": token_of(asked),
    }


def _open(town: "Town") -> FeedbackRound:
    return actions.open_feedback(
        by=town.people["employee"],
        competencies=ASKED,
        role_profile="employee",
        colleagues=[
            actions.Colleague(f"{town.mark()}@example.org".lower(), town.mark(), "en") for _number in range(5)
        ],
        closes_on=timezone.localdate() + timedelta(days=20),
        talk_name=town.mark(),
        talk_on=None,
    )
