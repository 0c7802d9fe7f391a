# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What parts a pack is made of: small shapes that combine, each naming what does not fit it.

A key that no shape knows is a problem, since it is most often a known key with a typing error.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeGuard

from leadroom.core.skills.check.problem import Problem, Where

Shape = Callable[[object, Where], Iterator[Problem]]

LANGUAGES = ("en", "da", "sv")
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
REFERENCE = re.compile(rf"{KEY.pattern}@{VERSION.pattern}")


def mapping(required: Mapping[str, Shape], optional: Mapping[str, Shape] | None = None) -> Shape:
    """Return the shape of a mapping with these keys and no others."""
    shapes = {**required, **(optional or {})}

    def check(value: object, where: Where) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem(where, "not-a-mapping", {"keys": ", ".join(shapes)})
            return
        for name in value:
            if name not in shapes:
                yield Problem(
                    (*where, str(name)), "key-unknown", {"key": str(name), "keys": ", ".join(shapes)}
                )
        for name in required:
            if name not in value:
                yield Problem(where, "key-missing", {"key": name})
        for name, shape in shapes.items():
            if name in value:
                yield from shape(value[name], (*where, name))

    return check


def each(shape: Shape) -> Shape:
    """Return the shape of a list with at least one item, all of the given shape."""

    def check(value: object, where: Where) -> Iterator[Problem]:
        if not isinstance(value, Sequence) or isinstance(value, str) or not value:
            yield Problem(where, "not-a-list")
            return
        for index, item in enumerate(value):
            yield from shape(item, (*where, index))

    return check


def values(shape: Shape) -> Shape:
    """Return the shape of a mapping whose keys are judged elsewhere and whose values have the given shape."""

    def check(value: object, where: Where) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem(where, "not-a-mapping", {"keys": "…"})
            return
        for name, item in value.items():
            yield from shape(item, (*where, str(name)))

    return check


def text(value: object, where: Where) -> Iterator[Problem]:
    """Name what is wrong with a text that has to stand in every language, and in no other."""
    if not isinstance(value, Mapping):
        yield Problem(where, "not-a-mapping", {"keys": ", ".join(LANGUAGES)})
        return
    for name in value:
        if name not in LANGUAGES:
            yield Problem((*where, str(name)), "language-unknown", {"language": str(name)})
    for language in LANGUAGES:
        if language not in value:
            yield Problem(where, "language-missing", {"language": language})
        elif not has_letters(value[language]):
            yield Problem((*where, language), "text-empty", {"language": language})


def has_letters(value: object) -> bool:
    """Say whether this is a text with something in it, rather than nothing or three dots."""
    return isinstance(value, str) and any(sign.isalpha() for sign in value)


def string(value: object, where: Where) -> Iterator[Problem]:
    """Name a value that is no text, or an empty one."""
    if not isinstance(value, str) or not value.strip():
        yield Problem(where, "not-a-text")


def number(low: int, high: int) -> Shape:
    """Return the shape of a whole number in a range."""

    def check(value: object, where: Where) -> Iterator[Problem]:
        if not is_number(value) or not low <= value <= high:
            yield Problem(where, "not-a-number", {"low": str(low), "high": str(high), "value": str(value)})

    return check


def is_number(value: object) -> TypeGuard[int]:
    """Say whether this is a whole number; true and false are none, though Python counts them."""
    return isinstance(value, int) and not isinstance(value, bool)


def flag(value: object, where: Where) -> Iterator[Problem]:
    """Name a value that is neither true nor false."""
    if not isinstance(value, bool):
        yield Problem(where, "not-a-flag")


def written(pattern: re.Pattern[str], code: str) -> Shape:
    """Return the shape of a word written in one way."""

    def check(value: object, where: Where) -> Iterator[Problem]:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            yield Problem(where, code, {"value": str(value)})

    return check


def anything(_value: object, _where: Where) -> Iterator[Problem]:
    """Name nothing: whoever knows this part judges it."""
    yield from ()


def one_of(*known: str) -> Shape:
    """Return the shape of a word out of a list."""

    def check(value: object, where: Where) -> Iterator[Problem]:
        if value not in known:
            yield Problem(where, "not-one-of", {"value": str(value), "known": ", ".join(known)})

    return check


key = written(KEY, "not-a-key")

HEAD: Mapping[str, Shape] = {
    "key": key,
    "version": written(VERSION, "not-a-version"),
    "licence": string,
    "name": text,
    "description": text,
}
"""What every pack says about itself."""
