# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an administrator changes about the people of her council."""

from collections.abc import Iterable

from django.db import transaction

from leadroom.accounts import permissions
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Membership, Role, RoleGrant, Unit
from leadroom.accounts.permissions import require


class LastAdministrator(Exception):
    """A council without an administrator could not help itself any more."""


@transaction.atomic
def change_person(
    person: Membership, *, by: Actor, roles: Iterable[Role], unit: Unit | None, title: str
) -> None:
    """Change a member's roles, unit and title, in force at her next request. Raises LastAdministrator."""
    require(permissions.may_administer(by))
    wanted = {Role(role) for role in roles}
    if Role.ADMINISTRATOR not in wanted:
        _leave_one_administrator(person)
    person.unit, person.title = unit, title
    person.save(update_fields=["unit", "title"])
    held = {Role(grant.role) for grant in RoleGrant.objects.filter(membership=person)}
    RoleGrant.objects.filter(membership=person, role__in=held - wanted).delete()
    for role in sorted(wanted - held):
        RoleGrant.objects.create(membership=person, role=role)
    record(
        by, "accounts.person.changed", person, roles=" ".join(sorted(wanted)), unit=unit or "", title=title
    )


@transaction.atomic
def deactivate(person: Membership, *, by: Actor) -> None:
    """Shut the council to a member, at her next request; what she did stays. Raises LastAdministrator."""
    require(permissions.may_administer(by))
    _leave_one_administrator(person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    record(by, "accounts.person.deactivated", person)


@transaction.atomic
def reactivate(person: Membership, *, by: Actor) -> None:
    """Open the council to a former member again, with the roles she had."""
    require(permissions.may_administer(by))
    person.is_active = True
    person.save(update_fields=["is_active"])
    record(by, "accounts.person.reactivated", person)


def _leave_one_administrator(person: Membership) -> None:
    # Locked, so that two administrators cannot take each other's role away at once.
    grants = RoleGrant.objects.select_for_update(of=("self",)).filter(
        role=Role.ADMINISTRATOR, membership__is_active=True
    )
    if [grant.membership_id for grant in grants] == [person.pk]:
        raise LastAdministrator
