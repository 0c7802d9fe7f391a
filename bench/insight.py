# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Measures what it costs to hold an overview of a council, and to look at it, as the council grows (PostgreSQL).

Pages should take as long whatever the number of people, and closing should grow no faster
than it: the exponent is the slope between the smallest and the largest council.
"""

import argparse
import json
from math import log
from statistics import median

from bench import machine
from bench.report import table
from bench.servers import migrated

HEADER = ("People", "opening, s", "closing, s", "team p50 / p95, ms", "council p50 / p95, ms")


def options() -> argparse.Namespace:
    """Return what was chosen on the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.insight", description=__doc__)
    parser.add_argument("--people", default="1000,10000,100000", help="sizes of the council")
    parser.add_argument("--turns", type=int, default=200, help="how often each page is asked for (200)")
    return parser.parse_args()


def main() -> None:
    """Measure each size in a database of its own, and print a table and the exponents."""
    chosen, seen = options(), []
    for people in map(int, chosen.people.split(",")):
        print(f"{people:,} people …", flush=True)
        with migrated("postgresql") as house:
            seen.append(json.loads(house.ask("crowd", "main", people, chosen.turns)))
    print(f"\n{table(HEADER, [_row(each) for each in seen])}")
    if len(seen) > 1:
        for what, of in (
            ("opening", lambda each: each["opening"]),
            ("closing", lambda each: each["closing"]),
            ("the team's page", lambda each: median(each["pages"]["team"])),
            ("the council's page", lambda each: median(each["pages"]["council"])),
        ):
            slope = log(of(seen[-1]) / of(seen[0])) / log(seen[-1]["people"] / seen[0]["people"])
            print(f"Exponent of {what}: {slope:.2f}")
    print(f"Load {machine.load()}.")


def _row(each: dict[str, object]) -> list[str]:
    pages: dict[str, list[float]] = each["pages"]  # type: ignore[assignment]
    return [
        f"{each['people']:,}",
        f"{each['opening']:.2f}",
        f"{each['closing']:.2f}",
        *(f"{_ms(pages[name], 50)} / {_ms(pages[name], 95)}" for name in ("team", "council")),
    ]


def _ms(times: list[float], percent: int) -> str:
    return f"{times[min(len(times) - 1, len(times) * percent // 100)] * 1000:.1f}"


if __name__ == "__main__":
    main()
