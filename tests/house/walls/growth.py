# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A council that grows in all of which there can be many, and what its pages then ask of the database."""

import uuid
from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta

from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.actions.invitations import open_invitation
from leadroom.accounts.models import Actor, Council, Membership, OutboxMail, Role, RoleGrant, Unit, User
from leadroom.kit.tenancy import council
from leadroom.people import actions as people
from leadroom.people.models import (
    Answer,
    DiaryEntry,
    Evidence,
    Rating,
    RoleTarget,
    Scope,
    Sitting,
    Source,
    skills_map,
)
from tests.house.walls import development, maps, mirrors, passkeys, plans, portfolios, work
from tests.house.walls.access import expected, table
from tests.house.walls.routes import all_routes
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor, kind

MOST_STATEMENTS = 10
# The sign-in library asks twice which locks there are, and keeps its challenge in the session.
# What is planned anew while one looks comes from nine tables, however large they are.
# All that is kept about a person is one statement for each kind of it, however much there is.
MAY_TAKE_MORE = {
    "mfa_reauthenticate_webauthn": 11,
    "ambition": 14,
    "headroom": 16,
    "my_data_zip": 45,
}
# Words that narrow every list a little, and the second page of those that are long enough.
QUESTIONS = ("", f"?search=e&person=e&role={Role.EMPLOYEE}&page=2")
# What only frames a transaction, or tells PostgreSQL which council it is about.
FRAMES = ("SAVEPOINT", "RELEASE", "SELECT set_config(")
Asked = dict[str, list[str]]


def findings(
    town: Town, visitors: Mapping[str, Visitor], routes: Collection[str] = (), number: int = 60
) -> list[str]:
    """Find pages that ask the database more in a large council than in a small one, or more than ten times."""
    # One of each first: a page that has nothing to show may ask less.
    grow(town, 1)
    wanted = {person: _pages(town, person, routes) for person in visitors}
    for person, pages in wanted.items():
        for address in pages.values():
            # Whatever is kept from the first look is there at the second.
            visitors[person].do("GET", address)
    small = {person: _asked(visitors[person], pages) for person, pages in wanted.items()}
    grow(town, number)
    large = {person: _asked(visitors[person], pages) for person, pages in wanted.items()}
    return [
        finding
        for person, pages in small.items()
        for page in pages
        for finding in _compared(f"{person} {page}", pages[page], large[person][page])
    ]


def _compared(page: str, small: list[str], large: list[str]) -> Iterator[str]:
    if len(large) > len(small):
        added = sorted(set(large) - set(small)) or sorted(large)
        yield f"{page}: {len(small)} statements, in a large council {len(large)}: {added}"
    most = MAY_TAKE_MORE.get(page.split()[1].partition("?")[0], MOST_STATEMENTS)
    if len(large) > most:
        yield f"{page}: {len(large)} statements, where {most} are the most: {large}"


def _pages(town: Town, person: str, routes: Collection[str]) -> dict[str, str]:
    return {
        route.name: route.address(route.values(town, person))
        for route in all_routes()
        if expected(table()[route.name][person], "GET") == "200" and (not routes or route.name in routes)
    }


def _asked(visitor: Visitor, pages: dict[str, str]) -> Asked:
    return {
        name + question: _statements(visitor, address + question)
        for name, address in pages.items()
        for question in QUESTIONS
    }


def _statements(visitor: Visitor, address: str) -> list[str]:
    """Return what a page asks."""
    with work.noted() as statements:
        answer = visitor.do("GET", address)
    if kind(answer) != "200":
        raise LookupError(f"{address} shows nothing to count: {kind(answer)}.")
    return [sql for sql in statements if not sql.startswith(FRAMES)]


def grow(town: Town, number: int) -> None:
    """Add so many of everything to a town, and to what each of its people has."""
    with council(town.council.pk):
        for _ in range(number):
            _add_to_the_council(town, town.people["administrator"])
        for actor in town.people.values():
            _rate(actor, number)
            for _ in range(min(number, 8)):
                development.grow(town, actor)
                mirrors.grow(town, actor)
            _write(actor, number)
    for actor in town.people.values():
        _add_to_the_person(town, actor, number)


def _add_to_the_council(town: Town, steering: Actor) -> None:
    unit = Unit.objects.create(name=town.mark(), manager=town.people["manager"].person)
    member = Membership.objects.create(user=User.objects.create_user(_address(town), town.mark()), unit=unit)
    RoleGrant.objects.create(membership=member, role=Role.EMPLOYEE)
    open_invitation(
        email=_address(town),
        name=town.mark(),
        title="",
        roles=[Role.EMPLOYEE],
        unit=unit,
        language="en",
        invited_by=steering.membership,
    )
    record(steering, "accounts.unit.changed", unit, name=unit.name, manager=member.key)
    record(steering, "accounts.person.changed", member, title=town.mark())
    OutboxMail.objects.create(to=_address(town), subject=town.mark(), body="x", last_error="x", tries=1)
    plans.grow(town, steering)
    names = dict.fromkeys(("en", "da", "sv"), town.mark())
    added = people.add_role_profile(by=steering, name=names, based_on="employee")
    RoleTarget.objects.create(
        role_profile=added.key, competency=skills_map().keys[0], low=1, high=2, weight=3
    )
    maps.keep(town, town.mark())
    portfolios.grow(town, town.people["digital_office"])


def _rate(actor: Actor, number: int) -> None:
    """Finish so many sittings that came before the open one, each with all its answers."""
    long_ago = timezone.now() - timedelta(days=200)
    sittings = Sitting.objects.bulk_create(
        Sitting(
            council=actor.council,
            person=actor.person,
            scope=Scope.FULL,
            role_profile="employee",
            pack=skills_map().pack,
            started_at=long_ago,
            finished_at=long_ago,
        )
        for _ in range(min(number, 10))
    )
    Rating.objects.bulk_create(rating for sitting in sittings for rating in _ratings(sitting))


def _ratings(sitting: Sitting) -> Iterator[Rating]:
    for key in skills_map().keys:
        yield Rating(
            council=sitting.council,
            person=sitting.person,
            rater=sitting.person,
            source=Source.SELF,
            sitting=sitting,
            competency=key,
            # A number that no other sitting has.
            number=1000 + sitting.pk,
            answer=Answer.WORKING,
            note="",
            pack=sitting.pack,
            token=uuid.uuid4(),
        )


def _write(actor: Actor, number: int) -> None:
    """Write so many entries into the person's diary, and keep as much evidence of one competency."""
    about, today = skills_map().keys[2], timezone.localdate()
    DiaryEntry.objects.bulk_create(
        DiaryEntry(
            council=actor.council,
            person=actor.person,
            happened_on=today,
            what_happened="Everything went well",
            tags=[about, f"word {place}"],
            token=uuid.uuid4(),
        )
        for place in range(number)
    )
    Evidence.objects.bulk_create(
        Evidence(
            council=actor.council,
            person=actor.person,
            competency=about,
            text=f"Done {place}",
            origin=Evidence.Origin.OWN,
            seen_on=today,
        )
        for place in range(number)
    )


def _add_to_the_person(town: Town, actor: Actor, number: int) -> None:
    for _ in range(min(number, 3)):
        passkeys.one_more(actor.user, town.mark())
        elsewhere = Council.objects.create(key=town.mark(), name=town.mark(), country="DK", language="da")
        with council(elsewhere.pk):
            member = Membership.objects.create(user=actor.user)
            RoleGrant.objects.create(membership=member, role=Role.EMPLOYEE)


def _address(town: Town) -> str:
    return f"{town.mark()}@example.org"
