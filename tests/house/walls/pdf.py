# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words of a PDF: its glyphs turned back into letters by the maps it carries for screen readers."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


def words(body: bytes) -> str:
    """Return all text of a PDF, and all strings in its structure and its head."""
    with pikepdf.open(io.BytesIO(body)) as document:
        shown = "".join(text for page in document.pages for text in _shown(page))
        kept = " ".join(_strings(document))
    return f"{shown}\n{kept}"


def _shown(page: pikepdf.Page) -> Iterator[str]:
    fonts = page.resources.get("/Font", {})
    letters = {
        name: _letters(font.ToUnicode.read_bytes()) for name, font in fonts.items() if "/ToUnicode" in font
    }
    current: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                current = letters.get(str(operands[0]), {})
            case "Tj":
                yield _read(bytes(operands[0]), current)
            case "TJ":
                yield from (
                    _read(bytes(part), current) for part in operands[0] if isinstance(part, pikepdf.String)
                )
            case "ET":
                yield "\n"


def _read(codes: bytes, letters: dict[int, str]) -> str:
    pairs = (int.from_bytes(codes[place : place + 2], "big") for place in range(0, len(codes), 2))
    return "".join(letters.get(pair, "") for pair in pairs)


def _letters(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in CHARS.findall(cmap):
        parts = HEX.findall(block)
        found |= {int(code, 16): _text(text) for code, text in zip(parts[::2], parts[1::2], strict=True)}
    for block in RANGES.findall(cmap):
        parts = HEX.findall(block)
        for first, last, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            start = _text(text)
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def _strings(document: pikepdf.Pdf) -> Iterator[str]:
    for thing in document.objects:
        yield from _inside(thing)


def _inside(thing: Any) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            if not getattr(part, "is_indirect", False):
                yield from _inside(part)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for part in thing.values():
            if not getattr(part, "is_indirect", False):
                yield from _inside(part)
