# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Reads levels and behaviours out of rubrics, where they are told as a scale that all items share.

Rubrics that tell it otherwise (several of them, no scores, names that differ from item to item) are
kept whole and go out again as they came.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Thing = dict[str, Any]
CRITERIA, LEVELS = "CFRubricCriteria", "CFRubricCriterionLevels"
HIGHEST = 99


@dataclass(slots=True)
class Rubric:
    """The scale of a package: names, meanings, and what each item says at each level."""

    names: dict[int, str] = field(default_factory=dict)
    meanings: dict[int, str] = field(default_factory=dict)
    anchors: dict[str, dict[int, str]] = field(default_factory=dict)
    raws: dict[tuple[str, str], Thing] = field(default_factory=dict)
    rest: list[Thing] = field(default_factory=list)


class _NotShared(Exception):
    """This rubric tells no scale that all items share."""


def read_rubric(rubrics: Sequence[Thing], items: Collection[str]) -> Rubric:
    """Return the scale that a package's one rubric tells; else an empty one that keeps the rubrics."""
    if len(rubrics) == 1:
        try:
            return _Reader(items).read(rubrics[0])
        except _NotShared:
            pass
    return Rubric(rest=list(rubrics))


class _Reader:
    def __init__(self, items: Collection[str]) -> None:
        self.items, self.found = items, Rubric()

    def read(self, rubric: Thing) -> Rubric:
        self.found.raws["rubric", ""] = _without(rubric, CRITERIA)
        for criterion in _things(rubric, CRITERIA):
            self._criterion(criterion)
        if not self.found.names:
            raise _NotShared
        return self.found

    def _criterion(self, criterion: Thing) -> None:
        item = self._item(criterion)
        raw = "criterion" if item else "scale"
        if (raw, item) in self.found.raws:
            raise _NotShared
        self.found.raws[raw, item] = _without(criterion, LEVELS)
        for level in _things(criterion, LEVELS):
            self._level(level, item)

    def _item(self, criterion: Thing) -> str:
        link = criterion.get("CFItemURI")
        if link is None and criterion.get("category") == "scale":
            return ""
        named = link.get("identifier") or link.get("uri") if isinstance(link, Mapping) else link
        ends = str(named or "").rstrip("/").replace("#", "/").replace(":", "/").rsplit("/", 1)[-1]
        if ends not in self.items:
            raise _NotShared
        return ends

    def _level(self, level: Thing, item: str) -> None:
        number, name, text = _score(level), _text(level, "quality"), _text(level, "description")
        if self.found.names.setdefault(number, name) != name or (item and not text):
            raise _NotShared
        told = self.found.anchors.setdefault(item, {}) if item else self.found.meanings
        if number in told:
            raise _NotShared
        told[number] = text
        self.found.raws["anchor" if item else "level", f"{item}:{number}"] = level


def _score(level: Thing) -> int:
    score = level.get("score")
    if isinstance(score, bool) or not isinstance(score, int | float):
        raise _NotShared
    if not 0 <= score <= HIGHEST or score != int(score):
        raise _NotShared
    return int(score)


def _text(level: Thing, name: str) -> str:
    value = level.get(name, "")
    if not isinstance(value, str):
        raise _NotShared
    return value.strip()


def _things(parent: Thing, name: str) -> Iterator[Thing]:
    value = parent.get(name, [])
    if not isinstance(value, list) or not all(isinstance(thing, Mapping) for thing in value):
        raise _NotShared
    for thing in value:
        yield {key: said for key, said in thing.items() if said is not None and said != []}


def _without(thing: Thing, name: str) -> Thing:
    return {key: value for key, value in thing.items() if key != name}
