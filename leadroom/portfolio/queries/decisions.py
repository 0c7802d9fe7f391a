# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was decided, with the names of all it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from leadroom.accounts.models import Actor
from leadroom.portfolio import permissions
from leadroom.portfolio.models import Decision
from leadroom.portfolio.queries.ambition import Shift, shifts


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """
    One decision; `names` and `teams` map keys to names.

    `deadlines` are those that the plan was drawn with, and `others` the newest decisions before this one.
    """

    decision: Decision
    names: Mapping[str, str]
    teams: Mapping[str, str]
    deadlines: Mapping[str, date]
    step: int

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """Return how each solution stands otherwise since; none where what was before is not known."""
        before, after = self.decision.before.get("choices"), self.decision.after.get("choices")
        return shifts(before, after) if before is not None and after is not None else ()

    @property
    def live(self) -> dict[str, date]:
        """Return when each solution goes live in the plan that was decided on."""
        choices = self.decision.after.get("choices", {})
        return {key: date.fromisoformat(one["end"]) for key, one in choices.items() if "end" in one}


def shown_decision(actor: Actor, decision: Decision) -> ShownDecision:
    """Return a decision with the names of all it speaks of; two statements."""
    known = list(permissions.visible_initiatives(actor).values_list("key", "title", "deadline"))
    problem = decision.plan.problem if decision.plan else {}
    kept = {key: date.fromisoformat(day) for key, day in problem.get("deadlines", {}).items()}
    assumed = (decision.plan.changes if decision.plan else {}).get("deadlines", {})
    return ShownDecision(
        decision,
        {key: title for key, title, _deadline in known},
        dict(permissions.visible_teams(actor).values_list("key", "name")),
        kept | {key: date.fromisoformat(day) for key, day in assumed.items()},
        problem.get("step", 1),
    )
