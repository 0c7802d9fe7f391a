# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Measures the main pages on both databases, beside an empty Django view in the same run.

The servers share one core, the client keeps off it. Every round visits all databases
for one page before it goes on to the next, so that a disturbance meets all alike; what
is shown is the median of the rounds.
"""

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product

from bench import machine, report
from bench.arithmetic import Figures, Run, figures, middle
from bench.load import Reader, Saver, run
from bench.plan import CONNECTIONS, EMPTY, PAGES, SAVE, Page
from bench.servers import ADMINISTRATORS, DATABASES, House, empty, houses

EACH_HAD = 84


@dataclass
class Measuring:
    """One whole measurement: what runs where, and what was seen so far."""

    core: int
    seconds: float
    nothing: House
    houses: list[House]
    runs: dict[tuple[str, str, int], list[Figures]] = field(default_factory=lambda: defaultdict(list))
    savers: dict[str, list[tuple[int, Saver]]] = field(default_factory=lambda: defaultdict(list))

    def round(self, pages: list[Page]) -> None:
        """Visit every page at every number of connections on every server once."""
        for page, connections in product(pages, CONNECTIONS):
            self.see(self.nothing, EMPTY, connections)
            for house in self.houses:
                self.see(house, page, connections)

    def see(self, house: House, page: Page, connections: int) -> None:
        """Run one page on one server and keep its figures."""
        saw: Run = run(
            house.live.port,
            self.callers(house, page, connections),
            self.seconds,
            core=self.core,
            servers=house.processes,
        )
        self.runs[house.name, page.name, connections].append(figures(saw))

    def callers(self, house: House, page: Page, connections: int) -> list[Reader | Saver]:
        """Return who asks: one session for each connection."""
        if page is SAVE:
            taken = house.savers(connections)
            savers = [
                Saver(session, house.competencies, EACH_HAD // len(house.competencies))
                for session, _ in taken
            ]
            self.savers[house.name] += [
                (member, saver) for (_, member), saver in zip(taken, savers, strict=True)
            ]
            return list(savers)
        if not page.who:
            return [Reader(page.path) for _ in range(connections)]
        sessions = house.readers(connections, are_administrators=page.who == "administrator")
        return [Reader(page.path.format(key=house.competencies[0]), session) for session in sessions]

    def figures(self) -> dict[tuple[str, str, int], Figures]:
        """Return the middle run of each page."""
        return {which: middle(seen) for which, seen in self.runs.items()}

    def lost(self) -> int:
        """Return how many confirmed answers are not in the ledgers: it must be none."""
        missing = 0
        for house in self.houses:
            confirmed = sum(saver.confirmed for _, saver in self.savers[house.name])
            members = [member for member, _ in self.savers[house.name]]
            kept = int(house.ask("people", "confirmed", house.council, *members) or 0) if members else 0
            missing += abs(confirmed - (kept - EACH_HAD * len(members)))
        return missing


def options() -> argparse.Namespace:
    """Return what was chosen on the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each run takes (4)")
    parser.add_argument("--rounds", type=int, default=3, help="how many runs each page gets (3)")
    parser.add_argument("--people", default="1000,10000", help="how large the councils are (1000,10000)")
    parser.add_argument("--databases", default=",".join(DATABASES), help="sqlite, postgresql or both")
    parser.add_argument("--pages", default="", help="only pages whose name holds this")
    parser.add_argument(
        "--urgent", action="store_true", help="go before the machine's other work (needs root)"
    )
    parser.add_argument("--quick", action="store_true", help="runs of one second")
    return parser.parse_args()


def main() -> int:
    """Measure, and print the tables."""
    chosen = options()
    seconds = 1.0 if chosen.quick else chosen.seconds
    pages = [page for page in PAGES if chosen.pages.lower() in page.name.lower()]
    server_core, client_core = machine.cores()
    sessions = 2 * ADMINISTRATORS + chosen.rounds * sum(CONNECTIONS) + 1
    people = [int(number) for number in chosen.people.split(",")]
    began = machine.load()
    if chosen.urgent:
        machine.go_first()
    with (
        houses(chosen.databases.split(","), people, sessions, server_core) as leadrooms,
        empty(server_core) as nothing,
    ):
        measuring = Measuring(server_core, seconds, nothing, leadrooms)
        with machine.pinned_to(client_core):
            for number in range(1, chosen.rounds + 1):
                print(
                    f"Round {number} of {chosen.rounds}; the machine's load is {machine.load()} …", flush=True
                )
                measuring.round(pages)
        lost = measuring.lost()
    print(
        report.settings(
            chosen.rounds, seconds, began, is_shared=server_core == client_core, is_urgent=chosen.urgent
        )
    )
    print(report.tables(measuring.figures(), leadrooms, nothing.name, pages))
    print(report.growth(measuring.figures(), leadrooms, pages))
    print(report.aims(measuring.figures(), leadrooms))
    print(
        "Every confirmed answer is in the ledger." if not lost else f"{lost} confirmed answers are missing."
    )
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main())
