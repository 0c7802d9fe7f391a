# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What roles ask for in this council, and which role profile fits a person."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import starmap
from typing import NamedTuple

from django.db.models import TextField, Value
from django.db.models.functions import Cast

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
    for row in _rows(actor):
        if row.name is not None:
            base = profiles.get(row.of) or next(iter(profiles.values()))
            name = Translated.of(json.loads(row.name))
            profiles[row.key] = replace(base, key=row.key, name=name, is_own=True)
        elif kept := profiles.get(row.key):
            targets = {**kept.targets, row.of: Target(*row.target)}
            profiles[row.key] = replace(kept, targets=targets, is_adjusted=True)
    return profiles


class _Row(NamedTuple):
    """A role profile of the council with the one it is based on, or a target of a competency in one."""

    id: int
    key: str
    of: str
    name: str | None
    low: int
    high: int
    weight: int

    @property
    def target(self) -> tuple[int, int, int]:
        return self.low, self.high, self.weight


def _rows(actor: Actor) -> list[_Row]:
    """Return the council's own role profiles in their order, then the targets it set; one statement."""
    own = permissions.visible_role_profiles(actor).values_list(
        "id", "key", "based_on", Cast("name", TextField()), Value(0), Value(0), Value(0)
    )
    targets = permissions.visible_role_targets(actor).values_list(
        "id", "role_profile", "competency", Value(None, TextField()), "low", "high", "weight"
    )
    both = own.order_by().union(targets.order_by(), all=True)
    return sorted(starmap(_Row, both), key=lambda row: (row.name is None, row.id))


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
