# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compiles the planner's search before anybody waits for it: `python -m tools.search` plans one thing."""

from leadroom.core.planning import Level, Limits, Problem, Solution, Team, solve

LIMITS = Limits(sweeps=1, is_bounded=False)


def main() -> None:
    """Plan the smallest portfolio."""
    thing = Solution("thing", (Level("only", 1, {"team": (1,)}),))
    solve(Problem(2, (Team.even("team", 2, 2),), (thing,), (0, 0), (None,)), LIMITS)


if __name__ == "__main__":
    main()
