# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the directory of councils holds together: one row a council, nothing empty or out of range."""

from collections.abc import Iterator, Sequence

from leadroom.core.skills.check.problem import Problem

TABLE = "councils.csv"
COLUMNS = ("country", "code", "name", "type", "region_code", "region", "population", "lat", "lon")
COUNTRIES = ("DK", "SE", "GB")
# From the Isles of Scilly to Kiruna, from Northern Ireland to Haparanda, with some room around.
RANGES = {"population": (1, 10_000_000), "lat": (49.0, 70.0), "lon": (-11.0, 26.0)}

Row = tuple[int, Sequence[str]]


def check_councils(rows: Sequence[Row]) -> Iterator[Problem]:
    """Name what is wrong with the directory's rows, given with their lines; the first is the header."""
    if not rows:
        return
    (line, header), *councils = rows
    if tuple(header) != COLUMNS:
        yield Problem((TABLE, line), "header-differs", {"columns": ",".join(COLUMNS)})
        return
    if not councils:
        yield Problem((TABLE, line), "table-empty")
    first: dict[tuple[str, str], int] = {}
    for line, row in councils:
        yield from _row(line, row)
        seen = first.setdefault((row[0], row[1]), line) if len(row) > 1 else line
        if seen != line:
            details = {"country": row[0], "code": row[1], "first": str(seen)}
            yield Problem((TABLE, line), "council-repeated", details)


def _row(line: int, row: Sequence[str]) -> Iterator[Problem]:
    if len(row) != len(COLUMNS):
        yield Problem((TABLE, line), "cell-count", {"count": str(len(row)), "right": str(len(COLUMNS))})
        return
    cells = dict(zip(COLUMNS, row, strict=True))
    for column, cell in cells.items():
        if not cell.strip():
            yield Problem((TABLE, line), "cell-empty", {"column": column})
        elif cell != cell.strip():
            yield Problem((TABLE, line), "cell-spaces", {"column": column})
    if cells["country"].strip() and cells["country"] not in COUNTRIES:
        details = {"country": cells["country"], "known": ", ".join(COUNTRIES)}
        yield Problem((TABLE, line), "country-unknown", details)
    for column, (low, high) in RANGES.items():
        if cells[column].strip() and not _is_within(cells[column], low, high):
            details = {"column": column, "value": cells[column], "low": str(low), "high": str(high)}
            yield Problem((TABLE, line), "out-of-range", details)


def _is_within(cell: str, low: float, high: float) -> bool:
    try:
        number = int(cell) if isinstance(low, int) else float(cell)
    except ValueError:
        return False
    return low <= number <= high
