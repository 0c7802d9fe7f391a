# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A table as the British government publishes its skills: one row a skill, a column a level.

Skill name, skill description, awareness, working, practitioner, expert; in one language.
"""

from collections.abc import Sequence

from leadroom.core.interchange.assemble import Placed, assemble
from leadroom.core.interchange.case.read import slug
from leadroom.core.interchange.framework import Framework, Item, Level, said
from leadroom.core.interchange.problem import Problem, Unreadable, Where

Row = tuple[int, Sequence[str]]
NAME, TEXT = "skill name", "skill description"
LEVELS = ("awareness", "working", "practitioner", "expert")
KIND = "skill"


def is_gdd(names: Sequence[str]) -> bool:
    """Say whether a header is of this kind."""
    return NAME in map(_plain, names)


def read(names: Sequence[str], found: Sequence[Row], *, language: str, creator: str, title: str) -> Framework:
    """Return the framework that such a table tells. Raises Unreadable."""
    places = {_plain(name): place for place, name in reversed(list(enumerate(names)))}
    missing = [name for name in (NAME, *LEVELS) if name not in places]
    if missing:
        raise Unreadable([Problem(Where(1, name), "column-missing", {"column": name}) for name in missing])
    if not title:
        raise Unreadable([Problem(Where(), "name-it")])
    head = Framework(
        key=slug(title),
        version="",
        creator=creator,
        licence="",
        languages=(language,),
        title={language: title},
        levels=tuple(Level(number, {language: name.capitalize()}) for number, name in enumerate(LEVELS, 1)),
    )
    return assemble(head, [_placed(number, cells, places, language) for number, cells in found])


def _placed(number: int, cells: Sequence[str], places: dict[str, int], language: str) -> Placed:
    told = {name: cells[place].strip() for name, place in places.items() if place < len(cells)}
    anchors = {place: said({language: told.get(name, "")}) for place, name in enumerate(LEVELS, 1)}
    name = told[NAME]
    return Where(number), Item(
        slug(name) if name else "",
        "",
        KIND,
        said({language: name}),
        said({language: told.get(TEXT, "")}),
        {place: texts for place, texts in anchors.items() if texts},
    )


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").split())
