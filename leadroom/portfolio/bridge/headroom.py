# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plan in force in today's portfolio: what is free, how sure that is, and what weighs most."""

from collections.abc import Sequence

from leadroom.core.planning import Choice, Effort, Problem, Slip, Spread, figures, heaviest, ranges
from leadroom.portfolio.bridge.ambition import assumed
from leadroom.portfolio.bridge.changes import changed
from leadroom.portfolio.bridge.problem import index_of, problem_of, usable
from leadroom.portfolio.bridge.written import (
    read_choices,
    written_choices,
    written_figures,
    written_portfolio,
)
from leadroom.portfolio.models import Plan
from leadroom.portfolio.queries import Headroom, PlanningRows, Range, Weighs
from leadroom.portfolio.queries import Slip as Slipped

DRAWS = 2000
# Of fewer deadlines than these a source's own history says nothing; then all sources' together is taken.
FEWEST = 3


def headroom_of(rows: PlanningRows, slipped: Sequence[Slipped] = ()) -> Headroom | None:
    """
    Return the headroom of the plan in force; None where there is none. Raises Senseless.

    `slipped` is how each source's deadlines have moved so far.

    What is planned has capacity, effort and need of today, and stands where the plan in force puts it.
    """
    if rows.in_force is None or not rows.staffed:
        return None
    index = index_of(rows)
    problem = changed(problem_of(rows), assumed(rows), index)
    choices = read_choices(rows.in_force.choices, index)
    needs = usable(rows)
    spread = ranges(problem, choices, _efforts(rows, choices), _slips(rows, slipped), draws=DRAWS)
    return Headroom(
        Plan(
            name=rows.in_force.name,
            problem=written_portfolio(rows, problem, needs),
            choices=written_choices(problem, choices, index),
            figures=written_figures(problem, figures(problem, choices), needs),
        ),
        tuple(rows.teams),
        {each.key: each.title for each in rows.mandated},
        rows.terms.mandated_ceiling,
        _range(spread.whole),
        {key: _range(one) for key, one in spread.teams.items()},
        spread.overrun,
        spread.draws,
        _weighs(problem, choices),
    )


def _efforts(rows: PlanningRows, choices: dict[str, Choice]) -> dict[str, Effort]:
    """Return each placed level's range of effort, in per cent of what was planned."""
    levels = {each.key: rows.levels[each.pk] for each in rows.mandated}
    return {
        key: Effort(max(1, level.low), 100, level.high)
        for key, choice in choices.items()
        for level in [levels[key][choice.level]]
    }


def _slips(rows: PlanningRows, slipped: Sequence[Slipped]) -> dict[str, Slip]:
    """Return how often each solution with a deadline slips, and by how many periods, as its source's others have."""
    step = rows.calendar.step
    own = {one.source: _slip([one], step) for one in slipped if one.known >= FEWEST}
    every = _slip(slipped, step)
    found = {each.key: own.get(each.source, every) for each in rows.mandated if each.deadline}
    return {key: slip for key, slip in found.items() if slip}


def _slip(slipped: Sequence[Slipped], step: int) -> Slip | None:
    known = sum(one.known for one in slipped)
    later = [-(-months // step) for one in slipped for months in one.lengths if months > 0]
    return Slip(round(100 * len(later) / known), tuple(sorted(later))) if later and known >= FEWEST else None


def _range(spread: Spread) -> Range:
    return Range(spread.p10, spread.p50, spread.p90)


def _weighs(problem: Problem, choices: dict[str, Choice]) -> Weighs | None:
    found = heaviest(problem, choices)
    return Weighs(found.team, found.solutions, found.percent, found.until) if found else None
