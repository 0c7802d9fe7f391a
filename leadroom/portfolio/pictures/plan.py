# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan in pictures and sentences: the roadmap, the teams' load under it, and how it differs from the one in force."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from leadroom.core.capacity.calendar import MONTHS_A_YEAR, Calendar, months_between
from leadroom.portfolio.models import PLACE, Initiative, LevelKind, Plan
from leadroom.portfolio.pictures.reasons import binding
from leadroom.portfolio.pictures.words import (
    QUARTER,
    iso_name,
    last_month,
    level_name,
    listed,
    month_name,
    percent,
    team_months,
)
from leadroom.portfolio.queries import Difference, ShownPlan
from leadroom.ui.charts import Axis, Bar, Load, LoadColumn, Tick, loads, roadmap
from leadroom.ui.parts import Legend

ANY = "any"
DAYS = 30.4
# Of more months than this not every one has room for its name.
MOST_MONTHS = 18


@dataclass(frozen=True)
class Named:
    """An initiative, its page, and a sentence about it."""

    name: str
    url: str
    sentence: str = ""


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
        differences=[_difference(shown, calendar, one) for one in shown.differences],
        differences_sentence=differences_sentence(shown),
    )


def room_sentence(shown: ShownPlan) -> str:
    """Say in a sentence how much headroom a plan leaves, and how sure it is that no plan leaves more."""
    figures, calendar = shown.plan.figures, shown.calendar
    if calendar is None or "room" not in figures:
        return ""
    said = _(
        "This leaves %(room)s team-months free until %(last)s; must-win challenges can use %(usable)s of them."
    ) % {
        "room": team_months(figures["room"]),
        "usable": team_months(figures["usable"]),
        "last": last_month(calendar),
    }
    return f"{said} {_proof(shown.plan)}".strip()


def _proof(plan: Plan) -> str:
    figures = plan.figures
    if "bound" not in figures:
        return ""
    if plan.based_on_id:
        return _("It is the plan with the fewest changes that was found.")
    if figures["is_best"]:
        return _("No plan leaves more: that is proven.")
    share = {"percent": percent(round(figures["gap_percent"], 1))}
    if "gap_effort" not in figures:
        return _("Weighted as you set it, no plan leaves more than %(percent)s %% more.") % share
    return _("No plan leaves more than %(gap)s team-months (%(percent)s %%) more: that is proven.") % {
        **share,
        "gap": team_months(figures["gap_effort"]),
    }


def differences_sentence(shown: ShownPlan) -> str:
    """Say in a sentence how a plan differs from the one in force."""
    if shown.other is None:
        return ""
    if not shown.differences:
        return _("It is the same as the plan in force.")
    kinds = [one.kind for one in shown.differences]
    counts = [text % {"count": kinds.count(kind)} for kind, text in _counted(kinds).items() if kind in kinds]
    more = shown.plan.figures.get("room", 0) - shown.other.figures.get("room", 0)
    sentence = _MORE_ROOM if more > 0 else _LESS_ROOM if more < 0 else _SAME_ROOM
    return str(sentence) % {"changes": listed(counts), "room": team_months(abs(more))}


def _counted(kinds: Sequence[str]) -> Mapping[str, str]:
    return {
        "moved": ngettext("%(count)s moved", "%(count)s moved", kinds.count("moved")),
        "raised": ngettext("%(count)s raised", "%(count)s raised", kinds.count("raised")),
        "lowered": ngettext("%(count)s lowered", "%(count)s lowered", kinds.count("lowered")),
        "added": ngettext("%(count)s added", "%(count)s added", kinds.count("added")),
        "dropped": ngettext("%(count)s dropped", "%(count)s dropped", kinds.count("dropped")),
    }


_MORE_ROOM = gettext_lazy("Beside the plan in force: %(changes)s, and %(room)s team-months more are free.")
_LESS_ROOM = gettext_lazy("Beside the plan in force: %(changes)s, and %(room)s team-months fewer are free.")
_SAME_ROOM = gettext_lazy("Beside the plan in force: %(changes)s, and as much is free.")


def _difference(shown: ShownPlan, calendar: Calendar, one: Difference) -> Named:
    is_quarter = calendar.step == QUARTER
    said = {
        "before": level_name(one.before[0]) if one.before else "",
        "after": level_name(one.after[0]) if one.after else "",
        "from": month_name(one.before[1], is_quarter=is_quarter) if one.before else "",
        "to": month_name(one.after[1], is_quarter=is_quarter) if one.after else "",
    }
    return Named(shown.name_of(one.key), page_of(shown, one.key), str(_DIFFERENCES[one.kind]) % said)


_DIFFERENCES: Mapping[str, Promise] = {
    "moved": gettext_lazy("Moved from %(from)s to %(to)s."),
    "raised": gettext_lazy("Raised from “%(before)s” to “%(after)s”; starts %(to)s (was %(from)s)."),
    "lowered": gettext_lazy("Lowered from “%(before)s” to “%(after)s”; starts %(to)s (was %(from)s)."),
    "added": gettext_lazy("Added: “%(after)s”, starts %(to)s."),
    "dropped": gettext_lazy("No longer in the plan: was “%(before)s”, from %(from)s."),
}


def page_of(shown: ShownPlan, key: str) -> str:
    """Return the address of an initiative's page; empty where it is gone."""
    return reverse("initiative", args=[key]) if key in shown.initiatives else ""


def _pages(shown: ShownPlan) -> Mapping[str, str]:
    """Return the address of each initiative's page; Django is asked once."""
    before, after = reverse("initiative", args=[ANY]).rsplit(ANY, 1)
    return {key: f"{before}{key}{after}" for key in shown.initiatives}


def search_sentence(shown: ShownPlan) -> str:
    """Say how a search stands: the best so far, and what no plan can beat."""
    figures, bound = shown.plan.figures, shown.plan.progress.get("bound")
    if "room" not in figures:
        return _("No plan yet.")
    said = {"room": team_months(figures["room"])}
    if bound is None:
        return _("Best so far: %(room)s team-months free.") % said
    return _("Best so far: %(room)s team-months free; no plan can have more than %(bound)s.") % {
        **said,
        "bound": team_months(bound),
    }


@dataclass(frozen=True)
class Gaps:
    """What a plan leaves out or has not heard: without levels, overdue, later, chiefs not asked, nobody named."""

    without_levels: list[Named]
    overdue: list[Named]
    later: list[Named]
    not_asked: list[Named]
    nobody_named: list[Named]


def gaps(shown: ShownPlan) -> Gaps:
    """Return what a plan leaves out and who has not been asked early, by name."""
    said = shown.plan.problem

    def known(name: str) -> list[Named]:
        return named([shown.initiatives[key] for key in said.get(name, []) if key in shown.initiatives])

    return Gaps(
        without_levels=known("without_levels"),
        overdue=known("overdue"),
        later=known("later"),
        not_asked=named(shown.not_asked),
        nobody_named=named(shown.nobody_named),
    )


def comparison(shown: ShownPlan) -> list[tuple[str, str, str, str]]:
    """Return the room before and after: a line for each team, and one for all; empty before where there is no plan."""
    before, after = (shown.other.figures if shown.other else {}), shown.plan.figures
    was, now = before.get("room_of", {}), after.get("room_of", {})
    lines = [(shown.team_of(key), was.get(key), room) for key, room in now.items()]
    lines.append((_("All teams"), before.get("room"), after.get("room", 0)))
    lines.append((_("Usable for must-win challenges"), before.get("usable"), after.get("usable", 0)))
    return [
        (
            name,
            "–" if old is None else team_months(old),
            team_months(new),
            "–" if old is None else _signed(new - old),
        )
        for name, old, new in lines
    ]


def _signed(effort: int) -> str:
    sign = "+" if effort > 0 else "−" if effort < 0 else "±"
    return f"{sign}{team_months(abs(effort))}"


def named(initiatives: Sequence[Initiative]) -> list[Named]:
    """Return initiatives with their pages."""
    return [Named(each.title, reverse("initiative", args=[each.key])) for each in initiatives]


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
    pages, before = _pages(shown), shown.other.choices if shown.other else {}
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
