# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the judge says of a kept plan today, when the portfolio may have changed since it was drawn."""

from leadroom.core.planning import Senseless, check
from leadroom.portfolio.bridge.changes import changed, read_changes
from leadroom.portfolio.bridge.problem import index_of, problem_of
from leadroom.portfolio.bridge.written import read_choices
from leadroom.portfolio.models import Plan
from leadroom.portfolio.queries import PlanningRows


def is_still_possible(plan: Plan, rows: PlanningRows) -> bool:
    """Say whether today's portfolio, with what the plan assumes, still allows all that it says."""
    index = index_of(rows)
    try:
        problem = changed(problem_of(rows), read_changes(plan.changes), index)
    except Senseless:
        return False
    return not check(problem, read_choices(plan.choices, index))
