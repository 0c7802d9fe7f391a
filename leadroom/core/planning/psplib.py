# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Reads projects in the form of PSPLIB and MMLIB (.mm), so that planning can be measured on known instances.

Source of the form: R. Kolisch and A. Sprecher, PSPLIB, European Journal of Operational Research 96 (1996). A
resource that is renewable has so much in every period; one that is not has so much in all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadroom.core.planning.exchange import Unreadable

# Far more than any published instance has; beyond it the tables of a search would not fit.
MOST_JOBS, MOST_NUMBER = 1000, 10**5
SECTIONS = ("PRECEDENCE", "REQUESTS", "RESOURCEAVAILABILITIES")


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to do a job: periods it takes, what it needs of each resource in every period and in all."""

    duration: int
    renewable: tuple[int, ...]
    consumed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One job: its modes, and the numbers (from 0) of the jobs that start no sooner than it ends."""

    modes: tuple[Mode, ...]
    successors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """Jobs to be done as soon as can be; what there is of each resource in every period, and in all."""

    jobs: tuple[Job, ...]
    renewable: tuple[int, ...]
    consumed: tuple[int, ...]


def read_project(text: str) -> Project:
    """Return the project that a text holds. Raises Unreadable, with the number of the line."""
    lines = list(enumerate(text.splitlines(), 1))
    count, renewable, consumed = (_head(lines, name) for name in ("jobs", "renewable", "nonrenewable"))
    if not 1 <= count <= MOST_JOBS:
        raise Unreadable(f"there must be from 1 to {MOST_JOBS} jobs")
    if _head(lines, "doubly constrained"):
        raise Unreadable("doubly constrained resources are not known here")
    orders, requests, rest = (list(_rows(lines, name)) for name in SECTIONS)
    modes = _modes(requests, count, renewable, consumed)
    successors = _successors(orders, [len(one) for one in modes])
    there = _available(rest, renewable + consumed)
    jobs = tuple(Job(one, after) for one, after in zip(modes, successors, strict=True))
    return Project(jobs, there[:renewable], there[renewable:])


_Row = tuple[int, tuple[int, ...]]


def _head(lines: Sequence[tuple[int, str]], name: str) -> int:
    """Return a number that the head of the file gives by name."""
    for number, line in lines:
        found = re.match(rf"[\s-]*{name}\b[^:]*:\s*(\d{{1,6}})\b", line)
        if found:
            return int(found[1])
        if re.match(rf"[\s-]*{name}\b", line):
            raise Unreadable(f"line {number}: “{name}” gives no number")
    raise Unreadable(f"line {len(lines)}: “{name}” is missing")


def _rows(lines: Sequence[tuple[int, str]], section: str) -> Iterator[_Row]:
    """Return the rows of numbers in a section."""
    is_inside = is_found = False
    for number, line in lines:
        words = line.replace(" ", "").upper()
        if words.startswith(SECTIONS):
            is_inside = words.startswith(section)
            is_found |= is_inside
        elif is_inside and line.strip(" \t*-") and not line.lstrip().startswith(("jobnr", "R ", "N ")):
            yield number, _numbers(number, line)
    if not is_found:
        raise Unreadable(f"line {len(lines)}: the section {section} is missing")


def _numbers(number: int, line: str) -> tuple[int, ...]:
    words = line.split()
    if not all(re.fullmatch(r"[0-9]{1,6}", word) and int(word) <= MOST_NUMBER for word in words):
        raise Unreadable(f"line {number}: only whole numbers from 0 to {MOST_NUMBER} may stand here")
    return tuple(map(int, words))


def _modes(rows: Sequence[_Row], count: int, renewable: int, consumed: int) -> list[tuple[Mode, ...]]:
    """Return each job's modes; only the first of them carries the job's number."""
    found: list[list[Mode]] = []
    width = 2 + renewable + consumed
    for number, row in rows:
        if len(row) == width + 1:
            if row[0] != len(found) + 1 or len(found) == count:
                raise Unreadable(f"line {number}: job {row[0]} stands where another should")
            found.append([])
        elif len(row) != width or not found:
            raise Unreadable(f"line {number}: there must be {width} numbers, and before them a job's, once")
        mode, duration, *needs = row[-width:]
        if mode != len(found[-1]) + 1:
            raise Unreadable(f"line {number}: mode {mode} stands where another should")
        found[-1].append(Mode(duration, tuple(needs[:renewable]), tuple(needs[renewable:])))
    if len(found) != count:
        raise Unreadable(
            f"line {rows[-1][0] if rows else 1}: {count} jobs are announced, {len(found)} have modes"
        )
    return [tuple(modes) for modes in found]


def _successors(rows: Sequence[_Row], modes: Sequence[int]) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    for number, row in rows:
        if len(row) < len(("job", "modes", "successors")) or row[0] != len(found) + 1 or row[0] > len(modes):
            raise Unreadable(f"line {number}: job, modes, successors are to stand here, job after job")
        if row[1] != modes[row[0] - 1]:
            raise Unreadable(f"line {number}: {row[1]} modes are announced, there are {modes[row[0] - 1]}")
        after = row[3:]
        if len(after) != row[2] or any(not 1 <= job <= len(modes) for job in after):
            raise Unreadable(f"line {number}: {row[2]} jobs from 1 to {len(modes)} are to follow")
        found.append(tuple(job - 1 for job in after))
    if len(found) != len(modes):
        raise Unreadable(
            f"line {rows[-1][0] if rows else 1}: {len(modes)} jobs are announced, {len(found)} are in order"
        )
    circle = min(set(range(len(found))) - set(in_turn(found)), default=None)
    if circle is not None:
        raise Unreadable(f"line {rows[circle][0]}: job {circle + 1} waits for itself, or for one that does")
    return found


def in_turn(successors: Sequence[Sequence[int]]) -> list[int]:
    """Return the jobs so that each comes after those it waits for; what waits for itself is left out."""
    waits = [0] * len(successors)
    for after in successors:
        for job in after:
            waits[job] += 1
    order = [job for job, count in enumerate(waits) if not count]
    for job in order:
        for later in successors[job]:
            waits[later] -= 1
            if not waits[later]:
                order.append(later)
    return order


def _available(rows: Sequence[_Row], width: int) -> tuple[int, ...]:
    for number, row in rows:
        if len(row) != width:
            raise Unreadable(f"line {number}: there must be {width} numbers, one for each resource")
        return row
    raise Unreadable("it is not said what there is of the resources")
