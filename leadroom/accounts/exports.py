# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the house keeps about a person by herself: her account, her place in the council, what she did."""

from collections.abc import Iterable
from typing import Any

from leadroom.accounts import permissions
from leadroom.accounts.models import Actor


def personal_data(actor: Actor) -> Iterable[dict[str, Any]]:
    """Return what is kept about a person whatever the room, for her own file."""
    user, person = actor.user, actor.person
    units = permissions.visible_units(actor).filter(manager=person)
    yield {
        "format": "leadroom-account",
        "version": 1,
        "name": user.name,
        "email": user.email,
        "language": user.language,
        "joined_at": user.joined_at.isoformat(),
        "council": person.council.name,
        "joined_council_at": person.joined_at.isoformat(),
        "returned_at": person.returned_at.isoformat() if person.returned_at else None,
        "title": person.title,
        "unit": person.unit.name if person.unit else None,
        "roles": sorted(actor.roles),
        "manages": list(units.values_list("name", flat=True)),
        "invitations": list(
            permissions.visible_invitations_to(actor).values(
                "email", "name", "title", "roles", "created_at", "accepted_at", "withdrawn_at"
            )
        ),
        "invited_others": list(
            permissions.visible_invitations_by(actor).values("email", "name", "created_at")
        ),
        # What a letter says is in her mailbox; its links might still open something.
        "letters": list(permissions.visible_mail_to(actor).values("subject", "created_at", "sent_at")),
        "done": list(
            permissions.visible_events_by(actor).values("at", "verb", "thing", "thing_key", "details")
        ),
        "done_about_me": list(permissions.visible_events_about(actor).values("at", "verb", "details")),
    }
