# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an operator does at the command line, where there is no signed-in person."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from leadroom.accounts.actions.invitations import address_of, open_invitation
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Council, Country, Role
from leadroom.kit import tenancy


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


def _check(country: str, language: str, email: str) -> None:
    validate_email(email)
    if country not in Country.values:
        raise ValidationError(f"The country must be one of {', '.join(Country.values)}, not “{country}”.")
    if language not in dict(settings.LANGUAGES):
        raise ValidationError(
            f"The language must be one of {', '.join(dict(settings.LANGUAGES))}, not “{language}”."
        )
