# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the portfolio keeps about a person, as a file of her own."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from leadroom.accounts.models import Actor
from leadroom.portfolio import permissions, queries


def personal_data(actor: Actor) -> Iterable[dict[str, Any]]:
    """Return all that this room keeps about a person."""
    answers_for = permissions.visible_initiatives(actor).filter(
        Q(sponsor=actor.person) | Q(lead=actor.person)
    )
    link = queries.calendar_link(actor)
    return [
        {
            "format": "leadroom-portfolio-person",
            "version": 1,
            "sponsors_or_leads": list(answers_for.values_list("title", flat=True)),
            "asked_early": [
                {
                    "initiative": each.initiative.title,
                    "asked_at": each.asked_at.isoformat() if each.asked_at else None,
                    "answered_at": each.answered_at.isoformat() if each.answered_at else None,
                    "timing": each.timing,
                    "ambition": each.ambition,
                    "resources": each.resources,
                }
                for each in queries.early_questions(actor).filter(chief=actor.person)
            ],
            "calendar_address_made_at": link.made_at.isoformat() if link else None,
            "saved_views": list(queries.saved_views(actor).values("name", "query")),
        }
    ]
