# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person answered before the mirror, for her own file: her words, her points, her notes."""

from typing import Any

from leadroom.accounts.models import Actor
from leadroom.people import permissions


def mirror_of_a_person(actor: Actor) -> list[dict[str, Any]]:
    """Return what a person answered before the mirror, alone and for teams, question by question."""
    sittings = permissions.visible_mirror_sittings(actor).select_related("team")
    return [
        {
            "started_at": sitting.started_at.isoformat(),
            "team": sitting.team.name if sitting.team else None,
            "question": question,
            **said,
            "pack": sitting.pack,
        }
        for sitting in sittings
        for question, said in sitting.answers.items()
    ]


def mirrors_opened(actor: Actor) -> list[dict[str, Any]]:
    """Return which teams a person asked to look into the mirror."""
    mine = permissions.visible_team_mirrors(actor).filter(round__opened_by=actor.person)
    return [dict(row) for row in mine.values("name", "way", "made_at")]
