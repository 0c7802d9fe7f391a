# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether what others demand, and the example levels and teams, hold together."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from leadroom.core.skills.check.problem import Problem, Where, repeated
from leadroom.core.skills.check.shape import (
    LANGUAGES,
    Shape,
    each,
    has_letters,
    is_number,
    key,
    mapping,
    number,
    one_of,
    text,
    written,
)

LONGEST_KEY, LONGEST_TITLE = 40, 160
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
ADDRESS = re.compile(r"https?://\S+")
STATUSES = ("current", "proposed", "voluntary", "in_operation", "closed", "unknown")
BASES = ("LAW", "AGREEMENT", "BOARD", "ACCESSION")
LEVELS = ("LEGAL_MINIMUM", "USABLE", "INTEGRATED", "FOR_CHALLENGE")
KINDS = ("DIGITAL_OFFICE", "INTEGRATION", "SECURITY", "DATA", "PROCUREMENT", "SERVICE_UNIT")
MOST_EFFORT, MOST_MONEY = 1000, 10_000_000


def _english(value: object, where: Where) -> Iterator[Problem]:
    """Name what is wrong with a name that stands in English, and in other languages where it is another there."""
    if not isinstance(value, Mapping):
        yield Problem(where, "not-a-mapping", {"keys": ", ".join(LANGUAGES)})
        return
    if "en" not in value:
        yield Problem(where, "language-missing", {"language": "en"})
    for language, name in value.items():
        if language not in LANGUAGES:
            yield Problem((*where, str(language)), "language-unknown", {"language": str(language)})
        elif not has_letters(name):
            yield Problem((*where, language), "text-empty", {"language": language})


def _title(value: object, where: Where) -> Iterator[Problem]:
    yield from text(value, where)
    for language, title in value.items() if isinstance(value, Mapping) else ():
        if isinstance(title, str) and len(title) > LONGEST_TITLE:
            details = {"language": str(language), "length": str(len(title)), "most": str(LONGEST_TITLE)}
            yield Problem((*where, str(language)), "name-long", details)


def _key(value: object, where: Where) -> Iterator[Problem]:
    yield from key(value, where)
    if isinstance(value, str) and len(value) > LONGEST_KEY:
        yield Problem(where, "key-long", {"value": value, "most": str(LONGEST_KEY)})


def _amount(low: int, high: int) -> Shape:
    """Return the shape of a number that may have decimals."""

    def check(value: object, where: Where) -> Iterator[Problem]:
        is_right = (is_number(value) or isinstance(value, float)) and low <= value <= high
        if not is_right:
            yield Problem(where, "not-an-amount", {"value": str(value), "low": str(low), "high": str(high)})

    return check


def _by_kind(low: int) -> Shape:
    return mapping({}, dict.fromkeys(KINDS, _amount(low, MOST_EFFORT)))


DEMANDED = mapping(
    {
        "key": _key,
        "title": _title,
        "source": _english,
        "status": one_of(*STATUSES),
        "note": text,
        "url": written(ADDRESS, "not-an-address"),
    },
    {
        "owner": _english,
        "legal_basis": one_of(*BASES),
        "start": written(DATE, "not-a-date"),
        "deadline": written(DATE, "not-a-date"),
    },
)
LEVEL = mapping(
    {
        "level": one_of(*LEVELS),
        "months": number(1, 60),
        "effort": _by_kind(0),
        "money": number(0, MOST_MONEY),
        "value": number(0, 1000),
    },
    {"running": _by_kind(-MOST_EFFORT)},
)
SIZE = mapping({"key": key, "name": text, "levels": each(LEVEL)})
TEAM = mapping(
    {"name": text, "kind": one_of(*KINDS), "staff": _amount(0, MOST_EFFORT)},
    dict.fromkeys(("line_work", "absence", "foundations", "experiments"), number(0, 100)),
)
PRESET = mapping(
    {"key": written(re.compile(r"[a-z]+(_[a-z]+)*"), "not-a-key"), "name": text, "teams": each(TEAM)}
)
Data = Mapping[str, Any]


def check_initiatives(data: Data) -> Iterator[Problem]:
    """Name what is wrong with what others demand, a file a country; a key is given once in all of them."""
    files = [name for name, said in data.items() if name.startswith("initiatives/") and said is not None]
    if not files:
        yield Problem(("pack.yaml",), "no-initiatives")
    for name in files:
        found = list(each(DEMANDED)(data[name], (name,)))
        yield from found or _senseless(name, data[name])
    yield from repeated((found for name in files for found in _keys(name, data[name])), "key-repeated")


def _senseless(name: str, rows: Sequence[Mapping[str, str]]) -> Iterator[Problem]:
    """Name a deadline that comes before its start, and what binds nobody yet but is said to."""
    for place, row in enumerate(rows):
        start, deadline = row.get("start", ""), row.get("deadline", "")
        # Only as precise as both are: a year is not before a day in it.
        shared = min(len(start), len(deadline))
        if deadline[:shared] < start[:shared]:
            yield Problem((name, place, "deadline"), "before-start", {"start": start, "deadline": deadline})
        if row["status"] == "proposed" and "legal_basis" in row:
            yield Problem((name, place, "legal_basis"), "binds-not-yet")


def check_levels(data: Data) -> Iterator[Problem]:
    """Name what is wrong with the example levels and teams."""
    shapes: tuple[tuple[str, Shape, Callable[[str, Any], Iterator[Problem]] | None], ...] = (
        ("sizes.yaml", SIZE, _ladders),
        ("presets.yaml", PRESET, None),
    )
    for name, shape, more in shapes:
        said = data.get(name)
        if said is None:
            continue
        found = list(each(shape)(said, (name,)))
        yield from found
        yield from repeated(_keys(name, said), "key-repeated")
        if more and not found:
            yield from more(name, said)


def _ladders(name: str, sizes: Any) -> Iterator[Problem]:
    """Name levels that stand twice or out of order: each step of the ladder asks for more than the one below."""
    for place, size in enumerate(sizes):
        kinds = [level["level"] for level in size["levels"]]
        if kinds != sorted(set(kinds), key=LEVELS.index):
            yield Problem((name, place, "levels"), "levels-wrong", {"levels": ", ".join(LEVELS)})


def _keys(name: str, rows: Any) -> Iterator[tuple[Where, str]]:
    for place, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, Mapping) and isinstance(row.get("key"), str):
            yield (name, place, "key"), row["key"]
