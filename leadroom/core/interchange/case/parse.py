# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Parses one CASE package of whoever wrote it, into what the packages of a framework are joined from.

Null and an empty list are the same as nothing; a link may be an object or a plain address; a moment may
have no zone. What is not understood is kept as it is.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from leadroom.core.interchange.case.rubric import Rubric, read_rubric
from leadroom.core.interchange.framework import LANGUAGES
from leadroom.core.interchange.problem import Problem, Unreadable, Where

Thing = dict[str, Any]
PARTS = ("CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics")


@dataclass(slots=True)
class Node:
    """One item of a package: its own names, and where it hangs."""

    where: Where
    identifier: str
    code: str
    kind: str
    name: str
    text: str
    raw: Thing
    parent: str = ""
    child: Thing | None = None
    translates: str = ""
    translation: Thing | None = None
    place: tuple[float, int] = (math.inf, 0)


@dataclass(slots=True)
class Package:
    """One package, parsed: its nodes by identifier, its levels, and what nobody here understands."""

    file: str
    language: str
    document: Thing
    nodes: dict[str, Node]
    rubric: Rubric
    kinds: dict[str, Thing] = field(default_factory=dict)
    licence: Thing | None = None
    translates: str = ""
    translation: Thing | None = None
    rest: dict[str, Any] = field(default_factory=dict)

    @property
    def identifier(self) -> str:
        """Return the document's identifier."""
        return str(self.document["identifier"])


def parse(file: str, said: Any, language: str) -> Package:
    """Return a package; `language` stands in where it names none. Raises Unreadable."""
    parser = _Parser(file)
    package = parser.package(said, language)
    if parser.problems or package is None:
        raise Unreadable(parser.problems)
    return package


def clean(said: Mapping[str, Any]) -> Thing:
    """Return an object without what says nothing."""
    return {name: value for name, value in said.items() if value is not None and value != []}


def target(link: Any) -> str:
    """Return what a link leads to: its identifier, or the one that its address ends with."""
    if isinstance(link, Mapping):
        found = link.get("identifier") or link.get("uri")
        return target(found) if isinstance(found, str) else ""
    return re.split(r"[/:#]", link.rstrip("/"))[-1] if isinstance(link, str) else ""


class _Parser:
    """Parses one package and gathers all that is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def package(self, said: Any, language: str) -> Package | None:
        whole = self._unwrapped(said)
        document = self._document(whole.get("CFDocument"))
        if document is None:
            return None
        items = self._things(whole, "CFItems")
        nodes = {node.identifier: node for node in self._nodes(items)}
        rubrics = [thing for _where, thing in self._things(whole, "CFRubrics")]
        rubric = read_rubric(rubrics, nodes.keys())
        package = Package(self.file, self._language(document, language), document, nodes, rubric)
        package.rest = {"rubrics": rubric.rest, "package": self._beyond(whole)}
        self._definitions(package, clean(self._mapping(whole, "CFDefinitions")))
        self._associations(package, self._things(whole, "CFAssociations"))
        return package

    def _wrong(self, path: str, problem: str, **details: str) -> None:
        self.problems.append(Problem(self._where(path), problem, details))

    def _where(self, path: str) -> Where:
        return Where(path=f"{self.file}: {path}" if self.file else path)

    def _unwrapped(self, said: Any) -> Thing:
        whole = said.get("CFPackage", said) if isinstance(said, Mapping) else said
        return clean(whole) if isinstance(whole, Mapping) else {}

    def _beyond(self, whole: Thing) -> Thing:
        return {name: value for name, value in whole.items() if name not in PARTS}

    def _mapping(self, whole: Thing, name: str) -> Thing:
        value = whole.get(name, {})
        if isinstance(value, Mapping):
            return dict(value)
        self._wrong(name, "not-an-object")
        return {}

    def _things(self, whole: Thing, name: str) -> list[tuple[str, Thing]]:
        value = whole.get(name, [])
        if not isinstance(value, list):
            self._wrong(name, "not-a-list")
            return []
        for place, thing in enumerate(value):
            if not isinstance(thing, Mapping):
                self._wrong(f"{name}[{place}]", "not-an-object")
        return [
            (f"{name}[{place}]", clean(thing))
            for place, thing in enumerate(value)
            if isinstance(thing, Mapping)
        ]

    def _document(self, said: Any) -> Thing | None:
        if not isinstance(said, Mapping):
            self._wrong("CFDocument", "missing")
            return None
        document = clean(said)
        for name in ("identifier", "title"):
            self._text(document, "CFDocument", name)
        return document if not self.problems else None

    def _text(self, thing: Thing, path: str, name: str, *, is_needed: bool = True) -> str:
        value = thing.get(name, "")
        if not isinstance(value, str):
            self._wrong(f"{path}.{name}", "not-a-text")
            return ""
        if is_needed and not value.strip():
            self._wrong(f"{path}.{name}", "missing")
        return value.strip()

    def _language(self, document: Thing, language: str) -> str:
        tag = self._text(document, "CFDocument", "language", is_needed=False)
        primary = re.split(r"[-_]", tag.lower())[0] or language
        if primary not in LANGUAGES:
            self._wrong("CFDocument.language", "language-unknown", language=tag)
        return primary

    def _nodes(self, items: list[tuple[str, Thing]]) -> Iterator[Node]:
        counts = Counter(str(thing.get("humanCodingScheme", "")).strip() for _path, thing in items)
        seen: set[str] = set()
        for path, thing in items:
            identifier = self._text(thing, path, "identifier")
            full = self._text(thing, path, "fullStatement")
            short = self._text(thing, path, "abbreviatedStatement", is_needed=False)
            scheme = self._text(thing, path, "humanCodingScheme", is_needed=False)
            kind = self._text(thing, path, "CFItemType", is_needed=False)
            if identifier in seen:
                self._wrong(f"{path}.identifier", "code-repeated", code=identifier, first="")
            seen.add(identifier)
            is_own = bool(scheme) and counts[scheme] == 1
            name, text = (short, full) if short else (full, "")
            code = scheme if is_own else identifier
            yield Node(self._where(path), identifier, code, kind, name, text, thing)

    def _definitions(self, package: Package, definitions: Thing) -> None:
        used = {node.kind for node in package.nodes.values() if node.kind}
        rest: dict[str, Any] = {}
        for name, value in definitions.items():
            for thing in value if isinstance(value, list) else []:
                said = thing.get("title") if isinstance(thing, Mapping) else None
                title = said if isinstance(said, str) else ""
                if name == "CFItemTypes" and title in used and title not in package.kinds:
                    package.kinds[title] = clean(thing)
                elif name == "CFLicenses" and package.licence is None and title:
                    package.licence = clean(thing)
                else:
                    rest.setdefault(name, []).append(thing)
        package.rest["definitions"] = rest

    def _associations(self, package: Package, things: list[tuple[str, Thing]]) -> None:
        rest = []
        for place, (path, thing) in enumerate(things):
            kind = self._text(thing, path, "associationType")
            origin, destination = target(thing.get("originNodeURI")), target(thing.get("destinationNodeURI"))
            if not (origin and destination):
                self._wrong(path, "link-missing")
            elif not self._understood(package, kind, origin, destination, thing, place):
                rest.append(thing)
        package.rest["associations"] = rest

    def _understood(
        self, package: Package, kind: str, origin: str, destination: str, thing: Thing, place: int
    ) -> bool:
        node = package.nodes.get(origin)
        if kind == "isTranslationOf" and origin == package.identifier and not package.translates:
            package.translates, package.translation = destination, thing
            return True
        if node is None:
            return False
        if kind == "isTranslationOf" and not node.translates:
            node.translates, node.translation = destination, thing
            return True
        is_inside = destination in package.nodes or destination == package.identifier
        if kind == "isChildOf" and node.child is None and is_inside:
            node.parent = destination if destination in package.nodes else ""
            node.child, node.place = thing, (_number(thing.get("sequenceNumber")), place)
            return True
        return False


def _number(value: Any) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number else math.inf
