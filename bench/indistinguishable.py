# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Measures whether the time of an answer tells another council's thing from a missing one.

Both are asked for in turn, so that a disturbance meets both alike; shown are the middle
times on each route with an id, and how much they differ. A test holds the same to the
work done, which is the same on every machine; here are the times.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from bench import machine
from bench.arithmetic import ratio
from bench.report import table
from bench.servers import DATABASES, TITLES, migrated

MOST = 0.1
HEADER = ("Route", "Strange id", "Pairs", "Furthest apart", "another's, ms", "missing, ms", "ratio")
Line = tuple[str, str, str, str, float, float]


def options() -> argparse.Namespace:
    """Return what was chosen on the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.indistinguishable", description=__doc__)
    parser.add_argument("--turns", type=int, default=300, help="how often each is asked (300)")
    parser.add_argument("--databases", default=",".join(DATABASES), help="sqlite, postgresql or both")
    parser.add_argument(
        "--urgent", action="store_true", help="go before the machine's other work (needs root)"
    )
    return parser.parse_args()


def main() -> int:
    """Measure, print a table for each database, and return 1 where a pair is more than a tenth apart."""
    chosen = options()
    worst = 0.0
    for database in chosen.databases.split(","):
        with migrated(database) as house:
            told = house.ask("twins", "main", chosen.turns, *["urgent"] * chosen.urgent)
        lines: list[Line] = json.loads(told)
        print(f"\n## {TITLES[database]}\n\n{table(HEADER, list(_rows(lines)))}")
        worst = max(worst, *map(_apart, lines))
        print(_summary(lines))
    return int(worst > MOST)


def _rows(lines: list[Line]) -> Iterator[list[str]]:
    """Yield the pair that is furthest apart on each route, whoever asks by whatever method."""
    by_route: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        by_route[line[2], line[3]].append(line)
    for (route, strange), pairs in by_route.items():
        person, method, _route, _strange, theirs, missing = max(pairs, key=_apart)
        times = (f"{theirs:.2f}", f"{missing:.2f}", f"{ratio(theirs, missing):.3f}")
        yield [route, strange, str(len(pairs)), f"{method}, {person}", *times]


def _summary(lines: list[Line]) -> str:
    apart = sorted(map(_apart, lines))
    return (
        f"{len(lines)} pairs: middle times {median(apart):.1%} apart in the middle, {apart[-1]:.1%} at most; "
        f"{MOST:.0%} are allowed. Load {machine.load()}."
    )


def _apart(line: Line) -> float:
    theirs, missing = line[-2:]
    return max(theirs, missing) / min(theirs, missing) - 1


if __name__ == "__main__":
    sys.exit(main())
