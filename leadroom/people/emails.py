# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the room People writes to people: never a word of what they wrote, only where it is."""

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from leadroom.accounts.emails import post
from leadroom.accounts.models import Council, Membership, OutboxMail


def review_due(person: Membership, number: int, *, council: Council, address: str) -> OutboxMail:
    """Tell a person, in her language, that so many of her actions wait for a review."""
    with translation.override(person.user.language or council.language):
        context = {"person": person, "number": number, "council": council, "address": address}
        return post(
            person.user.email,
            _("Time for a look at your development plan"),
            render_to_string("people/mail/review_due.txt", context),
        )
