# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Development plans of a town: one action of each person's own, one that a colleague shared, and more as it grows."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.kit.seen import fingerprint
from leadroom.kit.tenancy import council
from leadroom.people import actions, queries
from leadroom.people.models import PlanAction, skills_map

if TYPE_CHECKING:
    from tests.house.walls.towns import Town

AHEAD, LOOK = timedelta(days=60), timedelta(days=10)
# What to post to write an action, its days apart.
ACTION = {
    "will_be_able": "Ask first",
    "when": "a supplier shows a demo",
    "then": "ask what it cannot do",
    "kind": "PRACTICE",
    "competency": "",
    "helper": "",
    "how_seen": "Two questions a week",
}


def ahead(days: int) -> str:
    """Return a day that many days ahead, as a form sends it."""
    return str((timezone.localdate() + timedelta(days=days)).isoformat())


def action(_town: "Town") -> dict[str, Any]:
    """Return what to post to write an action."""
    return ACTION | {"by_on": ahead(60), "review_on": ahead(20)}


def agreed(town: "Town") -> dict[str, Any]:
    """Return what a line manager's form carries who has read the action that was shared with her."""
    with council(town.council.pk):
        shared = PlanAction.objects.get(key=town.things["shared_action"])
        return {"seen": fingerprint(queries.as_written(shared))}


def plan(town: "Town", persona: str) -> None:
    """Give a person an action of her own that she has begun, and let the colleague share another."""
    actor = town.people[persona]
    words = town.private[persona]
    with council(town.council.pk, user_id=actor.user.pk):
        own = _write(town, actor)
        actions.start_action(own, by=actor)
        words += [own.will_be_able, own.when, own.then, own.how_seen, own.helper]
        town.plan_actions[persona] = own.key
        if persona == "colleague":
            shared = _write(town, actor)
            actions.share_action(shared, by=actor)
            town.things["shared_action"] = shared.key


def grow(town: "Town", actor: Actor) -> None:
    """Write, share, begin and review one action more, and finish another."""
    done, kept = _write(town, actor), _write(town, actor)
    for one in (done, kept):
        actions.start_action(one, by=actor)
    actions.finish_action(done, by=actor, evidence=town.mark())
    actions.review_action(kept, by=actor, note=town.mark(), review_on=timezone.localdate() + LOOK, seen=0)
    if actor is town.people["colleague"]:
        actions.share_action(_write(town, actor), by=actor)
        open_action = PlanAction.objects.get(key=town.things["shared_action"])
        actions.suggest_action(open_action, by=town.people["manager"], text=town.mark())
        actions.keep_action(open_action, by=actor)


def _write(town: "Town", actor: Actor) -> PlanAction:
    facts = {name: town.mark() for name in ("will_be_able", "when", "then", "helper", "how_seen")}
    return actions.add_action(
        by=actor,
        facts=facts
        | {
            "kind": "PRACTICE",
            "competency": skills_map().keys[0],
            "by_on": timezone.localdate() + AHEAD,
            "review_on": timezone.localdate(),
        },
        origin="GAP",
        token=uuid4(),
    )
