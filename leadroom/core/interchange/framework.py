# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A framework as all formats see it: a tree of items, levels, and texts in up to three languages.

Texts hold only what is there: a language without a text has no entry. `kept` holds what a foreign
package says beyond this model, by language and object, so that it goes out as it came in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

LANGUAGES = ("en", "da", "sv")
Texts = Mapping[str, str]
Kept = Mapping[str, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the scale."""

    number: int
    name: Texts
    meaning: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A domain, an area, a competency, or whatever the framework calls it; the parent is a code, or empty."""

    code: str
    parent: str
    kind: str
    name: Texts
    text: Texts = field(default_factory=dict)
    anchors: Mapping[int, Texts] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Framework:
    """A whole framework in one version; parents stand before their children, siblings in their order."""

    key: str
    version: str
    creator: str
    licence: str
    languages: tuple[str, ...]
    title: Texts
    text: Texts = field(default_factory=dict)
    levels: tuple[Level, ...] = ()
    items: tuple[Item, ...] = ()
    kept: Kept = field(default_factory=dict)

    @property
    def by_code(self) -> dict[str, Item]:
        """Return the items by their code."""
        return {item.code: item for item in self.items}

    def says_the_same(self, other: "Framework") -> bool:
        """Say whether another framework says the same word for word, whatever its version is called."""
        return self.named(version="") == other.named(version="")

    def named(self, *, version: str) -> "Framework":
        """Return the same framework under another version, whatever a foreign package called it."""
        kept = {
            language: {
                address: {name: value for name, value in said.items() if name != "version"}
                for address, said in objects.items()
            }
            for language, objects in self.kept.items()
        }
        return replace(self, version=version, kept=kept)


def to_plain(framework: Framework) -> dict[str, Any]:
    """Return a framework as JSON can hold it; what is in it is shared, not copied."""
    parts = {name: [_plain(each) for each in getattr(framework, name)] for name in ("levels", "items")}
    return _plain(framework) | parts


def _plain(thing: Framework | Level | Item) -> dict[str, Any]:
    return {each.name: getattr(thing, each.name) for each in fields(thing)}


def from_plain(plain: Mapping[str, Any]) -> Framework:
    """Return the framework that JSON held."""
    levels = tuple(Level(**level) for level in plain["levels"])
    items = tuple(
        Item(**{**item, "anchors": {int(number): texts for number, texts in item["anchors"].items()}})
        for item in plain["items"]
    )
    return Framework(**{**plain, "languages": tuple(plain["languages"]), "levels": levels, "items": items})


def said(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts that say something, in the order of languages."""
    return {language: text for language in LANGUAGES if (text := texts.get(language, "").strip())}


def told(texts: Texts, language: str) -> str:
    """Return a text in a language; where it is missing, the first there is in the order of languages."""
    return next((texts[each] for each in (language, *LANGUAGES) if texts.get(each)), "")
