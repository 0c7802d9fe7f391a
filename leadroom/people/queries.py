# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every read of `people`: role profiles, sittings, the ledger and the profile drawn from it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import get_language

from leadroom.accounts.models import Actor, Role
from leadroom.core.skills import order, profile
from leadroom.core.skills.profile import Line, Standing, Target
from leadroom.kit.translated import LANGUAGES, Translated
from leadroom.people import permissions
from leadroom.people.models import (
    LEVELS,
    Area,
    Competency,
    Names,
    NoteDraft,
    Profiling,
    Rating,
    RoleProfile,
    Scope,
    Source,
    names_in,
    pack_role_profiles,
    skills_map,
)

WIDEN_WITHIN = timedelta(days=60)
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


def open_profiling(actor: Actor) -> Profiling | None:
    """Return the person's open sitting, or None."""
    return permissions.visible_profilings(actor).filter(finished_at__isnull=True).first()


def last_profiling(actor: Actor) -> Profiling | None:
    """Return the person's latest sitting, open or finished, or None."""
    return permissions.visible_profilings(actor).first()


def can_be_widened(profiling: Profiling) -> bool:
    """Say whether a sitting is a finished short scan, young enough for its answers still to hold."""
    return (
        profiling.scope == Scope.SCAN
        and profiling.finished_at is not None
        and profiling.finished_at > timezone.now() - WIDEN_WITHIN
    )


def own_ratings(actor: Actor) -> list[Rating]:
    """Return the person's self-ratings in the order they were made."""
    return list(permissions.visible_ratings(actor).filter(source=Source.SELF).defer("rater", "token"))


@dataclass(frozen=True)
class AreaProgress:
    """How much of an area a sitting has asked and has an answer to."""

    area: Area
    asked: tuple[str, ...]
    answered: int

    @property
    def is_done(self) -> bool:
        """Say whether every competency asked here has an answer."""
        return self.answered == len(self.asked)


@dataclass(frozen=True)
class Sitting:
    """An open sitting: in which order it asks, and what has been answered."""

    profiling: Profiling
    role_profile: RoleProfile
    order: tuple[str, ...]
    answers: Mapping[str, Rating]

    @property
    def next_open(self) -> str | None:
        """Return where to go on: the first open question after the last one answered."""
        last = max(self.answers.values(), key=lambda rating: rating.pk, default=None)
        return order.next_open(self.order, self.answers.keys(), last.competency if last else None)

    @property
    def is_complete(self) -> bool:
        """Say whether every question has an answer."""
        return len(self.answers) >= len(self.order)

    def before(self, key: str) -> str | None:
        """Return the question before one, or None at the first."""
        place = self.order.index(key)
        return self.order[place - 1] if place else None

    @cached_property
    def areas(self) -> tuple[AreaProgress, ...]:
        """Return the areas in the order they are asked, each with what is done."""
        area_of = skills_map().area_of
        areas = dict.fromkeys(area_of[key].key for key in self.order)
        asked = {area: tuple(key for key in self.order if area_of[key].key == area) for area in areas}
        return tuple(
            AreaProgress(area_of[keys[0]], keys, sum(key in self.answers for key in keys))
            for keys in asked.values()
        )


def asked_by(profiling: Profiling) -> Collection[str]:
    """Return the keys of what a sitting asks: the 12 of the short scan, or all 42."""
    return skills_map().scan if profiling.scope == Scope.SCAN else skills_map().keys


def sitting(actor: Actor, profiling: Profiling, ratings: Sequence[Rating]) -> Sitting:
    """Return a sitting with its order and answers, from the person's ratings."""
    profiles = role_profiles(actor)
    # A role that was retired, or that another pack does not have, gives way to the first there is.
    chosen = profiles.get(profiling.role_profile) or next(iter(profiles.values()))
    the_map = skills_map()
    asked = asked_by(profiling)
    areas = [[competency.key for competency in area.competencies] for area in the_map.areas]
    return Sitting(
        profiling,
        chosen,
        order.asking_order(areas, chosen.targets, asked),
        {r.competency: r for r in ratings if r.profiling_id == profiling.pk and r.competency in asked},
    )


@dataclass(frozen=True)
class Question:
    """One competency as a sitting asks it."""

    sitting: Sitting
    competency: Competency
    place: int
    answered: Rating | None
    last_time: Rating | None
    seen: int
    draft: NoteDraft | None

    @property
    def note(self) -> str:
        """Return what stands in the note: what is being written, or what was saved in this sitting."""
        return self.draft.text if self.draft else self.answered.note if self.answered else ""

    @property
    def back(self) -> str | None:
        """Return the question before this one."""
        return self.sitting.before(self.competency.key)


def question(actor: Actor, profiling: Profiling, key: str) -> Question:
    """Return the question about one competency that the sitting asks."""
    ratings = own_ratings(actor)
    asked = sitting(actor, profiling, ratings)
    about = [rating for rating in ratings if rating.competency == key]
    earlier = [rating for rating in about if rating.profiling_id != profiling.pk]
    return Question(
        asked,
        skills_map().by_key[key],
        asked.order.index(key) + 1,
        asked.answers.get(key),
        earlier[-1] if earlier else None,
        about[-1].number if about else 0,
        permissions.visible_note_drafts(actor).filter(competency=key).first(),
    )


def own_ratings_of(actor: Actor, competency: str) -> list[Rating]:
    """Return the person's self-ratings of one competency, in the order they were made."""
    return list(permissions.visible_ratings(actor).filter(source=Source.SELF, competency=competency))


@dataclass(frozen=True)
class AreaStanding:
    """An area with the standings in it."""

    area: Area
    standings: tuple[Standing, ...]


class Said(NamedTuple):
    """One line of the ledger as a profile needs it: plain values, for there may be hundreds."""

    competency: str
    answer: str
    profiling_id: int | None


class Background(NamedTuple):
    """What stands behind an answer, for those who take it along."""

    note: str
    rated_at: datetime
    pack: str


class LastSitting(NamedTuple):
    """What a profile needs to know of the person's latest sitting."""

    role_profile: str
    finished_at: datetime | None


@dataclass(frozen=True)
class MyProfile:
    """Where a person stands, drawn from her own ratings and a role profile."""

    role_profile: RoleProfile
    standings: tuple[Standing, ...]
    ratings: Mapping[str, "Said"]
    role_profiles: Mapping[str, RoleProfile]
    last: LastSitting | None

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
    profiles, last = role_profiles(actor), _last_sitting(actor)
    wanted = (role_profile, last.role_profile if last else None, usual_role_profile(actor))
    chosen = next(profiles[key] for key in (*wanted, *profiles) if key in profiles)
    lines = [Line(line.competency, LEVELS.get(line.answer), line.profiling_id) for line in said]
    return MyProfile(
        chosen,
        profile.profile(lines, skills_map().keys, chosen.targets),
        {line.competency: line for line in said},
        profiles,
        last,
    )


def _last_sitting(actor: Actor) -> LastSitting | None:
    last = permissions.visible_profilings(actor).values_list(*LastSitting._fields).first()
    return LastSitting(*last) if last else None


def backgrounds(actor: Actor) -> dict[str, Background]:
    """Return what stands behind the person's latest answer in each competency."""
    rows = permissions.visible_ratings(actor).filter(source=Source.SELF)
    return {
        competency: Background(*behind)
        for competency, *behind in rows.values_list("competency", *Background._fields)
    }
