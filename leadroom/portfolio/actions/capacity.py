# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can do how much: teams, planned changes, typed cells, freezes and the terms of planning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council
from leadroom.accounts.permissions import require
from leadroom.core.capacity.calendar import Calendar, month_after
from leadroom.core.capacity.spread import even
from leadroom.kit.seen import is_news
from leadroom.portfolio import permissions, queries
from leadroom.portfolio.models import (
    CapacityCell,
    CapacityChange,
    Freeze,
    Preset,
    Team,
)
from leadroom.portfolio.queries import Place, ShownSheet

Facts = Mapping[str, Any]
# A table's cells: team's key and period to effort; None where what people give shall hold.
Cells = Mapping[Place, int | None]
# What is typed in a cell's months; None where what people give holds.
Months = tuple[int | None, ...]


class NameIsTaken(Exception):
    """The council has a team of this name already."""


class ColumnsChanged(Exception):
    """The terms of planning have changed, and with them what the table's columns stand for."""


class TypedMeanwhile(Exception):
    """Somebody else has typed in cells that would be written; `now` is what stands there."""

    def __init__(self, now: Cells) -> None:
        super().__init__()
        self.now = now


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """A cell of the table that was written: what was typed in its months before and after, None for nothing."""

    team: str
    first: date
    before: Months
    after: Months

    @property
    def months(self) -> list[date]:
        """Return its months."""
        return [month_after(self.first, place) for place in range(len(self.after))]

    def of(self, typed: Mapping[str, int]) -> Months:
        """Return what is typed in its months."""
        return tuple(typed.get(f"{self.team} {month.isoformat()}") for month in self.months)


class TeamIsNeeded(Exception):
    """Levels name this team's effort: `count` of them."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


@transaction.atomic
def add_team(*, by: Actor, facts: Facts) -> Team:
    """Add a team. Raises NameIsTaken."""
    _hold(by)
    _unique(by, facts["name"])
    added = Team(order=queries.teams(by).count(), **facts)
    added.save()
    record(by, "portfolio.team.added", added, name=added.name)
    return added


@transaction.atomic
def change_team(team: Team, *, by: Actor, facts: Facts, seen: str | None = None) -> None:
    """Change a team; `seen` is the fingerprint of what the form showed. Raises NameIsTaken, ChangedMeanwhile."""
    _hold(by)
    held = Team.objects.get(pk=team.pk)
    saved = {name: getattr(held, name) for name in facts}
    if not is_news(seen, saved=saved, wanted=facts):
        return
    if facts["name"] != held.name:
        _unique(by, facts["name"])
    for name, value in facts.items():
        setattr(held, name, value)
    held.is_example = False
    held.save()
    record(by, "portfolio.team.changed", held, name=held.name)


@transaction.atomic
def remove_team(team: Team, *, by: Actor) -> None:
    """Remove a team that no level needs. Raises TeamIsNeeded."""
    _hold(by)
    needed = [
        level
        for level in permissions.visible_levels(by).only("effort", "running")
        if level.effort.get(team.key) or level.running.get(team.key)
    ]
    if needed:
        raise TeamIsNeeded(len(needed))
    record(by, "portfolio.team.removed", team, name=team.name)
    team.delete()


@transaction.atomic
def use_preset(preset: Preset, *, by: Actor, language: str) -> list[Team]:
    """Add a preset's teams, named in the council's language; those of a name that is there are left out."""
    council = _hold(by)
    there = set(queries.teams(by).values_list("name", flat=True))
    added = [
        Team(
            council=council,
            name=each.name.to(language),
            kind=each.kind,
            staff=each.staff,
            line_work=each.line_work,
            absence=each.absence,
            reserved_foundations=each.foundations,
            reserved_experiments=each.experiments,
            order=len(there) + place,
            is_example=True,
        )
        for place, each in enumerate(preset.teams)
        if each.name.to(language) not in there
    ]
    Team.objects.bulk_create(added)
    record(by, "portfolio.team.preset_used", preset=preset.key)
    return added


@transaction.atomic
def plan_change(team: Team, *, by: Actor, month: date, people: int, reason: str) -> CapacityChange:
    """Plan that a team has more or fewer people from a month on."""
    _hold(by)
    added = CapacityChange.objects.create(team=team, month=month.replace(day=1), people=people, reason=reason)
    record(by, "portfolio.team.change_planned", team, name=team.name)
    return added


@transaction.atomic
def forget_change(change: CapacityChange, *, by: Actor) -> None:
    """Take a planned change away."""
    _hold(by)
    record(by, "portfolio.team.change_forgotten", change.team, name=change.team.name)
    change.delete()


@transaction.atomic
def type_cells(cells: Cells, *, by: Actor, seen: ShownSheet | None = None) -> list[WrittenCell]:
    """
    Write cells of the table of capacity, and no others; return what was written, for an undo.

    A period's effort is shared over its months, the rest in the first. `seen` is what the table showed; None for
    one who has seen none. Raises ColumnsChanged, TypedMeanwhile.
    """
    _hold(by)
    calendar = queries.calendar_of(queries.terms(by))
    now = queries.shown_sheet(queries.sheet(by, calendar), calendar)
    if cells and seen and seen.calendar != calendar:
        raise ColumnsChanged
    news = {place: effort for place, effort in cells.items() if effort != now.typed.get(place)}
    lost = [place for place in news if seen and seen.typed.get(place) != now.typed.get(place)]
    if lost:
        raise TypedMeanwhile({place: now.typed.get(place) for place in lost})
    written = _written(news, calendar, queries.typed_cells(by))
    _write({each: each.after for each in written}, by)
    return written


@transaction.atomic
def restore_cells(written: Sequence[WrittenCell], *, by: Actor) -> list[WrittenCell]:
    """Put cells back as they were before they were written; return those left, as somebody typed there since."""
    _hold(by)
    typed = queries.typed_cells(by)
    left = {each for each in written if each.of(typed) != each.after}
    _write({each: each.before for each in written if each not in left}, by)
    return [each for each in written if each in left]


@transaction.atomic
def add_freeze(*, by: Actor, name: str, first_month: date, last_month: date) -> Freeze:
    """Let nothing go live in some months."""
    _hold(by)
    added = Freeze.objects.create(
        name=name, first_month=first_month.replace(day=1), last_month=last_month.replace(day=1)
    )
    record(by, "portfolio.freeze.added", added, name=name)
    return added


@transaction.atomic
def remove_freeze(freeze: Freeze, *, by: Actor) -> None:
    """Let things go live again in these months."""
    _hold(by)
    record(by, "portfolio.freeze.removed", freeze, name=freeze.name)
    freeze.delete()


@transaction.atomic
def set_terms(*, by: Actor, facts: Facts, seen: str | None = None) -> None:
    """Set from when, how far and in which step is planned, and the money. Raises ChangedMeanwhile."""
    _hold(by)
    held = queries.terms(by)
    saved = {name: getattr(held, name) for name in facts}
    if held.pk and not is_news(seen, saved=saved, wanted=facts):
        return
    for name, value in facts.items():
        setattr(held, name, value)
    held.save()
    record(by, "portfolio.terms.set")


def _hold(by: Actor) -> Council:
    """Let one act at a time change capacity."""
    require(permissions.may_set_capacity(by))
    return Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)


def _unique(by: Actor, name: str) -> None:
    if queries.teams(by).filter(name__iexact=name).exists():
        raise NameIsTaken


def _written(news: Cells, calendar: Calendar, typed: Mapping[str, int]) -> list[WrittenCell]:
    """Share each cell's effort over its months, and keep what is typed in them."""
    cells = []
    for (team, period), effort in news.items():
        after: Months = (None,) * calendar.step if effort is None else even(effort, calendar.step)
        cell = WrittenCell(team, calendar.start_of(period), after, after)
        cells.append(replace(cell, before=cell.of(typed)))
    return cells


def _write(cells: Mapping[WrittenCell, Months], by: Actor) -> None:
    """Set what is typed in the months of some cells; None for what people give."""
    if not cells:
        return
    teams = {team.key: team for team in queries.teams(by)}
    wanted = {
        (teams[cell.team].pk, month): effort
        for cell, efforts in cells.items()
        if cell.team in teams
        for month, effort in zip(cell.months, efforts, strict=True)
    }
    there = permissions.visible_cells(by).values_list("pk", "team_id", "month")
    permissions.visible_cells(by).filter(
        pk__in=[pk for pk, team, month in there if (team, month) in wanted]
    ).delete()
    CapacityCell.objects.bulk_create(
        CapacityCell(council=by.council, team_id=team, month=month, effort=effort)
        for (team, month), effort in wanted.items()
        if effort is not None
    )
    record(by, "portfolio.capacity.typed", cells=len(cells))
