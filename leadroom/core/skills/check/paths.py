# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a pack of learning paths holds together: stages that point at the map, each with a task and a reflection."""

from collections.abc import Iterator, Mapping
from typing import Any

from leadroom.core.skills.check import wording
from leadroom.core.skills.check.leaning import (
    Held,
    Maps,
    check_competencies,
    check_reference,
    check_sources,
    check_words,
    reference,
)
from leadroom.core.skills.check.model import PACK, Files, as_mapping, mappings, placed, word, words_of
from leadroom.core.skills.check.problem import Problem, Where, repeated
from leadroom.core.skills.check.shape import (
    HEAD,
    REFERENCE,
    each,
    is_number,
    key,
    mapping,
    number,
    text,
    written,
)

STAGES = range(2, 8)
ABILITY_WORDS, TASK_WORDS = (5, 32), (10, 60)

PACK_SHAPE = mapping({**HEAD, "map": written(REFERENCE, "not-a-reference"), "credit": text})
STAGE_SHAPE = mapping(
    {
        "key": key,
        "name": text,
        "ability": text,
        "competencies": each(key),
        "task": text,
        "reflection": text,
        "sources": each(key),
    }
)
PATH_SHAPE = mapping(
    {"key": key, "order": number(1, 99), "name": text, "description": text, "stages": each(STAGE_SHAPE)}
)

Path = tuple[Where, Mapping[str, Any]]


def check_paths(files: Files, maps: Maps) -> list[Problem]:
    """
    Return what is wrong with a pack of learning paths.

    `files` holds what `pack.yaml` and each `paths/NN-key.yaml` say, None for one that
    could not be read.
    """
    paths: list[Path] = [((file,), as_mapping(data)) for file, data in sorted(files.items()) if file != PACK]
    the_map = maps.get(reference(files))
    return [
        *_shapes(files),
        *check_reference(files, maps),
        *_whole(paths),
        *(problem for path in paths for problem in _path(path, the_map)),
    ]


def _shapes(files: Files) -> Iterator[Problem]:
    for file, data in files.items():
        if data is not None:
            yield from (PACK_SHAPE if file == PACK else PATH_SHAPE)(data, (file,))


def _whole(paths: list[Path]) -> Iterator[Problem]:
    if not paths:
        yield Problem((PACK,), "no-paths")
    yield from repeated(
        [((*where, "key"), word(path, "key")) for where, path in paths if word(path, "key")], "key-repeated"
    )
    orders = [
        ((*where, "order"), str(path["order"])) for where, path in paths if is_number(path.get("order"))
    ]
    yield from repeated(orders, "value-repeated")


def _path(path: Path, the_map: Held | None) -> Iterator[Problem]:
    where, data = path
    if is_number(data.get("order")) and word(data, "key"):
        file = f"paths/{data['order']:02d}-{data['key']}.yaml"
        if where != (file,):
            yield Problem((*where, "key"), "file-name", {"file": file})
    yield from wording.check_name(placed(data, where, "name"))
    yield from check_words(placed(data, where, "description"), the_map)
    stages = mappings(data, where, "stages")
    if "stages" in data and len(stages) not in STAGES:
        details = {"count": str(len(stages)), "fewest": str(STAGES[0]), "most": str(STAGES[-1])}
        yield Problem((*where, "stages"), "stage-count", details)
    keys = [((*at, "key"), word(stage, "key")) for at, stage in stages if word(stage, "key")]
    yield from repeated(keys, "key-repeated")
    for stage in stages:
        yield from _stage(stage, the_map)


def _stage(placed_stage: Path, the_map: Held | None) -> Iterator[Problem]:
    where, stage = placed_stage
    yield from wording.check_name(placed(stage, where, "name"))
    yield from wording.check_sentence(placed(stage, where, "ability"), ABILITY_WORDS)
    yield from wording.check_length(placed(stage, where, "task"), TASK_WORDS)
    yield from wording.check_question(placed(stage, where, "reflection"))
    for name in ("name", "ability", "task", "reflection"):
        yield from check_words(placed(stage, where, name), the_map)
    yield from check_competencies(words_of(stage, where, "competencies"), the_map)
    yield from check_sources(words_of(stage, where, "sources"), the_map)
