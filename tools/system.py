# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The three programs that tests need and no package registry has: a browser, PostgreSQL and strace.

They come from the system's own package manager, only where missing, and never unsaid.
"""

import os
import shutil

from tools import postgresql
from tools.progress import Stopped, run, say, step

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser() -> str | None:
    """Return the path of a Chromium, as LEADROOM_CHROMIUM says or as it is found."""
    named = os.environ.get("LEADROOM_CHROMIUM")
    found = (shutil.which(name) for name in ([named] if named else BROWSERS))
    return next((path for path in found if path), None)


def has_postgresql() -> bool:
    """Say whether there is a PostgreSQL server to start."""
    try:
        postgresql.programs()
    except postgresql.NoPostgresql:
        return False
    return True


def missing() -> list[str]:
    """Return the system packages that tests need and this machine lacks, by their Debian names."""
    there = {"chromium": browser(), "postgresql": has_postgresql(), "strace": shutil.which("strace")}
    return [name for name, found in there.items() if not found]


def install_missing() -> list[str]:
    """Install what is missing where that is possible; return what is missing still. In CI nothing may be."""
    wanted = missing()
    if not wanted:
        return []
    can_install = os.geteuid() == 0 and shutil.which("apt-get")
    if can_install:
        with step(f"Install with apt-get, for tests only: {', '.join(wanted)}"):
            env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            run(["apt-get", "update", "-qq"], env=env)
            run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *wanted], env=env)
        wanted = missing()
    if wanted and os.environ.get("CI") == "true":
        raise Stopped(
            f"These system packages are missing, and CI must not go without them: {', '.join(wanted)}"
        )
    if wanted:
        say(f"MISSING: {', '.join(wanted)}. What needs them is left out. On Debian and Ubuntu:")
        say(f"    sudo apt-get install --no-install-recommends {' '.join(wanted)}")
    return wanted
