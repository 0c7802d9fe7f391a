# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file brought into the portfolio: all or nothing, and back again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from leadroom.accounts import queries as accounts
from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council, Membership, Unit
from leadroom.accounts.permissions import require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.sheets import Table
from leadroom.portfolio import bridge, permissions, queries
from leadroom.portfolio.bridge import Fate, Line
from leadroom.portfolio.models import Deadline, Import, Initiative, Move, Track

KEPT = 20


class StillWrong(Exception):
    """Rows are wrong, and nobody said to leave them out."""


class BroughtInAlready(Exception):
    """The file has been brought in, perhaps by the same person a moment ago."""


class NothingToTakeBack(Exception):
    """The file has not been brought in, or has been taken back."""


@transaction.atomic
def keep_file(filename: str, table: Table, *, by: Actor) -> Import:
    """Keep what a file says until it is brought in; only the newest twenty files are kept."""
    require(permissions.may_import(by))
    kept = Import.objects.create(
        filename=filename[:200],
        header=list(table.header),
        rows=[[row.number, [_plain(cell) for cell in row.cells]] for row in table.rows],
        mapping=queries.remembered(by, table.header) or bridge.guessed(table.header),
        by=by.membership,
    )
    old = permissions.visible_imports(by).values_list("pk", flat=True)[KEPT:]
    Import.objects.filter(pk__in=list(old)).delete()
    return kept


@transaction.atomic
def map_columns(held: Import, mapping: Mapping[str, str], *, by: Actor) -> None:
    """Say which column is which field."""
    require(permissions.may_import(by))
    held.mapping = dict(mapping)
    held.save(update_fields=["mapping"])


@transaction.atomic
def bring_in(held: Import, *, by: Actor, seen: str, leave_out_wrong: bool) -> Mapping[str, int]:
    """
    Bring in all rows that are new or changed, all or none; return how many of each fate there were.

    `seen` is the fingerprint of the portfolio that the dry run showed.
    Raises StillWrong, ChangedMeanwhile, BroughtInAlready.
    """
    require(permissions.may_import(by))
    council = Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)
    held = Import.objects.select_for_update().get(pk=held.pk)
    if held.status != Import.Status.READ:
        raise BroughtInAlready
    there = queries.everything(by)
    if queries.state_of(there) != seen:
        raise ChangedMeanwhile({})
    found = dry_run(held, there, by)
    if not leave_out_wrong and any(line.fate is Fate.WRONG for line in found):
        raise StillWrong
    undo = [*_change(found, there, by), *_add(found, council, by)]
    held.undo, held.status, held.done_at = undo, Import.Status.DONE, timezone.now()
    held.counts = {fate.value: sum(line.fate is fate for line in found) for fate in Fate}
    held.save(update_fields=["undo", "status", "done_at", "counts"])
    counts: Mapping[str, int] = held.counts
    record(
        by, "portfolio.import.brought_in", held, **{fate.value.lower(): counts[fate.value] for fate in Fate}
    )
    return counts


@transaction.atomic
def take_back(held: Import, *, by: Actor) -> list[str]:
    """
    Take a file back: what it added goes, what it changed is as before; return what somebody changed since.

    Those stay as they are. Raises NothingToTakeBack.
    """
    require(permissions.may_import(by))
    Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)
    locked = Import.objects.select_for_update().get(pk=held.pk)
    if locked.status != Import.Status.DONE:
        raise NothingToTakeBack
    there = {each.key: each for each in permissions.visible_initiatives(by)}
    tied, gone = _tied(by), _gone(locked)
    kept = []
    for each in locked.undo:
        row = there.get(each["key"])
        if row is None:
            continue
        if row.changed_at.isoformat() != each["changed_at"] or (each.get("added") and row.pk in tied):
            kept.append(row.title)
            continue
        if each.get("added"):
            row.delete()
            continue
        for name, value in each["before"].items():
            setattr(row, name, _earlier(name, value, gone))
        row.save()
        Deadline.objects.filter(pk__in=each["deadlines"]).delete()
    locked.status = Import.Status.UNDONE
    locked.save(update_fields=["status"])
    record(by, "portfolio.import.taken_back", locked)
    return kept


def dry_run(held: Import, there: Sequence[Initiative], by: Actor) -> list[Line]:
    """Return what would become of a kept file's rows."""
    answering = {who.pk: who for each in there for who in (each.sponsor, each.lead) if who}
    people = {each.pk: each for each in accounts.leaders(by)} | answering
    known = bridge.Known.of(people.values(), accounts.units(by).select_related(None))
    return bridge.lines(held.rows, held.mapping, there, Track.MANDATED, known)


def _earlier(name: str, value: Any, gone: set[tuple[str, int]]) -> Any:
    if (name, value) in gone:
        return None
    return date.fromisoformat(value) if name in bridge.DAYS and value else value


def _gone(held: Import) -> set[tuple[str, int]]:
    """Return the people and units that rows named before the file, and that are no longer there."""
    tables: dict[str, type[Membership | Unit]] = {
        "sponsor_id": Membership,
        "lead_id": Membership,
        "unit_id": Unit,
    }
    named = {
        (name, pk)
        for each in held.undo
        for name, pk in each.get("before", {}).items()
        if pk and name in tables
    }
    if not named:
        return set()
    ids = {pk for _name, pk in named}
    there = {
        table: set(table.objects.filter(pk__in=ids).values_list("pk", flat=True))
        for table in set(tables.values())
    }
    return {(name, pk) for name, pk in named if pk not in there[tables[name]]}


def _tied(by: Actor) -> set[int]:
    """Return the initiatives that somebody has given levels, chiefs or an order: they are no longer only the file's."""
    waits = permissions.visible_waits(by).values_list("before_id", "after_id")
    return {
        *permissions.visible_levels(by).order_by().values_list("initiative_id", flat=True),
        *permissions.visible_early_questions(by).order_by().values_list("initiative_id", flat=True),
        *(place for wait in waits for place in wait),
    }


def _change(found: Sequence[Line], there: Sequence[Initiative], by: Actor) -> list[dict[str, Any]]:
    by_key, now, undo = {each.key: each for each in there}, timezone.now(), []
    for line in found:
        if line.fate is not Fate.CHANGED:
            continue
        row = by_key[line.key]
        before = {name: _plain(getattr(row, name)) for name in line.changed}
        for name in line.changed:
            setattr(row, name, line.facts[name])
        row.changed_at = now
        row.save()
        lines = [_deadline(row, by).pk] if "deadline" in before else []
        undo.append({"key": row.key, "before": before, "deadlines": lines, "changed_at": now.isoformat()})
    return undo


def _add(found: Sequence[Line], council: Council, by: Actor) -> list[dict[str, Any]]:
    added = Initiative.objects.bulk_create(
        [Initiative(council=council, **line.facts) for line in found if line.fate is Fate.NEW], batch_size=500
    )
    Move.objects.bulk_create(
        [Move(council=council, initiative=each, to_track=each.track, by=by.membership) for each in added],
        batch_size=500,
    )
    today = timezone.localdate()
    Deadline.objects.bulk_create(
        [
            Deadline(
                council=council,
                initiative=each,
                day=each.deadline,
                known_on=today,
                said_by=each.source,
                by=by.membership,
            )
            for each in added
            if each.deadline
        ],
        batch_size=500,
    )
    return [{"key": each.key, "added": True, "changed_at": each.changed_at.isoformat()} for each in added]


def _deadline(row: Initiative, by: Actor) -> Deadline:
    return Deadline.objects.create(
        initiative=row, day=row.deadline, known_on=timezone.localdate(), said_by=row.source, by=by.membership
    )


def _plain(cell: Any) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell
