# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A framework as Moodle's competency import takes it: 14 columns in their order, one language a file."""

import hashlib
import json
from collections.abc import Iterator
from html import escape

from leadroom.core.interchange.framework import Framework, Item, told

# The names are Moodle's own in English; it goes by their order.
HEADER = (
    "Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values",
    "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
    "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy",
)  # fmt: skip
LONGEST, HTML, DEEPEST = 100, "1", 4
TAXONOMIES = frozenset({
    "behaviour", "competency", "concept", "domain", "indicator", "level", "outcome", "practice",
    "proficiency", "skill", "value",
})  # fmt: skip
PROFICIENT_FROM = 2


def rows(framework: Framework, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the framework's row, then one for each item."""
    values, configuration = _scale(framework, language)
    title, text = told(framework.title, language), told(framework.text, language)
    about = ("", _id(framework.key), _short(title), _paragraph(text), HTML, values, configuration)
    yield (*about, "", "", "", "", "", "1", _taxonomy(framework))
    for item in framework.items:
        parent = _id(item.parent) if item.parent else ""
        described = _description(framework, item, language)
        names = (parent, _id(item.code), _short(told(item.name, language)))
        yield (*names, described, HTML, "", "", "", "", "", "", "", "", "")


def _scale(framework: Framework, language: str) -> tuple[str, str]:
    """Return the names of the levels and which of them count as reached; Moodle parts them at commas."""
    names = [told(level.name, language).replace(",", " ") for level in framework.levels]
    # A scale of a single step is none, and Moodle takes no framework without one.
    names = names if len(names) > 1 else ["0", "1"]
    reached = [
        place
        for place in range(1, len(names) + 1)
        if place == len(names)
        or (place <= len(framework.levels) and framework.levels[place - 1].number >= PROFICIENT_FROM)
    ]
    steps = [{"id": place, "scaledefault": int(place == reached[0]), "proficient": 1} for place in reached]
    return ",".join(names), json.dumps([{"scaleid": "1"}, *steps], separators=(",", ":"))


def _taxonomy(framework: Framework) -> str:
    """Return what each depth of the tree is called, in Moodle's words."""
    depths: dict[str, int] = {}
    kinds: dict[int, str] = {}
    for item in framework.items:
        depth = depths[item.code] = depths.get(item.parent, 0) + 1
        kinds.setdefault(depth, item.kind.lower())
    found = [kinds.get(depth, "competency") for depth in range(1, DEEPEST + 1)]
    return ",".join(kind if kind in TAXONOMIES else "competency" for kind in found)


def _description(framework: Framework, item: Item, language: str) -> str:
    names = {level.number: told(level.name, language) for level in framework.levels}
    anchors = "".join(
        f"<li><strong>{number} {escape(names[number])}</strong> {escape(told(texts, language))}</li>"
        for number, texts in sorted(item.anchors.items())
    )
    return _paragraph(told(item.text, language)) + (f"<ul>{anchors}</ul>" if anchors else "")


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _id(code: str) -> str:
    """Return a code that Moodle does not cut: two long ones stay two."""
    if len(code) <= LONGEST:
        return code
    return f"{code[: LONGEST - 13]}-{hashlib.sha256(code.encode()).hexdigest()[:12]}"
