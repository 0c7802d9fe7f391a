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

from leadroom.kit.sheets import MOST_BYTES, ZIP, measure
from leadroom.kit.workbook import Refused

SPACE = b"\xef\xbb\xbf \t\r\n"
CONTENT_TYPES = "[Content_Types].xml"


def is_json(body: bytes) -> bool:
    """Say whether a file is JSON by how it begins."""
    return body.lstrip(SPACE)[:1] in {b"{", b"["}


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
        said = json.loads(body.decode("utf-8-sig"), object_pairs_hook=_each_once, parse_constant=_no_number)
        # A lone half of a character, or NUL, could be kept by no database.
        json.dumps(said, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as damaged:
        raise Refused("not-json") from damaged
    if b"\x00" in body or b"\\u0000" in body:
        raise Refused("not-json")
    return said


def read_zip(body: bytes) -> list[tuple[str, Any]]:
    """Return the JSON files of a ZIP, by name. Raises Refused: too-large, bomb, damaged, not-json, empty."""
    if len(body) > MOST_BYTES:
        raise Refused("too-large")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            measure(archive)
            files = [(name, archive.read(name)) for name in archive.namelist() if name.endswith(".json")]
    except Refused:
        raise
    except Exception as damaged:
        # An archive can be broken in more ways than its reader names.
        raise Refused("damaged") from damaged
    if not files:
        raise Refused("empty")
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


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number.")
