# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person answered before the mirror, for her own file: her words, her points, her notes."""

from typing import Any

from leadroom.accounts.models import Actor
from leadroom.people import permissions


def mirror_of_a_person(actor: Actor) -> list[dict[str, Any]]:
    """Return a person's own sittings before the mirror, alone and for teams."""
    sittings = permissions.visible_mirror_sittings(actor).select_related("team")
    return [
        {
            "key": sitting.key,
            "team": sitting.team.name if sitting.team else None,
            "pack": sitting.pack,
            "started_at": sitting.started_at.isoformat(),
            "answers": sitting.answers,
        }
        for sitting in sittings
    ]
