# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words in code and templates that step around a wall, but for the few places that `lint.toml` allows."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
RULES = Path(__file__).resolve().parent.parent / "lint.toml"
KINDS = {"python": "*.py", "templates": "*.html"}
COMMENT = re.compile(r"(?m)^\s*#.*$|\{#.*?#\}")


@cache
def rules() -> dict[str, Any]:
    """Return the committed words and where they are allowed."""
    return tomllib.loads(RULES.read_text())


def findings(folder: Path = ROOT / "leadroom", root: Path = ROOT) -> list[str]:
    """Find forbidden words in a folder's code and templates."""
    return [
        f"{path}:{line} {word}"
        for kind in KINDS
        for path, word, line in _uses(kind, folder, root)
        if path not in rules()[kind]["allowed"][word]
    ]


def allowed_in_vain(folder: Path = ROOT / "leadroom", root: Path = ROOT) -> list[str]:
    """Find places that are allowed a word which they do not say, and places without a reason."""
    said = {(kind, path, word) for kind in KINDS for path, word, _ in _uses(kind, folder, root)}
    return [
        f"{path} is allowed “{word}” in vain"
        for kind in KINDS
        for word, places in rules()[kind]["allowed"].items()
        for path, why in places.items()
        if (kind, path, word) not in said or len(why) < 10
    ]


def _uses(kind: str, folder: Path, root: Path) -> Iterator[tuple[str, str, int]]:
    words = {name: re.compile(pattern) for name, pattern in rules()[kind]["words"].items()}
    for path in sorted(folder.rglob(KINDS[kind])):
        if "static" in path.relative_to(folder).parts:
            continue
        text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), path.read_text())
        for name, pattern in words.items():
            for found in pattern.finditer(text):
                yield path.relative_to(root).as_posix(), name, text.count("\n", 0, found.start()) + 1
