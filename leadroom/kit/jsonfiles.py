# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
JSON that comes into the house: one document, or several in a ZIP, refused before it could do harm.

What is refused carries a code; the words are the page's.
"""

import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any

from leadroom.kit.sheets import MOST_BYTES, WIDE, ZIP, measure
from leadroom.kit.workbook import Refused

SPACE = " \t\r\n\ufeff"
DEEPEST = 60
# A file for each language, none larger than one alone may be.
MOST_TOGETHER = 3 * MOST_BYTES
# What a Mac lays beside each file of an archive.
BESIDE = "__MACOSX/"
CONTENT_TYPES = "[Content_Types].xml"


def is_json(body: bytes) -> bool:
    """Say whether a file is JSON by how it begins."""
    begins = _text(body[:1000], "replace").lstrip(SPACE)
    return begins.startswith(("{", "["))


def is_zip_of_json(body: bytes) -> bool:
    """Say whether a file is a ZIP that is no workbook."""
    if not body.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return CONTENT_TYPES not in archive.namelist()
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is no archive that we read
        return False


def read_json(body: bytes) -> Any:
    """Return what a JSON file says. Raises Refused: too-large, not-json."""
    if len(body) > MOST_BYTES:
        raise Refused("too-large")
    try:
        text = _text(body)
        said = json.loads(text, object_pairs_hook=_each_once)
        # A lone half of a character, NUL, or a number without end could be kept by no database.
        json.dumps(said, ensure_ascii=False, allow_nan=False).encode()
        _refuse_deep(said)
    except (ValueError, RecursionError) as damaged:
        raise Refused("not-json") from damaged
    if "\x00" in text or "\\u0000" in text:
        raise Refused("not-json")
    return said


def read_zip(body: bytes) -> list[tuple[str, Any]]:
    """Return the JSON files of a ZIP, by name. Raises Refused: too-large, bomb, damaged, not-json, empty."""
    if len(body) > MOST_BYTES:
        raise Refused("too-large")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            measure(archive)
            files = [(name, archive.read(name)) for name in archive.namelist() if _is_json_file(name)]
    except Refused:
        raise
    except Exception as damaged:
        # An archive can be broken in more ways than its reader names.
        raise Refused("damaged") from damaged
    if not files:
        raise Refused("empty")
    if sum(len(content) for _name, content in files) > MOST_TOGETHER:
        raise Refused("too-large")
    return [(name, read_json(content)) for name, content in sorted(files)]


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return files in a ZIP; the same files make the same ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def written(said: Any) -> bytes:
    """Return what is said as JSON that people can read too."""
    return json.dumps(said, ensure_ascii=False, indent=2, default=str).encode()


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        raise ValueError("A name stands twice.")
    return said


def _refuse_deep(said: Any) -> None:
    layer = [said]
    for _ in range(DEEPEST):
        layer = [
            each
            for one in layer
            for each in (one.values() if isinstance(one, dict) else one)
            if isinstance(each, dict | list)
        ]
    if layer:
        raise ValueError("It is deeper than anything that was meant.")


def _is_json_file(name: str) -> bool:
    return name.lower().endswith(".json") and not name.startswith(BESIDE)


def _text(body: bytes, errors: str = "strict") -> str:
    """Return a file's text: UTF-8 as JSON should be, or UTF-16 as Windows sometimes saves it."""
    return body.decode("utf-16" if body.startswith(WIDE) else "utf-8-sig", errors)
