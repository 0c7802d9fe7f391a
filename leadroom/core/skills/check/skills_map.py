# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a skills map holds together: 4 domains, 12 areas, 42 competencies, each with four behaviours."""

from collections.abc import Iterator

from leadroom.core.skills.check import wording
from leadroom.core.skills.check.leaning import check_count
from leadroom.core.skills.check.model import BEHAVIOURS, PACK, Area, Competency, Files, SkillsMap, read_map
from leadroom.core.skills.check.problem import Problem, Where, repeated
from leadroom.core.skills.check.shape import (
    HEAD,
    LANGUAGES,
    each,
    flag,
    key,
    mapping,
    number,
    one_of,
    string,
    text,
)

DOMAINS, AREAS, COMPETENCIES = 4, 12, 42
AREA_SIZES = (3, 4)
LEVELS = list(enumerate(("not-yet", *BEHAVIOURS)))

PACK_SHAPE = mapping(
    {
        **HEAD,
        "levels": each(mapping({"level": number(0, 4), "key": key, "name": text, "meaning": text})),
        "processes": each(mapping({"key": key, "name": text})),
        "domains": each(mapping({"key": key, "name": text, "areas": each(key)})),
        "sources": each(mapping({"id": key, "seed": string, "slide": string, "text": text})),
    },
    {"terms": each(mapping({"language": one_of(*LANGUAGES), "avoid": string, "use": string}))},
)
COMPETENCY_SHAPE = mapping(
    {
        "key": key,
        "name": text,
        "definition": text,
        "behaviours": mapping(dict.fromkeys(BEHAVIOURS, text)),
        "processes": each(key),
        "sources": each(key),
    },
    {"scan": flag},
)
AREA_SHAPE = mapping(
    {"key": key, "domain": key, "name": text, "question": text, "competencies": each(COMPETENCY_SHAPE)}
)


def check_map(files: Files) -> list[Problem]:
    """
    Return what is wrong with a skills map.

    `files` holds what `pack.yaml` and each `areas/NN-key.yaml` say, None for one that
    could not be read: then nothing is counted, since the count would be wrong.
    """
    skills_map = read_map(files)
    return [
        *_shapes(files),
        *_keys(skills_map),
        *_areas(skills_map),
        *(_whole(skills_map) if skills_map.is_complete else ()),
        *_uses(skills_map),
        *_wording(skills_map),
    ]


def _shapes(files: Files) -> Iterator[Problem]:
    for file, data in files.items():
        if data is not None:
            yield from (PACK_SHAPE if file == PACK else AREA_SHAPE)(data, (file,))


def _keys(skills_map: SkillsMap) -> Iterator[Problem]:
    areas = [place for _, _, areas in skills_map.domains for place in areas]
    yield from repeated(
        [((*where, "key"), name) for where, name, _ in skills_map.domains if name], "key-repeated"
    )
    yield from repeated(areas, "key-repeated")
    yield from repeated(
        [((*area.where, "key"), area.key) for area in skills_map.areas if area.key], "key-repeated"
    )
    competencies = [((*found.where, "key"), found.key) for found in skills_map.competencies if found.key]
    yield from repeated(competencies, "key-repeated")
    yield from repeated(skills_map.processes, "key-repeated")
    yield from repeated(skills_map.sources, "key-repeated")


def _areas(skills_map: SkillsMap) -> Iterator[Problem]:
    home = {area: domain for _, domain, areas in skills_map.domains for _, area in areas}
    number_of = {area: index for index, area in enumerate(home, start=1)}
    for area in skills_map.areas:
        if area.key and home and area.key not in home:
            yield Problem((*area.where, "key"), "area-stray", {"area": area.key})
        elif area.key in home:
            yield from _place(area, home[area.key], f"areas/{number_of[area.key]:02d}-{area.key}.yaml")
        yield from _size(area)


def _place(area: Area, domain: str, file: str) -> Iterator[Problem]:
    if area.domain != domain:
        yield Problem((*area.where, "domain"), "area-elsewhere", {"domain": domain, "found": area.domain})
    if area.where != (file,):
        yield Problem((*area.where, "key"), "file-name", {"file": file})


def _size(area: Area) -> Iterator[Problem]:
    where, count = (*area.where, "competencies"), len(area.competencies)
    if count not in AREA_SIZES:
        yield Problem(where, "area-size", {"count": str(count)})
    scans = [competency for competency in area.competencies if competency.is_scan]
    if not scans:
        yield Problem(where, "scan-missing")
    for competency in scans[1:]:
        yield Problem((*competency.where, "scan"), "scan-repeated", {"first": scans[0].key})


def _whole(skills_map: SkillsMap) -> Iterator[Problem]:
    where: Where = (PACK, "domains")
    named = [place for _, _, areas in skills_map.domains for place in areas]
    written = {area.key for area in skills_map.areas}
    yield from check_count(where, "domain-count", len(skills_map.domains), DOMAINS)
    yield from check_count(where, "area-count", len(named), AREAS)
    yield from check_count(where, "competency-count", len(skills_map.competencies), COMPETENCIES)
    for at, area in named:
        if area not in written:
            yield Problem(at, "area-missing", {"area": area})
    if skills_map.levels != LEVELS:
        yield Problem(
            (PACK, "levels"), "levels-wrong", {"levels": ", ".join(f"{at} {name}" for at, name in LEVELS)}
        )
    used = {source for competency in skills_map.competencies for _, source in competency.sources}
    for at, source in skills_map.sources:
        if source not in used:
            yield Problem(at, "source-unused", {"source": source})


def _uses(skills_map: SkillsMap) -> Iterator[Problem]:
    processes = {key for _, key in skills_map.processes}
    sources = {key for _, key in skills_map.sources}
    for competency in skills_map.competencies:
        for where, process in competency.processes:
            if processes and process not in processes:
                yield Problem(
                    where, "process-unknown", {"process": process, "known": ", ".join(sorted(processes))}
                )
        for where, source in competency.sources:
            if sources and source not in sources:
                yield Problem(where, "source-unknown", {"source": source})
        yield from repeated(competency.processes, "value-repeated")
        yield from repeated(competency.sources, "value-repeated")


def _wording(skills_map: SkillsMap) -> Iterator[Problem]:
    for area in skills_map.areas:
        yield from wording.check_name(area.name)
        yield from wording.check_question(area.question)
    for competency in skills_map.competencies:
        yield from _competency(competency)
    for placed in _texts(skills_map):
        yield from wording.check_terms(placed, skills_map.terms)
    yield from _told_apart(skills_map)
    behaviours = [
        placed for competency in skills_map.competencies for placed in competency.behaviours.values()
    ]
    yield from wording.check_average(behaviours, (PACK,))


def _competency(competency: Competency) -> Iterator[Problem]:
    yield from wording.check_name(competency.name)
    yield from wording.check_sentence(competency.definition, wording.DEFINITION_WORDS)
    for placed in competency.behaviours.values():
        yield from wording.check_sentence(placed, wording.BEHAVIOUR_WORDS)
        yield from wording.check_degree(placed)
    yield from wording.check_alike(competency.behaviours)


def _texts(skills_map: SkillsMap) -> Iterator[wording.Placed]:
    yield from skills_map.head_texts
    for area in skills_map.areas:
        yield from (area.name, area.question)
    for competency in skills_map.competencies:
        yield from (competency.name, competency.definition, *competency.behaviours.values())


def _told_apart(skills_map: SkillsMap) -> Iterator[Problem]:
    """Name what says the same in two competencies; two alike within one are named elsewhere."""
    for language in LANGUAGES:
        names = [found.name for found in skills_map.competencies]
        definitions = [found.definition for found in skills_map.competencies]
        yield from _repeated_texts(names, language)
        yield from _repeated_texts(definitions, language)
        yield from repeated(_firsts(skills_map, language), "text-repeated")


def _repeated_texts(found: list[wording.Placed], language: str) -> Iterator[Problem]:
    texts = [
        ((*where, language), wording.folded(texts[language])) for where, texts in found if language in texts
    ]
    yield from repeated(texts, "text-repeated")


def _firsts(skills_map: SkillsMap, language: str) -> Iterator[tuple[Where, str]]:
    for competency in skills_map.competencies:
        said: dict[str, Where] = {}
        for where, texts in competency.behaviours.values():
            if language in texts:
                said.setdefault(wording.folded(texts[language]), (*where, language))
        yield from ((where, text) for text, where in said.items())
