# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a check finds: where it is, what kind it is, and what to say about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Where = tuple[str | int, ...]
"""The file's name, then the way into it: `("areas/01-vision.yaml", "competencies", 0, "key")`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a pack."""

    where: Where
    code: str
    details: Mapping[str, str] = field(default_factory=dict)


def repeated(found: Iterable[tuple[Where, str]], code: str) -> Iterator[Problem]:
    """Name every value that has been seen before, with the file in which it stood first."""
    first: dict[str, Where] = {}
    for where, value in found:
        if value in first:
            yield Problem(where, code, {"value": value, "first": str(first[value][0])})
        first.setdefault(value, where)
