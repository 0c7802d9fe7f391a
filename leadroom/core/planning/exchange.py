# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A portfolio as text (JSON), for files, the command line and other programs.

Levels are named by their keys, periods by their numbers from 0. A row of numbers, one a period, may be
written as one number that holds throughout. Whatever is wrong is told with the way to it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from leadroom.core.planning.problem import (
    Choice,
    Fault,
    Freeze,
    Level,
    Lock,
    Precedence,
    Problem,
    Senseless,
    Solution,
    Team,
)

FORMAT, VERSION = "leadroom-portfolio", 1
_T = TypeVar("_T")


class Unreadable(ValueError):
    """The text is no portfolio; the message says where and why."""


def read(text: str) -> Problem:
    """Return the problem that a text holds. Raises Unreadable."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as failed:
        place = f"line {failed.lineno}: " if isinstance(failed, json.JSONDecodeError) else ""
        raise Unreadable(f"{place}this is not JSON") from None
    return read_whole(whole)


def read_whole(whole: Any) -> Problem:
    """Return the problem that is parsed already. Raises Unreadable."""
    try:
        return _problem(_Part(whole, "the file"))
    except Senseless as senseless:
        raise Unreadable(_told(senseless.fault)) from None


def _told(fault: Fault) -> str:
    return f"{fault.where} “{fault.key}”: {fault.what}"


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the text, and the way to it."""

    value: Any
    way: str

    def fail(self, what: str) -> Unreadable:
        return Unreadable(f"{self.way}: {what}")

    def __getitem__(self, name: str) -> "_Part":
        """Return a part that must be there."""
        found = self.get(name)
        if found is None:
            raise self.fail(f"“{name}” is missing")
        return found

    def get(self, name: str) -> "_Part | None":
        """Return a part that may be there."""
        value = self.mapping().get(name)
        return None if value is None else _Part(value, f"{self.way} › {name}")

    def mapping(self) -> Mapping[str, Any]:
        if not isinstance(self.value, dict):
            raise self.fail("must be an object { … }")
        return self.value

    def parts(self, name: str) -> list["_Part"]:
        """Return the members of a list, none where it is missing."""
        found = self.get(name)
        if found is None:
            return []
        if not isinstance(found.value, list):
            raise found.fail("must be a list [ … ]")
        return [_Part(value, f"{found.way} {place}") for place, value in enumerate(found.value, 1)]

    def entries(self, name: str) -> Iterator[tuple[str, "_Part"]]:
        """Return the members of an object by name, none where it is missing."""
        found = self.get(name)
        for key, value in found.mapping().items() if found else ():
            yield key, _Part(value, f"{self.way} › {name} › {key}")

    def whole(self) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.fail("must be a whole number")
        if abs(self.value) > MOST:
            raise self.fail(f"must be a whole number, no larger than {MOST}")
        return self.value

    def word(self) -> str:
        if not isinstance(self.value, str) or not self.value:
            raise self.fail("must be a text")
        return self.value

    def truth(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.fail("must be true or false")
        return self.value

    def row(self, length: int) -> tuple[int, ...]:
        """Return one number for each period, also where one number holds throughout."""
        if not isinstance(self.value, list):
            return (self.whole(),) * length
        return tuple(_Part(value, f"{self.way} {place}").whole() for place, value in enumerate(self.value, 1))


# Larger than any council's: a hundred thousand team-months, ten billion in money. Weighted sums still fit.
MOST = 10**7
# Ten years of months. The table of options grows with the square of it.
MOST_PERIODS = 120


def _given(part: _Part | None, read_it: Callable[[_Part], _T], otherwise: _T) -> _T:
    return otherwise if part is None else read_it(part)


def _problem(whole: _Part) -> Problem:
    if whole["format"].value != FORMAT or whole["version"].value != VERSION:
        raise whole.fail(f'must say "format": "{FORMAT}", "version": {VERSION}')
    periods = whole["periods"].whole()
    if not 1 <= periods <= MOST_PERIODS:
        raise whole["periods"].fail(f"must be from 1 to {MOST_PERIODS}")
    solutions = tuple(_solution(part) for part in whole.parts("solutions"))
    levels = {one.key: [level.key for level in one.levels] for one in solutions}
    return Problem(
        periods,
        tuple(_team(part, periods) for part in whole.parts("teams")),
        solutions,
        _given(whole.get("year_of"), lambda part: part.row(periods), (0,) * periods),
        tuple(None if part.value is None else part.whole() for part in whole.parts("budget")) or (None,),
        tuple(_precedence(part, levels) for part in whole.parts("precedences")),
        tuple(_freeze(part) for part in whole.parts("freezes")),
        tuple(_lock(part, levels) for part in whole.parts("locks")),
        {key: _choice(part, levels.get(key, [])) for key, part in whole.entries("in_force")},
    )


def _team(part: _Part, periods: int) -> Team:
    def row(name: str, otherwise: int) -> tuple[int, ...]:
        return _given(part.get(name), lambda found: found.row(periods), (otherwise,) * periods)

    need = part.get("need")
    return Team(
        part["key"].word(),
        part["capacity"].row(periods),
        row("reserved", 0),
        row("floor", 0),
        row("weight", 1),
        need.row(periods) if need else None,
        _given(part.get("most_released"), _Part.whole, 0),
    )


def _solution(part: _Part) -> Solution:
    return Solution(
        part["key"].word(),
        tuple(_level(level) for level in part.parts("levels")),
        _given(part.get("earliest"), _Part.whole, 0),
        _given(part.get("deadline"), _Part.whole, None),
        _given(part.get("optional"), _Part.truth, False),
    )


def _level(part: _Part) -> Level:
    duration = part["duration"].whole()
    if not 1 <= duration <= MOST_PERIODS:
        raise part["duration"].fail(f"must be from 1 to {MOST_PERIODS}")
    return Level(
        part["key"].word(),
        duration,
        {team: row.row(duration) for team, row in part.entries("effort")},
        {team: running.whole() for team, running in part.entries("running")},
        _given(part.get("money"), lambda found: found.row(duration), ()),
        _given(part.get("running_money"), _Part.whole, 0),
        _given(part.get("value"), _Part.whole, 0),
    )


def _precedence(part: _Part, levels: Mapping[str, list[str]]) -> Precedence:
    before = part["before"].word()
    least = part.get("least_level")
    return Precedence(
        before,
        part["after"].word(),
        _given(part.get("lag"), _Part.whole, 0),
        _place(least, levels.get(before, [])) if least else 0,
    )


def _place(part: _Part, levels: list[str]) -> int:
    if part.value not in levels:
        raise part.fail(f"must be one of {', '.join(levels) or 'the levels of a known solution'}")
    return levels.index(part.value)


def _freeze(part: _Part) -> Freeze:
    solutions = frozenset(one.word() for one in part.parts("solutions"))
    return Freeze(frozenset(one.whole() for one in part.parts("periods")), solutions or None)


def _lock(part: _Part, levels: Mapping[str, list[str]]) -> Lock:
    solution, level = part["solution"].word(), part.get("level")
    return Lock(
        solution,
        _place(level, levels.get(solution, [])) if level else None,
        _given(part.get("start"), _Part.whole, None),
    )


def _choice(part: _Part, levels: list[str]) -> Choice:
    return Choice(_place(part["level"], levels), part["start"].whole())
