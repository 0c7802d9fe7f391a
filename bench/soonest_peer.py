# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Plans one plain portfolio with PyJobShop, in an environment of its own that knows nothing of Leadroom.

The portfolio comes as JSON on standard input, the answer goes as JSON to standard output; see bench/soonest.py.
"""

import json
import sys
import time
from typing import Any

from pyjobshop import Model


def main() -> None:
    """Plan the portfolio and print what came of it."""
    asked = json.load(sys.stdin)
    began = time.perf_counter()
    result = _model(asked).solve(
        time_limit=asked["seconds"], display=False, num_workers=asked["workers"], random_seed=0
    )
    has_plan = result.status.value in {"Optimal", "Feasible"}
    answer = {
        "is_proven": result.status.value == "Optimal",
        "sum": round(result.objective) if has_plan else None,
        "bound": round(result.lower_bound),
        "seconds": time.perf_counter() - began,
    }
    print(json.dumps(answer))


def _model(asked: dict[str, Any]) -> Model:
    model = Model()
    teams = [model.add_renewable(capacity) for capacity in asked["teams"]]
    tasks = []
    for one in asked["solutions"]:
        task = model.add_task(model.add_job(), earliest_start=one["earliest"], latest_end=one["deadline"])
        for duration, efforts in one["levels"]:
            model.add_mode(task, teams, duration, efforts)
        tasks.append(task)
    for before, after in asked["orders"]:
        model.add_end_before_start(tasks[before], tasks[after])
    model.set_objective(weight_total_flow_time=1)
    return model


if __name__ == "__main__":
    main()
