# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Our own table: one row for each item, a column for each text in each language. Its header is codes.

`row` says what a row is: FRAMEWORK (one), LEVEL or ITEM. What only CASE can say stays in CASE.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from leadroom.core.interchange.assemble import Placed, assemble
from leadroom.core.interchange.framework import LANGUAGES, Framework, Item, Level, Texts, said
from leadroom.core.interchange.problem import Problem, Unreadable, Where

Row = tuple[int, Sequence[str]]
FIXED = ("row", "code", "parent", "kind", "version", "creator", "licence")
HIGHEST = 99
FRAMEWORK, LEVEL, ITEM = "FRAMEWORK", "LEVEL", "ITEM"
TEXT = re.compile(rf"(name|text|level_(\d|[1-9]\d))_({'|'.join(LANGUAGES)})")


def header(framework: Framework) -> tuple[str, ...]:
    """Return the names of the columns: codes, the same in every language."""
    texts = ["name", "text", *(f"level_{level.number}" for level in framework.levels)]
    return (*FIXED, *(f"{text}_{language}" for text in texts for language in framework.languages))


def rows(framework: Framework) -> Iterator[tuple[str, ...]]:
    """Yield the framework's own row, its levels', and its items'."""
    about = (framework.version, framework.creator, framework.licence)
    yield _row(framework, (FRAMEWORK, framework.key, "", "", *about), framework.title, framework.text)
    for level in framework.levels:
        yield _row(framework, (LEVEL, str(level.number), "", "", "", "", ""), level.name, level.meaning)
    for item in framework.items:
        fixed = (ITEM, item.code, item.parent, item.kind, "", "", "")
        anchors = [item.anchors.get(level.number, {}) for level in framework.levels]
        yield _row(framework, fixed, item.name, item.text, *anchors)


def _row(framework: Framework, fixed: tuple[str, ...], *texts: Texts) -> tuple[str, ...]:
    said_ = [text.get(language, "") for text in texts for language in framework.languages]
    width = len(framework.languages) * (2 + len(framework.levels))
    return (*fixed, *said_, *("",) * (width - len(said_)))


def is_wide(names: Sequence[str]) -> bool:
    """Say whether a header is this table's."""
    return {"row", "code"} <= set(map(str.lower, names))


def read(names: Sequence[str], found: Sequence[Row], *, creator: str) -> Framework:
    """Return the framework that a table tells; `creator` stands in where it names none. Raises Unreadable."""
    reader = _Reader([name.lower() for name in names])
    for number, cells in found:
        reader.take(number, dict(zip(reader.names, cells, strict=False)))
    return reader.done(creator)


@dataclass(slots=True)
class _Reader:
    names: Sequence[str]
    problems: list[Problem] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    levels: list[Level] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        known = [name for name in self.names if name in FIXED or TEXT.fullmatch(name)]
        for name in self.names:
            if name and (name not in known or known.count(name) > 1):
                self.problems.append(Problem(Where(1, name), "column-unknown", {"column": name}))
        self.numbers = sorted({int(found[2]) for found in map(TEXT.fullmatch, known) if found and found[2]})

    def take(self, number: int, cells: dict[str, str]) -> None:
        kind = cells.get("row", "").upper() or ITEM
        if kind == FRAMEWORK and not self.about:
            self.about = cells
        elif kind == LEVEL:
            self._level(number, cells)
        elif kind == ITEM:
            self.placed.append((Where(number), self._item(cells)))
        else:
            self.problems.append(Problem(Where(number, "row"), "row-unknown", {"row": kind}))

    def _level(self, number: int, cells: dict[str, str]) -> None:
        code = cells["code"]
        taken = {level.number for level in self.levels}
        if not (code.isascii() and code.isdigit() and int(code) <= HIGHEST) or int(code) in taken:
            self.problems.append(Problem(Where(number, "code"), "level-number", {"code": code}))
            return
        self.levels.append(Level(int(code), self._texts(cells, "name"), self._texts(cells, "text")))

    def _item(self, cells: dict[str, str]) -> Item:
        anchors = {number: self._texts(cells, f"level_{number}") for number in self.numbers}
        return Item(
            cells["code"],
            cells.get("parent", ""),
            cells.get("kind", ""),
            self._texts(cells, "name"),
            self._texts(cells, "text"),
            {number: texts for number, texts in anchors.items() if texts},
        )

    def _texts(self, cells: dict[str, str], name: str) -> dict[str, str]:
        return said({language: cells.get(f"{name}_{language}", "") for language in LANGUAGES})

    def done(self, creator: str) -> Framework:
        told = {number for _where, item in self.placed for number in item.anchors}
        for number in sorted(told - {level.number for level in self.levels}):
            self.problems.append(Problem(Where(), "level-unknown", {"level": str(number)}))
        if not self.about:
            self.problems.append(Problem(Where(), "no-framework-row"))
        if self.problems:
            raise Unreadable(self.problems)
        return assemble(self._head(creator), self.placed)

    def _head(self, creator: str) -> Framework:
        title = self._texts(self.about, "name")
        items = [item for _where, item in self.placed]
        # A language that only a text or a behaviour has is one all the same: its names are asked for.
        told: list[Texts] = [title, self._texts(self.about, "text")]
        told += [texts for item in items for texts in (item.name, item.text, *item.anchors.values())]
        told += [texts for level in self.levels for texts in (level.name, level.meaning)]
        return Framework(
            key=self.about["code"],
            version=self.about.get("version", ""),
            creator=self.about.get("creator", "") or creator,
            licence=self.about.get("licence", ""),
            languages=tuple({language for texts in told for language in texts}),
            title=title,
            text=self._texts(self.about, "text"),
            levels=tuple(sorted(self.levels, key=lambda level: level.number)),
        )
