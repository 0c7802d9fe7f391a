# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an administrator changes about the people of her council."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from leadroom.accounts import permissions, queries
from leadroom.accounts.actions.councils import locked_council
from leadroom.accounts.actions.invitations import withdraw_open
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Membership, Role, RoleGrant, Unit
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news


class LastAdministrator(Exception):
    """A council without an administrator could not help itself any more."""


@transaction.atomic
def change_person(
    person: Membership,
    *,
    by: Actor,
    roles: Iterable[Role],
    unit: Unit | None,
    title: str,
    seen: str | None = None,
) -> None:
    """
    Change a member's roles, unit and title, in force at her next request.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile, LastAdministrator.
    """
    require(permissions.may_administer(by))
    locked_council(by)
    person = _locked(person)
    codes = sorted({Role(role).value for role in roles})
    wanted = {"roles": codes, "unit": unit.key if unit else "", "title": title}
    if not is_news(seen, saved=queries.as_shown(person), wanted=wanted):
        return
    if Role.ADMINISTRATOR not in codes:
        _leave_one_administrator(person)
    person.unit, person.title = unit, title
    person.save(update_fields=["unit", "title"])
    _grant(person, set(codes))
    record(by, "accounts.person.changed", person, roles=" ".join(codes), unit=unit or "", title=title)


@transaction.atomic
def deactivate(person: Membership, *, by: Actor) -> None:
    """
    Shut the council to a member, at her next request, and take back what invites her; what she did stays.

    Raises LastAdministrator.
    """
    require(permissions.may_administer(by))
    locked_council(by)
    person = _locked(person)
    _leave_one_administrator(person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    withdraw_open(person.user.email)
    record(by, "accounts.person.deactivated", person)


@transaction.atomic
def reactivate(person: Membership, *, by: Actor) -> None:
    """
    Open the council to a former member again, with the roles she had.

    The secret addresses that she had stay dead; doing it twice is doing it once.
    """
    require(permissions.may_administer(by))
    locked_council(by)
    person = _locked(person)
    if person.is_active:
        return
    person.is_active, person.returned_at = True, timezone.now()
    person.save(update_fields=["is_active", "returned_at"])
    record(by, "accounts.person.reactivated", person)


def _locked(person: Membership) -> Membership:
    # Always the council before the person, so that two acts never wait for each other.
    rows = Membership.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("user", "unit").get(pk=person.pk)


def _grant(person: Membership, wanted: set[str]) -> None:
    held = set(RoleGrant.objects.filter(membership=person).values_list("role", flat=True))
    RoleGrant.objects.filter(membership=person, role__in=held - wanted).delete()
    for role in sorted(wanted - held):
        RoleGrant.objects.create(membership=person, role=role)


def _leave_one_administrator(person: Membership) -> None:
    # Under the council's lock: two administrators at once cannot both close the other out.
    grants = RoleGrant.objects.filter(role=Role.ADMINISTRATOR, membership__is_active=True)
    if list(grants.values_list("membership", flat=True)) == [person.pk]:
        raise LastAdministrator
