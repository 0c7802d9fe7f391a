# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The public directory of councils: loaded from its pack, the same for everybody."""

from collections.abc import Iterable, Iterator, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from leadroom.accounts.models import DirectoryCouncil

TEXTS = ("country", "code", "name", "type", "region_code", "region")
CHANGING = ("name", "type", "region_code", "region", "population", "latitude", "longitude", "pack")


class BadRows(ValueError):
    """Rows of the directory that cannot be: each with its number, as a sentence."""

    def __init__(self, problems: list[str]) -> None:
        """Keep the sentences."""
        super().__init__("\n".join(problems))
        self.problems = problems


@transaction.atomic
def load_directory(rows: Iterable[tuple[int, Mapping[str, str]]], *, pack: str) -> int:
    """
    Bring the directory up to the pack: new rows added, known ones changed, none deleted; return how many.

    `rows` come with their line numbers. Raises BadRows, and then nothing is changed.
    """
    found = list(_checked(rows, pack))
    DirectoryCouncil.objects.bulk_create(
        found, update_conflicts=True, unique_fields=["country", "code"], update_fields=list(CHANGING)
    )
    return len(found)


def _checked(rows: Iterable[tuple[int, Mapping[str, str]]], pack: str) -> Iterator[DirectoryCouncil]:
    problems: list[str] = []
    seen: set[tuple[str, str]] = set()
    found = []
    for line, row in rows:
        try:
            council = _council(row, pack)
        except (KeyError, TypeError, ValueError, ValidationError) as problem:
            problems.append(f"Row {line}: {_said(problem)}")
            continue
        if (council.country, council.code) in seen:
            problems.append(f"Row {line}: {council.country} {council.code} is there already.")
        seen.add((council.country, council.code))
        found.append(council)
    if problems:
        raise BadRows(problems)
    return iter(found)


def _council(row: Mapping[str, str], pack: str) -> DirectoryCouncil:
    council = DirectoryCouncil(
        **{name: row[name].strip() for name in TEXTS},
        population=int(row["population"]),
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        pack=pack,
    )
    council.clean_fields(exclude=["id"])
    return council


def _said(problem: Exception) -> str:
    if isinstance(problem, KeyError):
        return f"the column {problem.args[0]} is missing."
    if isinstance(problem, ValidationError):
        return "; ".join(f"{field}: {' '.join(said)}" for field, said in problem.message_dict.items())
    return f"{problem}."
