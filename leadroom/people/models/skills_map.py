# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The skills map and the role profiles as their packs give them: read once, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from leadroom.core.skills.profile import Target
from leadroom.kit import packs
from leadroom.kit.translated import Translated

BEHAVIOURS = ("aware", "working", "skilled", "leading")


@dataclass(frozen=True)
class Competency:
    """One of the 42: what it is, and what a colleague sees at each of the four levels."""

    key: str
    place: int
    area: str
    name: Translated
    definition: Translated
    behaviours: tuple[Translated, ...]
    processes: tuple[str, ...]
    sources: tuple[str, ...]
    is_scan: bool


@dataclass(frozen=True)
class Area:
    """One of the 12, with its 3 or 4 competencies."""

    key: str
    place: int
    domain: str
    name: Translated
    question: Translated
    competencies: tuple[Competency, ...]


@dataclass(frozen=True)
class Domain:
    """One of the 4, with its 3 areas."""

    key: str
    name: Translated
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Level:
    """A level's name and what it means."""

    level: int
    key: str
    name: Translated
    meaning: Translated


@dataclass(frozen=True)
class SkillsMap:
    """The whole map, in one version."""

    pack: str
    name: Translated
    description: Translated
    licence: str
    levels: tuple[Level, ...]
    processes: Mapping[str, Translated]
    domains: tuple[Domain, ...]

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Return the 12 areas in map order."""
        return tuple(area for domain in self.domains for area in domain.areas)

    @cached_property
    def competencies(self) -> tuple[Competency, ...]:
        """Return the 42 competencies in map order."""
        return tuple(competency for area in self.areas for competency in area.competencies)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the 42 in map order."""
        return tuple(competency.key for competency in self.competencies)

    @cached_property
    def scan(self) -> frozenset[str]:
        """Return the keys of the 12 that the short scan asks."""
        return frozenset(competency.key for competency in self.competencies if competency.is_scan)

    @cached_property
    def by_key(self) -> Mapping[str, Competency]:
        """Return the competencies by key."""
        return {competency.key: competency for competency in self.competencies}

    @cached_property
    def area_of(self) -> Mapping[str, Area]:
        """Return each competency's area, by the competency's key."""
        return {competency.key: area for area in self.areas for competency in area.competencies}


@dataclass(frozen=True)
class RoleProfile:
    """What a role asks for in each competency; the pack's, or the council's own."""

    key: str
    name: Translated
    description: Translated
    targets: Mapping[str, Target]
    is_own: bool = False
    is_adjusted: bool = False


@cache
def skills_map() -> SkillsMap:
    """Return the skills map of the installation's pack."""
    folder = packs.folder_of("skills-map")
    pack = packs.read(folder / "pack.yaml")
    areas = {area["key"]: area for area in map(packs.read, sorted((folder / "areas").glob("*.yaml")))}
    return _Reader(pack, areas).read()


@dataclass(frozen=True)
class Names:
    """The map's names in one language, looked up once: a page shows hundreds of them."""

    competencies: Mapping[str, str]
    areas: Mapping[str, str]
    domains: Mapping[str, str]
    levels: tuple[str, ...]


@cache
def names_in(language: str) -> Names:
    """Return the map's names in a language."""
    the_map = skills_map()
    return Names(
        {competency.key: competency.name.to(language) for competency in the_map.competencies},
        {area.key: area.name.to(language) for area in the_map.areas},
        {domain.key: domain.name.to(language) for domain in the_map.domains},
        tuple(level.name.to(language) for level in the_map.levels),
    )


@cache
def pack_role_profiles() -> Mapping[str, RoleProfile]:
    """Return the role profiles of the installation's pack, in their order."""
    folder = packs.folder_of("roles")
    roles = sorted(map(packs.read, (folder / "roles").glob("*.yaml")), key=lambda role: int(role["order"]))
    return {role["key"]: _role_profile(role) for role in roles}


def _role_profile(role: Mapping[str, Any]) -> RoleProfile:
    targets = {
        key: Target(target["min"], target["max"], target["weight"]) for key, target in role["targets"].items()
    }
    return RoleProfile(role["key"], Translated.of(role["name"]), Translated.of(role["description"]), targets)


class _Reader:
    """Turns the pack's files into the map, counting areas and competencies as it goes."""

    def __init__(self, pack: Mapping[str, Any], areas: Mapping[str, Any]) -> None:
        self.pack, self.areas = pack, areas
        self.areas_read = self.competencies_read = 0

    def read(self) -> SkillsMap:
        pack = self.pack
        return SkillsMap(
            pack=f"{pack['key']}@{pack['version']}",
            name=Translated.of(pack["name"]),
            description=Translated.of(pack["description"]),
            licence=pack["licence"],
            levels=tuple(
                Level(
                    level["level"],
                    level["key"],
                    Translated.of(level["name"]),
                    Translated.of(level["meaning"]),
                )
                for level in pack["levels"]
            ),
            processes={process["key"]: Translated.of(process["name"]) for process in pack["processes"]},
            domains=tuple(map(self._domain, pack["domains"])),
        )

    def _domain(self, domain: Mapping[str, Any]) -> Domain:
        areas = tuple(self._area(self.areas[key]) for key in domain["areas"])
        return Domain(domain["key"], Translated.of(domain["name"]), areas)

    def _area(self, area: Mapping[str, Any]) -> Area:
        self.areas_read += 1
        place = self.areas_read
        competencies = tuple(self._competency(area["key"], item) for item in area["competencies"])
        return Area(
            area["key"],
            place,
            area["domain"],
            Translated.of(area["name"]),
            Translated.of(area["question"]),
            competencies,
        )

    def _competency(self, area: str, item: Mapping[str, Any]) -> Competency:
        self.competencies_read += 1
        return Competency(
            key=item["key"],
            place=self.competencies_read,
            area=area,
            name=Translated.of(item["name"]),
            definition=Translated.of(item["definition"]),
            behaviours=tuple(Translated.of(item["behaviours"][name]) for name in BEHAVIOURS),
            processes=tuple(item["processes"]),
            sources=tuple(item["sources"]),
            is_scan=bool(item.get("scan")),
        )
