# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""An initiative's ambition levels as its table shows them, from its rows or from a size's example values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from leadroom.accounts.models import Actor
from leadroom.core.capacity.spread import is_even
from leadroom.portfolio import permissions
from leadroom.portfolio.models import (
    AmbitionLevel,
    Initiative,
    LevelKind,
    Size,
    Status,
    Team,
    TeamKind,
    Track,
)
from leadroom.portfolio.queries.levels import example_levels

OVER = (Status.DONE, Status.DROPPED)
UNIT = 100
NUMBERS = ("months", "money", "running_money", "value", "low", "high")


@dataclass(frozen=True, slots=True)
class LevelFacts:
    """What one level takes and gives: `effort` by team's key for each month, `running` a month after go-live."""

    months: int
    effort: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    running: Mapping[str, int] = field(default_factory=dict)
    money: int = 0
    running_money: int = 0
    value: int = 0
    low: int = 80
    high: int = 150
    notes: str = ""

    @property
    def total(self) -> int:
        """Return the effort of all teams and months."""
        return sum(map(sum, self.effort.values()))


Levels = Mapping[str, LevelFacts]


def levels_of(actor: Actor, initiative: Initiative) -> list[AmbitionLevel]:
    """Return the levels of an initiative, lowest first."""
    return list(permissions.visible_levels(actor).filter(initiative=initiative))


def level_facts(rows: Sequence[AmbitionLevel]) -> dict[str, LevelFacts]:
    """Return levels by kind as their table shows them."""
    return {
        row.kind: LevelFacts(
            row.months,
            {key: tuple(effort) for key, effort in row.effort.items() if any(effort)},
            {key: effort for key, effort in row.running.items() if effort},
            row.money,
            row.running_money,
            row.value,
            row.low,
            row.high,
            row.notes,
        )
        for row in rows
    }


def facts_of_size(initiative: Initiative, size: Size, teams: Sequence[Team]) -> dict[str, LevelFacts]:
    """Return a size's example values for the council's teams, as their table shows them."""
    return level_facts(example_levels(initiative, size, teams))


def kinds_without_team(size: Size, teams: Sequence[Team]) -> list[TeamKind]:
    """Return the kinds of team that a size speaks of and the council has not."""
    there = {team.kind for team in teams}
    said = {kind for level in size.levels for kind in (*level.effort, *level.running)}
    return [kind for kind in TeamKind if kind in said - there]


def typed_levels(levels: Levels, teams: Sequence[Team]) -> dict[str, str]:
    """Return levels as the table's fields hold them, with a point in numbers: one text a field."""
    return {name: text for kind in LevelKind for name, text in _typed(kind, levels.get(kind), teams)}


def _typed(kind: str, facts: LevelFacts | None, teams: Sequence[Team]) -> list[tuple[str, str]]:
    cells = [(f"{name}-{kind}", str(getattr(facts, name)) if facts else "") for name in NUMBERS]
    for team in teams:
        row, running = (facts.effort.get(team.key), facts.running.get(team.key)) if facts else (None, None)
        cells.append((f"effort-{team.key}-{kind}", profile(row) if row and any(row) else ""))
        cells.append((f"running-{team.key}-{kind}", plain(running) if running else ""))
    return [*cells, (f"notes-{kind}", facts.notes if facts else "")]


def profile(row: Sequence[int]) -> str:
    """Return effort as one types it: its whole where it is spread evenly, else a number for each month."""
    return plain(sum(row)) if is_even(row) else " ".join(map(plain, row))


def plain(effort: int) -> str:
    """Return hundredths as a number with a point and no trailing zeros."""
    sign, (whole, rest) = "-" if effort < 0 else "", divmod(abs(effort), UNIT)
    return f"{sign}{whole}" + (f".{rest:02d}".rstrip("0") if rest else "")


def without_levels(actor: Actor) -> list[Initiative]:
    """Return the open mandated solutions that have no level yet, the most pressing first."""
    found = permissions.visible_initiatives(actor).filter(track=Track.MANDATED, levels=None)
    return list(found.exclude(status__in=OVER).order_by("deadline", "title"))


def no_dearer(levels: Levels) -> list[tuple[str, str]]:
    """Return pairs of a level and a lower one that it is no dearer than in anything, which is seldom meant."""
    known = [kind for kind in LevelKind if kind in levels]
    return [
        (str(kind), str(lower))
        for lower, kind in pairwise(known)
        if _is_no_dearer(levels[kind], levels[lower])
    ]


def _is_no_dearer(one: LevelFacts, other: LevelFacts) -> bool:
    keys = {*one.effort, *other.effort}
    return (
        one.months <= other.months
        and one.money <= other.money
        and all(sum(one.effort.get(key, ())) <= sum(other.effort.get(key, ())) for key in keys)
    )


def without_receivers(levels: Levels, teams: Sequence[Team]) -> list[str]:
    """Return the levels in which no receiving service unit has time for training and new routines."""
    receivers = [team.key for team in teams if team.kind == TeamKind.SERVICE_UNIT]
    return [
        kind for kind, facts in levels.items() if not any(any(facts.effort.get(key, ())) for key in receivers)
    ]
