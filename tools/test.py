# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Runs every test: on SQLite, on PostgreSQL as the role that serves, and in a browser.

`make test` installs what is missing first. `make check` runs the first part only.
"""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from tools import system
from tools.progress import elapsed, finish, say
from tools.setup import ROOT

CLOSING = re.compile(r"^(?=.*\b(passed|failed|errors?|no tests ran)\b).* in [\d.]+s.*$")
PYTEST = (sys.executable, "-m", "pytest")
TWO_AT_ONCE = ("-n", "2", "--dist", "worksteal")
# A journey that fails is tried once more. If it passes then, the closing line tells of a rerun and the whole
# failure stands above it: a journey that fails now and then is a bug of the day it is seen.
ONCE_MORE = ("--reruns", "1", "--max-suite-reruns", "2", "--rerun-show-tracebacks")


@dataclass(frozen=True)
class Part:
    """One run of pytest."""

    name: str
    arguments: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)
    needs: str = ""


PARTS = [
    Part("SQLite", ("tests", "--ignore=tests/journeys", *TWO_AT_ONCE)),
    Part(
        "PostgreSQL",
        ("tests", "--ignore=tests/journeys", *TWO_AT_ONCE),
        {"LEADROOM_TEST_DATABASE": "postgresql"},
        "postgresql",
    ),
    Part("Browser", ("tests/journeys", *TWO_AT_ONCE, *ONCE_MORE), needs="chromium"),
]


def main() -> int:
    """Run the parts and print how each ended; wrong if one of them failed, was left out or found no test."""
    only_check = sys.argv[1:] == ["check"]
    lacking = [] if only_check else system.install_missing()
    endings, is_well = [], True
    for part in PARTS[:1] if only_check else PARTS:
        if part.needs in lacking:
            endings.append(f"{part.name}: LEFT OUT, {part.needs} is missing")
            is_well = False
            continue
        say(f"Tests: {part.name}")
        code, closing = run_part(part)
        is_well = is_well and code == 0
        endings.append(f"{part.name}: {closing}")
    print(
        f"\nAll parts took {elapsed():.0f} s." if is_well else f"\nNOT all is well, after {elapsed():.0f} s."
    )
    print("\n".join(endings), flush=True)
    return 0 if is_well else 1


def run_part(part: Part) -> tuple[int, str]:
    """Run pytest, showing what it prints; return its exit code and its closing line."""
    environment = {**os.environ, **part.environment}
    process = subprocess.Popen(
        [*PYTEST, *part.arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    closing = "it did not end"
    for line in process.stdout or ():
        print(line, end="", flush=True)
        if CLOSING.match(line):
            closing = line.strip().strip("= ")
    return process.wait(), closing


if __name__ == "__main__":
    finish(main)
