# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person is asked, of whatever kind: for her start page, in one statement."""

from datetime import date
from typing import NamedTuple

from django.db.models import BigIntegerField, DateField, Value

from leadroom.accounts.models import Actor
from leadroom.people import permissions
from leadroom.rounds import permissions as asking

PROPOSED = "people.proposed"


class Asked(NamedTuple):
    """One thing that waits: its kind and last day; of a feedback round key and person, of a team mirror key and team."""

    kind: str
    closes_on: date | None
    feedback: str | None
    name: str | None
    person_id: int | None
    mirror: str | None
    team: str | None


def asked(actor: Actor) -> list[Asked]:
    """Return what this person is asked and has not answered, what closes first before the rest; then a proposal."""
    rounds = asking.unanswered(actor).values_list(
        "round__kind",
        "round__closes_on",
        "round__feedback__key",
        "round__feedback__person__user__name",
        "round__feedback__person_id",
        "round__mirror__key",
        "round__mirror__name",
    )
    proposed = (
        permissions.visible_feedback_rounds(actor)
        .select_related(None)
        .filter(person=actor.person, round=None)
        .values_list(
            Value(PROPOSED),
            Value(None, DateField()),
            "key",
            Value(""),
            Value(None, BigIntegerField()),
            Value(""),
            Value(""),
        )
    )
    rows = map(Asked._make, rounds.order_by().union(proposed.order_by(), all=True))
    return sorted(rows, key=lambda one: (one.closes_on or date.max, one.feedback or ""))
