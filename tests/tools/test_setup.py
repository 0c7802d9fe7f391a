# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Set-up: what it needs it says in plain words, and what it installs is locked."""

import importlib.util
import re
import subprocess
import sys
from collections import namedtuple

import pytest

from tools import setup
from tools.progress import Stopped

PIN = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
Version = namedtuple("Version", "major minor micro")  # noqa: PYI024 - stands in for sys.version_info
LOCKS = [setup.RUN_LOCK, setup.DEV_LOCK, setup.NODE_LOCK]


def test_missing_venv_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)

    with pytest.raises(
        Stopped, match=r"its venv module is missing\.\nOn Debian and Ubuntu: sudo apt-get install python3"
    ):
        setup.check_python()


def test_old_python_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))

    with pytest.raises(Stopped, match=r"Leadroom needs Python 3\.11 or newer"):
        setup.check_python()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_has_hashes_and_no_addresses(lock: setup.Path) -> None:
    text = lock.read_text(encoding="utf-8")

    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


def test_developers_have_what_runs_in_the_same_versions() -> None:
    runs, dev = (dict(PIN.findall(lock.read_text(encoding="utf-8"))) for lock in LOCKS[:2])

    assert {name: dev.get(name) for name in runs} == runs


def test_installer_itself_is_taken_from_the_lock_with_its_hashes() -> None:
    block = setup.locked_block(setup.RUN_LOCK, "uv")

    assert block.startswith("uv==")
    assert set(re.findall(r"--(\w+)=", block)) == {"hash"}
    assert not block.rstrip().endswith("\\")


def test_front_end_lock_has_no_addresses() -> None:
    assert '"resolved"' not in (setup.ROOT / "package-lock.json").read_text(encoding="utf-8")


def test_make_alone_lists_every_command() -> None:
    done = subprocess.run(["make"], cwd=setup.ROOT, capture_output=True, text=True, check=True)

    listed = re.findall(r"^  make (\w+)", done.stdout, re.MULTILINE)
    targets = re.findall(r"^(\w+):", (setup.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == targets
    assert {"setup", "run", "worker", "demo", "test", "check", "fix", "texts", "measure", "docs"} <= set(
        listed
    )


def test_continuous_integration_calls_make_test_and_nothing_else() -> None:
    lines = (setup.ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd ", "export "))]
    assert commands == ["make test"]
