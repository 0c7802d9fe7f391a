# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What roles ask for in this council, and which role profile fits a person."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from leadroom.accounts.models import Actor, Role
from leadroom.core.skills.profile import Target
from leadroom.kit.translated import Translated
from leadroom.people import permissions
from leadroom.people.models import (
    RoleProfile,
    pack_role_profiles,
)

USUAL_ROLE_PROFILES = (
    (Role.DIGITAL_OFFICE, "head-of-digital"),
    (Role.EXECUTIVE, "executive"),
    (Role.MANAGER, "service-manager"),
    (Role.COUNCILLOR, "councillor"),
)


def role_profiles(actor: Actor) -> dict[str, RoleProfile]:
    """Return the role profiles in force: the pack's as the council adjusted them, then the council's own."""
    profiles = dict(pack_role_profiles())
    for key, name, based_on in permissions.visible_role_profiles(actor).values_list(
        "key", "name", "based_on"
    ):
        base = profiles.get(based_on) or next(iter(profiles.values()))
        profiles[key] = replace(base, key=key, name=Translated.of(name), is_own=True)
    for role_profile, competency, *target in permissions.visible_role_targets(actor).values_list(
        "role_profile", "competency", "low", "high", "weight"
    ):
        if role_profile in profiles:
            kept = profiles[role_profile]
            targets = {**kept.targets, competency: Target(*target)}
            profiles[role_profile] = replace(kept, targets=targets, is_adjusted=True)
    return profiles


def as_shown(targets: Mapping[str, Target], competencies: Iterable[str]) -> dict[str, int]:
    """Return what the form of some competencies' targets shows: what a save is held against."""
    parts = ("low", "high", "weight")
    return {f"{part}-{key}": getattr(targets[key], part) for key in competencies for part in parts}


def pack_target(actor: Actor, role_profile: str, competency: str) -> Target:
    """Return what the pack asks for: for an added role profile, what the one it is based on asks for."""
    packed = pack_role_profiles()
    if role_profile not in packed:
        role_profile = permissions.visible_role_profiles(actor).get(key=role_profile).based_on
    return packed[role_profile].targets[competency]


def usual_role_profile(actor: Actor) -> str:
    """Return the key of the role profile that fits the person's roles, as a first proposal."""
    return next((key for role, key in USUAL_ROLE_PROFILES if role in actor.roles), "employee")
