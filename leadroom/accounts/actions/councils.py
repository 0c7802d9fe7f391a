# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A council's own settings: its name, language and look, and its row in the directory."""

from django.db import transaction

from leadroom.accounts import permissions, queries
from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Council, DirectoryCouncil
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news


@transaction.atomic
def change_council(*, by: Actor, name: str, language: str, seen: str | None = None) -> None:
    """
    Change how the council is called and which language it begins in.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile.
    """
    require(permissions.may_administer(by))
    council = locked_council(by)
    if not is_news(seen, saved=queries.as_shown(council), wanted={"name": name, "language": language}):
        return
    council.name, council.language = name, language
    council.save(update_fields=["name", "language"])
    record(by, "accounts.council.changed", council, name=name, language=language)


@transaction.atomic
def change_colour(*, by: Actor, hue: int, seen: str | None = None) -> None:
    """
    Dress the council in another hue.

    `seen` is the fingerprint of the hue that the form showed. Raises ChangedMeanwhile.
    """
    require(permissions.may_administer(by))
    council = locked_council(by)
    if not is_news(seen, saved={"hue": council.hue}, wanted={"hue": hue}):
        return
    council.hue = hue
    council.save(update_fields=["hue"])
    record(by, "accounts.council.changed", council, hue=hue)


@transaction.atomic
def link_directory(row: DirectoryCouncil, *, by: Actor) -> None:
    """Say which council of the public directory this one is."""
    require(permissions.may_administer(by))
    council = locked_council(by)
    council.directory = row
    council.save(update_fields=["directory"])
    record(by, "accounts.council.linked", council, code=row.code, name=row.name)


@transaction.atomic
def unlink_directory(*, by: Actor) -> None:
    """Take the link to the public directory away."""
    require(permissions.may_administer(by))
    council = locked_council(by)
    council.directory = None
    council.save(update_fields=["directory"])
    record(by, "accounts.council.unlinked", council)


def locked_council(by: Actor) -> Council:
    """
    Return the actor's council anew, under a lock: two acts on the whole of it wait for each other.

    Taken first, after `require`. Not the key, on which every row of the council hangs: nobody else need wait.
    """
    return Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)
