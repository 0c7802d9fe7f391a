# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Example values for ambition levels, as the council's own teams would have them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from leadroom.portfolio.models import PLACE, AmbitionLevel, Initiative, Size, Team


def example_levels(initiative: Initiative, size: Size, teams: Sequence[Team]) -> list[AmbitionLevel]:
    """
    Return a size's levels for an initiative, unsaved: a kind's effort goes to the council's first team of it.

    A kind that the council has no team for is done by its digital office, or else by its first team.
    """
    by_kind: dict[str, Team] = {}
    for team in teams:
        by_kind.setdefault(team.kind, team)
    return [
        AmbitionLevel(
            council_id=initiative.council_id,
            initiative=initiative,
            kind=level.kind,
            place=PLACE[level.kind],
            months=level.months,
            effort={
                key: spread(effort, level.months) for key, effort in _by_team(level.effort, by_kind).items()
            },
            running=_by_team(level.running, by_kind),
            money=level.money,
            value=level.value,
            is_example=True,
        )
        for level in size.levels
    ]


def spread(effort: int, months: int) -> list[int]:
    """Return an effort shared evenly over months, the rest in the first."""
    each, rest = divmod(effort, months)
    return [each + (place < rest) for place in range(months)]


def _by_team(effort: Mapping[str, int], by_kind: Mapping[str, Team]) -> dict[str, int]:
    shared: defaultdict[str, int] = defaultdict(int)
    for kind, amount in effort.items():
        team = by_kind.get(kind) or by_kind.get("DIGITAL_OFFICE") or next(iter(by_kind.values()), None)
        if team is not None:
            shared[team.key] += amount
    return dict(shared)
