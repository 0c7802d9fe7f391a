# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The units of a council and who leads them."""

from django.db import IntegrityError, transaction

from leadroom.accounts import permissions, queries
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Membership, Unit
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news


class NameIsTaken(Exception):
    """The council has a unit of this name already."""


class PartOfItself(Exception):
    """The unit would be part of itself, by way of others."""


class UnitIsNotEmpty(Exception):
    """People belong to the unit."""


@transaction.atomic
def add_unit(*, by: Actor, name: str) -> Unit:
    """Add a unit. Raises NameIsTaken."""
    require(permissions.may_administer(by))
    unit = Unit(name=name)
    _save(unit)
    record(by, "accounts.unit.added", unit, name=name)
    return unit


@transaction.atomic
def change_unit(
    unit: Unit,
    *,
    by: Actor,
    name: str,
    manager: Membership | None,
    part_of: Unit | None,
    seen: str | None = None,
) -> None:
    """
    Rename a unit, give it another line manager, or say what it is part of.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile, NameIsTaken, PartOfItself.
    """
    require(permissions.may_administer(by))
    rows = Unit.objects.select_for_update(of=("self",), no_key=True).select_related("manager", "part_of")
    unit = rows.get(pk=unit.pk)
    keys = {"manager": manager.key if manager else "", "part_of": part_of.key if part_of else ""}
    wanted = {"name": name, **keys}
    if not is_news(seen, saved=queries.as_shown(unit), wanted=wanted):
        return
    _refuse_circles(unit, part_of)
    unit.name, unit.manager, unit.part_of = name, manager, part_of
    _save(unit)
    record(by, "accounts.unit.changed", unit, **wanted)


@transaction.atomic
def delete_unit(unit: Unit, *, by: Actor) -> None:
    """Delete a unit to which nobody belongs. Raises UnitIsNotEmpty."""
    require(permissions.may_administer(by))
    if Membership.objects.filter(unit=unit).exists():
        raise UnitIsNotEmpty
    record(by, "accounts.unit.deleted", unit, name=unit.name)
    unit.delete()


def _refuse_circles(unit: Unit, whole: Unit | None) -> None:
    above = dict(Unit.objects.values_list("pk", "part_of"))
    place = whole.pk if whole else None
    while place is not None:
        if place == unit.pk:
            raise PartOfItself
        place = above[place]


def _save(unit: Unit) -> None:
    try:
        with transaction.atomic():
            unit.save()
    except IntegrityError:
        raise NameIsTaken from None
