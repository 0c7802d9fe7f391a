# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every read of `accounts`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from leadroom.accounts import permissions
from leadroom.accounts.models import (
    Actor,
    AuditEvent,
    Council,
    DemoPersona,
    DirectoryCouncil,
    Invitation,
    Membership,
    OutboxMail,
    Role,
    RoleGrant,
    Unit,
    User,
)
from leadroom.kit import tenancy
from leadroom.kit.chained import Chained

MOST_MATCHES = 20
# The number of no council: nothing is found there.
NOWHERE = 0
LISTED = ("id", "key", "user__name", "user__email", "title", "unit__name", "is_active")


@dataclass(frozen=True, slots=True)
class DemoCouncil:
    """An invented council and who one can be there."""

    council: Council
    personas: Sequence[DemoPersona]


@dataclass(frozen=True, slots=True)
class OpenedInvitation:
    """What a link opens: the council, the invitation, and whose address it is, where that person has an account."""

    council: Council
    invitation: Invitation
    owner: User | None


class Listed(NamedTuple):
    """One line of the list of people: plain values, for there are many."""

    key: str
    name: str
    email: str
    title: str
    unit: str | None
    is_active: bool
    roles: list[str]


def actor_of(user: User) -> Actor:
    """Return who this user is in the council in force; outside it, an Actor without one."""
    # From the person to her roles: the other way round, every page would read all roles of a large council.
    held = list(
        Membership.objects.filter(user=user, is_active=True)
        .select_related("council")
        .annotate(role=F("grants__role"))
    )
    roles = frozenset(Role(row.role) for row in held if row.role)
    if not roles:
        return Actor(user)
    membership = held[0]
    membership.user = user
    return Actor(user, membership.council, membership, roles)


def memberships_of(user: User) -> QuerySet[Membership]:
    """Return a user's own memberships in all councils: how she finds her way in."""
    return (
        Membership.objects.across_councils()
        .filter(user=user, is_active=True)
        .select_related("council")
        .order_by("joined_at", "id")
    )


def demo_councils() -> QuerySet[Council]:
    """Return the invented councils of the demo."""
    return Council.objects.filter(is_demo=True)


def demo_people() -> list[DemoCouncil]:
    """Return who one can be, council by council; those without anybody are left out."""
    found = [DemoCouncil(council, _personas(council)) for council in demo_councils()]
    return [demo for demo in found if demo.personas]


def opened_invitation(council_key: str, token: str) -> OpenedInvitation | None:
    """Return what a link opens, whether it still works or not; None for one that never was."""
    council = Council.objects.filter(key=council_key).first()
    # Looked for even where there is no such council: the time must not tell a council's key from none.
    with tenancy.council(council.pk if council else NOWHERE):
        invitation = permissions.invitations_opened_by(token).first()
        if council is None or invitation is None:
            return None
        owner = User.objects.filter(email=invitation.email).first()
        if owner is not None:
            # Perhaps made by this very link, a moment after it was read.
            invitation = permissions.invitations_opened_by(token).get()
    return OpenedInvitation(council, invitation, owner)


def people(actor: Actor, *, search: str = "", unit: str = "", role: str = "") -> QuerySet[Membership]:
    """Return the people of the council by name, those who left last; narrowed by a word, a unit, a role."""
    members = (
        permissions.visible_members(actor)
        .prefetch_related("grants")
        .order_by("-is_active", "user__name", "user__email")
    )
    for word in search.split():
        members = members.filter(
            Q(user__name__icontains=word) | Q(user__email__icontains=word) | Q(title__icontains=word)
        )
    if unit:
        members = members.filter(unit__key=unit)
    if role:
        members = members.filter(pk__in=RoleGrant.objects.filter(role=role).values("membership"))
    return members


def listed(actor: Actor, **wanted: str) -> Chained[Listed]:
    """Return the same people as lines of a list, to be read a page at a time."""
    found = people(actor, **wanted).order_by("user__name", "user__email").prefetch_related(None)
    return Chained([found.filter(is_active=True), found.filter(is_active=False)], _lines)


def matches(actor: Actor, search: str) -> list[Membership]:
    """Return the first few active people that a word finds, to choose one from."""
    return list(people(actor, search=search).filter(is_active=True)[:MOST_MATCHES]) if search else []


def units(actor: Actor) -> QuerySet[Unit]:
    """Return the council's units by name."""
    return permissions.visible_units(actor).order_by("name")


def unit_names(actor: Actor) -> list[tuple[str, str]]:
    """Return the key and the name of each unit, to choose one from."""
    return list(units(actor).values_list("key", "name"))


def possible_wholes(actor: Actor, unit: Unit) -> QuerySet[Unit]:
    """Return which units a unit can be part of: any other."""
    return units(actor).exclude(pk=unit.pk)


def counted_units(actor: Actor) -> QuerySet[Unit]:
    """Return the council's units by name, each with the number of its active people."""
    # Counted unit by unit, so that a page of the list counts nobody but the people of its units.
    people = Membership.objects.filter(unit=OuterRef("pk"), is_active=True).order_by().values("unit")
    number = Subquery(people.annotate(number=Count("pk")).values("number"))
    return units(actor).annotate(people=Coalesce(number, 0))


def possible_managers(actor: Actor, unit: Unit) -> QuerySet[Membership]:
    """Return who can lead a unit: the active people of the council, and whoever leads it now."""
    return permissions.visible_members(actor).filter(Q(is_active=True) | Q(pk=unit.manager_id))


def leaders(actor: Actor) -> QuerySet[Membership]:
    """Return the active managers, executives and people of the digital office, by name."""
    return permissions.visible_leaders(actor).distinct().order_by("user__name", "pk")


def as_shown(thing: Membership | Unit | Council) -> dict[str, Any]:
    """Return what the form of a person, a unit or a council shows of it: what a save is held against."""
    if isinstance(thing, Membership):
        roles = sorted(grant.role for grant in thing.grants.all())
        return {"roles": roles, "unit": thing.unit.key if thing.unit else "", "title": thing.title}
    if isinstance(thing, Unit):
        return {
            "name": thing.name,
            "manager": thing.manager.key if thing.manager else "",
            "part_of": thing.part_of.key if thing.part_of else "",
        }
    return {"name": thing.name, "language": thing.language}


def invitations(actor: Actor) -> QuerySet[Invitation]:
    """Return the invitations that nobody has accepted or withdrawn, newest first."""
    waiting = permissions.visible_invitations(actor).filter(accepted_at=None, withdrawn_at=None)
    return waiting.select_related("invited_by__user", "unit")


def invitation(actor: Actor) -> QuerySet[Invitation]:
    """Return all invitations of the council, to find one by its key."""
    return permissions.visible_invitations(actor)


def audit_events(actor: Actor, *, verb: str = "", person: str = "") -> QuerySet[AuditEvent]:
    """Return the council's record, newest first; narrowed by what was done, or by whom or to whom."""
    events = permissions.visible_audit_events(actor)
    if verb:
        events = events.filter(verb=verb)
    if person.split():
        found = permissions.visible_members(actor)
        for word in person.split():
            found = found.filter(Q(user__name__icontains=word) | Q(user__email__icontains=word))
        to_them = Q(thing="membership", thing_key__in=found.values("key"))
        events = events.filter(to_them | Q(by__in=found.values("pk")))
    return events


def verbs(actor: Actor, known: Sequence[str]) -> list[str]:
    """Return which of these acts have been done in this council so far; however long the record, one look at each."""
    events = permissions.visible_audit_events(actor).order_by()
    asked = {f"done_{place}": Exists(events.filter(verb=verb)) for place, verb in enumerate(known)}
    council = Council.objects.filter(pk=actor.person.council_id)
    is_done = council.annotate(**asked).values_list(*asked).get() if asked else ()
    return [verb for verb, there in zip(known, is_done, strict=True) if there]


def undelivered_mail(actor: Actor) -> QuerySet[OutboxMail]:
    """Return the letters that have failed at least once and can still leave."""
    return permissions.visible_mail(actor).filter(sent_at=None).exclude(last_error="").exclude(body="")


def names_of(actor: Actor, keys: Collection[str]) -> dict[str, str]:
    """Return the names of the people with these keys."""
    found = permissions.visible_members(actor).filter(key__in=keys) if keys else ()
    return {member.key: member.user.name for member in found}


def directory(search: str, *, country: str) -> list[DirectoryCouncil]:
    """Return the first few councils of a country that a word finds in the public directory."""
    found = DirectoryCouncil.objects.filter(country=country)
    for word in search.split():
        found = found.filter(Q(name__icontains=word) | Q(code__iexact=word))
    return list(found.order_by("name")[:MOST_MATCHES]) if search else []


def directory_rows() -> QuerySet[DirectoryCouncil]:
    """Return the public directory of councils: facts, the same for everybody."""
    return DirectoryCouncil.objects.all()


def _personas(council: Council) -> list[DemoPersona]:
    with tenancy.council(council.pk):
        personas = DemoPersona.objects.filter(membership__is_active=True)
        return list(personas.select_related("membership__user", "membership__unit"))


def _lines(parts: Iterable[QuerySet[Any]]) -> list[Listed]:
    lines = [line for people in parts for line in people.values_list(*LISTED)]
    roles: defaultdict[int, list[str]] = defaultdict(list)
    grants = RoleGrant.objects.filter(membership__in=[pk for pk, *_ in lines])
    for pk, role in grants.values_list("membership", "role"):
        roles[pk].append(role)
    return [Listed._make((*values, roles[pk])) for pk, *values in lines]
