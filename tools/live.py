# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A real server process on data of its own: started, stopped, or killed in the middle of it.

Journeys, screenshots, measurements and the tests that kill it all use this one.
"""

import fcntl
import hashlib
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tools.postgresql import memory_folder
from tools.setup import ROOT

LEADROOM = (sys.executable, "-c", "import sys; from leadroom.config.cli import main; sys.exit(main())")
CACHE = ROOT / ".pytest_cache" / "leadroom"
HOST = "127.0.0.1"
STARTS_WITHIN = 30


class NotAnswering(RuntimeError):
    """The server did not come up; the message holds what it said."""


def free_port() -> int:
    """Return a port that nobody has."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@dataclass
class Live:
    """One `leadroom serve` on one data folder; it can be started again after each end."""

    data: Path
    environment: dict[str, str] = field(default_factory=dict)
    workers: int = 1
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        """Return the address without a slash at its end."""
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> Path:
        """Return the file that holds what the server said."""
        return self.data / "server.log"

    def env(self) -> dict[str, str]:
        """Return the environment of a demo on this data folder."""
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("LEADROOM_")},
            "LEADROOM_MODE": "demo",
            "LEADROOM_DATA": str(self.data),
            "PYTHONPATH": str(ROOT),
            **self.environment,
        }

    def start(self) -> None:
        """Start serving, and return once the first answer came."""
        command = [*LEADROOM, "serve", "--port", str(self.port), "--workers", str(self.workers)]
        with self.log.open("ab") as log:
            # A session of its own, so that killing the group takes the worker processes along.
            self.process = subprocess.Popen(
                command, env=self.env(), cwd=self.data, stdout=log, stderr=log, start_new_session=True
            )
        self.wait_until_answering()

    def wait_until_answering(self) -> None:
        """Ask until the server answers; raises NotAnswering with what it said."""
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            if self.process is None or self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"http://{HOST}:{self.port}/livez", timeout=5):
                    return
            except OSError:
                time.sleep(0.02)
        raise NotAnswering(self.log.read_text(encoding="utf-8", errors="replace")[-4000:])

    def kill(self) -> None:
        """End it as a power cut ends a process: SIGKILL to it and all its workers, at once."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop, and wait until it has."""
        self._signal(signal.SIGTERM)

    def _signal(self, number: int) -> None:
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)
        self.process.wait(timeout=20)
        self.process = None

    def load_afresh(self) -> None:
        """Put the demo back as it was loaded, under a server that goes on running."""
        with (
            closing(sqlite3.connect(demo_template())) as loaded,
            closing(sqlite3.connect(self.data / "leadroom.sqlite3", timeout=10)) as ours,
        ):
            loaded.backup(ours)

    def run(self, *command: str) -> str:
        """Run another of Leadroom's commands on the same data, and return what it printed."""
        done = subprocess.run(
            [*LEADROOM, *command], env=self.env(), cwd=self.data, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise NotAnswering(f"leadroom {' '.join(command)}: {done.stdout}{done.stderr}")
        return done.stdout


@contextmanager
def demo_data() -> Iterator[Path]:
    """Yield a data folder with the whole demo in it, copied from one that is loaded once a day."""
    template = demo_template()
    with tempfile.TemporaryDirectory(prefix="leadroom-live-", dir=memory_folder()) as folder:
        shutil.copyfile(template, Path(folder) / "leadroom.sqlite3")
        yield Path(folder)


def demo_template() -> Path:
    """Return a SQLite file with the demo loaded; made anew when the program, a pack or the day has changed."""
    CACHE.mkdir(parents=True, exist_ok=True)
    template = CACHE / f"demo-{_fingerprint()}.sqlite3"
    with (CACHE / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not template.exists():
            _make_demo(template)
    return template


def _make_demo(template: Path) -> None:
    for old in CACHE.glob("demo-*.sqlite3"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="leadroom-live-", dir=memory_folder()) as folder:
        Live(Path(folder)).run("demo")
        made = template.with_suffix(".part")
        shutil.copyfile(Path(folder) / "leadroom.sqlite3", made)
        made.replace(template)


def _fingerprint() -> str:
    known = hashlib.sha256(f"{datetime.now(UTC):%Y-%m-%d}".encode())
    sources = [
        *ROOT.glob("leadroom/**/*.py"),
        *ROOT.glob("packs/**/*"),
        *ROOT.glob("leadroom/**/static/**/*"),
    ]
    for path in sorted(path for path in sources if path.is_file() and path.parts[-2] != "__pycache__"):
        if not path.is_relative_to(ROOT / "leadroom" / "static"):
            known.update(path.read_bytes())
    return known.hexdigest()[:16]
