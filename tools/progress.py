# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Shows what is being done and how long it takes, from the first second of a command.

Runs on the machine's own Python, before anything is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# Set by the Makefile, so that the seconds count from the moment somebody pressed Enter.
STARTED_AT = float(os.environ.get("LEADROOM_STARTED_AT") or time.time())


class Stopped(Exception):
    """Something is missing or failed; the message says what, in plain words."""


def elapsed() -> float:
    """Return the seconds since the command began."""
    return max(0.0, time.time() - STARTED_AT)


def say(text: str) -> None:
    """Print one line beside the clock."""
    print(f"{elapsed():6.1f} s  {text}", flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is being done, and how long it took once it is."""
    print(f"{elapsed():6.1f} s  {text} …", end="", flush=True)
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        print(" failed", flush=True)
        raise
    print(f" {time.monotonic() - begun:.1f} s", flush=True)


def run(
    command: Sequence[str | Path],
    *,
    hint: str = "",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> str:
    """Run a command quietly and return what it printed; raise Stopped with its words where it fails."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, env=env, cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except OSError as error:
        raise Stopped(f"`{' '.join(words)}` could not be started: {error}") from None
    if done.returncode:
        raise Stopped(f"`{' '.join(words)}` failed:\n{done.stdout.strip()[-4000:]}\n{hint}".rstrip())
    return done.stdout


def finish(main: object) -> None:
    """Run a tool's main function; a stop is told in plain words, and the exit code says so."""
    try:
        code = main() if callable(main) else None
    except Stopped as stop:
        print(f"\n{stop}\n", file=sys.stderr, flush=True)
        code = 1
    except KeyboardInterrupt:
        print(flush=True)
        code = 130
    sys.exit(code)
