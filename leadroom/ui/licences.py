# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What others wrote and the browser gets, with its licence: read from the texts that set-up placed."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "vendor" / "licences"


@dataclass(frozen=True, slots=True)
class FrontEndPackage:
    """One package: name, version, what for, and its licence in full."""

    name: str
    version: str
    licence: str
    address: str
    text: str


@cache
def packages() -> tuple[FrontEndPackage, ...]:
    """Return the front-end packages in use; none before set-up has placed them."""
    listed = FOLDER / "packages.json"
    if not listed.exists():
        return ()
    return tuple(
        FrontEndPackage(**package, text=(FOLDER / f"{package['name'].replace('/', '--')}.txt").read_text())
        for package in json.loads(listed.read_text())
    )
