# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan in pictures and sentences: the roadmap, the teams' load under it, and how it differs from the one in force."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from leadroom.core.capacity.calendar import MONTHS_A_YEAR, Calendar, months_between
from leadroom.portfolio.models import PLACE, LevelKind
from leadroom.portfolio.pictures.differences import Named, difference, differences_sentence, pages_of
from leadroom.portfolio.pictures.reasons import binding
from leadroom.portfolio.pictures.words import (
    QUARTER,
    iso_name,
    level_name,
    month_name,
    team_months,
)
from leadroom.portfolio.queries import ShownPlan
from leadroom.ui.charts import Axis, Bar, Load, LoadColumn, Tick, loads, roadmap
from leadroom.ui.parts import Legend

DAYS = 30.4
# Of more months than this not every one has room for its name.
MOST_MONTHS = 18


@dataclass(frozen=True)
class PlanPictures:
    """All that the page shows of a plan that has choices."""

    roadmap: SafeString
    roadmap_legend: tuple[Legend, ...]
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    loads: SafeString
    loads_legend: tuple[Legend, ...]
    loads_header: tuple[str, ...]
    loads_rows: list[tuple[str, ...]]
    differences: list[Named]
    differences_sentence: str


def plan_pictures(shown: ShownPlan, *, by_quarter: bool = False, with_waits: bool = False) -> PlanPictures:
    """Return a plan in pictures and sentences; by quarter also where it was planned by month."""
    calendar = shown.calendar
    if calendar is None:
        raise ValueError("The plan was never searched for.")
    step = QUARTER if by_quarter else calendar.step
    axis = _axis(calendar, step)
    bars = _bars(shown, calendar)
    teams = list(_loads(shown, calendar, step))
    waits = [(before, after) for before, after in shown.plan.problem.get("waits", [])] if with_waits else []
    return PlanPictures(
        roadmap=roadmap(
            bars,
            axis,
            waits=waits,
            title=_("Roadmap"),
            description=" ".join(f"{bar.title}." for bar in bars),
        ),
        roadmap_legend=_roadmap_legend(shown),
        header=(
            _("Initiative"),
            _("Level"),
            _("Starts"),
            _("Live"),
            _("Deadline"),
            _("Waits for"),
            _("Why there"),
        ),
        rows=_rows(shown, calendar),
        loads=loads(
            teams,
            axis,
            title=_("Each team’s load and what is free"),
            description=" ".join(f"{team.label}: {team.note}." for team in teams),
        ),
        loads_legend=(
            Legend("kept", _("Kept for foundations and experiments")),
            Legend("used", _("Used by mandated solutions")),
            Legend("free", _("Free: the headroom")),
        ),
        loads_header=(_("Team"), _("When"), _("All"), _("Kept"), _("Used"), _("Free")),
        loads_rows=_loads_rows(shown, calendar, step),
        differences=[difference(shown, calendar, one) for one in shown.differences],
        differences_sentence=differences_sentence(shown),
    )


def _axis(calendar: Calendar, step: int) -> Axis:
    months = calendar.periods * calendar.step
    is_crowded = step == 1 and months > MOST_MONTHS
    # The first period says its year too, unless the next year begins so near that they would touch.
    till_january = (1 - calendar.first.month) % MONTHS_A_YEAR
    ticks = tuple(
        Tick(
            at,
            "" if is_crowded and day.month % QUARTER != 1 else _tick_text(day, step),
            str(day.year) if day.month == 1 or (at == 0 and till_january >= QUARTER) else "",
        )
        for at in range(0, months, step)
        for day in [_day(calendar, at)]
    )
    today = _at(calendar, timezone.localdate())
    return Axis(months, ticks, today if 0 <= today <= months else None)


def _tick_text(day: date, step: int) -> str:
    if step == QUARTER and day.month % QUARTER == 1:
        return _("Q%(quarter)s") % {"quarter": (day.month + 2) // QUARTER}
    return str(date_format(day, "M"))


def _day(calendar: Calendar, at: int) -> date:
    return Calendar(calendar.first, calendar.months).start_of(at)


def _at(calendar: Calendar, day: date) -> float:
    """Return where a day stands, in months from the first."""
    return months_between(calendar.first, day) + min((day.day - 1) / DAYS, 1)


def _bars(shown: ShownPlan, calendar: Calendar) -> list[Bar]:
    pages, before = pages_of(shown), shown.other.choices if shown.other else {}
    moved = {one.key for one in shown.differences}
    choices = sorted(shown.plan.choices.items(), key=lambda one: (one[1]["month"], shown.name_of(one[0])))
    return [
        Bar(
            key=key,
            label=shown.name_of(key),
            level=PLACE.get(said["level"], 0),
            level_name=level_name(said["level"]),
            start=_iso_at(calendar, said["month"]),
            end=_iso_at(calendar, said["end"]),
            deadline=_deadline(shown, calendar, key),
            before=_span(calendar, before[key]) if key in moved and key in before else None,
            href=pages.get(key, ""),
            title=_bar_title(shown, calendar, key, said),
        )
        for key, said in choices
    ]


def _iso_at(calendar: Calendar, day: str) -> float:
    return _at(calendar, date.fromisoformat(day))


def _span(calendar: Calendar, said: Mapping[str, str]) -> tuple[float, float] | None:
    if "end" not in said:
        return None
    return _iso_at(calendar, said["month"]), _iso_at(calendar, said["end"])


def _deadline(shown: ShownPlan, calendar: Calendar, key: str) -> float | None:
    day = _deadline_of(shown, key)
    return _iso_at(calendar, day) if day else None


def _deadline_of(shown: ShownPlan, key: str) -> str | None:
    """Return the deadline that the plan keeps (ISO): what it assumes goes before what it was planned with."""
    found = shown.plan.changes.get("deadlines", {}).get(key) or shown.plan.problem.get("deadlines", {}).get(
        key
    )
    return str(found) if found else None


def _bar_title(shown: ShownPlan, calendar: Calendar, key: str, said: Mapping[str, str]) -> str:
    return _("%(name)s: %(level)s, from %(start)s, live %(end)s") % {
        "name": shown.name_of(key),
        "level": level_name(said["level"]),
        "start": iso_name(calendar, said["month"]),
        "end": iso_name(calendar, said["end"]),
    }


def _rows(shown: ShownPlan, calendar: Calendar) -> list[tuple[str, ...]]:
    waits: dict[str, list[str]] = {}
    for before, after in shown.plan.problem.get("waits", []):
        waits.setdefault(after, []).append(shown.name_of(before))
    choices = sorted(shown.plan.choices.items(), key=lambda one: (one[1]["month"], shown.name_of(one[0])))
    return [
        (
            shown.name_of(key),
            level_name(said["level"]),
            iso_name(calendar, said["month"]),
            iso_name(calendar, said["end"]),
            date_format(date.fromisoformat(deadline), "DATE_FORMAT") if deadline else "",
            ", ".join(waits.get(key, ())),
            binding(shown, key),
        )
        for key, said in choices
        for deadline in [_deadline_of(shown, key)]
    ]


def _roadmap_legend(shown: ShownPlan) -> tuple[Legend, ...]:
    levels = tuple(Legend(f"level-{place}", str(LevelKind(kind).label)) for kind, place in PLACE.items())
    before = (Legend("before", _("In the plan in force")),) if shown.differences else ()
    return (*levels, Legend("deadline", _("Deadline")), Legend("today", _("Today")), *before)


def _gathered(row: Sequence[int], size: int) -> list[int]:
    return [sum(row[at : at + size]) for at in range(0, len(row), size)]


def _team_rows(
    shown: ShownPlan, calendar: Calendar, step: int
) -> Iterator[tuple[str, list[tuple[int, int, int, int]]]]:
    """Yield each team's name with capacity, kept, used and free by shown period."""
    size, figures = step // calendar.step, shown.plan.figures
    for team in shown.plan.problem.get("teams", []):
        rows: list[Any] = [
            team["capacity"],
            team["reserved"],
            figures.get("usage", {}).get(team["key"], [0] * calendar.periods),
            figures.get("free", {}).get(team["key"], [0] * calendar.periods),
        ]
        yield (
            shown.team_of(team["key"]),
            list(zip(*(_gathered(row, size) for row in rows), strict=True)),
        )


def _loads(shown: ShownPlan, calendar: Calendar, step: int) -> Iterator[Load]:
    for name, periods in _team_rows(shown, calendar, step):
        columns = tuple(
            LoadColumn(
                start=place * step,
                end=min((place + 1) * step, calendar.periods * calendar.step),
                capacity=capacity,
                reserved=kept,
                used=used,
                free=free,
                text=team_months(free),
                title=_("%(when)s: %(free)s of %(all)s team-months are free")
                % {
                    "when": month_name(_day(calendar, place * step), is_quarter=step == QUARTER),
                    "free": team_months(free),
                    "all": team_months(capacity),
                },
            )
            for place, (capacity, kept, used, free) in enumerate(periods)
        )
        free_in_all = team_months(sum(free for *_rest, free in periods))
        yield Load(name, _("%(free)s free") % {"free": free_in_all}, columns)


def _loads_rows(shown: ShownPlan, calendar: Calendar, step: int) -> list[tuple[str, ...]]:
    return [
        (
            name,
            month_name(_day(calendar, place * step), is_quarter=step == QUARTER),
            *(team_months(number) for number in numbers),
        )
        for name, periods in _team_rows(shown, calendar, step)
        for place, numbers in enumerate(periods)
    ]
