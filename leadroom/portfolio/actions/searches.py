# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The search for a plan, done by a worker: what it finds is kept at once, so that a dead worker loses nothing.

Each look at the row and each write is a short transaction of its own; between them the core thinks. A run
puts its mark on the row: one that meets another's mark has been given up for dead, and goes quietly.
"""

import time
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.db import OperationalError, transaction
from django.utils import timezone

from leadroom.accounts.models import Actor, Council, Role, User
from leadroom.core.planning import (
    Choice,
    Impossible,
    Limits,
    NoPlanFound,
    Problem,
    Progress,
    Senseless,
    WayOut,
    check,
    explain,
    figures,
    reasons,
    replan,
    solve,
    ways_out,
)
from leadroom.core.planning import Plan as Found
from leadroom.kit import jobs
from leadroom.kit.tenancy import council
from leadroom.portfolio import queries
from leadroom.portfolio.bridge import (
    Index,
    changed,
    even_weight,
    index_of,
    problem_of,
    read_changes,
    read_choices,
    usable,
    written_choices,
    written_explanation,
    written_figures,
    written_portfolio,
    written_reasons,
    written_way,
)
from leadroom.portfolio.models import Plan, PlanStatus

# How hard to search: equal portfolios give equal plans.
LIMITS = Limits(restarts=3)
# Seconds between two looks at the row, and between two writes of a better plan.
PAUSE = 1.0


class _GivenUp(Exception):
    """The plan was removed, or another worker has taken the job over."""


class BrokenPlan(RuntimeError):
    """The judge found a breach in a plan that the search gave out as keeping every rule."""


def search(*, council_id: int, plan_id: int) -> None:
    """Search for a plan until it is found, proven impossible or stopped; a search that is over is left alone."""
    run = _Run(council_id, plan_id)
    try:
        if run.begin():
            run.go()
    except _GivenUp:
        return
    except Senseless as contradiction:
        run.end(PlanStatus.FAILED, explanation=_written_fault(contradiction))
    except OperationalError:
        # The database, not the portfolio: the queue tries again.
        raise
    except Exception:
        run.end(PlanStatus.FAILED)
        raise


def give_up(*, council_id: int, plan_id: int) -> None:
    """End a search whose workers died every time: with the best plan so far, where there is one."""
    with council(council_id), transaction.atomic():
        plan = Plan.objects.select_for_update().filter(pk=plan_id).first()
        if plan is None or plan.is_over:
            return
        plan.status = PlanStatus.STOPPED if plan.choices else PlanStatus.FAILED
        plan.ended_at = timezone.now()
        plan.save(update_fields=["status", "ended_at"])


def _written_fault(contradiction: Senseless) -> dict[str, str]:
    fault = contradiction.fault
    return {"kind": "senseless", "where": fault.where, "key": fault.key, "what": fault.what}


class _Run:
    """One worker's go at one plan."""

    def __init__(self, council_id: int, plan_id: int) -> None:
        self.council_id, self.plan_id = council_id, plan_id
        self.mark = uuid4().hex
        self.problem: Problem
        self.index: Index
        self.needs: Mapping[str, tuple[int, ...]]
        self.weight = 0
        self.keep: Mapping[str, Choice] = {}
        self.start: Mapping[str, Choice] | None = None
        self.progress: dict[str, Any] = {}
        self.ways: list[dict[str, Any]] = []
        self.waiting: Mapping[str, Choice] | None = None
        self.is_stopped = False
        self.looked_at = self.kept_at = float("-inf")

    def begin(self) -> bool:
        """Mark the row as this run's; False where nothing is left to do."""
        with council(self.council_id), transaction.atomic():
            plan = Plan.objects.select_for_update().filter(pk=self.plan_id).first()
            if plan is None or plan.is_over:
                return False
            plan.status, plan.progress = PlanStatus.SEARCHING, {"run": self.mark}
            plan.save(update_fields=["status", "progress"])
        return True

    def read(self) -> None:
        """Read the portfolio as it stands, the plan this one is based on, and what a run before this one kept."""
        with council(self.council_id), transaction.atomic():
            plan = Plan.objects.select_related("based_on").filter(pk=self.plan_id).first()
            if plan is None:
                raise _GivenUp
            rows = queries.planning_rows(_searcher(self.council_id))
            self.index, self.needs = index_of(rows), usable(rows)
            self.problem = changed(problem_of(rows), read_changes(plan.changes), self.index)
            self.weight = even_weight(self.problem) or 0
            self.keep = read_choices(plan.based_on.choices, self.index) if plan.based_on else {}
            start = read_choices(plan.choices, self.index)
            self.start = start if plan.choices and not check(self.problem, start) else None
            portfolio = written_portfolio(rows, self.problem, self.needs)
        if self.start is None:
            self.write(problem=portfolio, choices={}, figures={})
        else:
            self.write(problem=portfolio)
            self.hold(self.start)

    def go(self) -> None:
        """Search, and tell how it ended."""
        self.read()
        answer = self.searched()
        if isinstance(answer, Found):
            self.hold(answer.choices, answer)
            self.end(PlanStatus.STOPPED if self.is_stopped else PlanStatus.FOUND)
        elif self.is_stopped and isinstance(answer, NoPlanFound):
            self.end(PlanStatus.STOPPED)
        else:
            self.tell_why(answer)

    def searched(self) -> Found | Impossible | NoPlanFound:
        """Return the core's answer: the nearest plan to the one it is based on, or the best there is."""
        if self.keep:
            answer = replan(self.problem, keep=self.keep, stop=self.stop, found=self.found)
            if self.start is None or self.is_stopped or not isinstance(answer, NoPlanFound):
                return answer
        return solve(
            self.problem,
            LIMITS,
            start=self.start,
            stop=self.stop,
            progress=self.note,
            found=self.found,
        )

    def tell_why(self, answer: Impossible | NoPlanFound) -> None:
        """Say why there is no plan, and what would help; only what is proven is called impossible."""
        reason = explain(self.problem)
        is_proven = isinstance(answer, Impossible) or bool(reason)
        self.write(explanation=written_explanation(reason), progress=self.said_progress(is_proven=is_proven))
        found = ways_out(self.problem, stop=self.stop, found=self.found_way)
        self.end(
            PlanStatus.IMPOSSIBLE if is_proven else PlanStatus.NOT_FOUND,
            ways_out=[written_way(self.problem, way, self.index) for way in found],
        )

    def stop(self) -> bool:
        """Say whether somebody wants the search to stop; keep what waits to be kept, and the job alive."""
        now = time.monotonic()
        if now - self.looked_at >= PAUSE and not self.is_stopped:
            self.looked_at = now
            if not jobs.beat():
                raise _GivenUp
            self.keep_waiting(now)
            self.is_stopped = self.write(progress=self.said_progress()).is_stop_wanted
        return self.is_stopped

    def found(self, choices: Mapping[str, Choice]) -> None:
        """Keep a better plan: the first at once, those after it not more often than every second."""
        self.waiting = choices
        self.keep_waiting(time.monotonic())

    def keep_waiting(self, now: float) -> None:
        """Write the best plan so far if it is time."""
        if self.waiting is not None and now - self.kept_at >= PAUSE:
            self.kept_at = now
            self.hold(self.waiting)

    def hold(self, choices: Mapping[str, Choice], answer: Found | None = None) -> None:
        """Write a plan that the judge finds no fault with."""
        if check(self.problem, choices):
            raise BrokenPlan
        self.waiting = None
        total = answer.figures if answer else figures(self.problem, choices)
        self.write(
            choices=written_choices(self.problem, choices, self.index),
            figures=written_figures(self.problem, total, self.needs, answer)
            | ({"reasons": self.reasons(choices)} if answer else {}),
            progress=self.said_progress(),
        )

    def reasons(self, choices: Mapping[str, Choice]) -> dict[str, dict[str, Any]]:
        """Return what binds each solution of the finished plan."""
        return written_reasons(self.problem, reasons(self.problem, choices), self.index)

    def note(self, progress: Progress) -> None:
        """Remember how the search stands, for the next write; headroom only where all free effort counts alike."""
        self.progress = {"done": progress.done, "total": progress.total}
        if self.weight:
            self.progress["bound"] = progress.bound // self.weight

    def found_way(self, way: WayOut) -> None:
        """Keep a way out as soon as it is found."""
        self.ways.append(written_way(self.problem, way, self.index))
        self.write(ways_out=self.ways)

    def said_progress(self, **more: Any) -> dict[str, Any]:
        """Return how the search stands, with this run's mark."""
        return {"run": self.mark, **self.progress, **more}

    def write(self, **values: Any) -> Plan:
        """Write to the row if it is still there and this run's, and return it."""
        with council(self.council_id), transaction.atomic():
            plan = Plan.objects.select_for_update().filter(pk=self.plan_id).first()
            if plan is None or plan.progress.get("run") != self.mark:
                raise _GivenUp
            for name, value in values.items():
                setattr(plan, name, value)
            plan.save(update_fields=list(values))
            return plan

    def end(self, status: PlanStatus, **values: Any) -> None:
        """Write that the search is over, and how."""
        try:
            self.write(status=status, ended_at=timezone.now(), **values)
        except _GivenUp:
            return


def _searcher(council_id: int) -> Actor:
    """Return who searches: nobody in person, with the digital office's eyes."""
    return Actor(User(), Council.objects.get(pk=council_id), None, frozenset({Role.DIGITAL_OFFICE}))
