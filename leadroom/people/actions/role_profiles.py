# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a role asks for: adjusted, added and retired by the council."""

from collections.abc import Mapping

from django.db import transaction

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council
from leadroom.accounts.permissions import require
from leadroom.core.skills.profile import Target
from leadroom.kit.seen import is_news
from leadroom.people import permissions, queries
from leadroom.people.models import CouncilRoleProfile, RoleTarget


class NameIsTaken(Exception):
    """The council has a role profile of this name already."""


@transaction.atomic
def adjust_targets(
    role_profile: str, targets: Mapping[str, Target], *, by: Actor, seen: str | None = None
) -> None:
    """
    Set what a role asks for in this council; what equals the pack's own is not kept.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile.
    """
    require(permissions.may_adjust_role_profiles(by))
    _hold_the_council(by)
    saved = queries.as_shown(queries.role_profiles(by)[role_profile].targets, targets)
    if not is_news(seen, saved=saved, wanted=queries.as_shown(targets, targets)):
        return
    permissions.visible_role_targets(by).filter(role_profile=role_profile, competency__in=targets).delete()
    RoleTarget.objects.bulk_create(
        RoleTarget(
            council=by.council,
            role_profile=role_profile,
            competency=competency,
            low=target.low,
            high=target.high,
            weight=target.weight,
        )
        for competency, target in targets.items()
        if target != queries.pack_target(by, role_profile, competency)
    )
    record(by, "people.role_profile.adjusted", role_profile=role_profile, competencies=len(targets))


@transaction.atomic
def add_role_profile(*, by: Actor, name: Mapping[str, str], based_on: str) -> CouncilRoleProfile:
    """Add a role profile of the council's own; its targets start as another's. Raises NameIsTaken."""
    require(permissions.may_adjust_role_profiles(by))
    _hold_the_council(by)
    if any(dict(name) == known.name for known in permissions.visible_role_profiles(by)):
        raise NameIsTaken
    added = CouncilRoleProfile.objects.create(name=dict(name), based_on=based_on)
    adjusted = permissions.visible_role_targets(by).filter(role_profile=based_on)
    RoleTarget.objects.bulk_create(
        RoleTarget(
            council=by.council,
            role_profile=added.key,
            competency=target.competency,
            low=target.low,
            high=target.high,
            weight=target.weight,
        )
        for target in adjusted
    )
    record(by, "people.role_profile.added", added, based_on=based_on)
    return added


@transaction.atomic
def retire_role_profile(added: CouncilRoleProfile, *, by: Actor) -> None:
    """Offer a role profile no more; those who chose it keep their ratings."""
    require(permissions.may_adjust_role_profiles(by))
    added.is_retired = True
    added.save(update_fields=["is_retired"])
    record(by, "people.role_profile.retired", added)


def _hold_the_council(by: Actor) -> None:
    """Let one act at a time change role profiles: what equals the pack's has no row of its own to hold."""
    Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)
