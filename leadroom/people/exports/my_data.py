# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
All that Leadroom keeps about a person in one archive: to read, to open as tables, to take elsewhere.

The rooms tell it at their door; nothing here knows what they keep.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from leadroom.accounts.models import Actor
from leadroom.kit import doors
from leadroom.kit.jsonfiles import written, zipped
from leadroom.kit.tables import csv_text
from leadroom.people import pictures

MARK = "\ufeff"
ABOUT = "about"


@dataclass(frozen=True)
class Sheet:
    """One table of a person's data; `path` says where it belongs: the room's file, then the parts of it."""

    path: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    @property
    def filename(self) -> str:
        """Return what the table is called as a file."""
        return f"{'-'.join(self.path)}.csv".replace("_", "-")


def my_data(actor: Actor) -> list[dict[str, Any]]:
    """Return what all rooms keep about a person."""
    told: list[dict[str, Any]] = json.loads(written(doors.ask("personal_data", actor)))
    return told


def my_data_zip(actor: Actor) -> bytes:
    """Return a page to read, everything as JSON, and a table for each kind of thing."""
    told = my_data(actor)
    tables = sheets(told)
    parts = [{"name": pictures.thing(each.path), "header": each.header, "rows": each.rows} for each in tables]
    page = render_to_string("people/my_data_file.html", {"person": actor.user.name, "sheets": parts})
    return zipped(
        [
            ("read-me.html", page.encode()),
            ("my-data.json", written(told)),
            *(
                (f"tables/{sheet.filename}", (MARK + csv_text(sheet.header, sheet.rows)).encode())
                for sheet in tables
            ),
        ]
    )


def sheets(told: Iterable[Mapping[str, Any]]) -> list[Sheet]:
    """Return what rooms tell as tables: what stands alone in one, each list in one of its own."""
    found: list[Sheet] = []
    for number, part in enumerate(told, 1):
        name = str(part.get("format", number)).removeprefix("leadroom-")
        said = {key: value for key, value in part.items() if key not in {"format", "version"}}
        found += _of_mapping((name,), said)
    return found


def _of_mapping(path: tuple[str, ...], said: Mapping[str, Any]) -> Iterator[Sheet]:
    plain = tuple((key, value) for key, value in said.items() if not isinstance(value, list | dict))
    if plain:
        yield Sheet((*path, ABOUT), ("name", "value"), plain)
    for key, value in said.items():
        if isinstance(value, dict):
            inner = {name: each for name, each in value.items() if name not in {"format", "version"}}
            yield from _of_mapping((*path, key), inner)
        elif isinstance(value, list) and value:
            yield _of_list((*path, key), value)


def _of_list(path: tuple[str, ...], said: list[Any]) -> Sheet:
    rows = [each if isinstance(each, dict) else {"value": each} for each in said]
    header = tuple(dict.fromkeys(name for row in rows for name in row))
    return Sheet(path, header, tuple(tuple(_cell(row.get(name)) for name in header) for row in rows))


def _cell(value: Any) -> Any:
    """Return a value as a cell holds it: what has parts of its own as JSON, or as a line where it is words."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
