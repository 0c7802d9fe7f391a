# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Schedules that leave the house: Microsoft Project's own XML (MSPDI), which other planning tools read too.

The schema is a sequence: an element in the wrong place makes the file unreadable, so each part below
lists its elements in the schema's order. Weeks have five days of eight hours, without holidays.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from xml.etree.ElementTree import Element, SubElement, tostring

CONTENT_TYPE = "application/xml; charset=utf-8"
NAMESPACE = "http://schemas.microsoft.com/project"
# Project 2007, whose schema is published; every later version reads it.
VERSION = 12
BEGINS, NOON_FROM, NOON_TO, ENDS = time(8), time(12), time(13), time(17)
HOURS, WORKING_DAYS, MOST_NAME, MINUTES = 8, 5, 255, 60
# Project counts the days of a week from Sunday, 1, on.
SUNDAY, SATURDAY = 1, 7
STANDARD = 1
FIXED_DURATION, FINISH_TO_START, NO_EARLIER_THAN, WORK, FLAT = 1, 1, 4, 1, 0
IN_DAYS, IN_ELAPSED_DAYS = 7, 8
TENTHS_A_DAY = 24 * MINUTES * 10
# What XML 1.0 has no place for.
FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Link:
    """What a task waits for: another's end, and some days of the calendar after it."""

    before: int
    days: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """
    Work from its first day until `end`, the first day after it; a summary spans what stands under it.

    It stays where it is: no sooner than its first day, whatever is drawn anew around it.
    """

    uid: int
    name: str
    first: date
    end: date
    depth: int = 1
    is_summary: bool = False
    deadline: date | None = None
    notes: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Availability:
    """How many full-time members a resource has from a first day until `end`, the first day after."""

    first: date
    end: date
    units: float


@dataclass(frozen=True, slots=True)
class Resource:
    """Those who do the work, and how many they are when."""

    uid: int
    name: str
    periods: tuple[Availability, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """So many full-time members of a resource work on a task, evenly from its first day to its last."""

    task: Task
    resource: int
    units: float


@dataclass(frozen=True, slots=True)
class Schedule:
    """A whole schedule; tasks stand in the order in which they are shown."""

    title: str
    made_at: datetime
    tasks: tuple[Task, ...]
    resources: tuple[Resource, ...] = ()
    assignments: tuple[Assignment, ...] = ()


def project_xml(schedule: Schedule) -> bytes:
    """Return a schedule as Microsoft Project's XML; it needs one task at least."""
    root = Element("Project", xmlns=NAMESPACE)
    _fill(
        root,
        {
            "SaveVersion": VERSION,
            "Name": _clean(schedule.title)[:MOST_NAME],
            "Title": schedule.title,
            "CreationDate": _moment(schedule.made_at),
            "LastSaved": _moment(schedule.made_at),
            "ScheduleFromStart": 1,
            "StartDate": min(map(_begin, schedule.tasks)),
            "FinishDate": max(map(_finish, schedule.tasks)),
            "CalendarUID": STANDARD,
            "DefaultStartTime": BEGINS.isoformat(),
            "DefaultFinishTime": ENDS.isoformat(),
            "MinutesPerDay": HOURS * MINUTES,
            "MinutesPerWeek": WORKING_DAYS * HOURS * MINUTES,
            "DaysPerMonth": 20,
            "DefaultTaskType": FIXED_DURATION,
            "DurationFormat": IN_DAYS,
            "HonorConstraints": 1,
            "NewTasksEffortDriven": 0,
        },
    )
    _calendars(SubElement(root, "Calendars"), schedule.resources)
    _tasks(SubElement(root, "Tasks"), schedule.tasks)
    _resources(SubElement(root, "Resources"), schedule.resources)
    _assignments(SubElement(root, "Assignments"), schedule.assignments)
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True))


def working_days(first: date, end: date) -> int:
    """Return how many days from Monday to Friday lie from a first day until `end`, which is not counted."""
    weeks, rest = divmod(max(0, (end - first).days), 7)
    return weeks * WORKING_DAYS + sum((first.weekday() + day) % 7 < WORKING_DAYS for day in range(rest))


def _calendars(parent: Element, resources: Iterable[Resource]) -> None:
    standard = SubElement(parent, "Calendar")
    _fill(standard, {"UID": STANDARD, "Name": "Standard", "IsBaseCalendar": 1, "BaseCalendarUID": -1})
    days = SubElement(standard, "WeekDays")
    for number in range(SUNDAY, SATURDAY + 1):
        is_working = number not in {SUNDAY, SATURDAY}
        day = SubElement(days, "WeekDay")
        _fill(day, {"DayType": number, "DayWorking": int(is_working)})
        if is_working:
            times = SubElement(day, "WorkingTimes")
            for begins, ends in ((BEGINS, NOON_FROM), (NOON_TO, ENDS)):
                part = SubElement(times, "WorkingTime")
                _fill(part, {"FromTime": begins.isoformat(), "ToTime": ends.isoformat()})
    for each in resources:
        own: dict[str, str | int] = {
            "UID": _calendar_of(each),
            "Name": each.name,
            "IsBaseCalendar": 0,
            "BaseCalendarUID": STANDARD,
        }
        _fill(SubElement(parent, "Calendar"), own)


def _tasks(parent: Element, tasks: Iterable[Task]) -> None:
    place = [0]
    for number, each in enumerate(tasks, 1):
        place = [*place, 0][: each.depth]
        place[-1] += 1
        _task(SubElement(parent, "Task"), each, number, ".".join(map(str, place)))


def _task(element: Element, task: Task, number: int, outline: str) -> None:
    facts: dict[str, str | int] = {
        "UID": task.uid,
        "ID": number,
        "Name": task.name,
        "Type": FIXED_DURATION,
        "IsNull": 0,
        "WBS": outline,
        "OutlineNumber": outline,
        "OutlineLevel": task.depth,
        "Start": _begin(task),
        "Finish": _finish(task),
        "Duration": _hours(_length(task)),
        "DurationFormat": IN_DAYS,
        "EffortDriven": 0,
        "Estimated": 0,
        "Milestone": 0,
        "Summary": int(task.is_summary),
    }
    if not task.is_summary:
        facts |= {"ConstraintType": NO_EARLIER_THAN, "ConstraintDate": _begin(task)}
    if task.deadline:
        facts["Deadline"] = _moment(datetime.combine(task.deadline, ENDS))
    if task.notes:
        facts["Notes"] = task.notes
    _fill(element, facts)
    for link in task.links:
        lag = {"LinkLag": link.days * TENTHS_A_DAY, "LagFormat": IN_ELAPSED_DAYS}
        _fill(
            SubElement(element, "PredecessorLink"),
            {"PredecessorUID": link.before, "Type": FINISH_TO_START, "CrossProject": 0, **lag},
        )


def _resources(parent: Element, resources: Iterable[Resource]) -> None:
    for number, each in enumerate(resources, 1):
        element = SubElement(parent, "Resource")
        most = max((period.units for period in each.periods), default=1.0)
        _fill(element, {"UID": each.uid, "ID": number, "Name": each.name, "Type": WORK, "IsNull": 0})
        _fill(element, {"MaxUnits": _units(most), "CalendarUID": _calendar_of(each), "IsGeneric": 1})
        if each.periods:
            periods = SubElement(element, "AvailabilityPeriods")
            for period in each.periods:
                _fill(SubElement(periods, "AvailabilityPeriod"), _available(period))


def _available(period: Availability) -> dict[str, str]:
    last = datetime.combine(period.end - timedelta(days=1), time(23, 59))
    return {
        "AvailableFrom": _moment(datetime.combine(period.first, time())),
        "AvailableTo": _moment(last),
        "AvailableUnits": _units(period.units),
    }


def _assignments(parent: Element, assignments: Iterable[Assignment]) -> None:
    for number, each in enumerate(assignments, 1):
        work = _hours(each.units * _length(each.task))
        facts: dict[str, str | int] = {
            "UID": number,
            "TaskUID": each.task.uid,
            "ResourceUID": each.resource,
            "Finish": _finish(each.task),
            "RegularWork": work,
            "RemainingWork": work,
            "Start": _begin(each.task),
            "Units": _units(each.units),
            "Work": work,
            "WorkContour": FLAT,
        }
        _fill(SubElement(parent, "Assignment"), facts)


def _fill(parent: Element, facts: Mapping[str, str | int]) -> None:
    for name, value in facts.items():
        SubElement(parent, name).text = _clean(str(value))


def _calendar_of(resource: Resource) -> int:
    return STANDARD + resource.uid


def _begin(task: Task) -> str:
    day = task.first
    while day.weekday() >= WORKING_DAYS:
        day += timedelta(days=1)
    return _moment(datetime.combine(day, BEGINS))


def _finish(task: Task) -> str:
    day = task.end - timedelta(days=1)
    while day.weekday() >= WORKING_DAYS:
        day -= timedelta(days=1)
    return _moment(datetime.combine(day, ENDS))


def _length(task: Task) -> int:
    return working_days(task.first, task.end) * HOURS


def _hours(hours: float) -> str:
    whole, minutes = divmod(round(hours * MINUTES), MINUTES)
    return f"PT{whole}H{minutes}M0S"


def _units(units: float) -> str:
    return f"{round(units, 4):g}"


def _moment(moment: datetime) -> str:
    return moment.replace(tzinfo=None, microsecond=0).isoformat()


def _clean(text: str) -> str:
    return FORBIDDEN.sub("", text)
