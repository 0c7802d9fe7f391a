# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Schedules in Microsoft Project's XML: every date, every link, and the schema's order."""

from datetime import UTC, date, datetime
from xml.etree.ElementTree import Element, fromstring

import pytest

from leadroom.kit.msproject import (
    Assignment,
    Availability,
    Link,
    Resource,
    Schedule,
    Task,
    project_xml,
    working_days,
)

NS = {"p": "http://schemas.microsoft.com/project"}
MADE = datetime(2026, 11, 2, 12, 0, 5, 7, tzinfo=UTC)
# The schema's order, of the elements that we write.
ORDER = {
    "Project": (
        "SaveVersion", "Name", "Title", "CreationDate", "LastSaved", "ScheduleFromStart", "StartDate", "FinishDate",
        "CalendarUID", "DefaultStartTime", "DefaultFinishTime", "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth",
        "DefaultTaskType", "DurationFormat", "HonorConstraints", "NewTasksEffortDriven", "Calendars", "Tasks",
        "Resources", "Assignments",
    ),
    "Calendar": ("UID", "Name", "IsBaseCalendar", "BaseCalendarUID", "WeekDays"),
    "WeekDay": ("DayType", "DayWorking", "WorkingTimes"),
    "WorkingTime": ("FromTime", "ToTime"),
    "Task": (
        "UID", "ID", "Name", "Type", "IsNull", "WBS", "OutlineNumber", "OutlineLevel", "Start", "Finish", "Duration",
        "DurationFormat", "EffortDriven", "Estimated", "Milestone", "Summary", "ConstraintType", "ConstraintDate",
        "Deadline", "Notes", "PredecessorLink",
    ),
    "PredecessorLink": ("PredecessorUID", "Type", "CrossProject", "LinkLag", "LagFormat"),
    "Resource": (
        "UID", "ID", "Name", "Type", "IsNull", "MaxUnits", "CalendarUID", "IsGeneric", "AvailabilityPeriods",
    ),
    "AvailabilityPeriod": ("AvailableFrom", "AvailableTo", "AvailableUnits"),
    "Assignment": (
        "UID", "TaskUID", "ResourceUID", "Finish", "RegularWork", "RemainingWork", "Start", "Units", "Work",
        "WorkContour",
    ),
}  # fmt: skip

# January 2027 begins on a Friday; May 2027 on a Saturday, and ends on a Monday.
POST = Task(5, "Digital Post", date(2027, 1, 1), date(2027, 4, 1), depth=2, deadline=date(2027, 12, 1))
LATER = Task(
    6, "Later", date(2027, 5, 1), date(2027, 6, 1), depth=2, notes="Level: Usable", links=(Link(5, 30),)
)
TRACK = Task(1, "Mandated solution", date(2027, 1, 1), date(2027, 6, 1), is_summary=True)
TEAM = Resource(
    1,
    "Integration",
    (
        Availability(date(2027, 1, 1), date(2027, 4, 1), 2.0),
        Availability(date(2027, 4, 1), date(2028, 1, 1), 1.5),
    ),
)
WHOLE = Schedule("The plan", MADE, (TRACK, POST, LATER), (TEAM,), (Assignment(POST, 1, 0.5),))


def read(schedule: Schedule = WHOLE) -> Element:
    return fromstring(project_xml(schedule))  # noqa: S314 - our own


def facts(element: Element, *names: str) -> tuple[str | None, ...]:
    return tuple(element.findtext(f"p:{name}", namespaces=NS) for name in names)


def tasks(root: Element) -> list[Element]:
    return root.findall("p:Tasks/p:Task", NS)


def test_every_element_stands_in_the_schemas_order():
    seen = set()

    for element in read().iter():
        name = element.tag.partition("}")[2]
        children = [child.tag.partition("}")[2] for child in element]
        if name in ORDER and children:
            seen.add(name)
            assert children == sorted(children, key=ORDER[name].index), name

    assert seen == set(ORDER)


def test_work_lies_on_working_days_from_morning_to_evening():
    _track, post, later = tasks(read())

    assert facts(post, "Start", "Finish") == ("2027-01-01T08:00:00", "2027-03-31T17:00:00")
    assert facts(later, "Start", "Finish") == ("2027-05-03T08:00:00", "2027-05-31T17:00:00")
    assert facts(post, "Duration", "DurationFormat") == ("PT512H0M0S", "7")
    assert facts(later, "Duration") == ("PT168H0M0S",)


def test_end_on_a_monday_finishes_on_the_friday_before():
    (only,) = tasks(
        read(Schedule("x", MADE, (Task(1, "Until February", date(2027, 1, 1), date(2027, 2, 1)),)))
    )

    assert facts(only, "Finish", "Duration") == ("2027-01-29T17:00:00", "PT168H0M0S")


def test_task_stays_where_the_plan_put_it_and_knows_its_deadline():
    track, post, later = tasks(read())

    assert facts(post, "ConstraintType", "ConstraintDate") == ("4", "2027-01-01T08:00:00")
    assert facts(post, "Deadline") == ("2027-12-01T17:00:00",)
    assert facts(later, "Deadline", "Notes") == (None, "Level: Usable")
    assert facts(track, "ConstraintType", "Summary") == (None, "1")


def test_tasks_stand_under_their_summary():
    found = [facts(task, "ID", "UID", "OutlineNumber", "OutlineLevel") for task in tasks(read())]

    assert found == [("1", "1", "1", "1"), ("2", "5", "1.1", "2"), ("3", "6", "1.2", "2")]


def test_link_waits_for_an_end_and_days_after_it():
    (link,) = tasks(read())[2].findall("p:PredecessorLink", NS)

    # Type 1 is finish to start; the lag is in tenths of minutes, shown as elapsed days.
    assert facts(link, "PredecessorUID", "Type", "LinkLag", "LagFormat") == ("5", "1", "432000", "8")


def test_team_has_what_it_has_when_it_has_it():
    (team,) = read().findall("p:Resources/p:Resource", NS)
    periods = team.findall("p:AvailabilityPeriods/p:AvailabilityPeriod", NS)

    assert facts(team, "Name", "Type", "MaxUnits") == ("Integration", "1", "2")
    assert [facts(each, "AvailableFrom", "AvailableTo", "AvailableUnits") for each in periods] == [
        ("2027-01-01T00:00:00", "2027-03-31T23:59:00", "2"),
        ("2027-04-01T00:00:00", "2027-12-31T23:59:00", "1.5"),
    ]


def test_assigned_work_is_units_times_duration():
    (one,) = read().findall("p:Assignments/p:Assignment", NS)

    assert facts(one, "TaskUID", "ResourceUID", "Units", "Work") == ("5", "1", "0.5", "PT256H0M0S")
    assert facts(one, "Start", "Finish") == ("2027-01-01T08:00:00", "2027-03-31T17:00:00")


def test_week_has_five_days_of_eight_hours():
    standard, own = read().findall("p:Calendars/p:Calendar", NS)
    days = standard.findall("p:WeekDays/p:WeekDay", NS)

    assert [facts(day, "DayType", "DayWorking") for day in days] == [
        (str(number), str(int(number not in {1, 7}))) for number in range(1, 8)
    ]
    assert facts(own, "UID", "Name", "BaseCalendarUID") == ("2", "Integration", "1")


@pytest.mark.parametrize("title", ["Børn & unge <3 år, \"åben\" 'dør'", "]]>", "Nul\x00 og\x0b klokke\x07"])
def test_title_with_anything_in_it_comes_back_as_it_was_but_for_what_xml_cannot_hold(title):
    body = project_xml(Schedule(title, MADE, (Task(1, title, date(2027, 1, 1), date(2027, 2, 1)),)))

    root = fromstring(body)  # noqa: S314 - our own
    plain = "".join(sign for sign in title if sign >= " ")
    assert facts(root, "Title") == (plain,)
    assert facts(tasks(root)[0], "Name") == (plain,)
    assert body.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")


@pytest.mark.parametrize(
    ("first", "end", "days"),
    [
        (date(2027, 1, 1), date(2027, 1, 1), 0),
        (date(2027, 1, 1), date(2027, 1, 2), 1),
        (date(2027, 1, 2), date(2027, 1, 4), 0),
        (date(2027, 1, 1), date(2028, 1, 1), 261),
        (date(2027, 2, 1), date(2027, 1, 1), 0),
    ],
)
def test_working_days_are_mondays_to_fridays(first, end, days):
    assert working_days(first, end) == days
