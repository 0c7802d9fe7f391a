# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file on its way in, in words: why it is refused, what becomes of each row, what was done."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from leadroom.portfolio.pictures.words import shortened
from leadroom.ui.parts import Fact

REFUSALS: Mapping[str, Callable[[], str]] = {
    "too-large": lambda: _("Your file is larger than 10 MB. Leave out what is no table, or bring it in in parts."),
    "old-or-locked": lambda: _("Your file is locked with a password, or in the old Excel format. Save it as XLSX without a password."),
    "bomb": lambda: _("Your file holds far more than a table. Save only the sheet with the initiatives as a new XLSX or CSV file."),
    "not-a-table": lambda: _("Your file is no table. Save it as XLSX or CSV."),
    "damaged": lambda: _("Your file is damaged. Open it in your spreadsheet, save it anew, and try again."),
    "too-many-rows": lambda: _("Your file has more than 20,000 rows. Bring it in in parts."),
    "too-many-columns": lambda: _("Your file has more than 200 columns. Keep those that say something of an initiative."),
    "empty": lambda: _("Your file has no rows below the names of its columns."),
}  # fmt: skip
FATES: Mapping[str, Callable[[], str]] = {
    "NEW": lambda: _("New"),
    "CHANGED": lambda: _("Changed"),
    "SKIPPED": lambda: _("Unchanged"),
    "WRONG": lambda: _("Wrong"),
}
TONES = {"NEW": "success", "CHANGED": "info", "SKIPPED": "neutral", "WRONG": "danger"}


class Named(Protocol):
    """What has a code."""

    @property
    def value(self) -> str:
        """Return the code."""


class ImportedRow(Protocol):
    """A row as the bridge judges it."""

    @property
    def number(self) -> int:
        """Return its number in the file."""

    @property
    def fate(self) -> Named:
        """Return what becomes of it."""

    @property
    def title(self) -> str:
        """Return its title."""

    @property
    def changes(self) -> tuple[tuple[str, str, str], ...]:
        """Return field, before and after."""

    @property
    def problems(self) -> tuple[str, ...]:
        """Return what is wrong."""


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One row in words."""

    number: int
    fate: str
    tone: str
    title: str
    said: tuple[str, ...]


def refusal(code: str) -> str:
    """Return why a file is not read, and what to do."""
    return REFUSALS[code]()


def import_lines(found: Iterable[ImportedRow]) -> list[ImportLine]:
    """Return what becomes of each row, the wrong ones first."""
    rows = sorted(found, key=lambda line: (line.fate.value != "WRONG", line.number))
    return [
        ImportLine(line.number, FATES[line.fate.value](), TONES[line.fate.value], line.title, _said(line))
        for line in rows
    ]


def _said(line: ImportedRow) -> tuple[str, ...]:
    if line.problems:
        return tuple(line.problems)
    return tuple(_said_of(*change) for change in line.changes)


def _said_of(name: str, before: str, after: str) -> str:
    words = {"field": name, "before": shortened(before), "after": shortened(after)}
    if not before:
        return _("%(field)s: “%(after)s” is filled in") % words
    return _("%(field)s: “%(before)s” becomes “%(after)s”") % words


def import_counts(found: Iterable[ImportedRow]) -> list[Fact]:
    """Return how many rows have each fate."""
    return kept_counts(Counter(line.fate.value for line in found))


def kept_counts(counts: Mapping[str, int]) -> list[Fact]:
    """Return how many rows had each fate."""
    return [Fact(name(), str(counts.get(code, 0))) for code, name in FATES.items()]


def said_import(counts: Mapping[str, int]) -> str:
    """Say what was brought in."""
    return _("Brought in: %(new)s new, %(changed)s changed, %(wrong)s left out.") % {
        "new": counts["NEW"],
        "changed": counts["CHANGED"],
        "wrong": counts["WRONG"],
    }
