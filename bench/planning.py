# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Measures the planner beside HiGHS and CP-SAT on invented council portfolios, one after the other on each.

All three get the same portfolio. HiGHS and CP-SAT get it as linear rows with whole shares, load written
dense, which is the form they search best in, and more time. The gap is to the best bound that any of them proved.
"""

import argparse
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np
from ortools.sat.python import cp_model
from scipy.optimize import Bounds, LinearConstraint, milp

from bench import machine
from bench.portfolios import portfolio
from leadroom.core.planning import Limits, Plan, Problem, Progress, check, solve
from leadroom.core.planning.options import options
from leadroom.core.planning.relax import dense, model

SHAPES = ((50, 16, 3), (50, 48, 1), (150, 16, 3), (150, 48, 1), (500, 16, 3), (500, 48, 1))
UNENDING = 10**6


@dataclass(frozen=True, slots=True)
class Seen:
    """What one solver came to: headroom (None: no plan), what it proved there can be at most, times in seconds."""

    headroom: int | None
    bound: float
    first: float | None
    took: float
    processor: float


def main() -> int:
    """Measure, and print a table."""
    chosen = _chosen()
    shapes = SHAPES[: chosen.shapes]
    print(f"Ours {chosen.seconds:.0f} s, HiGHS and CP-SAT {chosen.peers:.0f} s; load {machine.load()}.\n")
    print(
        "| Portfolio | Solver | Headroom | Gap % | First plan s | Seconds | Processor s |\n| --- "
        + "| --- " * 6
        + "|"
    )
    better, ratios = 0, []
    # What is compiled at the first call is compiled before anything is timed.
    solve(portfolio(8, 8), Limits(sweeps=10))
    for shape in shapes:
        for seed in range(chosen.seed, chosen.seed + chosen.instances):
            seen = _measured(shape, seed, chosen)
            bound = min(one.bound for one in seen.values())
            for name, one in seen.items():
                print(_line(shape, seed, name, one, bound), flush=True)
            peers = max((one.headroom or 0) for name, one in seen.items() if name != "Leadroom")
            ours = seen["Leadroom"].headroom or 0
            better += ours >= peers
            ratios.append(ours / max(1, peers))
    print(
        f"\nAt least as much headroom as the better of the two on {better} of {len(ratios)}; ratio in the middle {median(ratios):.4f}, least {min(ratios):.4f}."
    )
    return 0


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.planning", description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="for our planner (10)")
    parser.add_argument("--peers", type=float, default=30, help="for HiGHS and for CP-SAT (30)")
    parser.add_argument("--instances", type=int, default=2, help="of each shape (2)")
    parser.add_argument(
        "--shapes", type=int, default=len(SHAPES), help="how many of the shapes, smallest first"
    )
    parser.add_argument("--seed", type=int, default=100, help="of the first portfolio (100)")
    return parser.parse_args()


def _measured(shape: tuple[int, int, int], seed: int, chosen: argparse.Namespace) -> dict[str, Seen]:
    solutions, periods, months = shape
    problem = portfolio(solutions, periods, months=months, seed=seed, slack=0.05, needed=(0.8, 0.95))
    solvers: dict[str, Callable[[Problem, float], Seen]] = {
        "Leadroom": _ours,
        "HiGHS": _highs,
        "CP-SAT": _cp_sat,
    }
    limits = {"Leadroom": chosen.seconds}
    return {name: run(problem, limits.get(name, chosen.peers)) for name, run in solvers.items()}


def _line(shape: tuple[int, int, int], seed: int, name: str, seen: Seen, bound: float) -> str:
    unit = "months" if shape[2] == 1 else "quarters"
    gap = "no plan" if not seen.headroom else f"{100 * (bound - seen.headroom) / seen.headroom:.2f}"
    first = "–" if seen.first is None else f"{seen.first:.2f}"
    return f"| {shape[0]} × {shape[1]} {unit}, {seed} | {name} | {seen.headroom or '–'} | {gap} | {first} | {seen.took:.1f} | {seen.processor:.1f} |"


class _Clock:
    """How long something has taken, by the wall and by the processor."""

    def __init__(self) -> None:
        self.wall, self.processor = time.perf_counter(), time.process_time()

    def seen(self, headroom: int | None, bound: float, first: float | None) -> Seen:
        took, processor = time.perf_counter() - self.wall, time.process_time() - self.processor
        return Seen(headroom, bound, first, took, processor)


def _ours(problem: Problem, seconds: float) -> Seen:
    clock, first = _Clock(), list[float]()

    def note(seen: Progress) -> None:
        if seen.headroom is not None and not first:
            first.append(time.perf_counter() - clock.wall)

    limits = Limits(restarts=UNENDING)
    found = solve(problem, limits, stop=lambda: time.perf_counter() - clock.wall > seconds, progress=note)
    if not isinstance(found, Plan):
        return clock.seen(None, np.inf, None)
    seen = clock.seen(found.figures.headroom, found.bound, first[0] if first else None)
    # What the clock cut short must not run on beside the next solver.
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()
    if check(problem, found.choices):
        raise AssertionError("A rule is broken.")
    return seen


def _highs(problem: Problem, seconds: float) -> Seen:
    clock = _Clock()
    rows = model(problem, options(problem))
    solutions = len(rows.first) - 1
    load = dense(problem, rows)
    is_whole = np.zeros(len(rows.cost))
    is_whole[: rows.options] = 1
    answer = milp(
        rows.cost,
        integrality=is_whole,
        bounds=Bounds(rows.bounds[:, 0], rows.bounds[:, 1]),
        constraints=[
            LinearConstraint(rows.most, -np.inf, rows.most_right),
            LinearConstraint(rows.equal[:solutions], 1, 1),
            LinearConstraint(load, 0, 0),
        ],
        options={"time_limit": seconds},
    )
    bound = np.inf if answer.mip_dual_bound is None else -answer.mip_dual_bound
    return clock.seen(None if answer.x is None else round(-answer.fun), bound, None)


class _First(cp_model.CpSolverSolutionCallback):
    """Notes when the first plan came."""

    def __init__(self) -> None:
        super().__init__()
        self.at: float | None = None

    def on_solution_callback(self) -> None:
        self.at = self.at or time.perf_counter()


def _cp_sat(problem: Problem, seconds: float) -> Seen:
    clock, first = _Clock(), _First()
    rows = model(problem, options(problem))
    solutions, whole = len(rows.first) - 1, cp_model.CpModel()
    most = np.minimum(rows.bounds[:, 1], 10**6)
    columns = [
        whole.new_int_var(int(low), int(high), "") for low, high in zip(rows.bounds[:, 0], most, strict=True)
    ]
    for matrix, right, is_equal in (
        (rows.most, rows.most_right, False),
        (rows.equal[:solutions], np.ones(solutions), True),
        (dense(problem, rows), np.zeros(len(problem.teams) * problem.periods), True),
    ):
        for number, limit in enumerate(right):
            here = slice(matrix.indptr[number], matrix.indptr[number + 1])
            total = cp_model.LinearExpr.weighted_sum(
                [columns[column] for column in matrix.indices[here]], matrix.data[here].astype(int).tolist()
            )
            whole.add(total == int(limit) if is_equal else total <= int(limit))
    worth = np.nonzero(rows.cost)[0]
    whole.maximize(
        cp_model.LinearExpr.weighted_sum(
            [columns[c] for c in worth], (-rows.cost[worth]).astype(int).tolist()
        )
    )
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(whole, first)
    has_plan = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    at = None if first.at is None else first.at - clock.wall
    return clock.seen(
        round(solver.objective_value) if has_plan else None, solver.best_objective_bound or np.inf, at
    )


if __name__ == "__main__":
    sys.exit(main())
