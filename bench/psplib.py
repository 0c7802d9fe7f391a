# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Measures our schedules of PSPLIB and MMLIB projects beside PyJobShop's, one after the other on each project.

Both get equal seconds and equal workers, each project in a process of its own, in turns as to who goes first.
PyJobShop lives in an environment of its own: `uv venv peer && uv pip install --python peer/bin/python
--require-hashes -r requirements-bench.lock`, then `--peer peer/bin/python`. Every schedule of ours is judged.
"""

import argparse
import csv
import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from bench import machine
from leadroom.core.planning import Project, read_project
from leadroom.core.planning.makespan import Found, broken, shortest

FOLDER = Path("tests/data/psplib")
PEER = Path(__file__).with_name("psplib_peer.py")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one solver came to on one project; seconds without the start of its process, memory in MB."""

    is_proven: bool
    makespan: int | None
    bound: int
    seconds: float
    memory: int


def main() -> int:
    """Measure, and print a table."""
    chosen = _chosen()
    if chosen.one:
        print(json.dumps(_alone(chosen)))
        return 0
    known = {
        row["instance"]: row for row in csv.DictReader((chosen.folder / "bks.csv").read_text().splitlines())
    }
    print(f"{chosen.seconds:g} s, {chosen.workers} workers; load {machine.load()}.\n")
    print("| Project | Best known | Solver | Makespan | Bound | Proven | Seconds | MB |\n|" + " --- |" * 8)
    every: dict[str, list[tuple[Seen, int]]] = {}
    for place, (name, row) in enumerate(known.items()):
        solvers = ["Leadroom", "PyJobShop"] if chosen.peer else ["Leadroom"]
        for solver in solvers if place % 2 else reversed(solvers):
            seen = _measured(chosen, solver, chosen.folder / name)
            every.setdefault(solver, []).append((seen, int(row["bks"])))
            proven = "yes" if seen.is_proven else "no"
            print(
                f"| {name} | {row['bks']} | {solver} | {seen.makespan} | {seen.bound} | {proven} | {seen.seconds:.2f} | {seen.memory} |",
                flush=True,
            )
    print("\n| Solver | Proven % | Mean gap % | PAR2 s | Mean MB |\n|" + " --- |" * 5)
    for solver, rows in every.items():
        print(_summed(solver, rows, chosen.seconds))
    return 0


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.psplib", description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", default=FOLDER, help="with *.mm and bks.csv (%(default)s)"
    )
    parser.add_argument("--seconds", type=float, default=10, help="for each project (%(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="for each solver (%(default)s)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--peer", type=Path, help="the Python that has PyJobShop; without it only ours")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _summed(solver: str, rows: list[tuple[Seen, int]], seconds: float) -> str:
    """Return a solver's line: unproven projects count twice the limit in PAR2; without a schedule no gap."""
    gaps = [100 * (seen.makespan - best) / best for seen, best in rows if seen.makespan is not None]
    proven = 100 * mean(seen.is_proven for seen, _ in rows)
    par2 = mean(seen.seconds if seen.is_proven else 2 * seconds for seen, _ in rows)
    memory = mean(seen.memory for seen, _ in rows)
    return f"| {solver} | {proven:.1f} | {mean(gaps):.2f} | {par2:.2f} | {memory:.0f} |"


def _measured(chosen: argparse.Namespace, solver: str, file: Path) -> Seen:
    limits = ["--seconds", str(chosen.seconds), "--workers", str(chosen.workers), "--seed", str(chosen.seed)]
    ours: list[str | Path] = [sys.executable, "-m", "bench.psplib", *limits, "--one", file]
    if solver == "Leadroom":
        answer = json.loads(subprocess.run(ours, check=True, capture_output=True).stdout)
    else:
        asked = json.dumps(_asked(read_project(file.read_text(encoding="utf-8")), chosen))
        # -P: this folder's own psplib.py must not stand in for the package of that name.
        told = subprocess.run(
            [chosen.peer, "-P", PEER], input=asked, check=True, capture_output=True, text=True
        )
        answer = json.loads(told.stdout.splitlines()[-1])
    return Seen(
        answer["found"] == "optimal", answer["makespan"], answer["bound"], answer["seconds"], answer["memory"]
    )


def _alone(chosen: argparse.Namespace) -> dict[str, Any]:
    """Schedule one project in this process."""
    project = read_project(chosen.one.read_text(encoding="utf-8"))
    began = time.perf_counter()
    found = shortest(project, seconds=chosen.seconds, workers=chosen.workers, seed=chosen.seed)
    seconds = time.perf_counter() - began
    if found.found in {Found.OPTIMAL, Found.FEASIBLE} and broken(project, found):
        raise AssertionError("A rule is broken.")
    return {
        "found": found.found.value,
        "makespan": found.makespan,
        "bound": found.bound,
        "seconds": seconds,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _asked(project: Project, chosen: argparse.Namespace) -> dict[str, Any]:
    """Return a project as the peer reads it."""
    jobs = [
        {
            "modes": [[mode.duration, [*mode.renewable, *mode.consumed]] for mode in job.modes],
            "successors": job.successors,
        }
        for job in project.jobs
    ]
    limits = {"seconds": chosen.seconds, "workers": chosen.workers, "seed": chosen.seed}
    return {"jobs": jobs, "renewable": project.renewable, "consumed": project.consumed, **limits}


if __name__ == "__main__":
    sys.exit(main())
