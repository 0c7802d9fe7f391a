# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What headroom is told from beside the plan: how the tracks have grown, and how deadlines have slipped."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.core.capacity.calendar import month_after, months_between
from leadroom.portfolio import permissions
from leadroom.portfolio.models import Plan, Status, Team, Track
from leadroom.portfolio.queries.capacity import QUARTER, this_quarter

OVER = frozenset({Status.DONE, Status.DROPPED})
QUARTERS = 8


@dataclass(frozen=True, slots=True)
class Range:
    """A share of capacity that is free, in per cent: in nine of ten draws at least `p10`, in one of ten `p90` or more."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class Weighs:
    """A few solutions that take the largest share of a team, in per cent, before the period `until`."""

    team: str
    solutions: tuple[str, ...]
    percent: int
    until: int


@dataclass(frozen=True)
class Headroom:
    """
    The plan in force in today's portfolio.

    `plan` is laid out as a plan's row is, and not saved. `overrun` is in how many of a hundred draws some team
    is over its capacity in some period.
    """

    plan: Plan
    teams: tuple[Team, ...]
    names: Mapping[str, str]
    ceiling: int | None
    whole: Range
    by_team: Mapping[str, Range]
    overrun: float
    draws: int
    weighs: Weighs | None


@dataclass(frozen=True, slots=True)
class Slip:
    """
    One source: how many of its initiatives have had a deadline, how many of these moved, by how many months.

    `months` is the middle one, `lengths` are all; less than nothing where a deadline came nearer.
    """

    source: str
    known: int
    moved: int
    months: int
    lengths: tuple[int, ...] = ()


def track_counts(actor: Actor) -> list[tuple[date, Mapping[str, int]]]:
    """
    Return how many initiatives stood on each track at the beginning of the last quarters; two statements.

    It is read from the moves between tracks. What is done or dropped counts until it was last changed.
    """
    moves: defaultdict[int, list[tuple[date, str]]] = defaultdict(list)
    for one, at, track in (
        permissions.visible_moves(actor).order_by("at").values_list("initiative_id", "at", "to_track")
    ):
        moves[one].append((timezone.localtime(at).date(), track))
    gone = {
        pk: timezone.localtime(changed).date()
        for pk, changed in permissions.visible_initiatives(actor)
        .filter(status__in=OVER)
        .values_list("pk", "changed_at")
    }
    now = this_quarter(timezone.localdate())
    days = [
        *(month_after(now, -QUARTER * back) for back in range(QUARTERS - 1, -1, -1)),
        timezone.localdate(),
    ]
    counted = [(day, _counts(day, moves, gone)) for day in days]
    return [(day, counts) for day, counts in counted if any(counts.values())]


def _counts(
    day: date, moves: Mapping[int, list[tuple[date, str]]], gone: Mapping[int, date]
) -> dict[str, int]:
    counts = dict.fromkeys(Track.values, 0)
    for one, history in moves.items():
        there = [track for at, track in history if at <= day]
        if there and not (one in gone and gone[one] <= day):
            counts[there[-1]] += 1
    return counts


def slips(actor: Actor) -> list[Slip]:
    """Return how often and how far each source's deadlines have moved, those that moved most first; one statement."""
    history: defaultdict[tuple[str, int], list[date]] = defaultdict(list)
    lines = (
        permissions.visible_deadlines(actor)
        .filter(initiative__track=Track.MANDATED, day__isnull=False)
        .exclude(initiative__source="")
        .order_by("known_on", "id")
    )
    for source, one, day in lines.values_list("initiative__source", "initiative_id", "day"):
        if day:
            history[source, one].append(day)
    by_source: defaultdict[str, list[list[date]]] = defaultdict(list)
    for (source, _one), days in history.items():
        by_source[source].append(days)
    found = [_slip(source, rows) for source, rows in by_source.items()]
    return sorted(found, key=lambda one: (-one.moved, -one.known, one.source))


def _slip(source: str, rows: list[list[date]]) -> Slip:
    moved = [months_between(days[0], days[-1]) for days in rows if len(set(days)) > 1]
    return Slip(source, len(rows), len(moved), round(median(moved)) if moved else 0, tuple(sorted(moved)))
