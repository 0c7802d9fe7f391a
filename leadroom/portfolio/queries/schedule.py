# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan's row does not keep and a schedule tells: how much each team works on it, and the waiting in between."""

from collections.abc import Mapping
from dataclasses import dataclass

from leadroom.accounts.models import Actor
from leadroom.portfolio import permissions
from leadroom.portfolio.models import Plan


@dataclass(frozen=True, slots=True)
class Effort:
    """What a level takes as it is known today: months, and hundredths of a team-month by team."""

    months: int
    by_team: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Estimates:
    """Today's effort of the levels that a plan chose, by initiative, and months between two that wait."""

    efforts: Mapping[str, Effort]
    lags: Mapping[tuple[str, str], int]


def estimates(actor: Actor, plan: Plan) -> Estimates:
    """Return what today's levels and waits say of a plan's initiatives; two statements."""
    chosen = {key: choice["level"] for key, choice in plan.choices.items()}
    levels = permissions.visible_levels(actor).filter(initiative__key__in=chosen)
    waits = permissions.visible_waits(actor).values_list("before__key", "after__key", "months")
    return Estimates(
        {
            key: Effort(months, {team: sum(row[:months]) for team, row in effort.items()})
            for key, kind, months, effort in levels.values_list("initiative__key", "kind", "months", "effort")
            if chosen[key] == kind
        },
        {(before, after): months for before, after, months in waits},
    )
