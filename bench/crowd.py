# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fills an empty database with a council of any size, holds an overview in it, and times its pages; in one process."""

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from bench.people import AT_ONCE, made_people
from leadroom.accounts import queries as accounts
from leadroom.accounts.models import Actor, Council, Membership, Role, RoleGrant, Unit
from leadroom.kit.tenancy import council
from leadroom.people import actions
from leadroom.people.models import ProfileShare, skills_map
from leadroom.people.models.overview import KIND
from leadroom.rounds.models import Answer, Invitee, Round

TEAM, SHARING = 30, 12
ADDS = 0.9
PAGES = {"team": "/people/team/", "council": "/people/overview/"}
CLASSES = ("LOW", "MIDDLE", "HIGH")
# Every answer of everybody, drawn by the database itself.
RATE = """
INSERT INTO people_rating (council_id, person_id, rater_id, source, competency, number, answer, note, pack, token, rated_at)
SELECT m.council_id, m.id, m.id, 'SELF', k.key, 1,
       (ARRAY['NOT_YET','AWARE','WORKING','SKILLED','LEADING'])[1 + floor(random() * 5)::int],
       '', %s, gen_random_uuid(), now()
FROM accounts_membership m CROSS JOIN unnest(%s::text[]) AS k(key)
WHERE m.id BETWEEN %s AND %s
"""


def main() -> None:
    """Print the times as JSON: told how many people, and how often each page is asked for."""
    people, turns = int(sys.argv[1]), int(sys.argv[2])
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    here = Council.objects.create(key="crowd", name="Crowd", country="GB", language="en", is_demo=True)
    for start in range(0, people, AT_ONCE):
        with council(here.pk), transaction.atomic():
            made_people(here, range(start, min(start + AT_ONCE, people)), 0)
    with council(here.pk):
        leader = _leader()
        _rate(people)
        opening, opened = _timed(lambda: _open(leader))
        _answer(opened)
        closing, _nothing = _timed(lambda: actions.close_overview(opened))
    times = {name: _asked(leader, address, turns) for name, address in PAGES.items()}
    print(json.dumps({"people": people, "opening": opening, "closing": closing, "pages": times}))


def _leader() -> Actor:
    """Let the first person steer, lead a team of thirty, and be shown some profiles."""
    unit = Unit.objects.order_by("id").first()
    members = list(Membership.objects.select_related("council").order_by("id")[: TEAM + 1])
    Membership.objects.filter(pk__in=[member.pk for member in members]).update(unit=unit)
    leader = members[0]
    RoleGrant.objects.bulk_create(
        [
            RoleGrant(council=leader.council, membership=leader, role=role)
            for role in (Role.EXECUTIVE, Role.MANAGER)
        ],
        ignore_conflicts=True,
    )
    Unit.objects.filter(pk=unit.pk).update(manager=leader)
    ProfileShare.objects.bulk_create(
        ProfileShare(council=leader.council, person=member, shared_with=leader)
        for member in members[1 : SHARING + 1]
    )
    return accounts.actor_of(leader.user)


def _rate(people: int) -> None:
    ids = list(Membership.objects.order_by("id").values_list("id", flat=True))
    for start in range(0, people, 5000):
        part = ids[start : start + 5000]
        with connection.cursor() as cursor:
            cursor.execute(RATE, [skills_map().pack, list(skills_map().keys), part[0], part[-1]])


def _open(leader: Actor) -> Round:
    return actions.open_overview(by=leader, closes_on=timezone.localdate() + timedelta(days=21), fewest=9)


def _answer(opened: Round) -> None:
    """Give away what all but a tenth would give, as the job does after each of them."""
    chance = random.Random(7)  # noqa: S311 - the same answers every time
    cells = list(Invitee.objects.filter(round=opened).values_list("cell", flat=True))
    for start in range(0, len(cells), AT_ONCE):
        Answer.objects.bulk_create(
            Answer(council=opened.council, round=opened, cell=cell, answers=dict(_classes(chance)))
            for cell in cells[start : start + AT_ONCE]
            if chance.random() < ADDS
        )


def _classes(chance: random.Random) -> Iterator[tuple[str, str]]:
    for key in skills_map().keys:
        yield key, chance.choice(CLASSES)


def _timed(act: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    done = act()
    return time.perf_counter() - began, done


def _asked(leader: Actor, address: str, turns: int) -> list[float]:
    client = Client()
    client.force_login(leader.user)
    session = client.session
    session["is_secured"] = True
    session.save()
    for _ in range(5):
        answer = client.get(address)
    if answer.status_code != HTTPStatus.OK:
        raise LookupError(f"{address} answers {answer.status_code} in an overview of kind {KIND}.")
    return sorted(_timed(lambda: client.get(address))[0] for _ in range(turns))
