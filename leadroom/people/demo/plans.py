# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Development plans in a demo's invented councils, with what was said about them over two years."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from leadroom.accounts.demo import PACK, InventedCouncil, drawn_key
from leadroom.accounts.models import Membership
from leadroom.accounts.permissions import line_manager_of
from leadroom.kit import packs
from leadroom.people.models import Evidence, PlanAction, PlanEvent, State

Told = Mapping[str, Any]
What = PlanEvent.What

WRITTEN = ("will_be_able", "when", "then", "kind", "competency", "helper", "how_seen")
# Where a step leads; the others leave an action where it is.
LEADS_TO = {
    What.AGREED: State.AGREED,
    What.STARTED: State.DOING,
    What.DONE: State.DONE,
    What.DROPPED: State.DROPPED,
}
BY_THE_MANAGER = (What.AGREED, What.SUGGESTED)
MOVES = (What.REVIEWED, What.CHANGED)
A_WHILE = timedelta(minutes=3)


def load(invented: InventedCouncil) -> list[str]:
    """Give an invented council its development plans; say how many actions."""
    told = packs.read(packs.folder_of(PACK) / "people" / f"{invented.key}.yaml")["plans"]
    for one in told:
        _Story(invented, one).tell()
    return [f"{len(told)} actions in development plans"]


class _Story:
    """One action, as it went."""

    def __init__(self, invented: InventedCouncil, told: Told) -> None:
        self.invented, self.told = invented, told
        self.chance = invented.chance(f"plan {told['person']} {told['written']}")
        members = Membership.objects.select_related("unit__manager", "unit__part_of__manager")
        self.person = members.get(pk=invented.people[told["person"]].person.pk)
        self.manager = line_manager_of(self.person)
        self.at = invented.moment(told["written"], self.chance)

    def tell(self) -> None:
        action = self._written()
        events = [PlanEvent(council=self.invented.council, by=self.person, what=What.ADDED, at=self.at)]
        events += [self._step(action, step) for step in self.told["steps"]]
        if "evidence" in self.told:
            action.evidence = self._evidence()
        if action.is_under_way and action.review_on < self.invented.today:
            # The letter of that day has been written.
            action.reminded_on = action.review_on
        action.changed_at = self.at
        action.save()
        for event in events:
            event.action = action
        PlanEvent.objects.bulk_create(events)

    def _written(self) -> PlanAction:
        return PlanAction(
            council=self.invented.council,
            key=drawn_key(self.chance),
            person=self.person,
            **{name: self.told[name] for name in WRITTEN},
            by_on=self._day("by"),
            review_on=self._day("look"),
            origin=PlanAction.Origin.GAP,
            token=UUID(int=self.chance.getrandbits(128), version=4),
            made_at=self.at,
        )

    def _step(self, action: PlanAction, step: Told) -> PlanEvent:
        what, self.at = What(step["what"]), self._next(step["days_ago"])
        action.state = LEADS_TO.get(what, State(action.state))
        action.moved += what in MOVES
        if what == What.SHARED:
            action.shared_with, action.shared_at = self.manager, self.at
        elif what == What.STARTED:
            action.started_at = self.at
        elif what in (What.DONE, What.DROPPED):
            action.ended_at, action.dropped_reason = self.at, step.get("text", "")
        action.suggested_at = self.at if what == What.SUGGESTED else None
        by = self.manager if what in BY_THE_MANAGER and action.is_shared else self.person
        return PlanEvent(
            council=self.invented.council,
            by=by,
            what=what,
            text=step.get("text", ""),
            changes=step.get("before", {}),
            at=self.at,
        )

    def _next(self, days_ago: int) -> datetime:
        """Return the moment of a step: at a weekend the Friday before, so it may be the last step's day."""
        return max(self.invented.moment(days_ago, self.chance), self.at + A_WHILE)

    def _day(self, name: str) -> date:
        return self.invented.today - timedelta(days=self.told[name])

    def _evidence(self) -> Evidence:
        return Evidence.objects.create(
            council=self.invented.council,
            key=drawn_key(self.chance),
            person=self.person,
            competency=self.told["competency"],
            text=self.told["evidence"],
            origin=Evidence.Origin.PLAN,
            seen_on=timezone.localtime(self.at).date(),
            added_at=self.at,
        )
