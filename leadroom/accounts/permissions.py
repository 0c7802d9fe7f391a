# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may see and do what with people, units, invitations and the record."""

import hashlib

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet

from leadroom.accounts.models import Actor, AuditEvent, Invitation, Membership, OutboxMail, Role, Unit


class NotAllowed(PermissionDenied):
    """The person may not do this in her own council; it shows as 403."""


def require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence: require(may_steer(…))
    """Raise NotAllowed unless it is allowed."""
    if not allowed:
        raise NotAllowed


def may_administer(actor: Actor) -> bool:
    """Say whether the person looks after this council's people, units and settings."""
    return actor.is_any(Role.ADMINISTRATOR)


def visible_members(actor: Actor) -> QuerySet[Membership]:
    """Return the people of the council to its administrator, and to anyone else herself."""
    members = Membership.objects.select_related("user", "unit")
    return members if may_administer(actor) else members.filter(user=actor.user)


def visible_leaders(actor: Actor) -> QuerySet[Membership]:
    """Return who leads something, by name, to those who steer: whom they can name sponsor or lead, or ask."""
    leaders = Membership.objects.select_related("user").filter(
        is_active=True, grants__role__in=(Role.MANAGER, Role.EXECUTIVE, Role.DIGITAL_OFFICE)
    )
    steers = actor.is_any(Role.EXECUTIVE, Role.DIGITAL_OFFICE, Role.ADMINISTRATOR, Role.MANAGER)
    return leaders if steers else leaders.filter(user=actor.user)


def visible_team(actor: Actor) -> QuerySet[Membership]:
    """Return the active people whose line manager this person is, herself not among them."""
    members = Membership.objects.select_related("user", "unit").filter(is_active=True)
    hers = Q(unit__manager=actor.person) & ~Q(pk=actor.person.pk)
    # Who leads a unit does not lead herself: the unit it is part of has a manager too.
    leads_a_part = Q(unit__manager=F("pk"), unit__part_of__manager=actor.person) & ~Q(pk=actor.person.pk)
    return members.filter(hers | leads_a_part)


def line_manager_of(member: Membership) -> Membership | None:
    """Return the line manager of a member: who leads her unit, or, for its manager, the unit it is part of."""
    unit = member.unit
    if unit and unit.manager_id == member.pk:
        unit = unit.part_of
    manager = unit.manager if unit else None
    return manager if manager and manager.is_active and manager.pk != member.pk else None


def visible_units(actor: Actor) -> QuerySet[Unit]:
    """Return the units of the council to everyone in it."""
    return Unit.objects.select_related("manager__user", "part_of")


def visible_invitations(actor: Actor) -> QuerySet[Invitation]:
    """Return the council's invitations to its administrator."""
    return Invitation.objects.all() if may_administer(actor) else Invitation.objects.none()


def visible_audit_events(actor: Actor) -> QuerySet[AuditEvent]:
    """Return the council's record to its administrator."""
    events = AuditEvent.objects.select_related("by__user")
    return events if may_administer(actor) else events.none()


def visible_mail(actor: Actor) -> QuerySet[OutboxMail]:
    """Return the council's outgoing letters to its administrator; their text is nobody's but the reader's."""
    letters = OutboxMail.objects.defer("body")
    return letters if may_administer(actor) else letters.none()


def invitations_opened_by(token: str) -> QuerySet[Invitation]:
    """Return the invitation that a link's token opens: who holds the letter needs no other right."""
    return Invitation.objects.select_related("invited_by__user").filter(token_hash=token_hash(token))


def token_hash(token: str) -> str:
    """Return what is kept of a link's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def visible_invitations_to(actor: Actor) -> QuerySet[Invitation]:
    """Return the invitations that went to this person's own address."""
    return Invitation.objects.filter(email__iexact=actor.user.email)


def visible_invitations_by(actor: Actor) -> QuerySet[Invitation]:
    """Return the invitations that this person sent herself."""
    return Invitation.objects.filter(invited_by=actor.person)


def visible_mail_to(actor: Actor) -> QuerySet[OutboxMail]:
    """Return the letters that went to this person, without their text."""
    return OutboxMail.objects.defer("body").filter(to__iexact=actor.user.email)


def visible_events_by(actor: Actor) -> QuerySet[AuditEvent]:
    """Return what the council's record says this person did."""
    return AuditEvent.objects.filter(by=actor.person)


def visible_events_about(actor: Actor) -> QuerySet[AuditEvent]:
    """Return what the council's record says was done to this person's place in the council."""
    return AuditEvent.objects.filter(thing="membership", thing_key=actor.person.key)
