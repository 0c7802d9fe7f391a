# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What came of a person's actions: which fell due, which were done, and how her levels moved where they were.

Two counts and the levels themselves, never a share: with three actions a percentage says nothing, and no figure here
is one by which a person could be ranked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple


class Outcome(Enum):
    """What became of an action so far."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Undertaking(NamedTuple):
    """One action: what it develops (None: nothing on the map), since when, until when, and what became of it."""

    competency: str | None
    began_at: datetime
    due_on: date
    outcome: Outcome


class Rated(NamedTuple):
    """One rating of one's own: level (None: gives no level) and moment."""

    competency: str
    level: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """The level before the first action on a competency began, and the latest since; `after` None: not rated since."""

    competency: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """
    How many actions have fallen due and how many of these are done; how many are done in all, or were dropped.

    What was dropped is never due: it was given up with a reason, and is counted by itself.
    """

    due: int
    due_done: int
    done: int
    dropped: int
    moves: tuple[Move, ...]


def follow_through(
    undertakings: Iterable[Undertaking], ratings: Iterable[Rated], today: date
) -> FollowThrough:
    """Return what came of the actions; `moves` has each competency of a done action once, the earliest begun first."""
    held = sorted(undertakings, key=lambda each: each.began_at)
    lines = sorted((each for each in ratings if each.level is not None), key=lambda each: each.at)
    due = [each for each in held if each.outcome is not Outcome.DROPPED and each.due_on <= today]
    done = [each for each in held if each.outcome is Outcome.DONE]
    # The earliest beginning of each competency: the sort is from early to late.
    began = {each.competency: each.began_at for each in reversed(done) if each.competency is not None}
    in_order = dict.fromkeys(each.competency for each in done if each.competency is not None)
    return FollowThrough(
        due=len(due),
        due_done=sum(each.outcome is Outcome.DONE for each in due),
        done=len(done),
        dropped=sum(each.outcome is Outcome.DROPPED for each in held),
        moves=tuple(_move(key, began[key], lines) for key in in_order),
    )


def _move(competency: str, began_at: datetime, lines: Sequence[Rated]) -> Move:
    about = [line for line in lines if line.competency == competency]
    before = [line.level for line in about if line.at <= began_at]
    after = [line.level for line in about if line.at > began_at]
    return Move(competency, before[-1] if before else None, after[-1] if after else None)
