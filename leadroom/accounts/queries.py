# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every read of `accounts`."""

from django.db.models import QuerySet

from leadroom.accounts.models import Actor, Council, Membership, Role, RoleGrant, User


def actor_of(user: User) -> Actor:
    """Return who this user is in the council in force; outside it, an Actor without one."""
    grants = list(
        RoleGrant.objects.filter(membership__user=user, membership__is_active=True).select_related(
            "membership__council", "membership__unit"
        )
    )
    if not grants:
        return Actor(user)
    membership = grants[0].membership
    membership.user = user
    return Actor(user, membership.council, membership, frozenset(Role(grant.role) for grant in grants))


def memberships_of(user: User) -> QuerySet[Membership]:
    """Return a user's own memberships in all councils: how she finds her way in."""
    return (
        Membership.objects.across_councils()
        .filter(user=user, is_active=True)
        .select_related("council")
        .order_by("joined_at", "id")
    )


def demo_councils() -> QuerySet[Council]:
    """Return the invented councils of the demo."""
    return Council.objects.filter(is_demo=True)
