# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads CASE packages, one for each language, and joins them into one framework."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from leadroom.core.interchange.assemble import Placed, assemble
from leadroom.core.interchange.case.parse import Node, Package, parse
from leadroom.core.interchange.case.write import objects
from leadroom.core.interchange.framework import LANGUAGES, Framework, Item, Level, Texts, said
from leadroom.core.interchange.problem import Problem, Unreadable, Where

Thing = dict[str, Any]
LONGEST_KEY = 60
# Stands where a moment would: a foreign object that tells none is seen to differ.
UNSAID, CHANGED = "-", "lastChangeDateTime"


def read(files: Sequence[tuple[str, Any]], *, language: str, creator: str) -> Framework:
    """
    Return the framework that packages tell, each given with its file's name.

    `language` and `creator` stand in where a package names none. Raises Unreadable.
    """
    parsed = sorted(
        (parse(file, said_, language) for file, said_ in files),
        key=lambda package: (bool(package.translates), LANGUAGES.index(package.language)),
    )
    _refuse_twice(parsed)
    joined = _Joined(parsed)
    head = _head(parsed, joined, creator)
    framework = assemble(head, list(joined.placed()))
    return _with_kept(framework, parsed, joined)


def _refuse_twice(packages: Sequence[Package]) -> None:
    first: dict[str, Package] = {}
    for package in packages:
        if package.language in first:
            details = {"language": package.language, "first": first[package.language].file}
            raise Unreadable([Problem(Where(path=package.file), "language-twice", details)])
        first[package.language] = package


class _Joined:
    """Which item of one language is which of another's."""

    def __init__(self, packages: Sequence[Package]) -> None:
        self.packages, self.source = packages, packages[0]
        self.by_code = {node.code: node for node in self.source.nodes.values()}
        self.nodes: dict[str, dict[str, Node]] = {
            package.language: dict(self._matched(package)) for package in packages
        }

    def _matched(self, package: Package) -> Iterator[tuple[str, Node]]:
        problems, met = [], set[str]()
        for node in package.nodes.values():
            translated = self.source.nodes.get(node.translates) or self.by_code.get(node.code)
            source = node if package is self.source else translated
            if source is None or source.code in met:
                details = {"code": node.code, "language": self.source.language}
                problems.append(Problem(node.where, "translates-nothing", details))
            else:
                met.add(source.code)
                yield source.code, node
        if problems:
            raise Unreadable(problems)

    def placed(self) -> Iterator[Placed]:
        """Yield the items of the source, each with its texts in all languages, siblings in their order."""
        code_of = {identifier: node.code for identifier, node in self.source.nodes.items()}
        for node in sorted(self.source.nodes.values(), key=lambda node: node.place):
            told = {language: nodes.get(node.code) for language, nodes in self.nodes.items()}
            yield (
                node.where,
                Item(
                    node.code,
                    code_of.get(node.parent, ""),
                    node.kind,
                    said({language: each.name for language, each in told.items() if each}),
                    said({language: each.text for language, each in told.items() if each}),
                    self._anchors(told),
                ),
            )

    def _anchors(self, told: Mapping[str, Node | None]) -> dict[int, Texts]:
        anchors: dict[int, dict[str, str]] = {}
        for package in self.packages:
            node = told[package.language]
            for number, text in package.rubric.anchors.get(node.identifier if node else "", {}).items():
                anchors.setdefault(number, {})[package.language] = text
        return {number: said(texts) for number, texts in sorted(anchors.items())}


def _head(packages: Sequence[Package], joined: _Joined, creator: str) -> Framework:
    document = joined.source.document
    title = {package.language: str(package.document["title"]) for package in packages}
    extensions = document.get("extensions")
    key = extensions.get("leadroomKey") if isinstance(extensions, Mapping) else None
    licence = joined.source.licence
    return Framework(
        key=key if isinstance(key, str) and key else slug(title[joined.source.language]),
        version=_line(document, "version"),
        creator=_line(document, "creator") or creator,
        licence=str(licence["title"]).strip() if licence else "",
        languages=tuple(title),
        title=said(title),
        text=said({package.language: _line(package.document, "description") for package in packages}),
        levels=tuple(_levels(packages)),
    )


def _line(document: Thing, name: str) -> str:
    value = document.get(name)
    return value.strip() if isinstance(value, str) else ""


def _levels(packages: Sequence[Package]) -> Iterator[Level]:
    numbers = sorted({number for package in packages for number in package.rubric.names})
    for number in numbers:
        usual = packages[0].rubric.names.get(number) or str(number)
        names = {package.language: package.rubric.names.get(number) or usual for package in packages}
        meanings = {package.language: package.rubric.meanings.get(number, "") for package in packages}
        yield Level(number, said(names), said(meanings))


def _with_kept(framework: Framework, packages: Sequence[Package], joined: _Joined) -> Framework:
    kept = {}
    for package in packages:
        ours = objects(framework, package.language, UNSAID)
        beyond = {address: _beyond(ours.get(address, {}), raw) for address, raw in _raws(package, joined)}
        rest = {name: value for name, value in package.rest.items() if value}
        beyond |= {"rest": rest} if rest else {}
        kept[package.language] = {address: value for address, value in beyond.items() if value}
    return replace(framework, kept={language: each for language, each in kept.items() if each})


def _beyond(ours: Thing, raw: Thing) -> Thing:
    """Return what an object says otherwise than ours would, None for what it does not say."""
    if raw == ours | {CHANGED: raw.get(CHANGED)}:
        return {}
    names = dict.fromkeys([*raw, *ours])
    differing = {name: raw.get(name) for name in names if raw.get(name) != ours.get(name)}
    return {} if set(differing) <= {CHANGED} else differing


def _raws(package: Package, joined: _Joined) -> Iterator[tuple[str, Thing]]:
    """Yield the objects that a package held, each by where ours would stand."""
    yield "document", package.document
    for kind, thing in package.kinds.items():
        yield f"type:{kind}", thing
    if package.licence:
        yield "licence", package.licence
    if package.translation:
        yield "translation", package.translation
    codes = {}
    for code, node in joined.nodes[package.language].items():
        codes[node.identifier] = code
        yield f"item:{code}", node.raw
        if node.child is not None:
            yield f"child:{code}", node.child
        if node.translation is not None:
            yield f"translation:{code}", node.translation
    for (what, which), thing in package.rubric.raws.items():
        yield _address(what, which, codes), thing


def _address(what: str, which: str, codes: Mapping[str, str]) -> str:
    if what == "level":
        return f"scale{which}"
    if what == "anchor":
        identifier, number = which.rsplit(":", 1)
        return f"anchor:{codes[identifier]}:{number}"
    return f"{what}:{codes[which]}" if which else what


def slug(text: str) -> str:
    """Return a text as a key: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_KEY].strip("-") or "framework"
