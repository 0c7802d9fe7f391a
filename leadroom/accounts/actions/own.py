# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person changes about herself."""

import secrets

from django.conf import settings
from django.db import transaction

from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, User


def choose_language(user: User, language: str) -> None:
    """Speak this language to the person from now on, on every page and in every letter; an unknown one is left."""
    if language in dict(settings.LANGUAGES) and user.language != language:
        user.language = language
        user.save(update_fields=["language"])


def change_name(name: str, *, by: Actor) -> None:
    """Call the person as she wants to be called."""
    by.user.name = name
    by.user.save(update_fields=["name"])


@transaction.atomic
def sign_out_elsewhere(*, by: Actor) -> None:
    """End all of the person's sessions; the caller keeps the one at hand."""
    by.user.session_salt = secrets.token_hex(8)
    by.user.save(update_fields=["session_salt"])
    if by.membership:
        record(by, "accounts.person.signed_out_elsewhere", by.membership)
