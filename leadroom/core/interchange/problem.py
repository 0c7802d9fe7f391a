# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is wrong with a file, and where: a row of a table, or the way into a JSON document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

MOST_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Where:
    """A row of a table, or a way into a document: `("da.json", "CFItems[3].fullStatement")`."""

    row: int = 0
    path: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; whoever shows it finds the words."""

    where: Where
    code: str
    details: Mapping[str, str] = field(default_factory=dict)


class Unreadable(Exception):
    """A file that holds no framework as it stands; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems[:MOST_PROBLEMS])
