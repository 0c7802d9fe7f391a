# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rounds of a demo's invented councils, whatever they ask."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from leadroom.accounts.demo import InventedCouncil, drawn_key
from leadroom.accounts.models import Membership
from leadroom.rounds import bridge
from leadroom.rounds.models import Invitee, Promise, Round

Asked = Sequence[tuple[str, str]]
Rows = Sequence[tuple[str, Mapping[str, Any]]]


def invented_round(
    invented: InventedCouncil,
    chance: Random,
    *,
    kind: str,
    items: Asked,
    cell: tuple[str, int],
    opened_by: Membership,
    opened_at: datetime,
    days: int,
) -> Round:
    """Open an anonymous round of one cell on a day that is over."""
    name, invited = cell
    return Round.objects.create(
        council=invented.council,
        key=drawn_key(chance),
        kind=kind,
        items=[list(item) for item in items],
        cells=[{"key": name, "invited": invited, "above": []}],
        promise=Promise.ANONYMOUS,
        opened_by=opened_by,
        opened_at=opened_at,
        closes_on=opened_at.date() + timedelta(days=days),
    )


def invented_invitee(
    invented: InventedCouncil, chance: Random, held: Round, member: Membership, *, group: str, is_named: bool
) -> Invitee:
    """Ask a member in an invented round."""
    return Invitee.objects.create(
        council=invented.council,
        key=drawn_key(chance),
        round=held,
        person=member,
        language=invented.council.language,
        group=group,
        cell="" if is_named else group,
        is_named=is_named,
    )


def close(held: Round, rows: Rows, read: bridge.Read, closed_at: datetime) -> None:
    """Close an invented round with what everybody answered; `rows` are the unnamed ones."""
    held.published = bridge.published(held, rows, read)
    held.closed_at = closed_at
    held.save(update_fields=["published", "closed_at"])
    Invitee.objects.filter(round=held).update(has_answered=True)
