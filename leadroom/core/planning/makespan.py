# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Schedules a project in PSPLIB's form as soon as can be, with CP-SAT: the anchor to what others measure.

One optional interval of fixed size for each mode, so that no demand or duration is a variable; modes
that cannot be in a best schedule are taken out first (A. Sprecher, S. Hartmann and A. Drexl, OR Spektrum
19, 1997); and one row of energy for each resource ties the modes to the makespan.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

from ortools.sat.python import cp_model

from leadroom.core.planning.psplib import Mode, Project


class Found(Enum):
    """What a search came to."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Schedule:
    """
    What was found: for each job its start and the number of its mode, from 0; both empty where there is none.

    `makespan` is when the last job ends (None: no schedule), `bound` what no schedule undercuts.
    """

    found: Found
    makespan: int | None
    bound: int
    starts: tuple[int, ...] = ()
    modes: tuple[int, ...] = ()


class Broken(Enum):
    """Which rule a schedule breaks."""

    INCOMPLETE = "incomplete"
    ORDER = "order"
    RENEWABLE = "renewable"
    CONSUMED = "consumed"
    MAKESPAN = "makespan"


def broken(project: Project, schedule: Schedule) -> tuple[tuple[Broken, int], ...]:
    """
    Return each rule that a schedule breaks, with the number of the job or the resource; none for a sound one.

    Written apart from the search: it counts what every period holds.
    """
    jobs, starts, modes = project.jobs, schedule.starts, schedule.modes
    if not len(starts) == len(modes) == len(jobs) or min(starts) < 0:
        return ((Broken.INCOMPLETE, 0),)
    if any(not 0 <= mode < len(job.modes) for mode, job in zip(modes, jobs, strict=True)):
        return ((Broken.INCOMPLETE, 0),)
    done = [job.modes[mode] for job, mode in zip(jobs, modes, strict=True)]
    ends = [start + mode.duration for start, mode in zip(starts, done, strict=True)]
    late = [
        (Broken.ORDER, number)
        for number, job in enumerate(jobs)
        if any(starts[other] < ends[number] for other in job.successors)
    ]
    length = [(Broken.MAKESPAN, 0)] if schedule.makespan != max(ends) else []
    return (*late, *_overdrawn(project, starts, done), *length)


def _overdrawn(
    project: Project, starts: Sequence[int], done: Sequence[Mode]
) -> tuple[tuple[Broken, int], ...]:
    """Return the resources of which more is taken than there is."""
    found = []
    for number, there in enumerate(project.renewable):
        held: dict[int, int] = {}
        for start, mode in zip(starts, done, strict=True):
            for period in range(start, start + mode.duration):
                held[period] = held.get(period, 0) + mode.renewable[number]
        if max(held.values(), default=0) > there:
            found.append((Broken.RENEWABLE, number))
    for number, there in enumerate(project.consumed):
        if sum(mode.consumed[number] for mode in done) > there:
            found.append((Broken.CONSUMED, number))
    return tuple(found)


def usable_modes(project: Project) -> list[list[int]]:
    """Return for each job the modes that a best schedule may need; a job without any has no schedule."""
    kept = [_efficient(job.modes) for job in project.jobs]
    is_changing = True
    while is_changing and all(kept):
        least = [
            [min(job.modes[mode].consumed[number] for mode in row) for number in range(len(project.consumed))]
            for job, row in zip(project.jobs, kept, strict=True)
        ]
        spare = [
            there - sum(column)
            for there, column in zip(project.consumed, zip(*least, strict=True), strict=True)
        ]
        fewer = [
            [mode for mode in row if _is_able(project, job.modes[mode], own, spare)]
            for job, row, own in zip(project.jobs, kept, least, strict=True)
        ]
        is_changing, kept = fewer != kept, fewer
    return kept


def _efficient(modes: Sequence[Mode]) -> list[int]:
    """Return the modes that no other beats or equals in time and in every need."""
    needs = [(mode.duration, *mode.renewable, *mode.consumed) for mode in modes]
    return [
        number
        for number, own in enumerate(needs)
        if not any(
            all(one <= two for one, two in zip(other, own, strict=True)) and (other != own or place < number)
            for place, other in enumerate(needs)
            if place != number
        )
    ]


def _is_able(project: Project, mode: Mode, least: Sequence[int], spare: Sequence[int]) -> bool:
    """Say whether a mode fits if all other jobs take the least they can."""
    fits = not mode.duration or all(
        need <= there for need, there in zip(mode.renewable, project.renewable, strict=True)
    )
    return fits and all(
        need - own <= left for need, own, left in zip(mode.consumed, least, spare, strict=True)
    )


def shortest(project: Project, *, seconds: float, workers: int = 2, seed: int = 0) -> Schedule:
    """
    Return the schedule that ends soonest, as far as it was found in so many seconds.

    What comes of a search that is cut off by time may differ from run to run; what is OPTIMAL has always the
    same makespan.
    """
    kept = usable_modes(project)
    if not all(kept):
        return Schedule(Found.INFEASIBLE, None, 0)
    whole = _Model(project, kept)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    status = solver.solve(whole.model)
    if status == cp_model.INFEASIBLE:
        return Schedule(Found.INFEASIBLE, None, 0)
    bound = max(0, round(solver.best_objective_bound))
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return Schedule(Found.UNKNOWN, None, bound)
    return whole.schedule(solver, Found.OPTIMAL if status == cp_model.OPTIMAL else Found.FEASIBLE, bound)


class _Model:
    """The project as CP-SAT sees it."""

    def __init__(self, project: Project, kept: Sequence[Sequence[int]]) -> None:
        self.project, self.kept, self.model = project, kept, cp_model.CpModel()
        horizon = sum(max(mode.duration for mode in job.modes) for job in project.jobs)
        self.starts = [self.model.new_int_var(0, horizon, "") for _ in project.jobs]
        self.taken = [[self.model.new_bool_var("") for _ in row] for row in kept]
        self.makespan = self.model.new_int_var(0, horizon, "")
        for row in self.taken:
            # Each job is done in one of its modes.
            self.model.add_exactly_one(row)
        self.order()
        self.renew()
        self.consume()
        self.model.minimize(self.makespan)

    def over_modes(self, numbers: Sequence[Sequence[int]]) -> Any:
        """Return the sum of one number for each mode that is taken."""
        taken = [one for row in self.taken for one in row]
        return cp_model.LinearExpr.weighted_sum(taken, [number for row in numbers for number in row])

    def each(self, read: Callable[[Mode], int]) -> list[list[int]]:
        """Return what is read from each mode that is kept."""
        return [
            [read(job.modes[mode]) for mode in row]
            for job, row in zip(self.project.jobs, self.kept, strict=True)
        ]

    def order(self) -> None:
        """No job starts before those it waits for have ended, and none ends after the makespan."""
        for number, job in enumerate(self.project.jobs):
            sizes = [job.modes[mode].duration for mode in self.kept[number]]
            end = self.starts[number] + cp_model.LinearExpr.weighted_sum(self.taken[number], sizes)
            self.model.add(end <= self.makespan)
            for other in job.successors:
                self.model.add(end <= self.starts[other])

    def renew(self) -> None:
        """In no period more is held of a resource than there is; nor more in all than fits into the makespan."""
        for number, there in enumerate(self.project.renewable):
            held, needs = self.held(number)
            self.model.add_cumulative(held, needs, there)
            energy = self.each(partial(_energy, number))
            self.model.add(self.over_modes(energy) <= there * self.makespan)

    def held(self, number: int) -> tuple[list[Any], list[int]]:
        """Return an interval for each mode that holds a resource, and how much it holds."""
        held, needs = [], []
        for job, start, row, taken in zip(self.project.jobs, self.starts, self.kept, self.taken, strict=True):
            for place, is_taken in zip(row, taken, strict=True):
                mode = job.modes[place]
                if mode.duration and mode.renewable[number]:
                    interval = self.model.new_optional_fixed_size_interval_var
                    held.append(interval(start, mode.duration, is_taken, ""))
                    needs.append(mode.renewable[number])
        return held, needs

    def consume(self) -> None:
        """In all no more is used up of a resource than there is."""
        for number, there in enumerate(self.project.consumed):
            self.model.add(self.over_modes(self.each(partial(_use, number))) <= there)

    def schedule(self, solver: Any, found: Found, bound: int) -> Schedule:
        """Return what the solver has found."""
        modes = tuple(
            next(mode for mode, is_taken in zip(row, taken, strict=True) if solver.boolean_value(is_taken))
            for row, taken in zip(self.kept, self.taken, strict=True)
        )
        starts = tuple(int(solver.value(start)) for start in self.starts)
        return Schedule(found, int(solver.value(self.makespan)), bound, starts, modes)


def _energy(number: int, mode: Mode) -> int:
    return mode.duration * mode.renewable[number]


def _use(number: int, mode: Mode) -> int:
    return mode.consumed[number]
