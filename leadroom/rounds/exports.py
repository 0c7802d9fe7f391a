# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What rounds keep about a person, for her own file."""

from collections.abc import Iterable
from typing import Any

from leadroom.accounts.models import Actor
from leadroom.rounds import permissions


def personal_data(actor: Actor) -> Iterable[dict[str, Any]]:
    """Return where a person was asked, and what she has answered and not yet given away."""
    drafts = {draft.invitee_id: draft.answers for draft in permissions.visible_drafts(actor)}
    yield {
        "format": "leadroom-rounds",
        "asked": [
            {
                "round": invitee.round.key,
                "kind": invitee.round.kind,
                "opened_at": invitee.round.opened_at.isoformat(),
                "closes_on": invitee.round.closes_on.isoformat(),
                "has_answered": invitee.has_answered,
                "has_declined": invitee.has_declined,
                "answers_not_given_away": drafts.get(invitee.pk, {}),
            }
            for invitee in permissions.visible_invitations(actor)
        ],
    }
