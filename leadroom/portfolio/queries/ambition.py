# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the page of ambition shows: a ladder for each mandated solution, and the answer to a choice of levels."""

from collections.abc import Mapping
from dataclasses import dataclass

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.models import PLACE, AmbitionLevel, Initiative, Team


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: the work it takes, and what choosing it gives back beside the plan in force, None where unknown."""

    level: AmbitionLevel
    takes: int
    gives: int | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """One mandated solution, its levels lowest first, the one in force and the one chosen (by kind)."""

    initiative: Initiative
    rungs: tuple[Rung, ...]
    in_force: str
    chosen: str


@dataclass(frozen=True, slots=True)
class RoomOf:
    """What a choice of levels leaves free: in all, for the challenges, by team; hundredths of a team-month."""

    room: int
    usable: int
    value: int
    room_of: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Shift:
    """How one solution stands otherwise: raised, lowered, moved, added or dropped; choices as a plan's row keeps them."""

    key: str
    kind: str
    before: Mapping[str, str] | None
    after: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What becomes of the plan in force at the chosen levels.

    `after` is None where no plan was found: `is_proven` says whether there is none. `mark` is a sign for the new
    plan: who decides on it decides on what was shown. `chosen` are the levels of all, `changed` the keys of
    those that are at another than in the plan in force.
    """

    calendar: Calendar
    teams: tuple[Team, ...]
    names: Mapping[str, str]
    chosen: Mapping[str, str]
    changed: tuple[str, ...]
    before: RoomOf
    after: RoomOf | None = None
    shifts: tuple[Shift, ...] = ()
    is_proven: bool = False
    mark: str = ""


def shifts(
    before: Mapping[str, Mapping[str, str]], after: Mapping[str, Mapping[str, str]]
) -> tuple[Shift, ...]:
    """Return how the choices of one plan differ from another's: other levels first, then by when they start."""
    found = [
        Shift(key, _kind(was, now), was, now)
        for key in sorted({**before, **after})
        for was, now in [(before.get(key), after.get(key))]
        if _told(was) != _told(now)
    ]
    return tuple(
        sorted(found, key=lambda one: (one.kind == "moved", (one.after or one.before or {})["month"]))
    )


def _told(choice: Mapping[str, str] | None) -> tuple[str, str] | None:
    return (choice["level"], choice["month"]) if choice else None


def _kind(was: Mapping[str, str] | None, now: Mapping[str, str] | None) -> str:
    if was is None or now is None:
        return "added" if was is None else "dropped"
    if was["level"] == now["level"]:
        return "moved"
    return "raised" if PLACE[now["level"]] > PLACE[was["level"]] else "lowered"
