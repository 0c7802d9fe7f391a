# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Puts items together into a framework, or says what keeps them apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from leadroom.core.interchange.framework import LANGUAGES, Framework, Item
from leadroom.core.interchange.problem import Problem, Unreadable, Where

MOST_ITEMS, MOST_DEPTH = 5000, 12
LONGEST_CODE, LONGEST_NAME, LONGEST_TEXT = 200, 1000, 10_000
Placed = tuple[Where, Item]


def assemble(head: Framework, placed: Sequence[Placed]) -> Framework:
    """Return the framework of a head and its items, in the order of the tree. Raises Unreadable."""
    head = replace(head, languages=tuple(each for each in LANGUAGES if each in head.languages))
    if len(placed) > MOST_ITEMS:
        raise Unreadable([Problem(Where(), "too-many-items", {"most": str(MOST_ITEMS)})])
    problems = [*_head(head), *_tree(placed), *(wrong for each in placed for wrong in _item(head, *each))]
    if problems:
        raise Unreadable(problems)
    return replace(head, items=_in_order(item for _where, item in placed))


def _head(head: Framework) -> Iterator[Problem]:
    if not head.key or len(head.key) > LONGEST_CODE:
        yield Problem(Where(), "map-code-length", {"most": str(LONGEST_CODE)})
    for language in head.languages:
        if language not in head.title:
            yield Problem(Where(), "no-title", {"language": language})
        for level in head.levels:
            if language not in level.name:
                details = {"level": str(level.number), "language": language}
                yield Problem(Where(), "level-without-name", details)


def _tree(placed: Sequence[Placed]) -> Iterator[Problem]:
    if not placed:
        yield Problem(Where(), "no-items")
    first: dict[str, Where] = {}
    for where, item in placed:
        if item.code in first:
            seen = first[item.code]
            yield Problem(where, "code-repeated", {"code": item.code, "first": seen.path or str(seen.row)})
        first.setdefault(item.code, where)
    parents = {item.code: item.parent for _where, item in placed}
    for where, item in placed:
        if item.parent and item.parent not in parents:
            yield Problem(where, "parent-unknown", {"parent": item.parent})
        elif _depth(item.code, parents) > MOST_DEPTH:
            yield Problem(where, "no-way-up", {"code": item.code})


def _depth(code: str, parents: Mapping[str, str]) -> int:
    """Return how deep an item stands; more than MOST_DEPTH where it goes round in a circle."""
    depth = 0
    while code and depth <= MOST_DEPTH:
        code, depth = parents.get(code, ""), depth + 1
    return depth


def _item(head: Framework, where: Where, item: Item) -> Iterator[Problem]:
    if not item.code or len(item.code) > LONGEST_CODE:
        yield Problem(where, "code-length", {"most": str(LONGEST_CODE)})
    for language in head.languages:
        if language not in item.name:
            yield Problem(where, "name-missing", {"code": item.code, "language": language})
    if any(len(name) > LONGEST_NAME for name in item.name.values()):
        yield Problem(where, "name-too-long", {"code": item.code, "most": str(LONGEST_NAME)})
    texts = [*item.text.values(), *(text for anchor in item.anchors.values() for text in anchor.values())]
    if any(len(text) > LONGEST_TEXT for text in texts):
        yield Problem(where, "text-too-long", {"code": item.code, "most": str(LONGEST_TEXT)})


def _in_order(items: Iterator[Item]) -> tuple[Item, ...]:
    children: dict[str, list[Item]] = {}
    for item in items:
        children.setdefault(item.parent, []).append(item)
    ordered: list[Item] = []
    waiting = children.get("", [])[::-1]
    while waiting:
        item = waiting.pop()
        ordered.append(item)
        waiting.extend(reversed(children.get(item.code, [])))
    return tuple(ordered)
