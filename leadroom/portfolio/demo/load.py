# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A portfolio for a demo's invented council: told by the pack, planned by the planner.

How much work an initiative takes is an example value, and marked as one.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from leadroom.accounts.demo import PACK, InventedCouncil, drawn_key
from leadroom.accounts.models import AuditEvent, Membership
from leadroom.core.capacity.calendar import month_after
from leadroom.kit import packs
from leadroom.portfolio import queries
from leadroom.portfolio.demo.plans import decide
from leadroom.portfolio.models import (
    AmbitionLevel,
    CapacityCell,
    CapacityChange,
    Deadline,
    Demanded,
    EarlyQuestion,
    Freeze,
    Import,
    Initiative,
    LevelKind,
    Move,
    SavedView,
    Status,
    Team,
    Terms,
    Track,
    Wait,
    demanded,
    pack_of_initiatives,
    presets,
    sizes,
)

Told = Mapping[str, Any]
MONTHS, SINCE, UNIT, ALL = 36, 420, 100, 100
PEOPLE = ("sponsor", "lead")
FACTS = (
    *("title", "result", "need_of", "evidence", "description"),
    *("who_changes", "status", "way", "competencies"),
)


def load(invented: InventedCouncil) -> list[str]:
    """Give an invented council its portfolio; say how much of it."""
    told = packs.read(packs.folder_of(PACK) / "portfolio" / f"{invented.key}.yaml")
    chance = invented.chance("portfolio")
    teams = _capacity(invented, told, chance)
    items = _initiatives(invented, told, chance)
    _levels(invented, told, items, teams)
    _history(invented, told, items)
    _links(invented, told, items, chance)
    _desk(invented, told, chance)
    decided = decide(invented, told, chance)
    return [f"{len(items)} initiatives on three tracks, {decided} plans decided"]


def _capacity(invented: InventedCouncil, told: Told, chance: Random) -> list[Team]:
    council, first = invented.council, queries.this_quarter(invented.today)
    Terms.objects.create(council=council, first_month=first, months=MONTHS, mandated_ceiling=60)
    preset = next(each for each in presets() if each.key == told["preset"])
    teams = Team.objects.bulk_create(
        Team(
            council=council,
            key=drawn_key(chance),
            name=each.name.to(council.language),
            kind=each.kind,
            staff=each.staff * told["staff_percent"] // ALL,
            line_work=each.line_work,
            absence=each.absence,
            reserved_foundations=each.foundations,
            reserved_experiments=each.experiments,
            order=place,
            is_example=True,
        )
        for place, each in enumerate(preset.teams)
    )
    of_kind = {team.kind: team for team in teams}
    for change in told["changes"]:
        CapacityChange.objects.create(
            council=council,
            key=drawn_key(chance),
            team=of_kind[change["kind"]],
            month=month_after(first, change["month"]),
            people=round(change["people"] * UNIT),
            reason=change["reason"],
        )
    for freeze in told["freezes"]:
        Freeze.objects.create(
            council=council,
            key=drawn_key(chance),
            name=freeze["name"],
            first_month=month_after(first, freeze["first"]),
            last_month=month_after(first, freeze["last"]),
        )
    # Somebody knows better: a project takes people away in the first month.
    CapacityCell.objects.create(
        council=council, team=teams[0], month=first, effort=teams[0].staff * 40 // 100
    )
    return teams


def _initiatives(invented: InventedCouncil, told: Told, chance: Random) -> dict[str, Initiative]:
    known = {each.key: each for each in demanded(invented.council.country)}
    said = [
        *((Track.MANDATED, each, known[each["pack"]]) for each in told["mandated"]),
        *((Track.CHALLENGE, each, None) for each in told["challenges"]),
        *((Track.FOUNDATION, each, None) for each in told["foundations"]),
    ]
    rows = Initiative.objects.bulk_create(
        _initiative(invented, track, each, source, chance) for track, each, source in said
    )
    items = {each["item"]: row for (_track, each, _source), row in zip(said, rows, strict=True)}
    for each in told["mandated"]:
        if "by" in each:
            items[each["item"]].taken_over_by = items[each["by"]]
    Initiative.objects.bulk_update(items.values(), ["taken_over_by"])
    return items


def _initiative(
    invented: InventedCouncil, track: Track, told: Told, source: Demanded | None, chance: Random
) -> Initiative:
    at = invented.moment(SINCE - chance.randrange(200), chance)
    row = Initiative(
        council=invented.council,
        key=drawn_key(chance),
        track=track,
        created_at=at,
        changed_at=at,
        **{name: told[name] for name in FACTS if name in told},
        **{name: _person(invented, told[name]) for name in PEOPLE if name in told},
    )
    if "known" in told:
        row.evidence_on = invented.today - timedelta(days=told["known"])
    if source:
        language = invented.council.language
        row.title, row.source = source.title.to(language)[:160], source.source.to(language)[:160]
        row.description = source.note.to(language)
        row.source_url, row.legal_basis = source.url, source.legal_basis
        row.pack, row.pack_item, row.is_example = pack_of_initiatives(), source.key, True
        row.deadline = source.due
    if row.deadline is None and "due" in told:
        row.deadline = month_after(queries.this_quarter(invented.today), told["due"])
    return row


def _levels(
    invented: InventedCouncil, told: Told, items: Mapping[str, Initiative], teams: Sequence[Team]
) -> None:
    of_size = {size.key: size for size in sizes()}
    levels = [
        level
        for each in told["mandated"]
        for level in queries.example_levels(items[each["item"]], of_size[each["size"]], teams)
    ]
    of_kind = {team.kind: team for team in teams}
    needs = [
        AmbitionLevel(
            council=invented.council,
            initiative=items[each["item"]],
            kind=LevelKind.LEGAL_MINIMUM,
            place=0,
            months=each["months"],
            effort={
                of_kind[kind].key: [round(effort * UNIT)] * each["months"]
                for kind, effort in each["need"].items()
                if kind in of_kind
            },
            is_example=True,
        )
        for each in told["challenges"]
    ]
    AmbitionLevel.objects.bulk_create([*levels, *needs])


def _history(invented: InventedCouncil, told: Told, items: Mapping[str, Initiative]) -> None:
    head = _person(invented, told["head"])
    slips = {each["item"]: each for each in told["slips"]}
    lines = []
    for name, row in items.items():
        known = row.created_at.date()
        if name in slips:
            slip = slips[name]
            was = invented.today + timedelta(days=slip["was"])
            since = invented.today - timedelta(days=slip["known"])
            lines.append(_deadline(row, was, since - timedelta(days=300), slip["said_by"], head))
            known = since
        if row.deadline:
            lines.append(_deadline(row, row.deadline, known, row.source or str(row.council), head))
    Deadline.objects.bulk_create(lines)
    Move.objects.bulk_create(
        Move(council=row.council, initiative=row, to_track=row.track, at=row.created_at, by=head)
        for row in items.values()
    )
    AuditEvent.objects.bulk_create(
        sorted(
            (_event(row, head, "added", track=row.track) for row in items.values()),
            key=lambda event: event.at,
        )
    )


def _deadline(row: Initiative, day: date, known_on: date, said_by: str, by: Membership) -> Deadline:
    return Deadline(council=row.council, initiative=row, day=day, known_on=known_on, said_by=said_by, by=by)


def _event(row: Initiative, by: Membership, verb: str, **details: str) -> AuditEvent:
    return AuditEvent(
        council=row.council,
        at=row.created_at,
        by=by,
        verb=f"portfolio.initiative.{verb}",
        thing="initiative",
        thing_key=row.key,
        details=details,
    )


def _links(invented: InventedCouncil, told: Told, items: Mapping[str, Initiative], chance: Random) -> None:
    Wait.objects.bulk_create(
        Wait(council=invented.council, before=items[each["waits"]], after=items[each["item"]], months=1)
        for each in told["mandated"]
        if "waits" in each
    )
    for each in told["early"]:
        EarlyQuestion.objects.create(
            council=invented.council,
            key=drawn_key(chance),
            initiative=items[each["item"]],
            chief=_person(invented, each["chief"]),
            **{
                name: invented.moment(each[said], chance)
                for name, said in (("asked_at", "asked"), ("answered_at", "answered"))
                if said in each
            },
            **{name: each[name] for name in ("timing", "ambition", "resources") if name in each},
        )


def _desk(invented: InventedCouncil, told: Told, chance: Random) -> None:
    head = _person(invented, told["head"])
    words = {"en": "Under way", "da": "I gang", "sv": "Pågår"}
    SavedView.objects.create(
        council=invented.council,
        key=drawn_key(chance),
        person=head,
        name=words[invented.council.language],
        query=f"status={Status.RUNNING}",
    )
    Import.objects.create(
        council=invented.council,
        key=drawn_key(chance),
        filename="portfolio.xlsx",
        status=Import.Status.DONE,
        counts={"new": 0, "changed": 0, "skipped": 0},
        by=head,
        created_at=invented.moment(400, chance),
        done_at=invented.moment(400, chance),
    )


def _person(invented: InventedCouncil, name: str) -> Membership:
    return invented.people[name].person
