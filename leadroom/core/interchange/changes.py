# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What has changed between two versions of a framework, item by item, level by level, language by language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from leadroom.core.interchange.framework import Framework, Item, Level, Texts


class What(Enum):
    """What has become of a thing."""

    ADDED = "ADDED"
    GONE = "GONE"
    RENAMED = "RENAMED"
    MOVED = "MOVED"
    KIND = "KIND"
    TEXT = "TEXT"
    ANCHOR = "ANCHOR"
    REORDERED = "REORDERED"


class Part(Enum):
    """What it is that has changed."""

    FRAMEWORK = "FRAMEWORK"
    LANGUAGE = "LANGUAGE"
    LEVEL = "LEVEL"
    ITEM = "ITEM"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of what, where, and what was said before and after."""

    part: Part
    code: str
    what: What
    language: str = ""
    level: int = 0
    before: str = ""
    after: str = ""


def changes(before: Framework, after: Framework) -> list[Change]:
    """
    Return what has changed, from the whole to the items, in the order of the newer framework.

    Items are the same where their codes are. Texts of a language that came or went are not told one by one.
    """
    languages = tuple(each for each in after.languages if each in before.languages)
    return [
        *_came_and_went(Part.LANGUAGE, before.languages, after.languages),
        *_texts(Part.FRAMEWORK, "", What.RENAMED, before.title, after.title, languages),
        *_texts(Part.FRAMEWORK, "", What.TEXT, before.text, after.text, languages),
        *_levels(before.levels, after.levels, languages),
        *_items(before, after, languages),
    ]


def _came_and_went(part: Part, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    yield from (Change(part, code, What.ADDED) for code in after if code not in before)
    yield from (Change(part, code, What.GONE) for code in before if code not in after)


def _levels(before: Sequence[Level], after: Sequence[Level], languages: Sequence[str]) -> Iterator[Change]:
    old, new = ({str(level.number): level for level in levels} for levels in (before, after))
    yield from _came_and_went(Part.LEVEL, list(old), list(new))
    for code in (code for code in new if code in old):
        yield from _texts(Part.LEVEL, code, What.RENAMED, old[code].name, new[code].name, languages)
        yield from _texts(Part.LEVEL, code, What.TEXT, old[code].meaning, new[code].meaning, languages)


def _items(before: Framework, after: Framework, languages: Sequence[str]) -> Iterator[Change]:
    old, new = before.by_code, after.by_code
    reordered = set(_reordered(before, after))
    if "" in reordered:
        yield Change(Part.FRAMEWORK, "", What.REORDERED)
    for code, item in new.items():
        if code not in old:
            yield Change(Part.ITEM, code, What.ADDED)
        else:
            yield from _item(old[code], item, languages)
        if code in reordered:
            yield Change(Part.ITEM, code, What.REORDERED)
    yield from (Change(Part.ITEM, code, What.GONE) for code in old if code not in new)


def _item(before: Item, after: Item, languages: Sequence[str]) -> Iterator[Change]:
    code = after.code
    yield from _texts(Part.ITEM, code, What.RENAMED, before.name, after.name, languages)
    if before.parent != after.parent:
        yield Change(Part.ITEM, code, What.MOVED, before=before.parent, after=after.parent)
    if before.kind != after.kind:
        yield Change(Part.ITEM, code, What.KIND, before=before.kind, after=after.kind)
    yield from _texts(Part.ITEM, code, What.TEXT, before.text, after.text, languages)
    for number in sorted({*before.anchors, *after.anchors}):
        old, new = before.anchors.get(number, {}), after.anchors.get(number, {})
        yield from _texts(Part.ITEM, code, What.ANCHOR, old, new, languages, level=number)


def _texts(
    part: Part,
    code: str,
    what: What,
    before: Texts,
    after: Texts,
    languages: Sequence[str],
    *,
    level: int = 0,
) -> Iterator[Change]:
    for language in languages:
        old, new = before.get(language, ""), after.get(language, "")
        if old != new:
            yield Change(part, code, what, language, level, old, new)


def _reordered(before: Framework, after: Framework) -> Iterator[str]:
    """Yield the parents whose children, as far as both versions have them there, stand in another order."""
    old, new = _children(before), _children(after)
    for parent, codes in new.items():
        there = old.get(parent, [])
        both = set(codes) & set(there)
        if [code for code in codes if code in both] != [code for code in there if code in both]:
            yield parent


def _children(framework: Framework) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for item in framework.items:
        children.setdefault(item.parent, []).append(item.code)
    return children
