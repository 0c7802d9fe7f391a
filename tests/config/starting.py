# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Starts Leadroom's commands in processes of their own, as an operator would."""

import os
import subprocess
import sys
from pathlib import Path

from tools.live import LEADROOM

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "LEADROOM_SECRET_KEY": "a-test-key-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ",
    "LEADROOM_HOSTS": "leadroom.example",
    "LEADROOM_URL": "https://leadroom.example",
}


def environment(**variables: str) -> dict[str, str]:
    """Return an environment with these LEADROOM_ settings and no others."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LEADROOM_", "DJANGO_"))
    }
    return {**kept, "PYTHONPATH": str(ROOT), **variables}


def leadroom(*arguments: str, folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run one command with its data in a folder, and return how it ended and what it said."""
    return subprocess.run(
        [*LEADROOM, *arguments],
        env=environment(**{"LEADROOM_DATA": str(folder), **variables}),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def manage(*arguments: str, folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run one of Django's own commands."""
    return subprocess.run(
        [sys.executable, ROOT / "manage.py", *arguments],
        env=environment(**{"LEADROOM_DATA": str(folder), **variables}),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
