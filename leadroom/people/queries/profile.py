# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a person stands, drawn from her own ratings and a role profile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import get_language

from leadroom.accounts.models import Actor
from leadroom.core.skills import profile
from leadroom.core.skills.profile import Line, Standing
from leadroom.kit.translated import LANGUAGES
from leadroom.people import permissions
from leadroom.people.models import (
    LEVELS,
    Area,
    Names,
    RoleProfile,
    Source,
    names_in,
    skills_map,
)
from leadroom.people.queries.role_profiles import role_profiles, usual_role_profile


@dataclass(frozen=True)
class AreaStanding:
    """An area with the standings in it."""

    area: Area
    standings: tuple[Standing, ...]


class Said(NamedTuple):
    """One line of the ledger as a profile needs it: plain values, for there may be hundreds."""

    competency: str
    answer: str
    sitting_id: int | None
    feedback_round_id: int | None
    sitting__role_profile: str | None

    @property
    def occasion(self) -> int | None:
        """Return what tells apart the sittings and feedback rounds in which lines were said."""
        return self.sitting_id or (-self.feedback_round_id if self.feedback_round_id else None)


class Background(NamedTuple):
    """What stands behind an answer, for those who take it along."""

    note: str
    rated_at: datetime
    pack: str


@dataclass(frozen=True)
class MyProfile:
    """Where a person stands, drawn from her own ratings and a role profile."""

    role_profile: RoleProfile
    standings: tuple[Standing, ...]
    ratings: Mapping[str, "Said"]
    role_profiles: Mapping[str, RoleProfile]

    @cached_property
    def areas(self) -> tuple[AreaStanding, ...]:
        """Return the standings area by area, in map order."""
        by_key = {standing.competency: standing for standing in self.standings}
        return tuple(
            AreaStanding(area, tuple(by_key[competency.key] for competency in area.competencies))
            for area in skills_map().areas
        )

    @cached_property
    def names(self) -> Names:
        """Return the map's names in the reader's language, looked up once: a page shows hundreds."""
        return names_in(get_language() or LANGUAGES[0])

    @property
    def changed(self) -> tuple[Standing, ...]:
        """Return what has moved since the sitting before."""
        return tuple(standing for standing in self.standings if standing.change)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has been answered yet."""
        return not self.ratings


def my_profile(actor: Actor, role_profile: str | None = None) -> MyProfile:
    """
    Return the person's own profile against a role profile.

    Without one it is the role she chose last, or the one that fits her roles.
    """
    rows = permissions.visible_ratings(actor).filter(source=Source.SELF).values_list(*Said._fields)
    said = list(map(Said._make, rows))
    profiles = role_profiles(actor)
    wanted = (role_profile, _role_of(said), usual_role_profile(actor))
    chosen = next(profiles[key] for key in (*wanted, *profiles) if key in profiles)
    lines = [Line(line.competency, LEVELS.get(line.answer), line.occasion) for line in said]
    return MyProfile(
        chosen,
        profile.profile(lines, skills_map().keys, chosen.targets),
        {line.competency: line for line in said},
        profiles,
    )


def _role_of(said: Sequence[Said]) -> str | None:
    """Return the role she saw herself against when she last answered in a sitting of her own."""
    return next((line.sitting__role_profile for line in reversed(said) if line.sitting__role_profile), None)


def backgrounds(actor: Actor) -> dict[str, Background]:
    """Return what stands behind the person's latest answer in each competency."""
    rows = permissions.visible_ratings(actor).filter(source=Source.SELF)
    return {
        competency: Background(*behind)
        for competency, *behind in rows.values_list("competency", *Background._fields)
    }
