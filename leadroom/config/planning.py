# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command `leadroom plan`: from a portfolio in a file (JSON or XLSX) to a plan; needs no database."""

import argparse
import ctypes
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from leadroom.config.portfolio_book import read_book
from leadroom.core.planning import (
    Closed,
    Impossible,
    LaterDeadlines,
    Limits,
    MoreCapacity,
    NoPlanFound,
    Overfull,
    Plan,
    Problem,
    Progress,
    Strained,
    WayOut,
    check,
    explain,
    solve,
    ways_out,
)
from leadroom.core.planning.answers import written, written_reason, written_schedule, written_way
from leadroom.core.planning.exchange import Unreadable, read, read_whole
from leadroom.core.planning.makespan import broken, shortest
from leadroom.core.planning.psplib import read_project

Answer: TypeAlias = Plan | Impossible | NoPlanFound
Reason: TypeAlias = tuple[Closed, ...] | Overfull | Strained | None
FINE, UNREADABLE, NO_PLAN = 0, 2, 3
MOST_BYTES, ZIP = 50_000_000, b"PK\x03\x04"
STANDARD_OUTPUT, STANDARD_ERROR = 1, 2
# How long a schedule is sought where nothing is said.
USUAL_SECONDS = 60.0
# With a clock the search goes on until it rings.
UNENDING = 1_000_000


@contextmanager
def _own_output() -> Iterator[None]:
    """Keep off our output what HiGHS prints by itself now and then: it goes where errors go."""
    others, libc, kept = threading.enumerate(), ctypes.CDLL(None), os.dup(STANDARD_OUTPUT)
    sys.stdout.flush()
    os.dup2(STANDARD_ERROR, STANDARD_OUTPUT)
    try:
        yield
    finally:
        # What a clock cut short goes on for a second or two, and may have something to print.
        for thread in set(threading.enumerate()).difference(others):
            thread.join()
        libc.fflush(None)
        os.dup2(kept, STANDARD_OUTPUT)
        os.close(kept)


def run(chosen: argparse.Namespace) -> int:
    """Plan one file, print the plan and return the exit code."""
    if chosen.format == "psplib":
        return _schedule(chosen)
    try:
        problem = _problem(chosen.file)
    except (OSError, UnicodeDecodeError, Unreadable) as failed:
        print(f"✗ {chosen.file}: {failed}", file=sys.stderr)
        return UNREADABLE
    with _own_output():
        found = solve(problem, _limits(chosen), stop=_clock(chosen.seconds), progress=_teller(chosen))
        reason, ways = (None, ()) if isinstance(found, Plan) else (explain(problem), ways_out(problem))
    if isinstance(found, Plan) and check(problem, found.choices):
        raise AssertionError("The checker refuses the solver's plan.")
    if chosen.as_json:
        print(json.dumps(_as_json(problem, found, reason, ways), ensure_ascii=False, indent=1))
    else:
        print("\n".join([*_told(problem, found), *_why(reason), *_helps(ways)]))
    return FINE if isinstance(found, Plan) else NO_PLAN


def _schedule(chosen: argparse.Namespace) -> int:
    """Schedule one project in PSPLIB's form, print the schedule and return the exit code."""
    try:
        project = read_project(_text(chosen.file))
    except (OSError, UnicodeDecodeError, Unreadable) as failed:
        print(f"✗ {chosen.file}: {failed}", file=sys.stderr)
        return UNREADABLE
    began = time.monotonic()
    seconds = USUAL_SECONDS if chosen.seconds is None else chosen.seconds
    found = shortest(project, seconds=seconds, workers=chosen.workers, seed=chosen.seed)
    if found.starts and broken(project, found):
        raise AssertionError("The checker refuses the solver's schedule.")
    told = written_schedule(found) | {"seconds": round(time.monotonic() - began, 3)}
    if chosen.as_json:
        print(json.dumps(told, indent=1))
    else:
        print("\n".join(_told_schedule(told)))
    return FINE if found.starts else NO_PLAN


def _told_schedule(told: dict[str, Any]) -> Iterator[str]:
    yield f"{told['status']}: makespan {told['makespan']}, at least {told['bound']}, {told['seconds']} s."
    if told["activities"]:
        yield "\nStart  Mode  Activity"
    for one in sorted(told["activities"], key=lambda one: (one["start"], one["activity"])):
        yield f"{one['start']:>5}  {one['mode']:>4}  {one['activity']}"


def _as_json(problem: Problem, found: Answer, reason: Reason, ways: Sequence[WayOut]) -> dict[str, Any]:
    whole = written(problem, found)
    if isinstance(found, Plan):
        return whole
    return whole | {"because": written_reason(reason), "ways_out": [written_way(way) for way in ways]}


def _problem(path: Path) -> Problem:
    _must_fit(path)
    with path.open("rb") as file:
        is_book = file.read(len(ZIP)) == ZIP
    if not is_book:
        return read(_text(path))
    return read_whole(read_book(path))


def _must_fit(path: Path) -> None:
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(f"larger than {MOST_BYTES // 1_000_000} MB")


def _text(path: Path) -> str:
    _must_fit(path)
    return path.read_text(encoding="utf-8-sig")


def _limits(chosen: argparse.Namespace) -> Limits:
    restarts = 0 if chosen.seconds is None else UNENDING
    return Limits(sweeps=chosen.sweeps, seed=chosen.seed, restarts=restarts, workers=max(1, chosen.workers))


def _clock(seconds: float | None) -> Callable[[], bool]:
    """Return what says that the time is up; without seconds it never is."""
    until = None if seconds is None else time.monotonic() + seconds
    return lambda: until is not None and time.monotonic() >= until


def _teller(chosen: argparse.Namespace) -> Callable[[Progress], None]:
    """Return what says how the search stands, where somebody watches."""

    def tell(seen: Progress) -> None:
        best = "no plan yet" if seen.headroom is None else f"headroom {_months(seen.headroom)}"
        print(
            f"\r{seen.done} sweeps, {best}, at most {_months(seen.bound)} ",
            end="",
            file=sys.stderr,
        )

    return tell if sys.stderr.isatty() and not chosen.as_json else lambda _: None


def _told(problem: Problem, found: Answer) -> list[str]:
    if isinstance(found, Impossible):
        return ["Impossible: no plan keeps every rule."]
    if isinstance(found, NoPlanFound):
        short = _months(found.short)
        return [
            f"No plan found; there may be one. The nearest try went over capacity or budget by {short} in all."
        ]
    total = found.figures
    known = (
        "proven to be the most there is"
        if not found.gap
        else (f"at most {_months(found.gap)} ({found.gap_percent:.2f} %) below the most there can be")
    )
    lines = [
        f"Headroom {_months(total.headroom)}, {known}. Value {total.value}.",
        "",
        "Start  Level  Solution",
    ]
    for key, choice in sorted(found.choices.items(), key=lambda one: (one[1].start, one[0])):
        lines.append(f"{choice.start:>5}  {problem.solution_of[key].levels[choice.level].key}  {key}")
    return lines


def _why(reason: Reason) -> Iterator[str]:
    if isinstance(reason, Overfull):
        needs = ", ".join(f"{key} {_months(need)}" for key, need in reason.needs)
        yield (
            f"Team {reason.team} has {_months(reason.room)} in periods {reason.first} to {reason.end - 1}, "
            f"and these alone need {_months(reason.short)} more: {needs}."
        )
    if isinstance(reason, Strained):
        yield f"Together, these are short of {_months(reason.price)} at the least, however the work is laid:"
        for team, first, end, short in reason.cells:
            yield f"- team {team} in periods {first} to {end - 1}, {_months(short)}"
        yield from (f"- money in year {year}, {short}" for year, short in reason.money)
        yield from (f"- the deadline of {key}" for key in reason.deadlines)
    for closed in reason if isinstance(reason, tuple) else ():
        blame = [
            word for word, is_so in (("freezes", closed.is_frozen), ("locks", closed.is_locked)) if is_so
        ]
        cause = f"because of {' or '.join(blame)}" if blame else "between their dates"
        yield f"No place is left {cause} for: {' → '.join(closed.chain)}."


def _helps(ways: Sequence[WayOut]) -> Iterator[str]:
    if ways:
        yield "Ways out that work, the cheapest found first:"
    for way in ways:
        yield f"- {_change(way)} (price {_months(way.price)}, at least {_months(way.bound)})"


def _change(way: WayOut) -> str:
    if isinstance(way.change, MoreCapacity):
        more = [f"{team} {_months(effort)} in period {period}" for team, period, effort in way.change.effort]
        return "more capacity: " + ", ".join(
            [*more, *(f"{money} in year {year}" for year, money in way.change.money)]
        )
    if isinstance(way.change, LaterDeadlines):
        return "later deadlines: " + ", ".join(f"{key} {late} periods" for key, late in way.change.periods)
    levels = {key: way.problem.solution_of[key].levels[level].key for key, level in way.change.levels}
    return "other levels: " + ", ".join(f"{key} {level}" for key, level in levels.items())


def _months(units: int) -> str:
    """Write hundredths of a team-month as team-months."""
    return f"{units / 100:,.2f}"
