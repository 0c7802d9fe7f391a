# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The machine as Linux tells of it: whose processor time went where."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PROC = Path("/proc")
TICK = 1 / os.sysconf("SC_CLK_TCK")
# In /proc/PID/stat, counted after the program's name.
PARENT, USER_TIME, SYSTEM_TIME = 1, 11, 12
# In /proc/stat, of a core's times: the two in which it did nothing.
IDLE, WAITING = 3, 4


def cores() -> tuple[int, int]:
    """Return the core for the servers and the one for the client: the same where there is but one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[-1], usable[0]


@contextmanager
def pinned_to(core: int) -> Iterator[None]:
    """Hold this process, and all that it starts meanwhile, to one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def go_first() -> None:
    """Let this process, and all that it starts, go before whatever else wants the same core."""
    os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))


def wait_in_line() -> None:
    """Let this process wait as others do."""
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


def family(roots: Iterable[int]) -> set[int]:
    """Return processes with all their children and children's children."""
    children: dict[int, list[int]] = defaultdict(list)
    for process in (int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()):
        if stat := _stat(process):
            children[int(stat[PARENT])].append(process)
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        process = waiting.pop()
        found.add(process)
        waiting += children[process]
    return found


def seconds_of(processes: Iterable[int]) -> dict[int, float]:
    """Return the processor time that each process has taken so far."""
    stats = {process: stat for process in processes if (stat := _stat(process))}
    return {
        process: (int(stat[USER_TIME]) + int(stat[SYSTEM_TIME])) * TICK for process, stat in stats.items()
    }


def seconds_between(before: Mapping[int, float], processes: Iterable[int]) -> float:
    """Return the processor time taken since; what a process took that ended meanwhile is not known."""
    return sum(taken - before.get(process, 0.0) for process, taken in seconds_of(processes).items())


def busy_seconds(core: int) -> float:
    """Return how long a core has been busy so far."""
    lines = (PROC / "stat").read_text(encoding="ascii").splitlines()
    times = next(line.split()[1:9] for line in lines if line.startswith(f"cpu{core} "))
    return sum(int(time) for place, time in enumerate(times) if place not in {IDLE, WAITING}) * TICK


def load() -> str:
    """Return the machine's load over one, five and fifteen minutes."""
    return " ".join((PROC / "loadavg").read_text(encoding="ascii").split()[:3])


def _stat(process: int) -> list[str]:
    try:
        return (
            (PROC / str(process) / "stat")
            .read_text(encoding="utf-8", errors="replace")
            .rpartition(")")[2]
            .split()
        )
    except OSError:
        return []
