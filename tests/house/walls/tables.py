# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""In which class each table is, as `tables.toml` says, and whether the models agree."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models

from leadroom.kit.tenancy import CouncilManager, CouncilRow

TABLES = Path(__file__).resolve().parent.parent / "tables.toml"


@cache
def classes() -> dict[str, Any]:
    """Return the committed classes."""
    return tomllib.loads(TABLES.read_text())


def council_tables() -> frozenset[str]:
    """Return the tables that the walls must guard."""
    return frozenset(classes()["council"]["tables"])


def council_models() -> list[type[CouncilRow]]:
    """Return every model whose rows belong to one council, by the name of its table."""
    found = [model for model in apps.get_models(include_auto_created=True) if issubclass(model, CouncilRow)]
    return sorted(found, key=lambda model: model._meta.db_table)


def unclassed(tables: Iterable[str]) -> list[str]:
    """Find tables of the database in no class or in two, and rows about tables that are not there."""
    listed = [*classes()["council"]["tables"], *classes()["network"]["tables"], *classes()["global"]]
    there = set(tables)
    return [
        *(f"{table} is in no class of tables.toml" for table in sorted(there - set(listed))),
        *(f"tables.toml names {table}, which is not there" for table in sorted(set(listed) - there)),
        *(
            f"{table} is in two classes"
            for table in sorted({name for name in listed if listed.count(name) > 1})
        ),
        *(
            f"{table} is global without a reason"
            for table, why in classes()["global"].items()
            if len(why) < 10
        ),
        *(
            f"a GET may write {table} of a council"
            for table in classes()["written_by_get"]
            if table in council_tables()
        ),
    ]


def models_astray() -> list[str]:
    """Find models that are not what the class of their table says."""
    return [finding for model in apps.get_models(include_auto_created=True) for finding in _astray(model)]


def _astray(model: type[models.Model]) -> Iterable[str]:
    name, is_walled = model._meta.label, model._meta.db_table in council_tables()
    if issubclass(model, CouncilRow) != is_walled:
        yield f"{name} is {'no' if is_walled else 'a'} CouncilRow, but tables.toml says otherwise"
    if not is_walled:
        yield from (
            f"{name}.{field.name} is global and leads into a council" for field in _links_inside(model)
        )
        return
    for manager in (model._default_manager, model._base_manager):
        if not isinstance(manager, CouncilManager):
            yield f"{name} can be asked through {type(manager).__name__}, which knows no council"
    if any(isinstance(field, models.ManyToManyField) for field in model._meta.local_many_to_many):
        yield f"{name} has a many-to-many table, which has no council: write it as a CouncilRow"


def _links_inside(model: type[models.Model]) -> list[Any]:
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and issubclass(field.remote_field.model, CouncilRow)
    ]
