# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of plans show: a plan beside the one in force, with the names of all it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from leadroom.accounts.models import Actor
from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio import permissions
from leadroom.portfolio.models import PLACE, Decision, Initiative, Plan, Status, Track

OVER = (Status.DONE, Status.DROPPED)


@dataclass(frozen=True)
class Difference:
    """
    How one initiative stands in a plan beside another: its level and first month before and after, None where left out.

    `kind` is moved, raised, lowered, added or dropped; what is at another level and moved is raised or lowered.
    """

    key: str
    kind: str
    before: tuple[str, date] | None
    after: tuple[str, date] | None


@dataclass(frozen=True)
class ShownPlan:
    """
    One plan with all that is told of it: five statements, however large the portfolio.

    `other` is the plan in force it is compared with; `names` and `teams` map keys to names.
    """

    plan: Plan
    other: Plan | None
    initiatives: Mapping[str, Initiative]
    teams: Mapping[str, str]
    decision: Decision | None
    not_asked: tuple[Initiative, ...]
    nobody_named: tuple[Initiative, ...]

    @cached_property
    def calendar(self) -> Calendar | None:
        """Return the periods that the plan was drawn in; None before the search has begun."""
        said = self.plan.problem
        if "first" not in said:
            return None
        return Calendar(date.fromisoformat(said["first"]), said["months"], said["step"])

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return how the plan differs from the one in force."""
        return differences(self.other, self.plan) if self.other and self.plan.has_choices else ()

    def name_of(self, key: str) -> str:
        """Return an initiative's title; its key where it is gone."""
        known = self.initiatives.get(key)
        return known.title if known else key

    def team_of(self, key: str) -> str:
        """Return a team's name; its key where it is gone."""
        return self.teams.get(key, key)


def shown_plan(actor: Actor, key: str) -> ShownPlan | None:
    """Return one plan that this person sees beside the plan in force, or None."""
    found = {
        plan.key: plan
        for plan in permissions.visible_plans(actor)
        .select_related("based_on")
        .filter(Q(key=key) | Q(is_in_force=True))
    }
    plan = found.get(key)
    if plan is None:
        return None
    initiatives = {each.key: each for each in _with_early_questions(actor)}
    mandated = [each for each in initiatives.values() if each.track == Track.MANDATED and each.is_open]
    steers = permissions.may_plan(actor)
    return ShownPlan(
        plan=plan,
        other=next((one for one in found.values() if one.is_in_force and one.key != key), None),
        initiatives=initiatives,
        teams=dict(permissions.visible_teams(actor).values_list("key", "name")),
        decision=permissions.visible_decisions(actor).filter(plan=plan).first() if plan.is_in_force else None,
        not_asked=tuple(each for each in mandated if steers and each.waits_to_be_asked),  # type: ignore[attr-defined]
        nobody_named=tuple(each for each in mandated if steers and not each.names_a_chief),  # type: ignore[attr-defined]
    )


def _with_early_questions(actor: Actor) -> list[Initiative]:
    questions = permissions.visible_early_questions(actor).filter(initiative=OuterRef("pk"))
    return list(
        permissions.visible_initiatives(actor)
        .only("key", "title", "track", "status", "deadline")
        .annotate(
            names_a_chief=Exists(questions), waits_to_be_asked=Exists(questions.filter(asked_at__isnull=True))
        )
    )


def differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """Return how one plan differs from another, what is lowered or moved first by time."""
    found = [
        Difference(key, _kind(was, now), was, now)
        for key in sorted({**before.choices, **after.choices})
        for was, now in [(_choice(before, key), _choice(after, key))]
        if was != now
    ]
    return tuple(sorted(found, key=lambda one: (one.after or one.before or ("", date.max))[1]))


def _choice(plan: Plan, key: str) -> tuple[str, date] | None:
    said = plan.choices.get(key)
    return (said["level"], date.fromisoformat(said["month"])) if said else None


def _kind(was: tuple[str, date] | None, now: tuple[str, date] | None) -> str:
    if was is None or now is None:
        return "added" if was is None else "dropped"
    if was[0] == now[0]:
        return "moved"
    return "raised" if PLACE[now[0]] > PLACE[was[0]] else "lowered"
