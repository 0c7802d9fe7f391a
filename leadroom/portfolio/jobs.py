# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `portfolio` does after the answer: it searches for plans."""

from leadroom.kit import jobs
from leadroom.portfolio import actions


def plan(*, council_id: int, plan_id: int) -> None:
    """Search for one plan, in short transactions of its own."""
    actions.search(council_id=council_id, plan_id=plan_id)


def plan_given_up(*, council_id: int, plan_id: int) -> None:
    """Say of a plan that nobody searches for it any more."""
    actions.give_up(council_id=council_id, plan_id=plan_id)


jobs.register("portfolio.plan", plan, own_transactions=True, given_up=plan_given_up)
