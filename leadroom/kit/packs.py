# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Reads packs: folders of content with a key, a version and a licence.

A released version never changes; rows keep `key@version` and item keys, never a copy
of the text. Later folders in `PACK_FOLDERS` give way to earlier ones, so that a council
can lay its own pack over ours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

Path_ = tuple[str | int, ...]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class PackMissing(LookupError):
    """No pack folder of the installation holds this pack."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack: what it says, and at which line each part of it stands."""

    path: Path
    data: Any
    lines: dict[Path_, int]

    def line_of(self, where: Path_) -> int:
        """Return the line of a part, or of the nearest part around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def folder_of(key: str, folders: Sequence[Path] | None = None) -> Path:
    """Return the folder of the pack with this key, or raise PackMissing."""
    for folder in settings.PACK_FOLDERS if folders is None else folders:
        if (folder / key / "pack.yaml").is_file():
            return Path(folder) / key
    raise PackMissing(key)


@cache
def read(path: Path) -> Any:
    """Return what a pack's file says; read once a process."""
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=Loader)  # noqa: S506 - both loaders are the safe ones


def read_with_lines(path: Path) -> PackFile:
    """Return a pack's file with the line of each part, for the check; raises yaml.YAMLError."""
    text = path.read_text(encoding="utf-8")
    node = yaml.compose(text, Loader=Loader)
    return PackFile(path, yaml.load(text, Loader=Loader), dict(_lines(node, ())))  # noqa: S506


def _lines(node: yaml.Node | None, where: Path_) -> Iterator[tuple[Path_, int]]:
    if node is None:
        return
    yield where, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*where, key.value), key.start_mark.line + 1
            yield from (
                (at, line) for at, line in _lines(value, (*where, key.value)) if at != (*where, key.value)
            )
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _lines(value, (*where, index))
