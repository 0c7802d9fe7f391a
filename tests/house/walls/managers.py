# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first wall: no way through a model, a link or a form's choices leads past the council in force."""

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.db import Error, connection, models, transaction

import leadroom
from leadroom.kit.tenancy import CouncilRow, NoCouncil, council
from tests.house.walls.tables import council_models
from tests.house.walls.towns import Town


def unscoped(town: Town) -> list[str]:
    """Find ways to ask a council's table without saying which council; each must raise NoCouncil."""
    return [finding for model in council_models() for finding in _open_ways(model, town)]


def _open_ways(model: type[CouncilRow], town: Town) -> Iterator[str]:
    with council(town.council.pk):
        row = model.objects.first()
    for name, ask in _ways(model, row):
        try:
            with transaction.atomic():
                ask()
        except NoCouncil:
            continue
        except (Error, ObjectDoesNotExist):
            # The database was asked, and the second wall held; the first should have.
            pass
        yield f"{model._meta.label}: {name} knows no council and answers all the same"


def _ways(model: type[CouncilRow], row: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "all()", lambda: list(model.objects.all())
    yield "count()", lambda: model.objects.all().count()
    yield "exists()", lambda: model.objects.filter(pk=1).exists()
    yield "update()", lambda: model.objects.filter(pk=0).update(council_id=1)
    yield "delete()", lambda: model.objects.filter(pk=0).delete()
    yield "bulk_create()", lambda: model.objects.bulk_create([])
    yield "the default manager", lambda: list(model._default_manager.all())
    yield "the base manager", lambda: list(model._base_manager.all())
    yield "save()", lambda: model().save()
    if row is not None:
        yield "refresh_from_db()", row.refresh_from_db
        for relation in model._meta.related_objects:
            if (
                issubclass(relation.related_model, CouncilRow)
                and not relation.hidden
                and not relation.one_to_one
            ):
                name = relation.get_accessor_name()
                yield f"the way back {name}", lambda name=name: list(getattr(row, name).all())


def seen_from(mine: Town, theirs: Town) -> list[str]:
    """Find rows of the other town that are seen from inside this one, through any manager."""
    with council(mine.council.pk):
        return [
            f"{model._meta.label}: {manager} sees another council"
            for model in council_models()
            for manager in ("objects", "_default_manager", "_base_manager")
            if getattr(model, manager).filter(council_id=theirs.council.pk).exists()
        ]


def loose_choices() -> list[str]:
    """Find forms whose choices of a council's rows are fixed when the form's class is made, before any council."""
    return [
        f"{form.__module__}.{form.__name__}.{name} offers {field.queryset.model.__name__} of no council"
        for form in all_forms()
        for name, field in form.base_fields.items()
        if isinstance(field, forms.ModelChoiceField) and field.queryset is not None
        if issubclass(field.queryset.model, CouncilRow)
    ]


def all_forms() -> list[type[forms.BaseForm]]:
    """Return every form of every room."""
    names = (found.name for found in pkgutil.walk_packages(leadroom.__path__, "leadroom."))
    modules = [import_module(name) for name in names if ".forms" in name]
    return [
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, forms.BaseForm)
        and thing.__module__ == module.__name__
    ]


def links_that_lead_out(mine: Town, theirs: Town) -> Iterator[tuple[type[CouncilRow], Any, Any, Any]]:
    """Yield each link of each model with a row of ours and a row of theirs that it must not take."""
    for model in council_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey) and issubclass(field.remote_field.model, CouncilRow):
                yield model, field, _any_row(model, mine), _any_row(field.remote_field.model, theirs)


def _any_row(model: type[CouncilRow], town: Town) -> Any:
    """Return a row's number as the database keeps it."""
    with council(town.council.pk):
        number = model.objects.values_list("pk", flat=True)[0]
    return model._meta.pk.get_db_prep_value(number, connection)
