# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The columns of a table of initiatives: what people call them, and what one may write in them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from leadroom.accounts.models import Membership, Unit
from leadroom.portfolio.models import LegalBasis, Status, Track

# Words that people write over their columns, in the three languages.
HEADERS: Mapping[str, str] = {
    "title": "title titel navn namn name initiative initiativ project projekt projektnavn projektnamn løsning lösning",
    "code": "code kode kod nr no number nummer id",
    "track": "track spor spår",
    "status": "status",
    "source": "source kilde källa",
    "source_url": "source_url url",
    "legal_basis": "legal_basis hjemmel lovgrundlag grund lagstöd",
    "deadline": "deadline frist tidsfrist senest due_date",
    "earliest_on": "earliest_on tidligst tidigast start startdato startdatum start_date",
    "sponsor": "sponsor styregruppeformand projektejer projektägare",
    "lead": "lead ansvarlig ansvarig projektleder projektledare project_manager owner",
    "unit": "unit enhed enhet afdeling avdelning forvaltning förvaltning department",
    "description": "description beskrivelse beskrivning",
    "result": "result resultat",
    "need_of": "need_of behov",
    "evidence": "evidence grundlag underlag",
    "evidence_on": "evidence_on",
    "who_changes": "who_changes",
    "links": "links link länk länkar",
}
DAYS = frozenset({"deadline", "earliest_on", "evidence_on"})
FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y")
CODES: Mapping[str, Any] = {"track": Track, "status": Status, "legal_basis": LegalBasis}
LONGEST = {"title": 160, "code": 30, "source": 160, "source_url": 400, "need_of": 160}
LONGEST_TEXT = 4000
SEVERAL = 0
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
    "sponsor": lambda: _("Sponsor"),
    "lead": lambda: _("Lead"),
    "unit": lambda: _("Unit"),
    "description": lambda: _("What it is"),
    "result": lambda: _("Result"),
    "need_of": lambda: _("Whose need"),
    "evidence": lambda: _("How we know"),
    "evidence_on": lambda: _("Known on"),
    "who_changes": lambda: _("Who will work differently, and how"),
    "links": lambda: _("Links"),
}


class NotRead(ValueError):
    """A cell that cannot be read; its text says what to write."""


@dataclass(frozen=True, slots=True)
class Known:
    """Whom and what a cell may name: by address or name in small letters, with the id, or SEVERAL."""

    people: Mapping[str, int]
    units: Mapping[str, int]
    names: Mapping[tuple[str, int], str]

    @classmethod
    def of(cls, people: Iterable[Membership], units: Iterable[Unit]) -> "Known":
        """Return how these people and units may be written."""
        people, units = list(people), list(units)
        names = {("people", each.pk): str(each) for each in people} | {
            ("units", each.pk): each.name for each in units
        }
        by_address = {each.user.email.casefold(): each.pk for each in people}
        return cls(
            _once((str(each).casefold(), each.pk) for each in people) | by_address,
            _once((each.name.casefold(), each.pk) for each in units),
            names,
        )

    def id_of(self, kind: str, text: str) -> int:
        """Return who or what is meant. Raises NotRead."""
        found = getattr(self, kind).get(text.casefold())
        if found is None:
            raise NotRead(_("“%(text)s” is not known here") % {"text": text[:40]})
        if found == SEVERAL:
            raise NotRead(_("several are called “%(text)s”: write the e-mail address") % {"text": text[:40]})
        return int(found)


# Fields that name a person or a unit: what the row keeps, and where it is looked up.
REFERENCES = {
    "sponsor": ("sponsor_id", "people"),
    "lead": ("lead_id", "people"),
    "unit": ("unit_id", "units"),
}
KEPT_AS = {kept: (name, kind) for name, (kept, kind) in REFERENCES.items()}


def guessed(header: Sequence[str]) -> dict[str, str]:
    """Return for each column's place (as text) the field that its header names, each field once."""
    found: dict[str, str] = {}
    for place, name in enumerate(header):
        word = re.sub(r"\(.*?\)|[*:]", "", name).strip().casefold().replace(" ", "_")
        wanted = next((code for code, words in HEADERS.items() if word in words.split()), "")
        if wanted and wanted not in found.values():
            found[str(place)] = wanted
    return found


def read_row(
    cells: Sequence[Any], mapping: Mapping[str, str], known: Known
) -> tuple[dict[str, Any], list[str]]:
    """Return what a row says, by the initiative's attributes, and what is wrong with it."""
    facts: dict[str, Any] = {}
    problems = []
    for place, name in mapping.items():
        cell = cells[int(place)] if int(place) < len(cells) else ""
        if cell == "":
            continue
        try:
            if name in REFERENCES:
                kept_as, kind = REFERENCES[name]
                facts[kept_as] = known.id_of(kind, str(cell).strip())
            else:
                facts[name] = _value(name, cell)
        except NotRead as wrong:
            problems.append(f"{name_of(name)}: {wrong}")
    return facts, problems


def in_words(attribute: str, value: Any, known: Known) -> str:
    """Return a value as a reader knows it."""
    if value is None:
        return ""
    if attribute in KEPT_AS:
        return known.names.get((KEPT_AS[attribute][1], value), "")
    if attribute in CODES and value:
        return str(CODES[attribute](value).label)
    return value.isoformat() if isinstance(value, date) else str(value)


def name_of(attribute: str) -> str:
    """Return what a field is called, by its name or the row's attribute."""
    return NAMES[KEPT_AS.get(attribute, (attribute,))[0]]()


def field_names() -> dict[str, str | Promise]:
    """Return the fields that a column can be, by name."""
    return {name: name_of(name) for name in HEADERS}


def explained_columns() -> list[tuple[str, str, str]]:
    """Return each column of the template, what it means, and what one may write."""
    return [(name, name_of(name), _one_may_write(name)) for name in HEADERS]


def _one_may_write(name: str) -> str:
    if name in CODES:
        return ", ".join(str(label) for label in CODES[name].labels)
    if name in DAYS:
        return _("A day, such as 2027-12-31")
    if name in REFERENCES:
        return _("The name of a unit") if name == "unit" else _("A colleague’s name or e-mail address")
    return _("Addresses, one a line") if name == "links" else ""


def _once(named: Iterable[tuple[str, int]]) -> dict[str, int]:
    pairs = list(named)
    often = Counter(name for name, _pk in pairs)
    return {name: pk if often[name] == 1 else SEVERAL for name, pk in pairs}


def _value(name: str, cell: Any) -> Any:
    if name in DAYS:
        return _day(str(cell))
    text = str(cell).strip()
    if name in CODES:
        code = _codes(name).get(text.casefold())
        if code is None:
            raise NotRead(_("“%(text)s” is not known here") % {"text": text[:40]})
        return code
    if len(text) > (most := LONGEST.get(name, LONGEST_TEXT)):
        raise NotRead(_("shorten it to %(most)s characters") % {"most": most})
    if name in {"source_url", "links"} and not all(
        line.strip().startswith(("https://", "http://")) for line in text.splitlines()
    ):
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
