# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asking somebody to join, by a link that works once, for a week."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from leadroom.accounts import emails, permissions
from leadroom.accounts.actions.councils import locked_council
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Council, Invitation, Membership, Role, RoleGrant, Unit, User
from leadroom.accounts.permissions import require, token_hash
from leadroom.kit import tenancy

LASTS = timedelta(days=7)
MOST_IN_AN_HOUR = 200
A_DOUBLE_CLICK = timedelta(seconds=10)


class InvitationIsOver(Exception):
    """The link was used, withdrawn or is too old."""


class SignInFirst(Exception):
    """The invited e-mail address has an account: only its owner, signed in, can accept."""


class AlreadyAMember(Exception):
    """The invited person is in the council already."""


class TooManyInvitations(Exception):
    """The council sent as many invitations in the last hour as is allowed."""


@transaction.atomic
def invite(
    *,
    by: Actor,
    email: str,
    roles: Iterable[Role],
    language: str,
    name: str = "",
    unit: Unit | None = None,
    title: str = "",
) -> Invitation:
    """
    Invite somebody, and write the letter with the link.

    An older invitation to the same address stops working; the same form sent twice sends one. Raises AlreadyAMember, TooManyInvitations.
    """
    require(permissions.may_administer(by))
    # What was just sent and the hourly measure are counted by one at a time.
    locked_council(by)
    email = email.strip().lower()
    if Membership.objects.filter(user__email=email, is_active=True).exists():
        raise AlreadyAMember
    if sent := _just_sent(email):
        return sent
    _keep_a_measure()
    withdraw_open(email)
    invitation, token = open_invitation(
        email=email,
        name=name,
        roles=roles,
        unit=unit,
        title=title,
        language=language,
        invited_by=by.membership,
    )
    _send(invitation, token, by)
    record(by, "accounts.invitation.made", invitation, email=email, roles=" ".join(invitation.roles))
    return invitation


@transaction.atomic
def resend_invitation(invitation: Invitation, *, by: Actor) -> None:
    """Send a new link for another week; the old one stops working. Raises InvitationIsOver, TooManyInvitations."""
    require(permissions.may_administer(by))
    locked_council(by)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at or invitation.withdrawn_at:
        raise InvitationIsOver
    _keep_a_measure()
    token = secrets.token_urlsafe(32)
    invitation.token_hash, invitation.expires_at = token_hash(token), timezone.now() + LASTS
    invitation.save(update_fields=["token_hash", "expires_at"])
    _send(invitation, token, by)
    record(by, "accounts.invitation.resent", invitation, email=invitation.email)


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Actor) -> None:
    """Make the link stop working. Raises InvitationIsOver if it was used before."""
    require(permissions.may_administer(by))
    still_open = Invitation.objects.filter(pk=invitation.pk, accepted_at=None)
    if not still_open.update(withdrawn_at=timezone.now()):
        raise InvitationIsOver
    record(by, "accounts.invitation.withdrawn", invitation, email=invitation.email)


def accept_invitation(
    council: Council, token: str, *, user: User | None, name: str = "", password: str = "", language: str = ""
) -> Membership:
    """
    Make the invited person a member, once; a person without an account gets one.

    `user` is who is signed in. Raises InvitationIsOver; SignInFirst where the address has an
    account and it is not the one signed in.
    """
    with transaction.atomic(), tenancy.council(council.pk):
        invitation = _take(token)
        person = _owner(invitation, user) or _new_user(invitation, name, password, language)
        member = _member(invitation, person)
        record(Actor(person, council, member), "accounts.invitation.accepted", invitation)
        return member


def open_invitation(
    *,
    email: str,
    roles: Iterable[Role],
    language: str,
    name: str = "",
    unit: Unit | None = None,
    title: str = "",
    invited_by: Membership | None = None,
) -> tuple[Invitation, str]:
    """Return a new invitation with its token, which is known now and never again."""
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        token_hash=token_hash(token),
        email=email.strip().lower(),
        name=name,
        roles=sorted({Role(role).value for role in roles}),
        unit=unit,
        title=title,
        language=language,
        invited_by=invited_by,
        expires_at=timezone.now() + LASTS,
    )
    return invitation, token


def withdraw_open(email: str) -> None:
    """Make every link to this address stop working that nobody has used yet."""
    _open().filter(email=email).update(withdrawn_at=timezone.now())


def address_of(council: Council, token: str) -> str:
    """Return the link as it stands in a letter."""
    return settings.SITE_URL + reverse("join", args=[council.key, token])


def _open() -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None)


def _just_sent(email: str) -> Invitation | None:
    # A double click, or a form sent again: one letter is enough.
    since = timezone.now() - A_DOUBLE_CLICK
    return _open().filter(email=email, created_at__gte=since).first()


def _keep_a_measure() -> None:
    since = timezone.now() - timedelta(hours=1)
    if Invitation.objects.filter(expires_at__gte=since + LASTS).count() >= MOST_IN_AN_HOUR:
        raise TooManyInvitations


def _send(invitation: Invitation, token: str, by: Actor) -> None:
    council = by.person.council
    emails.invitation(invitation, council=council, inviter=by.user.name, address=address_of(council, token))


def _take(token: str) -> Invitation:
    found = permissions.invitations_opened_by(token).filter(accepted_at=None, withdrawn_at=None)
    # The update is the lock: of fifty posts at once, one changes a row and goes on.
    if not found.filter(expires_at__gt=timezone.now()).update(accepted_at=timezone.now()):
        raise InvitationIsOver
    return permissions.invitations_opened_by(token).get()


def _owner(invitation: Invitation, signed_in: User | None) -> User | None:
    owner = User.objects.filter(email=invitation.email).first()
    if owner != signed_in:
        raise SignInFirst
    return owner


def _new_user(invitation: Invitation, name: str, password: str, language: str) -> User:
    try:
        with transaction.atomic():
            return User.objects.create_user(
                invitation.email,
                name or str(invitation),
                password or None,
                language=language or invitation.language,
            )
    except IntegrityError:
        # Another council's invitation was accepted in the same moment.
        raise SignInFirst from None


def _member(invitation: Invitation, person: User) -> Membership:
    member, is_new = Membership.objects.get_or_create(
        user=person, defaults={"unit": invitation.unit, "title": invitation.title}
    )
    if not is_new and not member.is_active:
        member.is_active, member.returned_at = True, timezone.now()
        member.unit, member.title = invitation.unit, invitation.title
        member.save(update_fields=["is_active", "returned_at", "unit", "title"])
        # She comes back as what she is invited as, not as what she once was.
        RoleGrant.objects.filter(membership=member).exclude(role__in=invitation.roles).delete()
    for role in invitation.roles:
        RoleGrant.objects.get_or_create(membership=member, role=role)
    return member
