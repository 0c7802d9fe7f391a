# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which fields of others' rows each kind of person sees on which page: found by the marks in them."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import models

from leadroom.accounts.models import AuditEvent, Membership, OutboxMail, User
from leadroom.kit.tenancy import council
from tests.house.walls.access import is_offered
from tests.house.walls.canaries import SHOWS_ALL, everything
from tests.house.walls.routes import all_routes
from tests.house.walls.tables import council_models
from tests.house.walls.towns import MARK, Town
from tests.house.walls.visitors import Visitor

TABLE = Path(__file__).resolve().parent.parent / "fields.toml"
MARKS = re.compile(rf"{MARK}[a-z]\d+", re.IGNORECASE)
# What stands in these stands elsewhere first.
COPIES = {AuditEvent, OutboxMail}
PEOPLE = ("employee", "manager", "executive", "councillor", "digital_office", "administrator")
Seen = Mapping[str, list[str]]


def table() -> Mapping[str, Seen]:
    """Return the committed table: for each kind of person, the fields of others' rows on each page."""
    return tomllib.loads(TABLE.read_text())


def seen(visitor: Visitor, town: Town, person: str) -> dict[str, list[str]]:
    """Return the fields of others' rows that this person sees on each page she can look at."""
    fields = _fields_of_others(town, person)
    found = {}
    for route in all_routes():
        if route.name in SHOWS_ALL or not is_offered(route.name, person, "GET"):
            continue
        text = everything(visitor.ask("GET", route.address(route.values(town, person))))
        there = {fields[mark] for mark in map(str.lower, MARKS.findall(text)) if mark in fields}
        if there:
            found[route.name] = sorted(there)
    return found


def written(person: str, pages: Seen) -> str:
    """Return a person's part of the table as it stands in the file."""
    lines = (
        f"{page} = [{', '.join(f'{chr(34)}{field}{chr(34)}' for field in fields)}]"
        for page, fields in pages.items()
    )
    return "\n".join([f"[{person}]", *lines])


def _fields_of_others(town: Town, person: str) -> dict[str, str]:
    """Return, for each mark in a row that is not this person's, the field in which it stands."""
    # Everybody knows what her council is called.
    own, hers = {}, set(_marks(town.council))
    with council(town.council.pk):
        for model in sorted((User, *council_models()), key=COPIES.__contains__):
            for row in model.objects.filter(**_of(model, town)):
                marks = _marks(row)
                if _is_hers(row, town.people[person].person):
                    hers |= marks.keys()
                own |= {mark: field for mark, field in marks.items() if mark not in own}
    return {mark: field for mark, field in own.items() if mark not in hers}


def _of(model: type[models.Model], town: Town) -> dict[str, Any]:
    return {"pk__in": Membership.objects.values("user")} if model is User else {}


def _marks(row: models.Model) -> dict[str, str]:
    return {
        mark.lower(): f"{row._meta.db_table}.{field.name}"
        for field in row._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        for mark in MARKS.findall(str(getattr(row, field.attname)))
    }


def _is_hers(row: models.Model, member: Membership) -> bool:
    if isinstance(row, User | Membership):
        return (row if isinstance(row, User) else row.user) == member.user
    owner = getattr(row, "person_id", None)
    return owner == member.pk
