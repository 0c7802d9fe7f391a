# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The files of a pack: what they say, which of them cannot be read, and at which line each part stands."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from leadroom.core.skills.check import Where
from leadroom.kit.packs import Loader, PackFile, read_with_lines

HEAD = "pack.yaml"
TABLE = "councils.csv"
PARTS = {"skills-map": "areas", "roles": "roles", "initiatives": "initiatives", "learning-paths": "paths"}
"""The folder of further files that a pack has."""
TABLES = {
    "levels": ("presets.yaml", "sizes.yaml"),
    "leaders-mirror": ("questions.yaml", "small-teams.yaml"),
}
"""The files that a pack has beside its head."""

Row = tuple[int, Sequence[str]]


class Finding(NamedTuple):
    """One line of the answer; sorts by file and line."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack's folder as it was read; `rows` are those of its table, if it has one."""

    folder: Path
    files: Mapping[str, PackFile | None]
    rows: Sequence[Row] = ()
    findings: list[Finding] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Return the key a pack is found by: the name of its folder, also where that was given as a dot."""
        return self.folder.resolve().name

    @property
    def data(self) -> dict[str, Any]:
        """Return what each file says, by name; None for one that could not be read."""
        return {name: file and file.data for name, file in self.files.items()}

    @property
    def head(self) -> Mapping[str, Any]:
        """Return what the pack says about itself, as far as it does."""
        head = self.data.get(HEAD)
        return head if isinstance(head, Mapping) else {}

    def finding(self, where: Where, message: str) -> Finding:
        """Return the message with its file and line; a table's rows carry their line themselves."""
        name, *way = where
        file = self.files.get(str(name))
        line = file.line_of(tuple(way)) if file else next((step for step in way if isinstance(step, int)), 1)
        return Finding(self.folder / str(name), line, message)


def packs_in(folder: Path, findings: list[Finding]) -> list[Path]:
    """Return the folders of the packs in a folder: itself, or those in it."""
    if (folder / HEAD).is_file():
        return [folder]
    within = sorted(path for path in folder.glob("*/") if not path.name.startswith((".", "_")))
    if not within:
        findings.append(
            Finding(folder, 1, f"There is no pack here: no {HEAD}, and no folder that holds one.")
        )
    return within


def read(folder: Path) -> Pack:
    """Return the pack in this folder, with a finding for each file that cannot be read."""
    findings: list[Finding] = []
    names = [HEAD, *TABLES.get(folder.resolve().name, ()), *_parts(folder, findings)]
    files = {name: _file(folder / name, findings) for name in names}
    rows = _rows(folder / TABLE, findings) if folder.resolve().name == "directory" else ()
    return Pack(folder, files, rows, findings)


def _parts(folder: Path, findings: list[Finding]) -> Iterator[str]:
    """Name a pack's further files; of a kind that nobody judges here, all YAML there is, for its grammar."""
    part = PARTS.get(folder.resolve().name)
    for path in sorted(folder.glob(f"{part}/*") if part else folder.glob("*/**/*.yaml")):
        if path.suffix == ".yaml":
            yield path.relative_to(folder).as_posix()
        elif not path.name.startswith("."):
            findings.append(Finding(path, 1, "Nobody reads this file: its name must end in .yaml."))


def _file(path: Path, findings: list[Finding]) -> PackFile | None:
    try:
        file = read_with_lines(path)
        findings += [Finding(path, line, message) for line, message in _repeated_keys(path)]
    except FileNotFoundError:
        findings.append(Finding(path, 1, "This file is missing."))
    except UnicodeDecodeError:
        findings.append(Finding(path, 1, "This file is not text in UTF-8."))
    except yaml.YAMLError as error:
        findings.append(Finding(path, _line_of(error), _reason(error)))
    else:
        if file.data is not None:
            return file
        findings.append(Finding(path, 1, "This file is empty."))
    return None


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _reason(error: yaml.YAMLError) -> str:
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unknown reason"
    return f"YAML cannot be read from here on ({reason}). Look for a missing quote or a wrong indent."


def _repeated_keys(path: Path) -> Iterator[tuple[int, str]]:
    """Name the keys that a mapping has twice: YAML would silently take the last."""
    waiting: list[yaml.Node | None] = [yaml.compose(path.read_text(encoding="utf-8"), Loader=Loader)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            yield from _repeated_in(node)
            waiting += [value for _, value in node.value]


def _repeated_in(node: yaml.MappingNode) -> Iterator[tuple[int, str]]:
    first: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 1
        if key.value in first:
            yield line, f"“{key.value}” stands here twice, first in line {first[key.value]}. Keep one."
        first.setdefault(key.value, line)


def _rows(path: Path, findings: list[Finding]) -> Sequence[Row]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            return [(reader.line_num, row) for row in reader]
    except FileNotFoundError:
        findings.append(Finding(path, 1, "This file is missing."))
    except UnicodeDecodeError:
        findings.append(Finding(path, 1, "This file is not text in UTF-8."))
    except csv.Error as error:
        findings.append(Finding(path, 1, f"This file is not a table in CSV ({error})."))
    return ()
