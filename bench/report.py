# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes what was measured as tables that can stand in docs/measurements.md."""

import platform
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench import machine
from bench.arithmetic import Figures, ratio
from bench.plan import AIMS, ALIVE, EMPTY, MOST_STATEMENTS, Page
from bench.servers import House
from leadroom.config.checks import file_system_of
from tools.postgresql import programs

Seen = Mapping[tuple[str, str, int], Figures]
HEADER = (
    "Page",
    "SQL",
    "p50 / p95 ms, 1 conn.",
    "× empty",
    "× livez",
    "req/s",
    "p50 / p95 ms, 8 conn.",
    "req/s",
    "× empty",
    "CPU ms",
    "kB",
    "other load",
    "client",
)


def settings(rounds: int, seconds: float, load_before: str, *, is_shared: bool, is_urgent: bool) -> str:
    """Say under which conditions it was measured."""
    kind = file_system_of(Path(tempfile.gettempdir()))
    said = [
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC; Python {platform.python_version()}; {_postgresql()}.",
        f"Data on {kind or 'an unknown file system'}.",
        f"{rounds} runs of {seconds:g} s each; load before {load_before}, after {machine.load()}.",
    ]
    if is_urgent:
        said.append("Servers and client went before the machine's other work.")
    if kind == "tmpfs":
        said.append("The data lies in memory, so nothing was durable: set TMPDIR to a folder on a disk.")
    if is_shared:
        said.append("There is but one core, which servers and client shared.")
    return "\n" + "\n".join(said) + "\n"


def _postgresql() -> str:
    asked: list[str | Path] = [programs() / "postgres", "--version"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def tables(seen: Seen, houses: Sequence[House], empty: str, pages: Sequence[Page]) -> str:
    """Return a table for each database and number of people; `+` are the statements that frame a transaction."""
    parts = []
    for house in houses:
        rows = [_row(seen, (empty, EMPTY), empty, house.name, "")]
        rows += [_row(seen, (house.name, page), empty, house.name, _counted(house, page)) for page in pages]
        parts.append(f"## {house.name}\n\n{table(HEADER, rows)}")
    return "\n".join(parts)


def _row(seen: Seen, what: tuple[str, Page], empty: str, house: str, counted: str) -> list[str]:
    name, page = what
    one, eight = seen[name, page.name, 1], seen[name, page.name, 8]
    nothing, nothing_at_eight = seen[empty, EMPTY.name, 1], seen[empty, EMPTY.name, 8]
    alive = seen.get((house, ALIVE.name, 1))
    return [
        page.name,
        counted,
        f"{one.p50:.1f} / {one.p95:.1f}",
        f"{ratio(one.p50, nothing.p50):.1f}",
        f"{ratio(one.p50, alive.p50):.1f}" if alive else "",
        f"{one.per_second:.0f}",
        f"{eight.p50:.1f} / {eight.p95:.1f}",
        f"{eight.per_second:.0f}",
        f"{ratio(nothing_at_eight.per_second, eight.per_second):.1f}",
        f"{one.cpu:.2f}",
        f"{one.kilobytes:.1f}",
        f"{max(one.other_load, eight.other_load):.0%}",
        f"{max(one.client_load, eight.client_load):.0%}",
    ]


def _counted(house: House, page: Page) -> str:
    asked, frames = house.statements.get(page.name, (0, 0))
    return f"{asked} + {frames}" if frames else str(asked)


def growth(seen: Seen, houses: Sequence[House], pages: Sequence[Page]) -> str:
    """Return how many times slower each page is with the most people than with the fewest."""
    few, many = min(house.people for house in houses), max(house.people for house in houses)
    if few == many:
        return ""
    databases = list(dict.fromkeys(house.database for house in houses))
    at = {(house.database, house.people): house.name for house in houses}
    rows = [
        [page.name, *(_grown(seen, at[database, few], at[database, many], page) for database in databases)]
        for page in pages
    ]
    return f"## {many:,} people against {few:,}\n\nTimes of the p50 at one connection.\n\n" + table(
        ("Page", *databases), rows
    )


def _grown(seen: Seen, few: str, many: str, page: Page) -> str:
    return f"{ratio(seen[many, page.name, 1].p50, seen[few, page.name, 1].p50):.2f}"


def aims(seen: Seen, houses: Sequence[House]) -> str:
    """Return what was aimed for beside what was reached."""
    return "## Aims\n\n" + table(("Aim", "Where", "Reached", ""), list(_aims(seen, houses)))


def _aims(seen: Seen, houses: Sequence[House]) -> Iterator[list[str]]:
    for aim in AIMS:
        for house in houses:
            if (house.name, aim.page, 1) not in seen:
                continue
            one, eight = seen[house.name, aim.page, 1], seen[house.name, aim.page, 8]
            yield [
                f"{aim.page}: p50 ≤ {aim.p50:g} ms",
                house.name,
                f"{one.p50:.1f} ms",
                _met(one.p50 <= aim.p50),
            ]
            if aim.per_second:
                yield [
                    f"{aim.page}: ≥ {aim.per_second:g} requests/s",
                    house.name,
                    f"{eight.per_second:.0f}",
                    _met(eight.per_second >= aim.per_second),
                ]
    for house in houses:
        most = max(asked for asked, _frames in house.statements.values())
        yield [f"≤ {MOST_STATEMENTS} statements a page", house.name, str(most), _met(most <= MOST_STATEMENTS)]


def _met(is_met: bool) -> str:  # noqa: FBT001 - it says the one or the other
    return "met" if is_met else "not met"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table that can stand in a paper."""
    widths = [max(len(row[place]) for row in (header, *rows)) for place in range(len(header))]
    lines = [header, ["-" * width for width in widths], *rows]
    return "".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |\n"
        for line in lines
    )
