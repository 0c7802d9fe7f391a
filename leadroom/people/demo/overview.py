# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""An overview in a demo's invented councils, closed some months ago, and profiles shown to line managers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from leadroom.accounts.demo import PACK, InventedCouncil, drawn_key
from leadroom.accounts.models import AuditEvent, Membership
from leadroom.accounts.permissions import line_manager_of
from leadroom.core.anonymity import Scale
from leadroom.kit import packs
from leadroom.people import queries
from leadroom.people.models import LEVELS, ProfileShare, Rating, Source, skills_map
from leadroom.people.models.overview import KIND, STAFF
from leadroom.rounds import bridge
from leadroom.rounds.models import Invitee, Promise, Round

# Seven holds against two who put their answers together: a line manager and one who shows her hers by name.
FEWEST = 7
ADDS = 0.9
Levels = Mapping[str, int | None]


def load(invented: InventedCouncil) -> list[str]:
    """Give an invented council its overview, and let some show their profiles; say so."""
    told = packs.read(packs.folder_of(PACK) / "people" / f"{invented.key}.yaml")
    chance = invented.chance("overview")
    held = _round(invented, told["overview"], chance)
    members = queries.to_ask()
    levels = _levels(held.closed_at or held.opened_at)
    adding = [each for each in members if each.pk in levels and chance.random() < ADDS]
    held.cells = bridge.as_kept(queries.cells_of(members))
    rows = [(queries.cell_of(each), levels[each.pk]) for each in adding]
    held.published = bridge.published(held, rows, lambda _item, level: level)
    held.save()
    Invitee.objects.bulk_create(_invitees(held, members, {each.pk for each in adding}, chance))
    _record(invented, held, told["overview"], len(members))
    shown = _shares(invented, told["shared_profiles"], chance)
    return [f"an overview to which {len(adding)} people added their profiles", f"{shown} shared profiles"]


def _round(invented: InventedCouncil, told: Mapping[str, Any], chance: Random) -> Round:
    opened_at = invented.moment(told["days_ago"], chance)
    return Round(
        council=invented.council,
        key=drawn_key(chance),
        kind=KIND,
        items=[[key, Scale.LEVELS.name] for key in skills_map().keys],
        fewest=FEWEST,
        promise=Promise.ANONYMOUS,
        opened_by=invented.people[told["by"]].person,
        opened_at=opened_at,
        closes_on=opened_at.date() + timedelta(days=told["days"]),
        closed_at=invented.moment(told["days_ago"] - told["days"] - 1, chance),
    )


def _levels(until: datetime) -> dict[int, dict[str, int | None]]:
    found: dict[int, dict[str, int | None]] = {}
    rows = Rating.objects.filter(source=Source.SELF, rated_at__lte=until).order_by("id")
    for person, competency, answer in rows.values_list("person_id", "competency", "answer"):
        found.setdefault(person, {})[competency] = LEVELS.get(answer)
    return found


def _invitees(
    held: Round, members: Sequence[Membership], adding: set[int], chance: Random
) -> Iterator[Invitee]:
    for each in members:
        yield Invitee(
            council=held.council,
            key=drawn_key(chance),
            round=held,
            person=each,
            group=STAFF,
            cell=queries.cell_of(each),
            language=each.user.language,
            has_answered=each.pk in adding,
        )


def _record(invented: InventedCouncil, held: Round, told: Mapping[str, Any], people: int) -> None:
    AuditEvent.objects.create(
        council=invented.council,
        at=held.opened_at,
        by=invented.people[told["by"]].person,
        verb="people.overview.opened",
        thing="round",
        thing_key=held.key,
        details={"people": str(people), "day": held.closes_on.isoformat()},
    )


def _shares(invented: InventedCouncil, told: Mapping[str, int], chance: Random) -> int:
    members = Membership.objects.select_related("unit__manager", "unit__part_of__manager")
    for name, days_ago in told.items():
        person = members.get(pk=invented.people[name].person.pk)
        manager = line_manager_of(person)
        if manager is None:
            raise LookupError(f"{name} has no line manager to show a profile to.")
        ProfileShare.objects.create(
            council=invented.council,
            person=person,
            shared_with=manager,
            shared_at=invented.moment(days_ago, chance),
        )
    return len(told)
