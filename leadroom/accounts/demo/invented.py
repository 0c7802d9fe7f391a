# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each room is handed to add its own to an invented council, and how time and chance go there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from leadroom.accounts.models import Actor, Council
from leadroom.kit.keys import ALPHABET, LENGTH


@dataclass(frozen=True, slots=True)
class InventedCouncil:
    """What a room gets to add its own: the council, its people by the pack's names, the seed and the day."""

    key: str
    council: Council
    people: Mapping[str, Actor]
    seed: str
    today: date

    def chance(self, what: str) -> Random:
        """Return the source of what is drawn for one thing: the same in every demo, apart from all others."""
        return Random(f"{self.seed}/{what}")  # noqa: S311 - a story, not a secret

    def moment(self, days_ago: int, chance: Random) -> datetime:
        """Return a moment in working hours, that many days ago or on the last working day before."""
        return working_moment(self.today - timedelta(days=days_ago), chance)


def working_moment(day: date, chance: Random) -> datetime:
    """Return a moment between eight and half past three on a day; at a weekend, on the Friday before."""
    day -= timedelta(days=max(0, day.weekday() - 4))
    begins = timezone.make_aware(datetime.combine(day, time(8)), timezone.get_default_timezone())
    return begins + timedelta(minutes=chance.randrange(450), seconds=chance.randrange(60))


def drawn_key(chance: Random) -> str:
    """Return a public name as `kit.keys` makes it, but the same in every demo."""
    return "".join(chance.choices(ALPHABET, k=LENGTH))
