# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an operator does at the command line, where there is no signed-in person."""

import secrets
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from leadroom.accounts import queries
from leadroom.accounts.actions.invitations import address_of, open_invitation, withdraw_open
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Council, Country, Role, User
from leadroom.kit import tenancy


class NobodyByThatAddress(Exception):
    """No account has this e-mail address."""


class NameIsKnown(Exception):
    """Councils have this name already; any administrator can choose it, so it is no proof of which one is meant."""

    def __init__(self, keys: list[str]) -> None:
        """Take the keys of the councils of this name."""
        super().__init__(", ".join(keys))
        self.keys = keys


class NoSuchCouncil(Exception):
    """No council has this key and this name."""


@dataclass(frozen=True, slots=True)
class AdminLink:
    """A one-time link, and the council to which it leads."""

    address: str
    council: Council
    is_new: bool


@transaction.atomic
def admin_link(council_name: str, *, country: str, language: str, email: str, key: str = "") -> AdminLink:
    """
    Return a one-time link that makes somebody administrator: of a new council, or of the one with this key.

    Older links for the same address stop working. It is printed, not sent: a new installation has no mail
    yet. Raises ValidationError, NameIsKnown, NoSuchCouncil.
    """
    _check(country, language, email)
    name = council_name.strip()
    council = _known(name, key) if key else _new(name, country, language)
    with tenancy.council(council.pk):
        withdraw_open(email.strip().lower())
        invitation, token = open_invitation(
            email=email, roles=[Role.EMPLOYEE, Role.ADMINISTRATOR], language=language
        )
        record(
            None,
            "accounts.invitation.made",
            invitation,
            email=invitation.email,
            roles="EMPLOYEE ADMINISTRATOR",
        )
    return AdminLink(address_of(council, token), council, is_new=not key)


@transaction.atomic
def free_person(email: str) -> User:
    """
    Take a person's passkeys, app and recovery codes off her account and end her sessions; return who it is.

    For one who has lost them all: she signs in with her password and sets up a lock anew.
    Each of her councils has it in its record. Raises NobodyByThatAddress.
    """
    user = User.objects.select_for_update(no_key=True).filter(email=email.strip().lower()).first()
    if user is None:
        raise NobodyByThatAddress
    Authenticator.objects.filter(user=user).delete()
    user.session_salt = secrets.token_hex(8)
    user.save(update_fields=["session_salt"])
    with tenancy.council(None, user_id=user.pk):
        memberships = list(queries.memberships_of(user))
    for membership in memberships:
        with tenancy.council(membership.council_id):
            record(None, "accounts.person.freed", membership)
    return user


def _known(name: str, key: str) -> Council:
    council = Council.objects.filter(key=key, name__iexact=name, is_demo=False).first()
    if council is None:
        raise NoSuchCouncil
    return council


def _new(name: str, country: str, language: str) -> Council:
    namesakes = Council.objects.filter(name__iexact=name, is_demo=False).order_by("created_at")
    if keys := list(namesakes.values_list("key", flat=True)):
        raise NameIsKnown(keys)
    council = Council(name=name, country=country, language=language)
    council.full_clean(exclude=["key"])
    council.save()
    return council


def _check(country: str, language: str, email: str) -> None:
    validate_email(email)
    if country not in Country.values:
        raise ValidationError(f"The country must be one of {', '.join(Country.values)}, not “{country}”.")
    if language not in dict(settings.LANGUAGES):
        raise ValidationError(
            f"The language must be one of {', '.join(dict(settings.LANGUAGES))}, not “{language}”."
        )
