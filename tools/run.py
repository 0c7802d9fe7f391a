# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What `make run` does once everything is installed: tables, demo, static files, web and worker.

A second run keeps the data and starts in seconds. Ctrl-C stops both processes.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from importlib import import_module

import django

from leadroom.config import server
from tools.progress import Stopped, elapsed, finish, say, step
from tools.setup import BIN, ROOT

HOST = "127.0.0.1"
READY_WITHIN = 30
Process = subprocess.Popen[bytes]


def main() -> int:
    """Bring the demo up and stay with it until somebody stops it."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    port = free_port(int(os.environ.get("PORT") or os.environ.get("LEADROOM_PORT") or 8000))
    os.environ.update(LEADROOM_MODE="demo", LEADROOM_PORT=str(port))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadroom.config.settings")
    os.chdir(ROOT)
    django.setup()
    demo = import_module("tools.demo")
    demo.prepare()
    with started("serve", "--host", HOST, "--port", str(port)) as web, started("worker") as worker:
        try:
            with step("Start web server and worker"):
                wait_for(port, web)
            greet(port, demo.people())
            return watch(web, worker)
        except KeyboardInterrupt:
            say("Stopping")
            return 0
        finally:
            stop(web, worker)


def interrupt(_number: int, _frame: object) -> None:
    """Treat every request to stop like Ctrl-C."""
    raise KeyboardInterrupt


def free_port(wanted: int) -> int:
    """Return the port wanted, or offer the next free one where somebody has it."""
    if server.is_free(HOST, wanted):
        return wanted
    other = server.next_free(HOST, wanted + 1)
    say(f"Port {wanted} is taken by another program.")
    if not sys.stdin.isatty():
        say(f"Using {other} instead. Choose one yourself with: make run PORT=8010")
        return other
    if input(f"          Use {other} instead? [Y/n] ").strip().lower() in {"", "y", "yes"}:
        return other
    raise Stopped("Choose a port with: make run PORT=8010")


def started(*command: str) -> Process:
    """Start one of Leadroom's own commands, in a group of its own so that we decide when it stops."""
    return subprocess.Popen([BIN / "leadroom", *command], start_new_session=True)


def wait_for(port: int, web: Process) -> None:
    """Wait until the server answers."""
    for _ in pauses():
        if web.poll() is not None:
            raise Stopped("The web server did not start; the reason stands above.")
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/livez", timeout=2):
                return
        except OSError:
            continue
    raise Stopped(f"The web server did not answer within {READY_WITHIN} s.")


def pauses() -> Iterator[None]:
    """Wait a little, again and again, but not for ever."""
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        yield
        time.sleep(0.05)


def greet(port: int, people: list[str]) -> None:
    """Say where Leadroom is and who one can be."""
    print(f"\nLeadroom is ready after {elapsed():.0f} s:  http://localhost:{port}/\n")
    print("You can step in as (it is a demo, and asks for no password):")
    for line in people:
        print(f"  {line}")
    print("\nCtrl-C stops it. The data stays in var/; `make demo` begins anew.\n", flush=True)


def watch(*processes: Process) -> int:
    """Stay until one of the processes ends; that it ends by itself is a failure."""
    while all(process.poll() is None for process in processes):
        time.sleep(0.3)
    return 1


def stop(*processes: Process) -> None:
    """Stop the processes and all their children: first politely."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    finish(main)
