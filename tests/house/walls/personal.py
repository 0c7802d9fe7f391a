# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a person's own file tells her of every row that leads to her, as `personal.toml` says."""

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from leadroom.accounts import queries
from leadroom.accounts.models import Membership, User
from leadroom.kit.tenancy import council
from leadroom.people import exports
from tests.house.walls.tables import council_models
from tests.house.walls.towns import Town

PERSONAL = Path(__file__).resolve().parent.parent / "personal.toml"


@cache
def inventory() -> dict[str, dict[str, str]]:
    """Return the committed inventory."""
    return tomllib.loads(PERSONAL.read_text())


def links() -> dict[str, Any]:
    """Return every link from a council's table to a person, by table and name."""
    return {
        f"{model._meta.db_table}.{field.name}": field
        for model in council_models()
        for field in model._meta.concrete_fields
        if field.is_relation and field.remote_field.model in {Membership, User}
    }


def untold(town: Town) -> list[str]:
    """Find rows of which a person's own file says nothing, and links of which the town has no row to look for."""
    with council(town.council.pk):
        return [
            finding for link, path in inventory()["told"].items() if path for finding in _untold(link, path)
        ]


def _untold(link: str, path: str) -> Iterator[str]:
    field, seen = links()[link], 0
    for row in field.model.objects.filter(**{f"{field.name}__isnull": False}):
        person = getattr(row, field.name)
        user = person if isinstance(person, User) else person.user
        wanted = [word for word in _words(_value(row, path)) if word]
        told = _file_of(user.pk) if wanted and (person == user or person.is_active) else ""
        seen += bool(told)
        yield from (f"{link}: {word} is not in her file" for word in wanted if told and word not in told)
    if not seen:
        yield f"{link}: the town has no row to look for"


def _file_of(user_id: int) -> str:
    user = User.objects.get(pk=user_id)
    actor = queries.actor_of(user)
    return json.dumps(exports.my_data(actor), ensure_ascii=False) if actor.membership else ""


def _value(row: Any, path: str) -> Any:
    for name in path.split("."):
        row = getattr(row, name)
    return row


def _words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for each in value.values() for word in _words(each)]
    if isinstance(value, list):
        return [word for each in value for word in _words(each)]
    return [value] if isinstance(value, str) else []
