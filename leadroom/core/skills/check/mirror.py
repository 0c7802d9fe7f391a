# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a leader's mirror holds together: ten questions, three scales of five points, three ways for small teams."""

from collections.abc import Iterator, Mapping
from typing import Any

from leadroom.core.skills.check import wording
from leadroom.core.skills.check.leaning import (
    Held,
    Maps,
    check_competencies,
    check_count,
    check_reference,
    check_sources,
    check_words,
    reference,
)
from leadroom.core.skills.check.model import (
    PACK,
    Files,
    Words,
    as_mapping,
    mappings,
    placed,
    said,
    word,
    words_of,
)
from leadroom.core.skills.check.problem import Problem, Where, repeated
from leadroom.core.skills.check.shape import (
    HEAD,
    LANGUAGES,
    REFERENCE,
    Shape,
    each,
    key,
    mapping,
    one_of,
    text,
    written,
)

ASKED, SMALL = "questions.yaml", "small-teams.yaml"
QUESTIONS, POINTS, NAME_WORDS = 10, 5, (2, 4)
CLEAR, TRUE, IMPORTANT = "clear", "true", "important"
PRIVATE = "private"
WAYS = ("pool", "vote", PRIVATE)

SCALE_SHAPE = mapping(
    {"key": one_of(CLEAR, TRUE, IMPORTANT), "alone": text, "team": text, "points": each(text)}
)
QUESTION_SHAPE = mapping(
    {
        "key": key,
        "name": text,
        "asks": one_of(CLEAR, TRUE),
        "alone": text,
        "team": text,
        "help": text,
        "competencies": each(key),
        "reflection": text,
        "source": key,
    }
)
WAY_SHAPE = mapping(
    {"key": one_of(*WAYS), "name": text, "summary": text, "steps": each(text), "mind": text},
    {"prompts": each(text)},
)
SHAPES: Mapping[str, Shape] = {
    PACK: mapping(
        {**HEAD, "map": written(REFERENCE, "not-a-reference"), "credit": text, "scales": each(SCALE_SHAPE)}
    ),
    ASKED: mapping({"questions": each(QUESTION_SHAPE)}),
    SMALL: mapping({"ways": each(WAY_SHAPE)}),
}

Items = list[tuple[Where, Mapping[str, Any]]]


def check_mirror(files: Files, maps: Maps) -> list[Problem]:
    """
    Return what is wrong with a leader's mirror.

    `files` holds what `pack.yaml`, `questions.yaml` and `small-teams.yaml` say, None
    for one that could not be read: then nothing in it is counted.
    """
    scales = _items(files, PACK, "scales")
    questions = _items(files, ASKED, "questions")
    ways = _items(files, SMALL, "ways")
    return [
        *(problem for file, shape in SHAPES.items() for problem in _shape(files, file, shape)),
        *check_reference(files, maps),
        *_scales(files, scales),
        *_questions(files, questions, maps.get(reference(files))),
        *_ways(files, ways),
    ]


def _items(files: Files, file: str, part: str) -> Items:
    return mappings(as_mapping(files.get(file)), (file,), part)


def _shape(files: Files, file: str, shape: Shape) -> Iterator[Problem]:
    if files.get(file) is not None:
        yield from shape(files[file], (file,))


def _keys(items: Items) -> Words:
    return [((*where, "key"), word(item, "key")) for where, item in items if word(item, "key")]


def _all_there(where: Where, items: Items, right: tuple[str, ...]) -> Iterator[Problem]:
    """Name each that is known and missing, and each that is there twice."""
    yield from repeated(_keys(items), "key-repeated")
    for name in right:
        if name not in {name for _, name in _keys(items)}:
            yield Problem(where, "item-missing", {"key": name})


def _scales(files: Files, scales: Items) -> Iterator[Problem]:
    if files.get(PACK) is not None:
        yield from _all_there((PACK, "scales"), scales, (CLEAR, TRUE, IMPORTANT))
    for where, scale in scales:
        points = mappings(scale, where, "points")
        yield from check_count((*where, "points"), "point-count", len(points), POINTS)
        yield from _told_apart([said(point, at) for at, point in points])
        for name in ("alone", "team"):
            yield from wording.check_question(placed(scale, where, name))


def _questions(files: Files, questions: Items, the_map: Held | None) -> Iterator[Problem]:
    if files.get(ASKED) is not None:
        yield from check_count((ASKED, "questions"), "question-count", len(questions), QUESTIONS)
    yield from repeated(_keys(questions), "key-repeated")
    for where, question in questions:
        yield from _question(where, question)
        yield from check_competencies(words_of(question, where, "competencies"), the_map)
        if word(question, "source"):
            yield from check_sources([((*where, "source"), word(question, "source"))], the_map)
        for name in ("name", "alone", "team", "help", "reflection"):
            yield from check_words(placed(question, where, name), the_map)
    for name in ("name", "alone", "team", "reflection"):
        yield from _told_apart([placed(question, where, name) for where, question in questions])


def _question(where: Where, question: Mapping[str, Any]) -> Iterator[Problem]:
    name = placed(question, where, "name")
    yield from wording.check_name(name)
    yield from wording.check_length(name, NAME_WORDS)
    for part in ("alone", "team", "reflection"):
        yield from wording.check_question(placed(question, where, part))
    alone, (team_at, team) = placed(question, where, "alone")[1], placed(question, where, "team")
    for language in LANGUAGES:
        if language in alone and alone[language] == team.get(language):
            yield Problem((*team_at, language), "alone-like-team", {"language": language})


def _ways(files: Files, ways: Items) -> Iterator[Problem]:
    if files.get(SMALL) is not None:
        yield from _all_there((SMALL, "ways"), ways, WAYS)
    for where, way in ways:
        yield from wording.check_name(placed(way, where, "name"))
        yield from wording.check_sentence(placed(way, where, "summary"), wording.DEFINITION_WORDS)
        if word(way, "key") == PRIVATE and "prompts" not in way:
            yield Problem(where, "key-missing", {"key": "prompts"})


def _told_apart(found: list[wording.Placed]) -> Iterator[Problem]:
    for language in LANGUAGES:
        texts = [((*where, language), by[language]) for where, by in found if language in by]
        yield from repeated(texts, "text-repeated")
