# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of a small portfolio, for tests of plans: twelve months by quarter from January 2027 on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from leadroom.portfolio.models import (
    PLACE,
    AmbitionLevel,
    Initiative,
    LevelKind,
    Plan,
    PlanStatus,
    Team,
    TeamKind,
    Terms,
    Track,
)

FIRST = date(2027, 1, 1)
LOW, USABLE, HIGH = LevelKind.LEGAL_MINIMUM, LevelKind.USABLE, LevelKind.INTEGRATED


def terms(**more: Any) -> Terms:
    """Set the terms of planning."""
    return Terms.objects.create(**{"first_month": FIRST, "months": 12, **more})


def team(key: str, *, staff: int = 100, **more: Any) -> Team:
    """Add a team; one person gives 300 hundredths a quarter."""
    return Team.objects.create(key=key, name=key.title(), kind=TeamKind.INTEGRATION, staff=staff, **more)


def initiative(key: str, track: Track = Track.MANDATED, **more: Any) -> Initiative:
    """Add an initiative."""
    return Initiative.objects.create(key=key, title=f"The {key}", track=track, **more)


def level(
    of: Initiative,
    kind: LevelKind = LOW,
    *,
    months: int = 3,
    effort: Mapping[str, Sequence[int]] | None = None,
    **more: Any,
) -> AmbitionLevel:
    """Give an initiative a level."""
    return AmbitionLevel.objects.create(
        initiative=of,
        kind=kind,
        place=PLACE[kind],
        months=months,
        effort={key: list(row) for key, row in (effort or {}).items()},
        **more,
    )


def starting(one: Initiative, earliest: date) -> None:
    """Let an initiative start no sooner."""
    one.earliest_on = earliest
    one.save(update_fields=["earliest_on"])


def in_force(choices: Mapping[str, tuple[LevelKind, str]], **more: Any) -> Plan:
    """Lay a plan that is in force."""
    said = {key: {"level": str(kind), "month": month} for key, (kind, month) in choices.items()}
    return Plan.objects.create(
        name="In force", status=PlanStatus.FOUND, is_in_force=True, choices=said, **more
    )


def small(*, staff: int = 200) -> list[Initiative]:
    """Lay a portfolio of two solutions, one team, and a plan for it within reach if the team is large enough."""
    terms()
    team("integration", staff=staff)
    post = initiative("post", deadline=date(2027, 7, 1))
    level(post, LOW, months=3, effort={"integration": [100, 100, 100]}, value=10)
    level(post, USABLE, months=6, effort={"integration": [100] * 6}, value=50)
    vote = initiative("vote", deadline=date(2027, 10, 1))
    level(vote, LOW, months=3, effort={"integration": [200, 200, 200]}, value=20)
    return [post, vote]
