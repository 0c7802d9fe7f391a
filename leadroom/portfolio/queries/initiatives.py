# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One initiative with all that belongs to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from leadroom.accounts.models import Actor
from leadroom.people.models import Competency, skills_map
from leadroom.portfolio import permissions
from leadroom.portfolio.models import (
    AmbitionLevel,
    Deadline,
    Initiative,
    Move,
    Plan,
    Status,
    Track,
    Wait,
)
from leadroom.portfolio.queries.planning import plan_in_force


@dataclass(frozen=True, slots=True)
class Whole:
    """An initiative, its levels, the history of its deadline and tracks, and what it waits for."""

    initiative: Initiative
    levels: list[AmbitionLevel]
    deadlines: list[Deadline]
    moves: list[Move]
    waits: list[Wait]
    taken_over: list[Initiative]
    plan: Plan | None

    @property
    def choice(self) -> Mapping[str, str] | None:
        """Return what the plan in force says of it: level and month."""
        return self.plan.choices.get(self.initiative.key) if self.plan else None

    @property
    def slips(self) -> list[tuple[Deadline, Deadline]]:
        """Return the times its deadline has moved: what it was and what it became."""
        pairs = zip(self.deadlines, self.deadlines[1:], strict=False)
        return [(was, became) for was, became in pairs if was.day != became.day]


def initiatives(actor: Actor) -> QuerySet[Initiative]:
    """Return the initiatives this person sees, with those who answer for them."""
    return permissions.visible_initiatives(actor).select_related(
        "sponsor__user", "lead__user", "unit", "taken_over_by"
    )


def whole(actor: Actor, initiative: Initiative) -> Whole:
    """Return an initiative with all that belongs to it."""
    return Whole(
        initiative,
        list(permissions.visible_levels(actor).filter(initiative=initiative)),
        list(permissions.visible_deadlines(actor).filter(initiative=initiative)),
        list(permissions.visible_moves(actor).filter(initiative=initiative)),
        list(waits_of(actor, initiative)) if initiative.track == Track.MANDATED else [],
        list(taken_over_by(actor, initiative)) if initiative.track == Track.CHALLENGE else [],
        plan_in_force(actor),
    )


def waits_of(actor: Actor, initiative: Initiative) -> QuerySet[Wait]:
    """Return what an initiative waits for."""
    return permissions.visible_waits(actor).filter(after=initiative).select_related("before")


def taken_over_by(actor: Actor, challenge: Initiative) -> QuerySet[Initiative]:
    """Return the mandated solutions that a challenge has taken over."""
    return permissions.visible_initiatives(actor).filter(taken_over_by=challenge)


def challenges(actor: Actor) -> QuerySet[Initiative]:
    """Return the open challenges, which may take over mandated solutions."""
    return permissions.visible_initiatives(actor).filter(track=Track.CHALLENGE).exclude(status__in=OVER)


def others(actor: Actor, initiative: Initiative) -> QuerySet[Initiative]:
    """Return the open initiatives that this one could wait for."""
    return (
        permissions.visible_initiatives(actor)
        .filter(track=Track.MANDATED)
        .exclude(pk=initiative.pk)
        .exclude(status__in=OVER)
    )


OVER = (Status.DONE, Status.DROPPED)


def competencies_of(initiative: Initiative) -> list[Competency]:
    """Return the competencies that it takes, in the skills map's order."""
    return [each for each in skills_map().competencies if each.key in initiative.competencies]


def asked_for(actor: Actor) -> dict[str, list[Initiative]]:
    """Return the competencies that open initiatives ask for, each with the initiatives; one statement."""
    found: dict[str, list[Initiative]] = {}
    wanted = permissions.visible_initiatives(actor).exclude(status__in=OVER).exclude(competencies=[])
    for initiative in wanted.only("key", "title", "competencies").order_by("title"):
        for competency in initiative.competencies:
            found.setdefault(competency, []).append(initiative)
    return found


def as_typed(initiative: Initiative, names: Iterable[str]) -> dict[str, Any]:
    """Return facts as the form shows them, to see whether something changed meanwhile."""
    return typed_facts({name: getattr(initiative, name) for name in names})


def typed_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts as a form shows them: rows by key, days in ISO."""
    return {name: _typed(value) for name, value in facts.items()}


def _typed(value: Any) -> Any:
    if isinstance(value, Model):
        return getattr(value, "key", "")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value
