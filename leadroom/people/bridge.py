# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Maps and the core's frameworks: ours as one, a kept version as one, a file as one."""

from collections.abc import Iterable
from functools import cache

from leadroom.core.interchange import case, gdd, wide
from leadroom.core.interchange.case.read import slug
from leadroom.core.interchange.framework import Framework, Item, Level, Texts, from_plain
from leadroom.kit import jsonfiles
from leadroom.kit.sheets import Table, read_table
from leadroom.kit.translated import LANGUAGES, Translated
from leadroom.kit.workbook import Refused
from leadroom.people.models import Framework as Kept
from leadroom.people.models import SkillsMap, skills_map

__all__ = ["framework_of", "map_in_force", "read_file", "slug"]

CREATOR = "The Leadroom contributors"


@cache
def map_in_force() -> Framework:
    """Return the map that people profile themselves on, as a framework."""
    the_map = skills_map()
    key, version = the_map.pack.split("@")
    return Framework(
        key=key,
        version=version,
        creator=CREATOR,
        licence=the_map.licence,
        languages=LANGUAGES,
        title=_texts(the_map.name),
        text=_texts(the_map.description),
        levels=tuple(Level(each.level, _texts(each.name), _texts(each.meaning)) for each in the_map.levels),
        items=tuple(_items(the_map)),
    )


def framework_of(kept: Kept) -> Framework:
    """Return a version of a council's own map as a framework."""
    return from_plain(kept.content)


def read_file(body: bytes, *, language: str, creator: str, title: str) -> Framework:
    """
    Return the framework in a file: CASE as JSON or several of them in a ZIP, our own table, or GDD's.

    `language`, `creator` and `title` stand in where the file says none. Raises Refused, Unreadable.
    """
    if jsonfiles.is_json(body):
        return case.read([("", jsonfiles.read_json(body))], language=language, creator=creator)
    if jsonfiles.is_zip_of_json(body):
        return case.read(jsonfiles.read_zip(body), language=language, creator=creator)
    table = read_table(body)
    if wide.is_wide(table.header):
        return wide.read(table.header, _rows(table), creator=creator)
    if gdd.is_gdd(table.header):
        return gdd.read(table.header, _rows(table), language=language, creator=creator, title=title)
    raise Refused("no-map")


def _rows(table: Table) -> list[tuple[int, list[str]]]:
    return [(row.number, [str(cell) for cell in row.cells]) for row in table.rows]


def _items(the_map: SkillsMap) -> Iterable[Item]:
    for domain in the_map.domains:
        yield Item(domain.key, "", "domain", _texts(domain.name))
        for area in domain.areas:
            yield Item(area.key, domain.key, "area", _texts(area.name), _texts(area.question))
            for each in area.competencies:
                anchors = {number: _texts(said) for number, said in enumerate(each.behaviours, 1)}
                name, text = _texts(each.name), _texts(each.definition)
                yield Item(each.key, area.key, "competency", name, text, anchors)


def _texts(said: Translated) -> Texts:
    return {language: text for language in LANGUAGES if (text := getattr(said, language))}
