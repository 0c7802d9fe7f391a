# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Where a lower room lists what an upper one has: providers by name, no imports upward.

A room registers its providers in `apps.py`, by dotted name; each takes an `Actor` and
returns frozen dataclasses that carry their own address.
"""

from dataclasses import dataclass
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


def register(door: Door, provider: str) -> None:
    """Let a room answer at a door with the function of this dotted name; twice is once."""
    providers = _providers.setdefault(door, [])
    if provider not in providers:
        providers.append(provider)


def ask(door: Door, actor: Any) -> list[Any]:
    """Return what all rooms answer at a door, in the order they registered."""
    return [thing for provider in _providers.get(door, []) for thing in import_string(provider)(actor)]
