# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Renews the locked requirements: exact versions with hashes, for every system, without addresses."""

from pathlib import Path

from tools.progress import finish, run, step
from tools.setup import BIN, DEV_LOCK, NODE_LOCK, ROOT, RUN_LOCK

COMPILE: list[str | Path] = [
    *(
        BIN / "uv",
        "pip",
        "compile",
        "--quiet",
        "--upgrade",
        "--generate-hashes",
        "--universal",
        "--no-header",
    ),
    *("--python-version", "3.11"),
]
BENCH_LOCK = "requirements-bench.lock"
WITH: list[str | Path] = ["pyproject.toml", "--extra", "postgres", "--group", "setup"]


def main() -> None:
    """Write the four locks."""
    with step("Lock what runs"):
        run([*COMPILE, *WITH, "-o", RUN_LOCK.name], cwd=ROOT)
    with step("Lock what tests need beside it"):
        run([*COMPILE, *WITH, "--group", "dev", "-c", RUN_LOCK.name, "-o", DEV_LOCK.name], cwd=ROOT)
    with step("Lock Node, for machines without it"):
        run([*COMPILE, "--group", "pyproject.toml:node", "-o", NODE_LOCK.name], cwd=ROOT)
    with step("Lock what schedules are measured beside"):
        run([*COMPILE, "--group", "pyproject.toml:bench", "-o", BENCH_LOCK], cwd=ROOT)


if __name__ == "__main__":
    finish(main)
