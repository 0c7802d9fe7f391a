# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A plan as a schedule for Microsoft Project.

A schedule knows one way of doing things, by the day. What a plan knows beyond that is lost, and the plan's
page says so beside the link: levels to choose from, headroom, ranges, reasons, money, freezes.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leadroom.core.capacity.calendar import Calendar, month_after, months_between
from leadroom.kit.msproject import Assignment, Availability, Link, Resource, Schedule, Task, project_xml
from leadroom.portfolio.models import LevelKind, Track
from leadroom.portfolio.queries import Estimates, ShownPlan

UNIT = 100


def schedule_of(shown: ShownPlan, estimates: Estimates) -> bytes | None:
    """Return a plan as Microsoft Project's XML, in the language in force; None where it places nothing."""
    uids = {key: number for number, key in enumerate(sorted(shown.plan.choices), len(Track) + 1)}
    tasks = {key: _task(shown, estimates, key, uids) for key in uids if "end" in shown.plan.choices[key]}
    if not tasks:
        return None
    resources = _resources(shown)
    return project_xml(
        Schedule(
            title=shown.plan.name,
            made_at=timezone.localtime(shown.plan.ended_at or shown.plan.created_at),
            tasks=tuple(_in_tracks(shown, tasks)),
            resources=tuple(resources.values()),
            assignments=tuple(_assignments(shown, estimates, tasks, resources)),
        )
    )


def _in_tracks(shown: ShownPlan, tasks: dict[str, Task]) -> Iterator[Task]:
    """Yield the tasks in order of time under one summary for each track."""
    by_track: dict[Track, list[Task]] = {track: [] for track in Track}
    for key, task in tasks.items():
        known = shown.initiatives.get(key)
        by_track[Track(known.track) if known else Track.MANDATED].append(task)
    for number, (track, found) in enumerate(by_track.items(), 1):
        if found:
            first, end = min(each.first for each in found), max(each.end for each in found)
            yield Task(number, str(track.label), first, end, is_summary=True)
            yield from sorted(found, key=lambda each: (each.first, each.end, each.name))


def _task(shown: ShownPlan, estimates: Estimates, key: str, uids: dict[str, int]) -> Task:
    choice = shown.plan.choices[key]
    end = date.fromisoformat(choice["end"])
    return Task(
        uids[key],
        shown.name_of(key),
        date.fromisoformat(choice["month"]),
        end,
        depth=2,
        deadline=_deadline(shown, key),
        notes=_("Ambition level: %(level)s. Goes live on %(day)s.")
        % {"level": LevelKind(choice["level"]).label, "day": date_format(end, "DATE_FORMAT")},
        links=tuple(_links(shown, estimates, key, uids)),
    )


def _deadline(shown: ShownPlan, key: str) -> date | None:
    """Return the deadline that the plan was drawn with: a scenario may assume another than today's."""
    plan, known = shown.plan, shown.initiatives.get(key)
    said = plan.changes.get("deadlines", {}).get(key) or plan.problem.get("deadlines", {}).get(key)
    return date.fromisoformat(said) if said else known.deadline if known else None


def _links(shown: ShownPlan, estimates: Estimates, key: str, uids: dict[str, int]) -> Iterator[Link]:
    for before, after in shown.plan.problem.get("waits", ()):
        choice = shown.plan.choices.get(before, {})
        if after == key and "end" in choice:
            live = date.fromisoformat(choice["end"])
            months = estimates.lags.get((before, after), 0)
            yield Link(uids[before], (month_after(live, months) - live).days)


def _resources(shown: ShownPlan) -> dict[str, Resource]:
    """Return the teams with what they have for the plan: capacity less what is kept for other things."""
    calendar = shown.calendar
    if calendar is None:
        return {}
    return {
        team["key"]: Resource(
            number,
            shown.team_of(team["key"]),
            tuple(
                _periods(
                    calendar,
                    [max(0, a - b) for a, b in zip(team["capacity"], team["reserved"], strict=True)],
                )
            ),
        )
        for number, team in enumerate(shown.plan.problem.get("teams", ()), 1)
    }


def _periods(calendar: Calendar, free: Sequence[int]) -> Iterator[Availability]:
    for effort, run in groupby(enumerate(free), key=lambda pair: pair[1]):
        at = [number for number, _effort in run]
        yield Availability(
            calendar.start_of(at[0]), calendar.start_of(at[-1] + 1), effort / UNIT / calendar.step
        )


def _assignments(
    shown: ShownPlan, estimates: Estimates, tasks: dict[str, Task], resources: dict[str, Resource]
) -> Iterator[Assignment]:
    """Yield who works on what, where today's level still takes as long as the plan says; elsewhere nobody knows."""
    for key, task in tasks.items():
        effort, months = estimates.efforts.get(key), months_between(task.first, task.end)
        step = shown.calendar.step if shown.calendar else 1
        if effort is None or -(-effort.months // step) * step != months:
            continue
        for team, hundredths in sorted(effort.by_team.items()):
            if team in resources and hundredths > 0:
                yield Assignment(task, resources[team].uid, hundredths / UNIT / months)
