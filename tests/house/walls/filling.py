# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
One more row in every table of a council, with a mark in every text field.

The fields are found in the models, so that a new field or a new table is marked without
anybody thinking of it.
"""

import uuid
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models.fields import NOT_PROVIDED
from django.utils import timezone

from leadroom.accounts.models import User
from leadroom.kit import walls
from leadroom.kit.tenancy import CouncilRow, council
from tests.house.walls.tables import council_models
from tests.house.walls.towns import Town

# Too short for a mark, or numbers; nothing else may be.
SHORT = {"language", "budget"}
# A link between two rows of one table, and a council's one row of numbers: without a word of their own.
LEFT_OUT = {"portfolio.Wait", "portfolio.Terms"}


def fill(town: Town) -> None:
    """Put a row full of marks into every table of the town."""
    made: dict[type[models.Model], models.Model] = {}
    with council(town.council.pk):
        for model in _in_order():
            if model._meta.label in LEFT_OUT:
                continue
            row = model(**{field.name: _value(field, town, made) for field in _asked(model)})
            model.objects.bulk_create([row])
            made[model] = row


def unmarked(town: Town) -> list[str]:
    """Find text fields of a council's tables in which this town has no mark: there no guard would see a leak."""
    with council(town.council.pk):
        return [
            f"{model._meta.label}.{field.name} holds no mark"
            for model in council_models()
            for field in model._meta.concrete_fields
            if _is_text(field) and field.name not in SHORT
            if not any(
                town.marked in str(value) for value in model.objects.values_list(field.name, flat=True)
            )
        ]


def _in_order() -> Iterator[type[CouncilRow]]:
    """Yield the models so that each comes after those it cannot do without."""
    waiting = council_models()
    while waiting:
        ready = [model for model in waiting if not _needs(model) & set(waiting) - {model}]
        yield from ready
        waiting = [model for model in waiting if model not in ready]


def _needs(model: type[models.Model]) -> set[Any]:
    return {field.remote_field.model for field in walls.links(model) if not field.null}


def _asked(model: type[models.Model]) -> list[Any]:
    return [
        field
        for field in model._meta.concrete_fields
        if not field.auto_created and not _may_stay_empty(field)
    ]


def _may_stay_empty(field: Any) -> bool:
    return field.null and not isinstance(field, models.ForeignKey) and not _is_text(field)


def _is_text(field: Any) -> bool:
    is_words = isinstance(field, models.CharField | models.TextField) and not field.choices
    return is_words or isinstance(field, models.JSONField)


def _value(field: Any, town: Town, made: dict[type[models.Model], models.Model]) -> Any:
    if isinstance(field, models.ForeignKey):
        return _linked(field, town, made)
    if isinstance(field, models.JSONField):
        return [town.mark()] if field.default is list else dict.fromkeys(("en", "da", "sv"), town.mark())
    if _is_text(field) and field.name not in SHORT:
        return f"{town.mark()}@example.org" if isinstance(field, models.EmailField) else town.mark()
    if field.default is not NOT_PROVIDED:
        return field.get_default()
    return _plain(field)


def _linked(field: Any, town: Town, made: dict[type[models.Model], models.Model]) -> Any:
    target = field.remote_field.model
    twin = (
        next(one for one in walls.links(field.model) if one.remote_field.model is target)
        if target in made
        else field
    )
    if twin is not field:
        # Two links to the same table: to two rows, where there is another.
        return target.objects.exclude(pk=made[target].pk).first() or made[target]
    if target._meta.label == "accounts.Council":
        return town.council
    if target is User:
        return User.objects.create_user(f"{town.mark()}@example.org", town.mark())
    return made.get(target)


def _plain(field: Any) -> Any:
    if field.choices:
        # The last: the first are taken by the people who live there already.
        return "" if field.blank else field.choices[-1][0]
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    return timezone.localdate() if isinstance(field, models.DateField) else 1
