# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sittings: which is open, what it asks, what has been answered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.core.skills import order
from leadroom.people import permissions
from leadroom.people.models import (
    Area,
    Competency,
    NoteDraft,
    Rating,
    RoleProfile,
    Scope,
    Sitting,
    Source,
    skills_map,
)
from leadroom.people.queries.role_profiles import role_profiles

WIDEN_WITHIN = timedelta(days=60)


def open_sitting(actor: Actor) -> Sitting | None:
    """Return the person's open sitting, or None."""
    return permissions.visible_sittings(actor).filter(finished_at__isnull=True).first()


def last_sitting(actor: Actor) -> Sitting | None:
    """Return the person's latest sitting, open or finished, or None."""
    return permissions.visible_sittings(actor).first()


def can_be_widened(sitting: Sitting) -> bool:
    """Say whether a sitting is a finished short scan, young enough for its answers still to hold."""
    return (
        sitting.scope == Scope.SCAN
        and sitting.finished_at is not None
        and sitting.finished_at > timezone.now() - WIDEN_WITHIN
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
class Progress:
    """An open sitting: in which order it asks, and what has been answered."""

    sitting: Sitting
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


def asked_by(sitting: Sitting) -> Collection[str]:
    """Return the keys of what a sitting asks: the 12 of the short scan, or all 42."""
    return skills_map().scan if sitting.scope == Scope.SCAN else skills_map().keys


def progress(actor: Actor, sitting: Sitting, ratings: Sequence[Rating]) -> Progress:
    """Return a sitting with its order and answers, from the person's ratings."""
    profiles = role_profiles(actor)
    # A role that was retired, or that another pack does not have, gives way to the first there is.
    chosen = profiles.get(sitting.role_profile) or next(iter(profiles.values()))
    the_map = skills_map()
    asked = asked_by(sitting)
    areas = [[competency.key for competency in area.competencies] for area in the_map.areas]
    return Progress(
        sitting,
        chosen,
        order.asking_order(areas, chosen.targets, asked),
        {r.competency: r for r in ratings if r.sitting_id == sitting.pk and r.competency in asked},
    )


@dataclass(frozen=True)
class Question:
    """One competency as a sitting asks it."""

    progress: Progress
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
        return self.progress.before(self.competency.key)


def question(actor: Actor, sitting: Sitting, key: str) -> Question:
    """Return the question about one competency that the sitting asks."""
    ratings = own_ratings(actor)
    asked = progress(actor, sitting, ratings)
    about = [rating for rating in ratings if rating.competency == key]
    earlier = [rating for rating in about if rating.sitting_id != sitting.pk]
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
