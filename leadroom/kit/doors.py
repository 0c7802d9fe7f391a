# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Where a lower room lists what an upper one has: providers by name, no imports upward.

A room registers its providers in `apps.py`, by dotted name; each takes an `Actor` and
returns frozen dataclasses that carry their own address.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.module_loading import import_string

Door = Literal[
    "waiting",
    "linkable",
    "calendar",
    "search",
    "personal_data",
    "demo",
    "home_card",
    "nav",
    "account_menu",
    "verbs",
    "details",
    "demand",
]

_providers: dict[str, list[str]] = {}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for this person: what it is, where to do it, why it matters."""

    text: str
    url: str
    action: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class HomeCard:
    """One card of the start page: a template of the room and what it needs."""

    title: str
    template: str
    context: dict[str, Any]
    order: int = 0


@dataclass(frozen=True, slots=True)
class NavItem:
    """One room in the header: its name, its address, and the key by which its pages say where they are."""

    text: str
    url: str
    key: str


@dataclass(frozen=True, slots=True)
class Demand:
    """A competency that is asked for, and by what: names with their addresses."""

    competency: str
    things: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail of the record: its name as acts write it, in words, and what its codes mean."""

    name: str
    text: str
    meanings: Mapping[str, str] = field(default_factory=dict)

    def told(self, value: str) -> str:
        """Return the detail in words; a code that nobody knows stays as it is."""
        codes = value.split()
        known = (
            [value] if value in self.meanings or any(code not in self.meanings for code in codes) else codes
        )
        return f"{self.text}: {', '.join(str(self.meanings.get(each, each)) for each in known)}"


def register(door: Door, provider: str) -> None:
    """Let a room answer at a door with the function of this dotted name; twice is once."""
    providers = _providers.setdefault(door, [])
    if provider not in providers:
        providers.append(provider)


def ask(door: Door, actor: Any) -> list[Any]:
    """Return what all rooms answer at a door, in the order they registered."""
    return [thing for provider in _providers.get(door, []) for thing in import_string(provider)(actor)]
