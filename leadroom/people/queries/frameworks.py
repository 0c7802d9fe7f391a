# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The maps that the council brought itself, and what each is compared with."""

from django.db.models import QuerySet

from leadroom.accounts.models import Actor
from leadroom.people import permissions
from leadroom.people.models import Framework


def frameworks(actor: Actor) -> QuerySet[Framework]:
    """Return the versions that this person may see, the newest first, without what they say."""
    return permissions.visible_frameworks(actor).defer("content")


def whole_framework(actor: Actor) -> QuerySet[Framework]:
    """Return the versions with what they say."""
    return permissions.visible_frameworks(actor)


def version_before(actor: Actor, kept: Framework) -> Framework | None:
    """Return the version that was kept last before this one, of the same map; None where this is the first."""
    earlier = permissions.visible_frameworks(actor).filter(code=kept.code, kept_at__isnull=False)
    if kept.kept_at is not None:
        earlier = earlier.filter(kept_at__lt=kept.kept_at)
    return earlier.exclude(pk=kept.pk).order_by("-kept_at", "-id").first()
