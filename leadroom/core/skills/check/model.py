# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A skills map as far as it can be read: whatever has the wrong shape is left out here.

The shapes name what is malformed; this lets the sense of all the rest be judged in the same run.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leadroom.core.skills.check.problem import Where
from leadroom.core.skills.check.shape import LANGUAGES, has_letters
from leadroom.core.skills.check.wording import Placed, Term

PACK = "pack.yaml"
BEHAVIOURS = ("aware", "working", "skilled", "leading")

Files = Mapping[str, object]
"""What a pack's files say, by name; None for a file that could not be read."""
Words = Sequence[tuple[Where, str]]


@dataclass(frozen=True, slots=True)
class Competency:
    """One competency, with its place."""

    where: Where
    key: str
    is_scan: bool
    name: Placed
    definition: Placed
    behaviours: Mapping[str, Placed]
    processes: Words
    sources: Words


@dataclass(frozen=True, slots=True)
class Area:
    """One file of `areas/`."""

    where: Where
    key: str
    domain: str
    name: Placed
    question: Placed
    competencies: Sequence[Competency]


@dataclass(frozen=True, slots=True)
class SkillsMap:
    """A whole map; not complete when a file of it could not be read."""

    is_complete: bool
    domains: Sequence[tuple[Where, str, Words]]
    areas: Sequence[Area]
    levels: Sequence[tuple[object, object]]
    processes: Words
    sources: Words
    terms: Sequence[Term]
    head_texts: Sequence[Placed]

    @property
    def competencies(self) -> list[Competency]:
        """Return all competencies, in the order of the files."""
        return [competency for area in self.areas for competency in area.competencies]


def read_map(files: Files) -> SkillsMap:
    """Return the map that these files hold, without what is malformed."""
    pack = as_mapping(files.get(PACK))
    return SkillsMap(
        is_complete=PACK in files and None not in files.values(),
        domains=list(_domains(pack)),
        areas=[
            _area(file, data) for file, data in sorted(files.items()) if file != PACK and data is not None
        ],
        levels=[(level.get("level"), level.get("key")) for _, level in mappings(pack, (PACK,), "levels")],
        processes=_field(pack, "processes", "key"),
        sources=_field(pack, "sources", "id"),
        terms=list(_terms(pack)),
        head_texts=list(_head_texts(pack)),
    )


def as_mapping(value: object) -> Mapping[str, Any]:
    """Return a mapping, or an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def placed(parent: Mapping[str, Any], where: Where, name: str) -> Placed:
    """Return the text of this name with its place, in those languages in which it says something."""
    return said(parent.get(name), (*where, name))


def said(value: object, where: Where) -> Placed:
    """Return what a text at this place says, in those languages in which it says something."""
    texts = as_mapping(value)
    return where, {language: texts[language] for language in LANGUAGES if has_letters(texts.get(language))}


def word(parent: Mapping[str, Any], name: str) -> str:
    """Return a single word, or an empty one for anything else."""
    value = parent.get(name)
    return value if isinstance(value, str) else ""


def mappings(parent: Mapping[str, Any], where: Where, name: str) -> list[tuple[Where, Mapping[str, Any]]]:
    """Return those items of a list that are mappings, with their places."""
    items = enumerate(_items(parent, name))
    return [((*where, name, index), item) for index, item in items if isinstance(item, Mapping)]


def words_of(parent: Mapping[str, Any], where: Where, name: str) -> Words:
    """Return those items of a list that are words, with their places."""
    items = enumerate(_items(parent, name))
    return [((*where, name, index), item) for index, item in items if isinstance(item, str)]


def _domains(pack: Mapping[str, Any]) -> Iterator[tuple[Where, str, Words]]:
    for where, domain in mappings(pack, (PACK,), "domains"):
        yield where, word(domain, "key"), words_of(domain, where, "areas")


def _area(file: str, data: object) -> Area:
    area, where = as_mapping(data), (file,)
    return Area(
        where=where,
        key=word(area, "key"),
        domain=word(area, "domain"),
        name=placed(area, where, "name"),
        question=placed(area, where, "question"),
        competencies=[_competency(item, at) for at, item in mappings(area, where, "competencies")],
    )


def _competency(item: Mapping[str, Any], where: Where) -> Competency:
    behaviours = as_mapping(item.get("behaviours"))
    return Competency(
        where=where,
        key=word(item, "key"),
        is_scan=item.get("scan") is True,
        name=placed(item, where, "name"),
        definition=placed(item, where, "definition"),
        behaviours={name: placed(behaviours, (*where, "behaviours"), name) for name in BEHAVIOURS},
        processes=words_of(item, where, "processes"),
        sources=words_of(item, where, "sources"),
    )


def _terms(pack: Mapping[str, Any]) -> Iterator[Term]:
    for _, term in mappings(pack, (PACK,), "terms"):
        if word(term, "language") in LANGUAGES and has_letters(term.get("avoid")):
            yield Term(term["language"], term["avoid"], word(term, "use"))


def _head_texts(pack: Mapping[str, Any]) -> Iterator[Placed]:
    yield placed(pack, (PACK,), "name")
    yield placed(pack, (PACK,), "description")
    for part, name in (("levels", "name"), ("levels", "meaning"), ("processes", "name"), ("domains", "name")):
        for where, item in mappings(pack, (PACK,), part):
            yield placed(item, where, name)


def _field(pack: Mapping[str, Any], part: str, name: str) -> Words:
    items = mappings(pack, (PACK,), part)
    return [((*where, name), word(item, name)) for where, item in items if word(item, name)]


def _items(parent: Mapping[str, Any], name: str) -> Sequence[Any]:
    value = parent.get(name)
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()
