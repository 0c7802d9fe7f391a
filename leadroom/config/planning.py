# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command `leadroom plan`: from a portfolio in a file to a plan; needs no database."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from leadroom.core.planning import Impossible, Limits, NoPlanFound, Plan, Problem, Progress, check, solve
from leadroom.core.planning.exchange import Unreadable, read, written

FINE, UNREADABLE, NO_PLAN = 0, 2, 3
MOST_BYTES = 50_000_000
# With a clock the search goes on until it rings.
UNENDING = 1_000_000


def run(chosen: argparse.Namespace) -> int:
    """Plan one file, print the plan and return the exit code."""
    try:
        problem = read(_text(chosen.file))
    except (OSError, UnicodeDecodeError, Unreadable) as failed:
        print(f"✗ {chosen.file}: {failed}", file=sys.stderr)
        return UNREADABLE
    found = solve(problem, _limits(chosen), stop=_clock(chosen.seconds), progress=_teller(chosen))
    if isinstance(found, Plan) and check(problem, found.choices):
        raise AssertionError("The checker refuses the solver's plan.")
    if chosen.as_json:
        print(json.dumps(written(problem, found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_told(problem, found)))
    return FINE if isinstance(found, Plan) else NO_PLAN


def _text(path: Path) -> str:
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(f"larger than {MOST_BYTES // 1_000_000} MB")
    return path.read_text(encoding="utf-8-sig")


def _limits(chosen: argparse.Namespace) -> Limits:
    return Limits(sweeps=chosen.sweeps, seed=chosen.seed, restarts=0 if chosen.seconds is None else UNENDING)


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


def _told(problem: Problem, found: Plan | Impossible | NoPlanFound) -> list[str]:
    if isinstance(found, Impossible):
        named = ", ".join(found.without_place)
        why = f" No place is left for: {named}." if named else " All together need more than there is."
        return [f"Impossible: no plan keeps every rule.{why}"]
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


def _months(units: int) -> str:
    """Write hundredths of a team-month as team-months."""
    return f"{units / 100:,.2f}"
