# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A map of the council's own: read, looked at, kept as a version that never changes."""

from django.db import transaction
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council
from leadroom.accounts.permissions import require
from leadroom.core.interchange import framework as core
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.people import bridge, permissions, queries
from leadroom.people.models import Framework

LOOKED_AT = 10


class KeptAlready(Exception):
    """This version has been kept already, perhaps by the same person a moment ago."""


class VersionIsTaken(Exception):
    """There is a version of this name already."""


class NothingNew(Exception):
    """It says the same, word for word, as the version before it."""


@transaction.atomic
def bring_map(filename: str, framework: core.Framework, *, by: Actor) -> Framework:
    """Lay a file's map beside those there are; only the newest ten that nobody kept stay."""
    require(permissions.may_bring_map(by))
    brought = Framework.objects.create(
        code=framework.key,
        name=dict(framework.title),
        version=framework.version[:40],
        filename=filename[:200],
        content=core.to_plain(framework),
        created_by=by.membership,
    )
    waiting = permissions.visible_frameworks(by).filter(kept_at__isnull=True)
    old = waiting.values_list("pk", flat=True)[LOOKED_AT:]
    Framework.objects.filter(pk__in=list(old)).delete()
    return brought


@transaction.atomic
def keep_map(brought: Framework, *, by: Actor, version: str, seen: str) -> None:
    """
    Keep a map as a version; from now on it never changes.

    `seen` is what it was compared with when the person looked.
    Raises KeptAlready, VersionIsTaken, NothingNew, ChangedMeanwhile.
    """
    require(permissions.may_bring_map(by))
    Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)
    held = permissions.visible_frameworks(by).filter(pk=brought.pk, kept_at__isnull=True).first()
    if held is None:
        raise KeptAlready
    if (
        permissions.visible_frameworks(by)
        .filter(code=held.code, version=version, kept_at__isnull=False)
        .exists()
    ):
        raise VersionIsTaken
    before = queries.version_before(by, held)
    if compared_with(before) != seen:
        raise ChangedMeanwhile({})
    framework = bridge.framework_of(held)
    if before and framework.says_the_same(bridge.framework_of(before)):
        raise NothingNew
    held.version, held.kept_at, held.based_on = version, timezone.now(), compared_with(before)
    held.content = core.to_plain(framework.named(version=version))
    held.save(update_fields=["version", "kept_at", "based_on", "content"])
    record(by, "people.framework.kept", held, map=held.code, version=version)


@transaction.atomic
def drop_map(brought: Framework, *, by: Actor) -> None:
    """Leave a map that nobody has kept. Raises KeptAlready: what is kept stays."""
    require(permissions.may_bring_map(by))
    dropped, _rows = Framework.objects.filter(pk=brought.pk, kept_at__isnull=True).delete()
    if not dropped:
        raise KeptAlready


def compared_with(before: Framework | None) -> str:
    """Return the name of what a map is compared with: the version before it, or the map in force."""
    in_force = bridge.map_in_force()
    return str(before) if before else f"{in_force.key}@{in_force.version}"
