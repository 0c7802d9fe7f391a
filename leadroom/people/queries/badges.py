# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Levels that a person's manager has confirmed: what she may take along as a badge."""

from dataclasses import dataclass
from datetime import datetime

from leadroom.accounts.models import Actor
from leadroom.people import permissions
from leadroom.people.models import LEVELS, Competency, Source, skills_map


@dataclass(frozen=True)
class ConfirmedLevel:
    """The level that a manager last confirmed in one competency, and when."""

    competency: Competency
    level: int
    confirmed_at: datetime
    number: int


def confirmed_levels(actor: Actor) -> list[ConfirmedLevel]:
    """
    Return what managers last confirmed about the person, in map order.

    A manager's rating is there once its round is revealed; one that gives no level, or
    the level "not yet", confirms nothing. What she says of herself never counts.
    """
    rows = permissions.visible_ratings(actor).filter(source=Source.MANAGER).order_by("rated_at", "id")
    latest = {row[0]: row for row in rows.values_list("competency", "answer", "rated_at", "id")}
    return [
        ConfirmedLevel(competency, level, rated_at, number)
        for competency in skills_map().competencies
        if competency.key in latest
        for _key, answer, rated_at, number in [latest[competency.key]]
        if (level := LEVELS.get(answer, 0))
    ]
