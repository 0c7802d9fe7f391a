# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What components take, where a word is not enough: small frozen shapes that views fill."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One card of a choice; `key` is the keyboard key that picks it."""

    value: str
    title: str
    text: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One part of a longer piece of work, and how much of it is done."""

    text: str
    url: str
    done: int
    total: int
    hint: str = ""

    @property
    def is_done(self) -> bool:
        """Say whether nothing is left to do."""
        return self.done >= self.total

    @property
    def is_begun(self) -> bool:
        """Say whether something is done, but not all."""
        return 0 < self.done < self.total


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step on the way to this page; the last has no address."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One page among its sisters."""

    text: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One name and what it is."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What one form of a chart means; `key` picks its little drawing (see charts.css)."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A number in a drawing, and what stands there."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The numbers that belong together, under a name in their colour (`chart-1` to `chart-4`)."""

    name: str
    colour: str
    items: tuple[KeyItem, ...]
