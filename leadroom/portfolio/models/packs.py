# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What packs give the portfolio: what is demanded of councils, and example values for levels and teams."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from leadroom.core.capacity.calendar import month_after
from leadroom.kit import packs
from leadroom.kit.translated import Translated

INITIATIVES, LEVELS = "initiatives", "levels"
# What the EU demands holds in its member states.
COUNTRIES = {"DK": ("dk", "eu"), "SE": ("se", "eu"), "GB": ("gb",)}
UNIT = 100
YEAR, MONTH = 4, 7


@dataclass(frozen=True, slots=True)
class Demanded:
    """One initiative that others demand of a council; `start` and `deadline` as precise as the source."""

    key: str
    title: Translated
    source: Translated
    owner: Translated
    status: str
    legal_basis: str
    start: str
    deadline: str
    note: Translated
    url: str

    @property
    def due(self) -> date | None:
        """Return the deadline as a day: the last of the month or year where the source says no day."""
        if not self.deadline:
            return None
        if len(self.deadline) == YEAR:
            return date(int(self.deadline), 12, 31)
        if len(self.deadline) == MONTH:
            return month_after(date.fromisoformat(f"{self.deadline}-01"), 1) - timedelta(days=1)
        return date.fromisoformat(self.deadline)


@dataclass(frozen=True, slots=True)
class LevelExample:
    """One level of a size: effort by kind of team in hundredths of a team-month, all of it or a month after go-live."""

    kind: str
    months: int
    effort: Mapping[str, int]
    running: Mapping[str, int]
    money: int
    value: int


@dataclass(frozen=True, slots=True)
class Size:
    """Example values for all levels of a small, medium or large solution."""

    key: str
    name: Translated
    levels: tuple[LevelExample, ...]


@dataclass(frozen=True, slots=True)
class TeamExample:
    """One team of a preset; `staff` in hundredths of a person, the rest in per cent."""

    name: Translated
    kind: str
    staff: int
    line_work: int
    absence: int
    foundations: int
    experiments: int


@dataclass(frozen=True, slots=True)
class Preset:
    """The teams of one kind of council."""

    key: str
    name: Translated
    teams: tuple[TeamExample, ...]


def pack_of_initiatives() -> str:
    """Return the key and version that a row from the pack keeps."""
    return f"{INITIATIVES}@{packs.read(packs.folder_of(INITIATIVES) / 'pack.yaml')['version']}"


@cache
def demanded(country: str) -> tuple[Demanded, ...]:
    """Return what is demanded of councils in a country, in the pack's order."""
    folder = packs.folder_of(INITIATIVES) / "initiatives"
    return tuple(
        _demanded(said) for code in COUNTRIES[country] for said in packs.read(folder / f"{code}.yaml")
    )


@cache
def sizes() -> tuple[Size, ...]:
    """Return the sizes with their example values, the smallest first."""
    return tuple(
        Size(said["key"], Translated.of(said["name"]), tuple(map(_level, said["levels"])))
        for said in _read(LEVELS, "sizes.yaml")
    )


@cache
def presets() -> tuple[Preset, ...]:
    """Return the presets of teams."""
    return tuple(
        Preset(said["key"], Translated.of(said["name"]), tuple(map(_team, said["teams"])))
        for said in _read(LEVELS, "presets.yaml")
    )


def _read(key: str, name: str) -> Sequence[Mapping[str, Any]]:
    said: Sequence[Mapping[str, Any]] = packs.read(packs.folder_of(key) / name)
    return said


def _demanded(said: Mapping[str, Any]) -> Demanded:
    return Demanded(
        said["key"],
        Translated.of(said["title"]),
        Translated.of(said["source"]),
        Translated.of(said.get("owner", {})),
        said["status"],
        said.get("legal_basis", ""),
        said.get("start", ""),
        said.get("deadline", ""),
        Translated.of(said["note"]),
        said["url"],
    )


def _level(said: Mapping[str, Any]) -> LevelExample:
    return LevelExample(
        said["level"],
        said["months"],
        _units(said["effort"]),
        _units(said.get("running", {})),
        said.get("money", 0),
        said["value"],
    )


def _units(said: Mapping[str, float]) -> dict[str, int]:
    return {kind: round(effort * UNIT) for kind, effort in said.items()}


def _team(said: Mapping[str, Any]) -> TeamExample:
    return TeamExample(
        Translated.of(said["name"]),
        said["kind"],
        round(said["staff"] * UNIT),
        said.get("line_work", 0),
        said.get("absence", 0),
        said.get("foundations", 0),
        said.get("experiments", 0),
    )
