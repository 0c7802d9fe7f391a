# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The learning paths as their pack gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from leadroom.kit import packs
from leadroom.kit.translated import Translated


@dataclass(frozen=True)
class Stage:
    """One stage of a path; `competencies` are keys of the skills map."""

    key: str
    place: int
    name: Translated
    ability: Translated
    competencies: tuple[str, ...]
    task: Translated
    reflection: Translated
    sources: tuple[str, ...]


@dataclass(frozen=True)
class LearningPath:
    """One way through a few stages."""

    key: str
    name: Translated
    description: Translated
    stages: tuple[Stage, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Stage]:
        """Return the stages by key."""
        return {stage.key: stage for stage in self.stages}


@dataclass(frozen=True)
class LearningPaths:
    """All paths, in one version of their pack."""

    pack: str
    name: Translated
    description: Translated
    credit: Translated
    paths: tuple[LearningPath, ...]

    @cached_property
    def by_key(self) -> Mapping[str, LearningPath]:
        """Return the paths by key."""
        return {path.key: path for path in self.paths}


@cache
def learning_paths() -> LearningPaths:
    """Return the learning paths of the installation's pack."""
    folder = packs.folder_of("learning-paths")
    pack = packs.read(folder / "pack.yaml")
    paths = sorted(map(packs.read, (folder / "paths").glob("*.yaml")), key=lambda path: int(path["order"]))
    return LearningPaths(
        pack=f"{pack['key']}@{pack['version']}",
        name=Translated.of(pack["name"]),
        description=Translated.of(pack["description"]),
        credit=Translated.of(pack["credit"]),
        paths=tuple(map(_path, paths)),
    )


def _path(path: Mapping[str, Any]) -> LearningPath:
    return LearningPath(
        key=path["key"],
        name=Translated.of(path["name"]),
        description=Translated.of(path["description"]),
        stages=tuple(_stage(stage, place) for place, stage in enumerate(path["stages"], start=1)),
    )


def _stage(stage: Mapping[str, Any], place: int) -> Stage:
    return Stage(
        key=stage["key"],
        place=place,
        name=Translated.of(stage["name"]),
        ability=Translated.of(stage["ability"]),
        competencies=tuple(stage["competencies"]),
        task=Translated.of(stage["task"]),
        reflection=Translated.of(stage["reflection"]),
        sources=tuple(stage["sources"]),
    )
