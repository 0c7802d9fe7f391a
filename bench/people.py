# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Fills an empty database with one large council, and signs some of its people in.

Everyone has rated herself in all 42 competencies, every other person twice. Those who
are signed in are of the second kind, and their second sitting is still open.
"""

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.utils import timezone

from leadroom.accounts.models import Council, Membership, Role, RoleGrant, Unit, User
from leadroom.config import ready
from leadroom.kit.tenancy import council
from leadroom.people.models import Answer, Rating, Scope, Sitting, Source, skills_map

AT_ONCE = 500
UNIT_SIZE = 25
ADMINISTRATORS = 8
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FIRST = ("Ada", "Birgit", "Carl", "Dagny", "Erik", "Freja", "Gunnar", "Hanne", "Ivar", "Jonna", "Kaj", "Lone")
LAST = ("Andersen", "Berg", "Clausen", "Dahl", "Eklund", "Frost", "Gren", "Holm", "Ibsen", "Juhl", "Krogh")
ROLE_PROFILES = ("service-manager", "employee", "executive")
# How often each answer is given: "not yet" to "leading", then the three without a level.
ANSWERS, HOW_OFTEN = tuple(Answer), (8, 22, 34, 22, 8, 3, 2, 1)


@dataclass(frozen=True)
class Person:
    """One of the invented people, by number."""

    number: int
    member: Membership
    is_signed_in: bool

    def sittings(self, now: datetime) -> list[Sitting]:
        """Return her sittings, the latest last; whoever is signed in has not finished that one."""
        ago = (230, 25) if self.number % 2 == 0 else (25,)
        return [
            Sitting(
                council=self.member.council,
                person=self.member,
                scope=Scope.FULL,
                role_profile=ROLE_PROFILES[self.number % len(ROLE_PROFILES)],
                pack=skills_map().pack,
                started_at=now - timedelta(days=days),
                finished_at=None if self.is_signed_in and days == ago[-1] else now - timedelta(days=days - 1),
            )
            for days in ago
        ]


def main() -> None:
    """Fill the database: told how many people, how many sessions, and where to write who they are."""
    people, sessions, where = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    where.write_text(json.dumps(fill(people, sessions)), encoding="utf-8")


def fill(people: int, sessions: int) -> dict[str, Any]:
    """Make the council and its people; return the signed-in ones' sessions, the first eight administrators'."""
    here = Council.objects.create(
        key="bench", name="Bench Council", country="GB", language="en", is_demo=True
    )
    chance = random.Random(people)  # noqa: S311 - the same people every time
    signed_in: list[Person] = []
    for start in range(0, people, AT_ONCE):
        with council(here.pk), transaction.atomic():
            made = made_people(here, range(start, min(start + AT_ONCE, people)), sessions)
            _rate(made, chance)
        signed_in += [person for person in made if person.is_signed_in]
    with transaction.atomic():
        keys = [_session(person.member) for person in signed_in]
    return {
        "council": here.pk,
        "competencies": skills_map().keys,
        "members": [person.member.pk for person in signed_in],
        "sessions": keys,
    }


def made_people(here: Council, numbers: range, sessions: int) -> list[Person]:
    """Make so many people, in units, with their roles."""
    users = User.objects.bulk_create(map(_user, numbers))
    units = Unit.objects.bulk_create(
        Unit(council=here, name=f"Unit {number:05}") for number in numbers[::UNIT_SIZE]
    )
    members = Membership.objects.bulk_create(
        Membership(council=here, user=user, unit=units[place // UNIT_SIZE], title="Service manager")
        for place, user in enumerate(users)
    )
    people = [
        Person(number, member, number % 2 == 0 and number < 2 * sessions)
        for number, member in zip(numbers, members, strict=True)
    ]
    RoleGrant.objects.bulk_create(
        RoleGrant(council=here, membership=person.member, role=role)
        for person in people
        for role in _roles(person)
    )
    return people


def _user(number: int) -> User:
    name = f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]} {number}"
    return User(email=f"person{number}@bench.example", name=name, password="!")  # noqa: S106 - none opens it


def _roles(person: Person) -> Iterator[Role]:
    yield Role.EMPLOYEE
    if person.number % 2 == 0:
        yield Role.MANAGER
    if person.is_signed_in and person.number < ADMINISTRATORS * 2:
        yield Role.ADMINISTRATOR


def _rate(people: Sequence[Person], chance: random.Random) -> None:
    now = timezone.now()
    sittings = [sitting for person in people for sitting in person.sittings(now)]
    Sitting.objects.bulk_create(sittings)
    first = {sitting.person_id: sitting for sitting in reversed(sittings)}
    Rating.objects.bulk_create(
        (
            _rating(sitting, competency, 1 if first[sitting.person_id] is sitting else 2, chance)
            for sitting in sittings
            for competency in skills_map().keys
        ),
        batch_size=2000,
    )


def _rating(sitting: Sitting, competency: str, number: int, chance: random.Random) -> Rating:
    return Rating(
        council=sitting.council,
        person=sitting.person,
        rater=sitting.person,
        source=Source.SELF,
        sitting=sitting,
        competency=competency,
        number=number,
        answer=chance.choices(ANSWERS, HOW_OFTEN)[0],
        pack=sitting.pack,
        token=UUID(int=chance.getrandbits(128)),
        rated_at=sitting.started_at,
    )


def _session(member: Membership) -> str:
    now, store = int(time.time()), SessionStore()
    store.update(
        {
            SESSION_KEY: str(member.user_id),
            BACKEND_SESSION_KEY: BACKEND,
            HASH_SESSION_KEY: member.user.get_session_auth_hash(),
            "council_id": member.council_id,
            "is_secured": True,
            "started_at": now,
            "seen_at": now,
        }
    )
    store.create()
    return str(store.session_key)


def collect_static() -> None:
    """Gather the static files, unless they are: their names carry hashes, as in production."""
    if not ready.is_collected():
        ready.collect_static()


def weigh_tables() -> None:
    """Do what the worker does every hour."""
    ready.weigh_tables()


def confirmed() -> None:
    """Print how many ratings the members named have: told the council and then their numbers."""
    here, *members = map(int, sys.argv[1:])
    with council(here):
        print(Rating.objects.filter(person__in=members).count())
