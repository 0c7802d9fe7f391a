# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can do how much: teams, planned changes, typed cells, freezes and the terms of planning."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council
from leadroom.accounts.permissions import require
from leadroom.core.capacity.calendar import month_after
from leadroom.kit.seen import is_news
from leadroom.portfolio import permissions, queries
from leadroom.portfolio.models import (
    CapacityCell,
    CapacityChange,
    Freeze,
    Preset,
    Team,
)

Facts = Mapping[str, Any]
# A table's cells: team's key and period to effort; None where what people give shall hold.
Cells = Mapping[tuple[str, int], int | None]
# "team's key, month" to what was typed before and after; as JSON keeps it, a pair is a list.
Typed = dict[str, tuple[int | None, int | None]]


class NameIsTaken(Exception):
    """The council has a team of this name already."""


class TeamIsNeeded(Exception):
    """Levels name this team's effort: `count` of them."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class CellsChanged(Exception):
    """Somebody else has typed in the same cells since the table was opened: `there` is what they hold now."""

    def __init__(self, there: Cells) -> None:
        super().__init__()
        self.there = there


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
def type_cells(cells: Cells, *, by: Actor, was: Cells | None = None) -> Typed:
    """
    Set the cells of the table that differ from what it shows; return each month's effort before and after, for an undo.

    A period's effort is shared over its months, the rest in the first; months of other periods stay as they are.
    `was` is what the table showed when it was opened: raises CellsChanged.
    """
    _hold(by)
    calendar, typed = queries.calendar_of(queries.terms(by)), queries.typed_cells(by)
    now = _as_shown(queries.sheet(by, calendar))
    wanted = {place: effort for place, effort in cells.items() if place in now and effort != now[place]}
    clashes = {place: now[place] for place in wanted if was is not None and now[place] != was.get(place)}
    if clashes:
        raise CellsChanged(clashes)
    changed: Typed = {}
    for (team, period), effort in wanted.items():
        each, rest = divmod(effort or 0, calendar.step)
        for place in range(calendar.step):
            name = f"{team} {month_after(calendar.start_of(period), place).isoformat()}"
            changed[name] = (typed.get(name), None if effort is None else each + (place < rest))
    if changed:
        _set({name: after for name, (_before, after) in changed.items()}, by)
    return changed


@transaction.atomic
def restore_cells(changed: Typed, *, by: Actor) -> list[str]:
    """Set months as they were before a save; return those that somebody has typed in since: they stay as they are."""
    _hold(by)
    typed = queries.typed_cells(by)
    kept = [name for name, (_before, after) in changed.items() if typed.get(name) != after]
    _set({name: before for name, (before, _after) in changed.items() if name not in kept}, by)
    return kept


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


def _as_shown(rows: Iterable[queries.SheetRow]) -> dict[tuple[str, int], int | None]:
    return {(row.team.key, place): effort for row in rows for place, effort in enumerate(row.typed)}


def _set(months: Mapping[str, int | None], by: Actor) -> None:
    """Write what was typed for teams' months; None where what people give shall hold."""
    teams = {team.key: team for team in queries.teams(by)}
    rows = [(teams[key], date.fromisoformat(month), effort)
            for (key, month), effort in ((name.split(), effort) for name, effort in months.items()) if key in teams]  # fmt: skip
    for team in {team for team, _month, _effort in rows}:
        those = [month for each, month, _effort in rows if each == team]
        permissions.visible_cells(by).filter(team=team, month__in=those).delete()
    CapacityCell.objects.bulk_create(
        CapacityCell(council=by.council, team=team, month=month, effort=effort)
        for team, month, effort in rows
        if effort is not None
    )
    record(by, "portfolio.capacity.typed", cells=len(rows))
