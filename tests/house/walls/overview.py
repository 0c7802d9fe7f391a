# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Overviews of a town: one that closed long ago, one that is open; and a profile shared with the manager."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from leadroom.kit.tenancy import council
from leadroom.people import actions
from leadroom.rounds.models import Invitee, Round

if TYPE_CHECKING:
    from tests.house.walls.towns import Town


def furnish(town: "Town") -> None:
    """Let everybody add her profile to an overview that is closed, and ask for another."""
    with council(town.council.pk):
        closed = _open(town)
        for actor in town.people.values():
            if invitee := Invitee.objects.filter(round=closed, person=actor.person).first():
                actions.add_mine(invitee, by=actor)
        actions.close_overview(closed)
        long_ago = timezone.now() - timedelta(days=200)
        Round.objects.filter(pk=closed.pk).update(opened_at=long_ago, closed_at=long_ago)
        _open(town)
        actions.share_profile(by=town.people["employee"])


def _open(town: "Town") -> Round:
    return actions.open_overview(
        by=town.people["executive"], closes_on=timezone.localdate() + timedelta(days=21), fewest=5
    )
