# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which stage of a learning path comes next: the one that trains what is missing most."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Training(Generic[Key]):
    """What a stage trains: keys of competencies, at least one."""

    stage: Key
    competencies: Sequence[str]
    is_taken: bool


def next_stage(trainings: Iterable[Training[Key]], importance: Mapping[str, int]) -> Key | None:
    """
    Return the stage to suggest: of those not taken up, the one whose competencies matter most on average.

    `importance` is that of a person's gaps (none: nothing is missing). A mean and no sum,
    so that a stage of four competencies does not win by its size; the earlier of equals.
    None where nothing is missing in any stage that is left.
    """
    best, most = None, Fraction(0)
    for training in trainings:
        matters = Fraction(
            sum(importance.get(key, 0) for key in training.competencies), len(training.competencies)
        )
        if not training.is_taken and matters > most:
            best, most = training.stage, matters
    return best
