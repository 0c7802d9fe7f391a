# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Measures the planner beside PyJobShop and HiGHS on what all three can say: all done as soon as can be.

Plain portfolios: even effort and capacity, levels, order, earliest starts and deadlines; least is the sum of ends.
Each portfolio goes to all three, one after the other; times are from a portfolio in memory to the answer.
PyJobShop lives in an environment of its own, made as bench/psplib.py tells; `--peer` names its Python.
"""

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from bench import machine
from bench.portfolios import plain
from leadroom.core.planning import Limits, Plan, Problem, Progress, Status, check, solve
from leadroom.core.planning.options import options
from leadroom.core.planning.relax import dense, model

SHAPES = ((50, 48, 1), (150, 16, 3), (150, 48, 1), (500, 16, 3))
PEER = Path(__file__).with_name("soonest_peer.py")
UNENDING = 10**6


@dataclass(frozen=True, slots=True)
class Seen:
    """What one solver came to: the sum of ends (None: no plan), the least it can be, times in seconds."""

    ends: int | None
    bound: int
    is_proven: bool
    seconds: float
    near: float | None = None


def main() -> int:
    """Measure, and print a table."""
    chosen = _chosen()
    print(f"{chosen.seconds:g} s, {chosen.workers} workers; load {machine.load()}.\n")
    print(
        "| Portfolio | Solver | Sum of ends | At least | Proven | Seconds | Within 1 % s |\n|" + " --- |" * 7
    )
    # What is compiled at the first call is compiled before anything is timed.
    solve(plain(8, 8), Limits(sweeps=10))
    for solutions, periods, months in SHAPES:
        for seed in range(chosen.seed, chosen.seed + chosen.instances):
            problem = plain(solutions, periods, months=months, seed=seed)
            every = {"Leadroom": _ours(problem, chosen), "HiGHS": _highs(problem, chosen)}
            if chosen.peer:
                every["PyJobShop"] = _peer(problem, chosen)
            for name, seen in every.items():
                near = "–" if seen.near is None else f"{seen.near:.2f}"
                print(
                    f"| {solutions} × {periods}, {seed} | {name} | {seen.ends} | {seen.bound} | "
                    f"{'yes' if seen.is_proven else 'no'} | {seen.seconds:.2f} | {near} |",
                    flush=True,
                )
    return 0


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.soonest", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20, help="for each portfolio (%(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="for those that take several (%(default)s)")
    parser.add_argument("--instances", type=int, default=2, help="of each shape (%(default)s)")
    parser.add_argument("--seed", type=int, default=100, help="of the first portfolio (%(default)s)")
    parser.add_argument(
        "--peer", type=Path, help="the Python that has PyJobShop; without it only the other two"
    )
    return parser.parse_args()


def _all_ends(problem: Problem, done: int) -> int:
    """Return the sum of ends that is meant by so much headroom: one for each solution and period after its end."""
    return len(problem.solutions) * problem.periods - done


def _ours(problem: Problem, chosen: argparse.Namespace) -> Seen:
    began, told = time.perf_counter(), list[tuple[float, int]]()

    def note(seen: Progress) -> None:
        if seen.headroom is not None:
            told.append((time.perf_counter() - began, _all_ends(problem, seen.headroom)))

    limits = Limits(restarts=UNENDING, workers=chosen.workers)
    found = solve(problem, limits, stop=lambda: time.perf_counter() - began > chosen.seconds, progress=note)
    took = time.perf_counter() - began
    if not isinstance(found, Plan):
        return Seen(None, 0, is_proven=False, seconds=took)
    if check(problem, found.choices):
        raise AssertionError("A rule is broken.")
    bound = _all_ends(problem, found.bound)
    near = next((at for at, ends in told if ends <= 1.01 * bound), None)
    ends = _all_ends(problem, found.figures.headroom)
    return Seen(ends, bound, found.status is Status.BEST, took, near)


def _highs(problem: Problem, chosen: argparse.Namespace) -> Seen:
    began = time.perf_counter()
    rows = model(problem, options(problem))
    solutions = len(rows.first) - 1
    answer = milp(
        rows.cost,
        integrality=np.ones(len(rows.cost)),
        bounds=Bounds(*rows.bounds.T),
        constraints=[
            LinearConstraint(rows.most, -np.inf, rows.most_right),
            LinearConstraint(rows.equal[:solutions], 1, 1),
            LinearConstraint(dense(problem, rows), 0, 0),
        ],
        options={"time_limit": chosen.seconds, "mip_rel_gap": 0},
    )
    took = time.perf_counter() - began
    bound = 0 if answer.mip_dual_bound is None else _all_ends(problem, int(-answer.mip_dual_bound + 1e-6))
    ends = None if answer.x is None else _all_ends(problem, round(-answer.fun))
    return Seen(ends, bound, answer.status == 0, took)


def _peer(problem: Problem, chosen: argparse.Namespace) -> Seen:
    teams = problem.teams[:-1]
    place = {one.key: number for number, one in enumerate(problem.solutions)}
    asked = {
        "teams": [team.capacity[0] for team in teams],
        "solutions": [
            {
                "earliest": one.earliest,
                "deadline": one.deadline,
                "levels": [
                    (level.duration, [level.effort.get(team.key, (0,))[0] for team in teams])
                    for level in one.levels
                ],
            }
            for one in problem.solutions
        ],
        "orders": [(place[arc.before], place[arc.after]) for arc in problem.precedences],
        "seconds": chosen.seconds,
        "workers": chosen.workers,
    }
    told = subprocess.run(
        [chosen.peer, "-P", PEER], input=json.dumps(asked), check=True, capture_output=True, text=True
    )
    answer = json.loads(told.stdout.splitlines()[-1])
    return Seen(answer["sum"], answer["bound"], answer["is_proven"], answer["seconds"])


if __name__ == "__main__":
    sys.exit(main())
