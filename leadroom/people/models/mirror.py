# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The leader's mirror as its pack gives it: ten questions, three scales and the ways for small teams."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from leadroom.kit import packs
from leadroom.kit.translated import Translated


@dataclass(frozen=True)
class Scale:
    """How a question is answered: five points, lowest first, asked of one person or of a team."""

    key: str
    alone: Translated
    team: Translated
    points: tuple[Translated, ...]


@dataclass(frozen=True)
class Question:
    """One of the ten; `asks` is the key of its scale, `competencies` are keys of the skills map."""

    key: str
    place: int
    name: Translated
    asks: str
    alone: Translated
    team: Translated
    help: Translated
    competencies: tuple[str, ...]
    reflection: Translated
    source: str


@dataclass(frozen=True)
class SmallTeamWay:
    """One way for a team too small for anonymous answers: what happens, and what it costs."""

    key: str
    name: Translated
    summary: Translated
    steps: tuple[Translated, ...]
    mind: Translated
    prompts: tuple[Translated, ...]


@dataclass(frozen=True)
class LeadersMirror:
    """The whole mirror, in one version."""

    pack: str
    name: Translated
    description: Translated
    credit: Translated
    scales: Mapping[str, Scale]
    questions: tuple[Question, ...]
    small_team_ways: tuple[SmallTeamWay, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """Return the questions by key."""
        return {question.key: question for question in self.questions}

    def scale_of(self, question: Question) -> Scale:
        """Return the scale by which a question is answered."""
        return self.scales[question.asks]

    @property
    def importance(self) -> Scale:
        """Return the scale that says how important a question is, the same for all ten."""
        return self.scales["important"]


@cache
def leaders_mirror() -> LeadersMirror:
    """Return the leader's mirror of the installation's pack."""
    folder = packs.folder_of("leaders-mirror")
    pack = packs.read(folder / "pack.yaml")
    questions = packs.read(folder / "questions.yaml")["questions"]
    return LeadersMirror(
        pack=f"{pack['key']}@{pack['version']}",
        name=Translated.of(pack["name"]),
        description=Translated.of(pack["description"]),
        credit=Translated.of(pack["credit"]),
        scales={scale["key"]: _scale(scale) for scale in pack["scales"]},
        questions=tuple(_question(item, place) for place, item in enumerate(questions, start=1)),
        small_team_ways=tuple(map(_way, packs.read(folder / "small-teams.yaml")["ways"])),
    )


def _scale(scale: Mapping[str, Any]) -> Scale:
    return Scale(
        key=scale["key"],
        alone=Translated.of(scale["alone"]),
        team=Translated.of(scale["team"]),
        points=tuple(map(Translated.of, scale["points"])),
    )


def _question(item: Mapping[str, Any], place: int) -> Question:
    return Question(
        key=item["key"],
        place=place,
        name=Translated.of(item["name"]),
        asks=item["asks"],
        alone=Translated.of(item["alone"]),
        team=Translated.of(item["team"]),
        help=Translated.of(item["help"]),
        competencies=tuple(item["competencies"]),
        reflection=Translated.of(item["reflection"]),
        source=item["source"],
    )


def _way(way: Mapping[str, Any]) -> SmallTeamWay:
    return SmallTeamWay(
        key=way["key"],
        name=Translated.of(way["name"]),
        summary=Translated.of(way["summary"]),
        steps=tuple(map(Translated.of, way["steps"])),
        mind=Translated.of(way["mind"]),
        prompts=tuple(map(Translated.of, way.get("prompts", ()))),
    )
