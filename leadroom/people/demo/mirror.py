# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Leaders of a demo's invented councils before the mirror: a team some time ago, its chief executive alone as well."""

from collections.abc import Mapping
from typing import Any

from leadroom.accounts.demo import PACK, InventedCouncil, drawn_key
from leadroom.kit import packs
from leadroom.people.demo.rounds import close, invented_invitee, invented_round
from leadroom.people.models import EMPTY, MIRROR, MirrorSitting, TeamMirror, Way, leaders_mirror
from leadroom.people.queries.mirror import TEAM, items, numbers

Told = Mapping[str, Any]


def load(invented: InventedCouncil) -> list[str]:
    """Let leaders of an invented council look into the mirror; say how many did."""
    told = packs.read(packs.folder_of(PACK) / "people" / f"{invented.key}.yaml")
    looks = [_look(invented, one) for one in told["looks"]]
    MirrorSitting.objects.bulk_create(sorted(looks, key=lambda one: one.started_at))
    for one in told["mirrors"]:
        _team(invented, one)
    return [f"{len(told['mirrors'])} teams before the leader's mirror, {len(looks)} looks alone"]


def _look(invented: InventedCouncil, told: Told) -> MirrorSitting:
    chance = invented.chance(f"mirror of {told['person']} {told['days_ago']}")
    return MirrorSitting(
        council=invented.council,
        key=drawn_key(chance),
        person=invented.people[told["person"]].person,
        answers={question: {**EMPTY, **said} for question, said in told["answers"].items()},
        pack=leaders_mirror().pack,
        started_at=invented.moment(told["days_ago"], chance),
    )


def _team(invented: InventedCouncil, told: Told) -> None:
    chance = invented.chance(f"mirror {told['name']}")
    opened_at = invented.moment(told["days_ago"], chance)
    members = [invented.people[code].person for code in told["members"]]
    held = invented_round(
        invented,
        chance,
        kind=MIRROR,
        items=items(),
        cell=(TEAM, len(members)),
        opened_by=invented.people[told["by"]].person,
        opened_at=opened_at,
        days=told["days"],
    )
    mirror = TeamMirror.objects.create(
        council=invented.council,
        key=drawn_key(chance),
        name=told["name"],
        way=Way.ANONYMOUS,
        round=held,
        topics=told["topics"],
        pack=leaders_mirror().pack,
        made_at=opened_at,
    )
    for member in members:
        invented_invitee(invented, chance, held, member, group=TEAM, is_named=False)
    copies = [
        MirrorSitting(
            council=invented.council,
            key=drawn_key(chance),
            person=member,
            team=mirror,
            answers={key: _said(points, place) for key, points in told["points"].items()},
            pack=mirror.pack,
            started_at=opened_at,
        )
        for place, member in enumerate(members)
    ]
    MirrorSitting.objects.bulk_create(copies)
    closed_at = invented.moment(told["days_ago"] - told["days"], chance)
    close(held, [(TEAM, numbers(one)) for one in copies], lambda _item, point: int(point), closed_at)


def _said(points: tuple[str, str], place: int) -> dict[str, Any]:
    today, importance = points
    return {**EMPTY, "point": int(today[place]), "importance": int(importance[place])}
