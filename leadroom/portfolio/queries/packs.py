# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What others demand of the council, beside what it has taken of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from leadroom.accounts.models import Actor
from leadroom.portfolio import permissions
from leadroom.portfolio.models import Demanded, Initiative, demanded


@dataclass(frozen=True, slots=True)
class Offered:
    """One initiative of the pack, and whether the council has it."""

    demanded: Demanded
    is_taken: bool


@dataclass(frozen=True, slots=True)
class News:
    """An initiative whose deadline the pack now knows otherwise."""

    initiative: Initiative
    demanded: Demanded


def offered(actor: Actor) -> Mapping[str, list[Offered]]:
    """Return what is demanded of councils in this country, by source."""
    taken = set(_taken(actor))
    found: dict[str, list[Offered]] = {}
    for each in _demanded(actor):
        found.setdefault(str(each.source), []).append(Offered(each, each.key in taken))
    return found


def pack_news(actor: Actor) -> list[News]:
    """Return the initiatives whose deadline differs from a pack that is newer than the one they came from."""
    taken = _taken(actor)
    return [
        News(taken[each.key], each)
        for each in _demanded(actor)
        if each.key in taken
        and each.due
        and each.due not in {line.day for line in taken[each.key].deadlines.all()}
    ]


def _taken(actor: Actor) -> dict[str, Initiative]:
    found = permissions.visible_initiatives(actor).exclude(pack_item="").prefetch_related("deadlines")
    return {each.pack_item: each for each in found}


def _demanded(actor: Actor) -> tuple[Demanded, ...]:
    return demanded(actor.council.country) if actor.council else ()
