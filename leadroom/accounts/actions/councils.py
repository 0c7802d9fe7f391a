# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A council's own settings: its name, language and look, and its row in the directory."""

from django.db import transaction

from leadroom.accounts import permissions
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Council, DirectoryCouncil
from leadroom.accounts.permissions import require


@transaction.atomic
def change_council(*, by: Actor, name: str, language: str, hue: int) -> Council:
    """Change how the council is called, which language it begins in and its hue."""
    require(permissions.may_administer(by))
    council = _council_of(by)
    council.name, council.language, council.hue = name, language, hue
    council.save(update_fields=["name", "language", "hue"])
    record(by, "accounts.council.changed", council, language=language, hue=hue)
    return council


@transaction.atomic
def link_directory(row: DirectoryCouncil, *, by: Actor) -> None:
    """Say which council of the public directory this one is."""
    require(permissions.may_administer(by))
    council = _council_of(by)
    council.directory = row
    council.save(update_fields=["directory"])
    record(by, "accounts.council.linked", council, code=row.code, name=row.name)


@transaction.atomic
def unlink_directory(*, by: Actor) -> None:
    """Take the link to the public directory away."""
    require(permissions.may_administer(by))
    council = _council_of(by)
    council.directory = None
    council.save(update_fields=["directory"])
    record(by, "accounts.council.unlinked", council)


def _council_of(by: Actor) -> Council:
    # `require` has passed, so there is a council; read anew under a lock, for two may save at once.
    return Council.objects.select_for_update().get(pk=by.person.council_id)
