# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was confirmed is on the disk: the system calls are counted (trust in a setting is not enough)."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.config.starting import environment
from tests.plugins.databases import sqlite_template

COMMITS = 60
WRITE = """
import sys, django
django.setup()
from django.db import transaction
from leadroom.accounts.models import Council
for number in range(int(sys.argv[1])):
    with transaction.atomic():
        Council.objects.create(key=f"c{number}", name=f"Council {number}", country="DK")
    print("confirmed", number, flush=True)
"""
SYNC = re.compile(r"\b(fsync|fdatasync)\(")


def syncs_and_confirmations(folder: Path, commits: int) -> tuple[int, int]:
    """Write so many rows in a process of its own; return how often it synced and how much it confirmed."""
    shutil.copyfile(sqlite_template(), folder / "leadroom.sqlite3")
    trace = folder / f"trace-{commits}"
    done = subprocess.run(
        [
            "strace",
            "-f",
            "-e",
            "trace=fsync,fdatasync",
            "-o",
            trace,
            sys.executable,
            "-c",
            WRITE,
            str(commits),
        ],
        env=environment(
            LEADROOM_DATA=str(folder), LEADROOM_MODE="demo", DJANGO_SETTINGS_MODULE="leadroom.config.settings"
        ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return len(SYNC.findall(trace.read_text())), done.stdout.count("confirmed")


@pytest.mark.sqlite
def test_every_confirmed_commit_was_synced(tmp_path: Path) -> None:
    if not shutil.which("strace") and os.environ.get("CI") != "true":
        pytest.skip("strace is missing; `make test` installs it where it may")

    before, _nothing = syncs_and_confirmations(tmp_path, 0)
    after, confirmed = syncs_and_confirmations(tmp_path, COMMITS)

    assert confirmed == COMMITS
    assert after - before >= COMMITS
