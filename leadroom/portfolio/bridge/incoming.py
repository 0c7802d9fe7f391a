# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A table on its way into the portfolio: which column is which field, and what becomes of each row.

Rows are matched by code, else by exact title. What a row says nothing of stays as it is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from leadroom.portfolio.models import Initiative, LegalBasis, Status, Track, rules_of

# Words that people write over their columns, in the three languages.
HEADERS: Mapping[str, str] = {
    "title": "title titel navn name initiative initiativ",
    "code": "code kode kod nr nummer id",
    "track": "track spor spår",
    "status": "status",
    "source": "source kilde källa",
    "source_url": "source_url url link",
    "legal_basis": "legal_basis hjemmel grund",
    "deadline": "deadline frist tidsfrist senest",
    "earliest_on": "earliest_on tidligst tidigast",
    "description": "description beskrivelse beskrivning",
    "result": "result resultat",
    "need_of": "need_of behov",
    "evidence": "evidence grundlag underlag",
    "evidence_on": "evidence_on",
    "who_changes": "who_changes",
}
DAYS = frozenset({"deadline", "earliest_on", "evidence_on"})
FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y")
CODES: Mapping[str, Any] = {"track": Track, "status": Status, "legal_basis": LegalBasis}
LONGEST = {"title": 160, "code": 30, "source": 160, "source_url": 400, "need_of": 160}


class Fate(Enum):
    """What becomes of a row."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    SKIPPED = "SKIPPED"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number in the file, its fate, what changes (field, before, after), and what is wrong."""

    number: int
    fate: Fate
    title: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[str, ...] = ()
    key: str = ""


class NotRead(ValueError):
    """A cell that cannot be read; its text says what to write."""


def guessed(header: Sequence[str]) -> dict[str, str]:
    """Return for each column's place (as text) the field that its header names, each field once."""
    found: dict[str, str] = {}
    for place, name in enumerate(header):
        word = name.strip().casefold().replace(" ", "_")
        wanted = next((code for code, words in HEADERS.items() if word in words.split()), "")
        if wanted and wanted not in found.values():
            found[str(place)] = wanted
    return found


def lines(
    rows: Iterable[Sequence[Any]], mapping: Mapping[str, str], there: Sequence[Initiative], track: Track
) -> list[Line]:
    """Return what becomes of each row (its number first); `track` is for new rows that name none."""
    by_code = {each.code.casefold(): each for each in there if each.code}
    by_title = {each.title.casefold(): each for each in there}
    taken: dict[str, int] = {}
    return [_line(row[0], row[1], mapping, (by_code, by_title), taken, track) for row in rows]


def _line(
    number: int,
    cells: Sequence[Any],
    mapping: Mapping[str, str],
    known: tuple[Mapping[str, Initiative], Mapping[str, Initiative]],
    taken: dict[str, int],
    track: Track,
) -> Line:
    facts, problems = _read(cells, mapping)
    title = str(facts.get("title", ""))
    code = str(facts.get("code", "")).casefold()
    found = (known[0].get(code) if code else None) or known[1].get(title.casefold())
    if not title and not found:
        problems.append(_("Title: give it one"))
    name = found.key if found else code or title.casefold()
    if name and name in taken:
        problems.append(_("The same as row %(number)s") % {"number": taken[name]})
    taken.setdefault(name, number)
    if found is None:
        facts = {"track": track.value, **facts}
    problems += _against_rules(facts, found)
    if problems:
        return Line(number, Fate.WRONG, title or str(found or ""), problems=tuple(problems))
    if found is None:
        return Line(number, Fate.NEW, title, facts)
    changes = tuple(
        (name, _said(getattr(found, name)), _said(value))
        for name, value in facts.items()
        if getattr(found, name) != value
    )
    fate = Fate.CHANGED if changes else Fate.SKIPPED
    return Line(number, fate, found.title, facts, changes, key=found.key)


def _against_rules(facts: Mapping[str, Any], found: Initiative | None) -> list[str]:
    track = Track(facts.get("track") or (found.track if found else Track.MANDATED))
    problems = []
    if found and facts.get("track", found.track) != found.track:
        problems.append(_("Track: move it on its own page, where the reason is asked for"))
    if facts.get("status") == Status.DROPPED and not rules_of(track).may_be_dropped:
        problems.append(_("Status: a mandated solution cannot be dropped"))
    if facts.get("status") == Status.DONE and not (
        facts.get("who_changes") or getattr(found, "who_changes", "")
    ):
        problems.append(_("Status: not done before it says who will work differently"))
    missing = [
        name for name in rules_of(track).required if not facts.get(name) and not getattr(found, name, None)
    ]
    if missing:
        problems.append(
            _("%(track)s: fill in %(fields)s")
            % {"track": track.label, "fields": ", ".join(str(_name(name)) for name in missing)}
        )
    return problems


def _read(cells: Sequence[Any], mapping: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    facts: dict[str, Any] = {}
    problems = []
    for place, name in mapping.items():
        cell = cells[int(place)] if int(place) < len(cells) else ""
        if cell == "":
            continue
        try:
            facts[name] = _value(name, cell)
        except NotRead as wrong:
            problems.append(f"{_name(name)}: {wrong}")
    return facts, problems


def _value(name: str, cell: Any) -> Any:
    if name in DAYS:
        return _day(str(cell))
    text = str(cell).strip()
    if name in CODES:
        code = _codes(name).get(text.casefold())
        if code is None:
            raise NotRead(_("“%(text)s” is not known here") % {"text": text[:40]})
        return code
    if len(text) > LONGEST.get(name, 4000):
        raise NotRead(_("shorten it to %(most)s characters") % {"most": LONGEST[name]})
    if name == "source_url" and not text.startswith(("https://", "http://")):
        raise NotRead(_("begin with https://"))
    return text


def _day(text: str) -> date:
    for form in FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    raise NotRead(_("“%(text)s” is no day: write it as 2027-12-31") % {"text": text[:40]})


@cache
def _codes(name: str) -> Mapping[str, str]:
    """Return what people may write for each code: the code itself, and its name in the three languages."""
    found = {code.casefold(): code for code in CODES[name].values}
    for language, _language in settings.LANGUAGES:
        with translation.override(language):
            found |= {str(label).casefold(): code for code, label in CODES[name].choices}
    return found


def _said(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def field_names() -> dict[str, str | Promise]:
    """Return the fields that a column can be, by name."""
    return {name: _name(name) for name in HEADERS}


NAMES: Mapping[str, Callable[[], str]] = {
    "title": lambda: _("Title"),
    "code": lambda: _("Code"),
    "track": lambda: _("Track"),
    "status": lambda: _("How far"),
    "source": lambda: _("Who demands it"),
    "source_url": lambda: _("Where it says so"),
    "legal_basis": lambda: _("What binds us"),
    "deadline": lambda: _("Deadline"),
    "earliest_on": lambda: _("Not before"),
    "description": lambda: _("What it is"),
    "result": lambda: _("Result"),
    "need_of": lambda: _("Whose need"),
    "evidence": lambda: _("How we know"),
    "evidence_on": lambda: _("Known on"),
    "who_changes": lambda: _("Who will work differently, and how"),
}


def _name(name: str) -> str:
    return NAMES[name]()


def explained_columns() -> list[tuple[str, str, str]]:
    """Return each column of the template, what it means, and what one may write."""
    return [
        (
            name,
            str(meaning),
            ", ".join(str(label) for label in CODES[name].labels)
            if name in CODES
            else _("A day, such as 2027-12-31")
            if name in DAYS
            else "",
        )
        for name, meaning in field_names().items()
    ]
