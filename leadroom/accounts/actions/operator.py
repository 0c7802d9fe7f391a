# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an operator does at the command line, where there is no signed-in person."""

import secrets

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from leadroom.accounts import queries
from leadroom.accounts.actions.invitations import address_of, open_invitation
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Council, Country, Role, User
from leadroom.kit import tenancy


class NobodyByThatAddress(Exception):
    """No account has this e-mail address."""


@transaction.atomic
def admin_link(council_name: str, *, country: str, language: str, email: str) -> str:
    """
    Return a one-time link that makes somebody administrator of a council; the council is made if it is new.

    It is printed, not sent: a new installation has no mail yet. Raises ValidationError.
    """
    _check(country, language, email)
    council = Council.objects.filter(name__iexact=council_name.strip(), is_demo=False).first()
    if council is None:
        council = Council(name=council_name.strip(), country=country, language=language)
        council.full_clean(exclude=["key"])
        council.save()
    with tenancy.council(council.pk):
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
    return address_of(council, token)


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


def _check(country: str, language: str, email: str) -> None:
    validate_email(email)
    if country not in Country.values:
        raise ValidationError(f"The country must be one of {', '.join(Country.values)}, not “{country}”.")
    if language not in dict(settings.LANGUAGES):
        raise ValidationError(
            f"The language must be one of {', '.join(dict(settings.LANGUAGES))}, not “{language}”."
        )
