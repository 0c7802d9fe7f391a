# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Schedules one project with PyJobShop, in an environment of its own that knows nothing of Leadroom.

The project comes as JSON on standard input, the answer goes as JSON to standard output; see bench/psplib.py.
"""

import json
import resource
import sys
import time
from typing import Any

from pyjobshop import Model


def main() -> None:
    """Schedule the project and print what came of it."""
    asked = json.load(sys.stdin)
    began = time.perf_counter()
    result = _model(asked).solve(
        time_limit=asked["seconds"], display=False, num_workers=asked["workers"], random_seed=asked["seed"]
    )
    seconds = time.perf_counter() - began
    has_schedule = result.status.value in {"Optimal", "Feasible"}
    answer = {
        "found": result.status.value.lower(),
        "makespan": round(result.objective) if has_schedule else None,
        "bound": max(0, round(result.lower_bound)),
        "seconds": seconds,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "tasks": [[one.mode, one.start, one.end] for one in result.best.tasks] if has_schedule else [],
    }
    print(json.dumps(answer))


def _model(asked: dict[str, Any]) -> Model:
    model = Model()
    resources = [model.add_renewable(there) for there in asked["renewable"]]
    resources += [model.add_consumable(there) for there in asked["consumed"]]
    tasks = [model.add_task() for _ in asked["jobs"]]
    for task, job in zip(tasks, asked["jobs"], strict=True):
        for duration, needs in job["modes"]:
            model.add_mode(task, resources, duration, needs)
        for other in job["successors"]:
            model.add_end_before_start(task, tasks[other])
    return model


if __name__ == "__main__":
    main()
