# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What packs have in common that lean on a skills map: they name it, and point at what it holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leadroom.core.skills.check import wording
from leadroom.core.skills.check.model import PACK, Files, Words, as_mapping, read_map, word
from leadroom.core.skills.check.problem import Problem, Where, repeated
from leadroom.core.skills.check.shape import REFERENCE


@dataclass(frozen=True, slots=True)
class Held:
    """What a map holds that other packs may point at, and the words that it says otherwise."""

    competencies: frozenset[str]
    sources: frozenset[str]
    terms: Sequence[wording.Term]


Maps = Mapping[str, Held | None]
"""The maps there are, by `pack@version`; None for one that could not be read, against which nothing is judged."""


def held(files: Files) -> Held:
    """Return what the map in these files holds."""
    skills_map = read_map(files)
    return Held(
        frozenset(found.key for found in skills_map.competencies if found.key),
        frozenset(source for _, source in skills_map.sources),
        skills_map.terms,
    )


def reference(files: Files) -> str:
    """Return the map that a pack says it leans on, as `pack@version`."""
    return word(as_mapping(files.get(PACK)), "map")


def check_reference(files: Files, maps: Mapping[str, object]) -> Iterator[Problem]:
    """Name a map that there is not."""
    named = reference(files)
    if REFERENCE.fullmatch(named) and named not in maps:
        yield Problem((PACK, "map"), "map-unknown", {"map": named, "known": ", ".join(sorted(maps)) or "-"})


def check_competencies(found: Words, the_map: Held | None) -> Iterator[Problem]:
    """Name each competency that stands twice, or that the map does not have."""
    yield from repeated(found, "value-repeated")
    for where, competency in found if the_map else ():
        if the_map and competency not in the_map.competencies:
            yield Problem(where, "target-unknown", {"competency": competency})


def check_sources(found: Words, the_map: Held | None) -> Iterator[Problem]:
    """Name each source that stands twice, or that the map does not have."""
    yield from repeated(found, "value-repeated")
    for where, source in found if the_map else ():
        if the_map and source not in the_map.sources:
            yield Problem(where, "map-source-unknown", {"source": source})


def check_words(placed: wording.Placed, the_map: Held | None) -> Iterator[Problem]:
    """Name each word that the map says otherwise."""
    if the_map:
        yield from wording.check_terms(placed, the_map.terms)


def check_count(where: Where, code: str, count: int, right: int) -> Iterator[Problem]:
    """Name a number of things that is not the right one."""
    if count != right:
        yield Problem(where, code, {"count": str(count), "right": str(right)})
