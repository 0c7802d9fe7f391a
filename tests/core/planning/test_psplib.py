# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Known projects: they are read, scheduled to their known optima, and judged by what does not know the solver."""

import csv
from contextlib import suppress
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadroom.core.planning import Job, Mode, Project, read_project
from leadroom.core.planning.exchange import Unreadable
from leadroom.core.planning.makespan import Broken, Found, Schedule, broken, shortest, usable_modes
from tools.setup import ROOT

FOLDER = ROOT / "tests" / "data" / "psplib"
KNOWN = list(csv.DictReader((FOLDER / "bks.csv").read_text(encoding="utf-8").splitlines()))
QUICK = {"j1014_3.mm", "j1023_9.mm", "j1028_3.mm", "j1058_3.mm", "j1061_9.mm", "j2018_8.mm", "j2023_4.mm"}
QUICK |= {"j2042_9.mm", "J5099_1.mm"}
SMALL = (FOLDER / "j1014_3.mm").read_text(encoding="utf-8")


def test_every_project_is_read() -> None:
    read = [read_project(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.mm"))]

    assert len(read) == len(KNOWN) == 20
    assert {len(one.jobs) for one in read} == {12, 22, 32, 52}
    assert all(len(one.renewable) == len(one.consumed) == 2 for one in read)


def test_every_part_is_read() -> None:
    project = read_project(SMALL)

    assert project.renewable == (14, 8)
    assert project.consumed == (55, 59)
    assert project.jobs[1].successors == (5, 6)
    assert project.jobs[4].modes[0] == Mode(3, (0, 8), (6, 6))


@pytest.mark.parametrize(
    "known", [one for one in KNOWN if one["instance"] in QUICK], ids=lambda one: one["instance"]
)
def test_known_optima_are_reached_and_proven(known: dict[str, str]) -> None:
    project = read_project((FOLDER / known["instance"]).read_text(encoding="utf-8"))

    found = shortest(project, seconds=60)

    assert (found.found, found.makespan, found.bound) == (Found.OPTIMAL, int(known["bks"]), int(known["bks"]))
    assert broken(project, found) == ()


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Draw a project small enough to try every schedule."""
    few = st.integers(0, 3)
    mode = st.builds(Mode, st.integers(0, 3), st.tuples(few), st.tuples(few))
    modes = [tuple(draw(st.lists(mode, min_size=1, max_size=2))) for _ in range(3)]
    after = [draw(st.sampled_from([(), (1,), (2,), (1, 2)])), draw(st.sampled_from([(), (2,)])), ()]
    jobs = tuple(Job(one, later) for one, later in zip(modes, after, strict=True))
    return Project(jobs, (draw(st.integers(1, 4)),), (draw(st.integers(1, 8)),))


def _least(project: Project) -> int | None:
    """Return the least makespan, found by trying every schedule."""
    found = [
        length
        for modes in product(*(range(len(job.modes)) for job in project.jobs))
        for starts in product(range(7), repeat=3)
        if not broken(
            project, Schedule(Found.FEASIBLE, length := _length(project, starts, modes), 0, starts, modes)
        )
    ]
    return min(found, default=None)


def _length(project: Project, starts: tuple[int, ...], modes: tuple[int, ...]) -> int:
    rows = zip(project.jobs, starts, modes, strict=True)
    return max(start + job.modes[mode].duration for job, start, mode in rows)


@settings(max_examples=25)
@given(projects())
def test_the_shortest_is_as_short_as_trying_every_schedule_finds(project: Project) -> None:
    found = shortest(project, seconds=60, workers=1)

    assert found.makespan == _least(project)
    assert found.found is (Found.INFEASIBLE if found.makespan is None else Found.OPTIMAL)
    assert found.makespan is None or broken(project, found) == ()


def test_modes_that_no_best_schedule_needs_are_taken_out() -> None:
    quick, slow, hungry = Mode(1, (1,), (1,)), Mode(2, (1,), (1,)), Mode(0, (1,), (9,))
    project = Project((Job((slow, quick, quick, hungry), ()),), (1,), (8,))

    assert usable_modes(project) == [[1]]
    assert shortest(replace(project, consumed=(0,)), seconds=9) == Schedule(Found.INFEASIBLE, None, 0)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"starts": (0, 0, 1)}, (Broken.ORDER, 0)),
        ({"starts": (0, 1, 1)}, (Broken.RENEWABLE, 0)),
        ({"modes": (0, 1, 0), "makespan": 3}, (Broken.CONSUMED, 0)),
        ({"makespan": 2}, (Broken.MAKESPAN, 0)),
        ({"starts": (0, 1)}, (Broken.INCOMPLETE, 0)),
        ({"modes": (0, 7, 0)}, (Broken.INCOMPLETE, 0)),
    ],
)
def test_each_rule_broken_is_found(change: dict[str, object], rule: tuple[Broken, int]) -> None:
    plain = Mode(1, (2,), (1,))
    jobs = (Job((plain,), (1, 2)), Job((plain, replace(plain, consumed=(9,))), ()), Job((plain,), ()))
    sound = Schedule(Found.FEASIBLE, 3, 0, (0, 1, 2), (0, 0, 0))
    project = Project(jobs, (2,), (5,))
    assert broken(project, sound) == ()

    assert rule in broken(project, replace(sound, **change))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "jobs (incl. supersource/sink ):  12",
            "jobs (incl. supersource/sink ):",
            "line 6: “jobs” gives no number",
        ),
        ("jobs (incl. supersource/sink ):  12", "", "line 71: “jobs” is missing"),
        ("):  12", "):  0", "there must be from 1 to 1000 jobs"),
        (
            "constrained        :  0",
            "constrained        :  1",
            "doubly constrained resources are not known here",
        ),
        (
            "   5        3          1           8",
            "   5        3          2           8",
            "line 23: 2 jobs from 1 to 12 are to follow",
        ),
        ("           9  10", "           5  10", "line 23: job 5 waits for itself, or for one that does"),
        (
            "   5        3          1           8",
            "   5        2          1           8",
            "line 23: 2 modes are announced, there are 3",
        ),
        (
            "   5        3          1           8",
            "   4        3          1           8",
            "line 23: job, modes, successors are to stand here, job after job",
        ),
        (
            "  5      1     3       0",
            "  6      1     3       0",
            "line 45: job 6 stands where another should",
        ),
        (
            "  5      1     3       0",
            "  5      1     x       0",
            "line 45: only whole numbers from 0 to 100000 may stand here",
        ),
        (
            "  5      1     3       0",
            "  5      2     3       0",
            "line 45: mode 2 stands where another should",
        ),
        ("RESOURCEAVAILABILITIES:", "", "line 71: the section RESOURCEAVAILABILITIES is missing"),
        (
            "   14    8   55   59",
            "   14    8   55",
            "line 70: there must be 4 numbers, one for each resource",
        ),
        ("   14    8   55   59", "", "it is not said what there is of the resources"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, told: str) -> None:
    assert old in SMALL

    with pytest.raises(Unreadable) as refused:
        read_project(SMALL.replace(old, new, 1))

    assert str(refused.value) == told


@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    lines = SMALL.splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.sampled_from(["", "1", "1 1 1 2", "-3", "9999999999", "R 1", "²", *lines]))
    lines[place : place + data.draw(st.integers(0, 2))] = [other]

    with suppress(Unreadable):
        assert len(read_project("\n".join(lines)).jobs) == 12
