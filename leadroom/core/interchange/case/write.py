# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes a framework as CASE 1.1 packages. The moment of the last change is told from outside."""

from collections.abc import Iterator, Mapping
from typing import Any

from leadroom.core.interchange import identity
from leadroom.core.interchange.framework import Framework, Item, Level

Thing = dict[str, Any]


def packages(framework: Framework, changed_at: str) -> dict[str, Thing]:
    """Return the package of each language."""
    return {language: package(framework, language, changed_at) for language in framework.languages}


def package(framework: Framework, language: str, changed_at: str) -> Thing:
    """Return the package of one language."""
    return _Writer(framework, language, changed_at).package()


def objects(framework: Framework, language: str, changed_at: str) -> dict[str, Thing]:
    """Return the objects of a language's package by where they stand, without what is kept of a foreign one."""
    writer = _Writer(framework, language, changed_at)
    writer.kept = {}
    writer.package()
    return writer.made


class _Writer:
    """Writes one package, remembering each object by its address."""

    def __init__(self, framework: Framework, language: str, changed_at: str) -> None:
        self.framework, self.language, self.changed_at = framework, language, changed_at
        self.kept: Mapping[str, Mapping[str, Any]] = framework.kept.get(language, {})
        self.made: dict[str, Thing] = {}
        self.names: dict[tuple[str, str], tuple[str, str]] = {}
        self.titles = {item.code: item.name[language] for item in framework.items}

    def package(self) -> Thing:
        framework, rest = self.framework, self.kept.get("rest", {})
        kinds = list(dict.fromkeys(item.kind for item in framework.items if item.kind))
        document = self._document()
        definitions = {
            "CFItemTypes": [self._kind(kind, place) for place, kind in enumerate(kinds, 1)],
            "CFLicenses": [self._licence()] if framework.licence else [],
        }
        for name, foreign in rest.get("definitions", {}).items():
            definitions[name] = [*definitions.get(name, []), *foreign]
        return {
            "CFDocument": document,
            "CFItems": [self._item(item) for item in framework.items],
            "CFAssociations": [*self._children(), *self._translations(), *rest.get("associations", [])],
            "CFDefinitions": definitions,
            "CFRubrics": [*self._rubrics(), *rest.get("rubrics", [])],
            **rest.get("package", {}),
        }

    def _make(self, address: str, **said: Any) -> Thing:
        """Return an object; what a foreign one said otherwise stays as it was."""
        identifier, uri = self._names(self.language, address)
        ours = {
            "identifier": identifier,
            "uri": uri,
            **said,
            "lastChangeDateTime": self.changed_at,
        }
        ours = {name: value for name, value in ours.items() if value is not None and value != ""}
        self.made[address] = ours
        made = {**ours, **self.kept.get(address, {})}
        return {name: value for name, value in made.items() if value is not None}

    def _link(self, address: str, title: str, language: str = "") -> Thing:
        identifier, uri = self._names(language or self.language, address)
        return {"title": title, "identifier": identifier, "uri": uri, "targetType": "CASE"}

    def _names(self, language: str, address: str) -> tuple[str, str]:
        """Return identifier and address of an object, worked out once: every link names one."""
        names = self.names.get((language, address))
        if names is None:
            names = self.names[language, address] = identity.names(self.framework, language, address)
        return names

    def _document(self) -> Thing:
        framework = self.framework
        return self._make(
            "document",
            caseVersion="1.1",
            frameworkType="Competency",
            creator=framework.creator,
            title=framework.title[self.language],
            description=framework.text.get(self.language),
            language=self.language,
            version=framework.version,
            licenseURI=self._link("licence", framework.licence) if framework.licence else None,
            extensions={"leadroomKey": framework.key},
        )

    def _item(self, item: Item) -> Thing:
        name, text = self.titles[item.code], item.text.get(self.language)
        return self._make(
            f"item:{item.code}",
            fullStatement=text or name,
            abbreviatedStatement=name if text else None,
            humanCodingScheme=item.code,
            CFItemType=item.kind,
            CFItemTypeURI=self._link(f"type:{item.kind}", item.kind) if item.kind else None,
            language=self.language,
            CFDocumentURI=self._link("document", self.framework.title[self.language]),
        )

    def _children(self) -> Iterator[Thing]:
        places: dict[str, int] = {}
        root = self._link("document", self.framework.title[self.language])
        for item in self.framework.items:
            places[item.parent] = places.get(item.parent, 0) + 1
            parent = item.parent
            yield self._make(
                f"child:{item.code}",
                associationType="isChildOf",
                sequenceNumber=places[parent],
                originNodeURI=self._link(f"item:{item.code}", self.titles[item.code]),
                destinationNodeURI=self._link(f"item:{parent}", self.titles[parent]) if parent else root,
            )

    def _translations(self) -> Iterator[Thing]:
        framework, source = self.framework, self.framework.languages[0]
        if self.language == source:
            return
        ours, theirs = framework.title[self.language], framework.title[source]
        yield self._translation("translation", "document", ours, theirs)
        for item in framework.items:
            ours, theirs = item.name[self.language], item.name[source]
            yield self._translation(f"translation:{item.code}", f"item:{item.code}", ours, theirs)

    def _translation(self, address: str, of: str, ours: str, theirs: str) -> Thing:
        return self._make(
            address,
            associationType="isTranslationOf",
            originNodeURI=self._link(of, ours),
            destinationNodeURI=self._link(of, theirs, self.framework.languages[0]),
        )

    def _kind(self, kind: str, place: int) -> Thing:
        return self._make(f"type:{kind}", title=kind, description=kind, hierarchyCode=str(place))

    def _licence(self) -> Thing:
        return self._make("licence", title=self.framework.licence, licenseText=self.framework.licence)

    def _rubrics(self) -> Iterator[Thing]:
        rated = [item for item in self.framework.items if any(map(self._says, item.anchors.values()))]
        scale = self._scale(rated)
        criteria = [
            *scale,
            *(self._criterion(item, place) for place, item in enumerate(rated, 1 + len(scale))),
        ]
        if criteria:
            rubric = self._make("rubric", title=self.framework.title[self.language])
            yield {**rubric, "CFRubricCriteria": criteria}

    def _says(self, texts: Mapping[str, str]) -> bool:
        return self.language in texts

    def _scale(self, rated: list[Item]) -> list[Thing]:
        """Return the levels by themselves, where they say something that no competency's levels say."""
        known = {number for item in rated for number, texts in item.anchors.items() if self._says(texts)}
        levels = self.framework.levels
        if all(each.number in known and not self._says(each.meaning) for each in levels):
            return []
        made = [self._level(f"scale:{each.number}", each.number, each.meaning, each) for each in levels]
        return [{**self._make("scale", category="scale", position=1), "CFRubricCriterionLevels": made}]

    def _criterion(self, item: Item, place: int) -> Thing:
        levels = {level.number: level for level in self.framework.levels}
        made = [
            self._level(f"anchor:{item.code}:{number}", number, texts, levels[number])
            for number, texts in sorted(item.anchors.items())
            if self._says(texts)
        ]
        link = self._link(f"item:{item.code}", self.titles[item.code])
        criterion = self._make(f"criterion:{item.code}", CFItemURI=link, position=place)
        return {**criterion, "CFRubricCriterionLevels": made}

    def _level(self, address: str, number: int, texts: Mapping[str, str], level: Level) -> Thing:
        return self._make(
            address,
            quality=level.name[self.language],
            description=texts.get(self.language),
            score=number,
            position=number,
        )
