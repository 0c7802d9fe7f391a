# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Development plans: one's own, what one's people share, what is offered to begin with, and what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from leadroom.accounts.models import Actor, Membership
from leadroom.accounts.permissions import visible_team
from leadroom.core.skills.follow import FollowThrough, Outcome, Rated, Undertaking, follow_through
from leadroom.people import permissions
from leadroom.people.models import (
    LABELS,
    LEVELS,
    OPEN,
    UNDER_WAY,
    PlanAction,
    PlanEvent,
    Source,
    State,
    skills_map,
)

OUTCOMES = {State.DONE: Outcome.DONE, State.DROPPED: Outcome.DROPPED}


def plan_actions(actor: Actor) -> QuerySet[PlanAction]:
    """Return the actions that a person may see: her own, and those shared with her."""
    return permissions.visible_plan_actions(actor).select_related(
        "person__user",
        "person__unit__manager__user",
        "person__unit__part_of__manager__user",
        "shared_with__user",
        "evidence",
    )


def as_written(facts: Mapping[str, Any] | PlanAction) -> dict[str, str]:
    """Return what is written in an action, as its form shows it."""
    values = {name: getattr(facts, name) for name in LABELS} if isinstance(facts, PlanAction) else facts
    return {
        name: value.isoformat() if isinstance(value, date) else str(value) for name, value in values.items()
    }


@dataclass(frozen=True)
class MyPlan:
    """A person's own plan: what is open and what has ended, when it was reviewed, and what came of it."""

    today: date
    actions: Sequence[PlanAction]
    reviews: Mapping[int, Sequence[date]]
    followed: FollowThrough
    is_reminded: bool
    leads: bool

    @cached_property
    def open(self) -> list[PlanAction]:
        """Return what is neither done nor dropped, what is due first first."""
        return [each for each in self.actions if each.is_open]

    @cached_property
    def ended(self) -> list[PlanAction]:
        """Return what is done or dropped, the latest first."""
        ended = [each for each in self.actions if each.ended_at and not each.is_open]
        return sorted(ended, key=lambda each: each.ended_at or each.made_at, reverse=True)

    @property
    def to_review(self) -> list[PlanAction]:
        """Return what is under way and waits for a review."""
        return [each for each in self.open if each.is_under_way and each.review_on <= self.today]


def my_plan(actor: Actor) -> MyPlan:
    """Return a person's own plan; five statements."""
    actions = list(permissions.visible_plan_actions(actor).filter(person=actor.person))
    today = timezone.localdate()
    choice = permissions.visible_plan_choices(actor).first()
    return MyPlan(
        today=today,
        actions=actions,
        reviews=_reviews(actor),
        followed=follow_through(map(_undertaking, actions), _rated(actor), today),
        is_reminded=choice is None or choice.is_reminded,
        leads=leads(actor),
    )


def leads(actor: Actor) -> bool:
    """Say whether the person is anybody's line manager."""
    return visible_team(actor).exists()


def _reviews(actor: Actor) -> dict[int, list[date]]:
    held: dict[int, list[date]] = {}
    rows = permissions.visible_plan_events(actor).filter(
        what=PlanEvent.What.REVIEWED, action__person=actor.person
    )
    for action, at in rows.values_list("action", "at"):
        held.setdefault(action, []).append(timezone.localtime(at).date())
    return held


def _undertaking(action: PlanAction) -> Undertaking:
    return Undertaking(
        action.competency or None,
        action.started_at or action.made_at,
        action.by_on,
        OUTCOMES.get(State(action.state), Outcome.OPEN),
    )


def _rated(actor: Actor) -> list[Rated]:
    rows = permissions.visible_ratings(actor).filter(source=Source.SELF)
    return [
        Rated(competency, LEVELS.get(answer), at)
        for competency, answer, at in rows.values_list("competency", "answer", "rated_at")
    ]


def history(actor: Actor, action: PlanAction) -> list[PlanEvent]:
    """Return an action's history as far as this person sees it, the latest first."""
    events = permissions.visible_plan_events(actor).filter(action=action)
    return list(events.select_related("by__user").order_by("-at", "-id"))


@dataclass(frozen=True)
class TeamMember:
    """One of a line manager's people, with what she has shared."""

    person: Membership
    actions: Sequence[PlanAction]

    @property
    def open(self) -> list[PlanAction]:
        """Return what is neither done nor dropped."""
        return [each for each in self.actions if each.is_open]

    @property
    def ended(self) -> list[PlanAction]:
        """Return what is done or dropped."""
        return [each for each in self.actions if not each.is_open]


def team_plans(actor: Actor) -> list[TeamMember]:
    """Return what a line manager's people have shared with her, by name; who shared nothing is not told."""
    shared = plan_actions(actor).exclude(person=actor.person).order_by("person__user__name", "by_on", "id")
    by_person: dict[Membership, list[PlanAction]] = {}
    for action in shared:
        by_person.setdefault(action.person, []).append(action)
    return [TeamMember(person, actions) for person, actions in by_person.items()]


class Offer(NamedTuple):
    """Where a person stands in a competency, and the behaviour that comes next."""

    competency: str
    level: int | None
    next_level: int
    behaviour: str


def offered(actor: Actor, competency: str) -> Offer | None:
    """Return the next behaviour of the skills map in a competency; None for one that there is not."""
    found = skills_map().by_key.get(competency)
    if found is None:
        return None
    levels = [each.level for each in _rated(actor) if each.competency == competency]
    level = next((each for each in reversed(levels) if each is not None), None)
    next_level = min((level or 0) + 1, len(found.behaviours))
    return Offer(competency, level, next_level, str(found.behaviours[next_level - 1]))


@dataclass(frozen=True)
class Waits:
    """What of plans waits for a person: her reviews, what was suggested to her, and what she is asked to agree on."""

    to_review: list[PlanAction]
    to_answer: list[PlanAction]
    to_agree: list[PlanAction]


def plan_waits(actor: Actor) -> Waits:
    """Return what of plans waits for a person, hers and her people's; one statement."""
    mine = Q(person=actor.person)
    review = Q(state__in=UNDER_WAY, review_on__lte=timezone.localdate())
    asked = Q(state=State.DRAFT, shared_at__isnull=False, suggested_at__isnull=True)
    wanted = mine & (review | Q(suggested_at__isnull=False, state__in=OPEN)) | ~mine & asked
    waiting = plan_actions(actor).filter(wanted).order_by("review_on", "id")
    own = [each for each in waiting if each.person_id == actor.person.pk]
    return Waits(
        to_review=[each for each in own if each.suggested_at is None],
        to_answer=[each for each in own if each.suggested_at is not None],
        to_agree=[each for each in waiting if each.person_id != actor.person.pk],
    )
