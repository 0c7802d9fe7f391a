# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Which track an initiative belongs on, and which way a mandated solution goes: proposed, for a person to decide.

The order of the questions is the order of the three ways of governing in Kaare Pedersen's
"Strategitsunamien omringer kommunerne" (2022): first what is demanded as a solution, then what is demanded
as a result, then what the rest stands on.
"""

from dataclasses import dataclass
from enum import Enum


class Track(Enum):
    """The three tracks."""

    MANDATED = "MANDATED"
    CHALLENGE = "CHALLENGE"
    FOUNDATION = "FOUNDATION"


class Way(Enum):
    """The three ways of a mandated solution."""

    TAKEN_OVER = "TAKEN_OVER"
    WITH_CHIEF = "WITH_CHIEF"
    LOWEST = "LOWEST"


class Reason(Enum):
    """Why this track and this way."""

    MUST_AND_HELPS = "MUST_AND_HELPS"
    MUST_AND_WANTED = "MUST_AND_WANTED"
    MUST_ONLY = "MUST_ONLY"
    RESULT = "RESULT"
    BEARS_OTHERS = "BEARS_OTHERS"
    NOTHING = "NOTHING"


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What is known of an initiative.

    `must_come`: the solution itself is demanded by law, agreement or accession. `has_result`: there is a result
    that the board or the executive wants, and it is known whose need it is. `bears_others`: other work stands on it.
    `helps_challenge`: one of the council's challenges could use it.
    """

    must_come: bool
    has_result: bool
    bears_others: bool
    helps_challenge: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A track with its reason, and for a mandated solution its way; no track: leave it."""

    track: Track | None
    way: Way | None
    reason: Reason


def propose(answers: Answers) -> Proposal:
    """Return where an initiative belongs; what is demanded comes before what is wanted."""
    if answers.must_come:
        if answers.helps_challenge:
            return Proposal(Track.MANDATED, Way.TAKEN_OVER, Reason.MUST_AND_HELPS)
        if answers.has_result:
            return Proposal(Track.MANDATED, Way.WITH_CHIEF, Reason.MUST_AND_WANTED)
        return Proposal(Track.MANDATED, Way.LOWEST, Reason.MUST_ONLY)
    if answers.has_result:
        return Proposal(Track.CHALLENGE, None, Reason.RESULT)
    if answers.bears_others:
        return Proposal(Track.FOUNDATION, None, Reason.BEARS_OTHERS)
    return Proposal(None, None, Reason.NOTHING)
