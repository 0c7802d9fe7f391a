# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Measures how long a framework of 1,000 competencies takes to come in, from its bytes to a kept version.

Beside it stands what a peer took for as many, measured another day on such a machine: only the
order of magnitude is comparable.
"""

import argparse
import json
import sys
from collections.abc import Iterator

from bench import machine
from bench.arithmetic import ratio
from bench.report import table
from bench.servers import DATABASES, TITLES, migrated

# Moodle 5.1 on PostgreSQL, CSV of 1,000 competencies in one language, 87 kB: 5.4 and 6.1 s, 10,976 statements.
PEER, AIM = 5.4, 0.5
HEADER = ("File", "kB", "read, s", "kept, s", "together, s", "statements", "5.4 s are so many times that")
Line = tuple[str, int, float, float, int]


def main() -> int:
    """Measure, print a table for each database, and return 1 where it takes longer than is aimed for."""
    parser = argparse.ArgumentParser(prog="python -m bench.interchange", description=__doc__)
    parser.add_argument("--turns", type=int, default=5, help="how often each file is brought in (5)")
    parser.add_argument("--databases", default=",".join(DATABASES), help="sqlite, postgresql or both")
    chosen = parser.parse_args()
    slowest = 0.0
    for database in chosen.databases.split(","):
        with migrated(database) as house:
            lines: list[Line] = json.loads(house.ask("maps", "main", chosen.turns))
        print(f"\n## {TITLES[database]}\n\n{table(HEADER, list(_rows(lines)))}")
        slowest = max(slowest, *(reading + keeping for _name, _size, reading, keeping, _asked in lines))
    print(f"Medians of {chosen.turns}. Load {machine.load()}.")
    return int(slowest > AIM)


def _rows(lines: list[Line]) -> Iterator[list[str]]:
    for name, size, reading, keeping, statements in lines:
        whole = reading + keeping
        times = (f"{reading:.2f}", f"{keeping:.2f}", f"{whole:.2f}")
        yield [name, f"{size / 1000:,.0f}", *times, str(statements), f"{ratio(PEER, whole):.0f}"]


if __name__ == "__main__":
    sys.exit(main())
