# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""In which order a person is asked: what matters most for her role comes first, one area at a time."""

from collections.abc import Collection, Mapping, Sequence

from leadroom.core.skills.profile import Target


def asking_order(
    areas: Sequence[Sequence[str]], targets: Mapping[str, Target], asked: Collection[str]
) -> tuple[str, ...]:
    """
    Return the competencies asked, area by area: the area with the weightiest competency first.

    `areas` holds the competency keys of each area in map order; what is equally
    important stays in map order. An area is never left and come back to.
    """
    parts = [_by_weight([key for key in area if key in asked], targets) for area in areas]
    parts = sorted((part for part in parts if part), key=lambda part: _weights(part, targets))
    return tuple(key for part in parts for key in part)


def next_open(order: Sequence[str], answered: Collection[str], after: str | None = None) -> str | None:
    """Return the next competency without an answer, from `after` on and then from the start; None when all have one."""
    start = order.index(after) + 1 if after in order else 0
    return next((key for key in (*order[start:], *order[:start]) if key not in answered), None)


def _by_weight(keys: Sequence[str], targets: Mapping[str, Target]) -> list[str]:
    return sorted(keys, key=lambda key: -_weight(key, targets))


def _weights(part: Sequence[str], targets: Mapping[str, Target]) -> tuple[int, ...]:
    return tuple(sorted(-_weight(key, targets) for key in part))


def _weight(key: str, targets: Mapping[str, Target]) -> int:
    target = targets.get(key)
    return target.weight if target else 0
