# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Frozen answers in, and out comes what may be published: so little that nobody can work out what another answered.

The rules are decision 19; tests/core/anonymity tries to break them.
"""

from leadroom.core.anonymity.change import Change, Turnover, change
from leadroom.core.anonymity.classes import Class, Item, OffTheScale, Scale, class_of
from leadroom.core.anonymity.colleagues import (
    HowShown,
    NotTogether,
    how_shown,
    shown_together,
    spread_together,
)
from leadroom.core.anonymity.frozen import Counted, FrozenRound, NotOfThisRound, Sheet, Tally, freeze
from leadroom.core.anonymity.partition import Cell, NoPartition, Partition, merge
from leadroom.core.anonymity.publication import (
    Band,
    Figure,
    Group,
    Publication,
    RollUp,
    Share,
    Spread,
    across,
    in_order,
    publish,
    roll_up,
)
from leadroom.core.anonymity.thresholds import (
    FEWEST,
    Participation,
    TooLow,
    participation,
    shares_from,
    threshold,
    withstands,
)
from leadroom.core.anonymity.vote import TooManyVotes, secret_vote

__all__ = [
    "FEWEST",
    "Band",
    "Cell",
    "Change",
    "Class",
    "Counted",
    "Figure",
    "FrozenRound",
    "Group",
    "HowShown",
    "Item",
    "NoPartition",
    "NotOfThisRound",
    "NotTogether",
    "OffTheScale",
    "Participation",
    "Partition",
    "Publication",
    "RollUp",
    "Scale",
    "Share",
    "Sheet",
    "Spread",
    "Tally",
    "TooLow",
    "TooManyVotes",
    "Turnover",
    "across",
    "change",
    "class_of",
    "freeze",
    "how_shown",
    "in_order",
    "merge",
    "participation",
    "publish",
    "roll_up",
    "secret_vote",
    "shares_from",
    "shown_together",
    "spread_together",
    "threshold",
    "withstands",
]
