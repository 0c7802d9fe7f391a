# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Brings the demo's data to where the program is, showing each step; a second time there is little to do."""

from leadroom.accounts import queries
from leadroom.config import ready
from tools.progress import say, step


def prepare() -> None:
    """Make tables, directory, demo and static files ready."""
    if pending := len(ready.pending_migrations()):
        with step(f"Bring the database up to date ({pending} steps)"):
            ready.migrate()
    if not ready.has_demo():
        with step("Load the directory of councils"):
            ready.load_directory()
        say("Load the invented councils")
        ready.load_demo()
    if not ready.is_collected():
        with step("Hash and compress the static files"):
            ready.collect_static()


def people() -> list[str]:
    """Return who one can be, a line each."""
    return [
        f"{persona.membership.user.name}, {persona.membership.title} ({demo.council.name})"
        for demo in queries.demo_people()
        for persona in demo.personas
    ]
