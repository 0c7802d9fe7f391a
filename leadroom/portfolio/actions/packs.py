# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What others demand, taken from the pack; and deadlines that a newer pack knows better."""

from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council
from leadroom.accounts.permissions import require
from leadroom.portfolio import permissions, queries
from leadroom.portfolio.actions.initiatives import move_deadline
from leadroom.portfolio.models import (
    Deadline,
    Demanded,
    Initiative,
    Move,
    Track,
    demanded,
    pack_of_initiatives,
)


@transaction.atomic
def take(keys: Collection[str], *, by: Actor) -> list[Initiative]:
    """Add the pack's initiatives with these keys, those left out that are there already; return the added."""
    require(permissions.may_import(by))
    council = Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)
    there = set(permissions.visible_initiatives(by).values_list("pack_item", flat=True))
    wanted = [each for each in demanded(council.country) if each.key in keys and each.key not in there]
    added = Initiative.objects.bulk_create(_initiative(each, council) for each in wanted)
    _remember(added, by)
    for each in added:
        record(by, "portfolio.initiative.taken", each)
    return added


@transaction.atomic
def take_news(key: str, *, by: Actor) -> None:
    """Add the pack's newer deadline to an initiative's history."""
    for news in queries.pack_news(by):
        if news.initiative.key == key:
            move_deadline(
                news.initiative,
                news.demanded.due,
                by=by,
                known_on=timezone.localdate(),
                said_by=_source(news.demanded, by.council),
            )


def _initiative(each: Demanded, council: Council) -> Initiative:
    return Initiative(
        council=council,
        track=Track.MANDATED,
        title=each.title.to(council.language)[:160],
        description=each.note.to(council.language),
        source=_source(each, council),
        source_url=each.url,
        legal_basis=each.legal_basis,
        deadline=each.due,
        pack=pack_of_initiatives(),
        pack_item=each.key,
    )


def _source(each: Demanded, council: Council | None) -> str:
    return each.source.to(council.language if council else "en")[:160]


def _remember(added: Sequence[Initiative], by: Actor) -> None:
    today = timezone.localdate()
    Move.objects.bulk_create(
        Move(council=by.council, initiative=each, to_track=Track.MANDATED, by=by.membership) for each in added
    )
    Deadline.objects.bulk_create(
        Deadline(
            council=by.council,
            initiative=each,
            day=each.deadline,
            known_on=today,
            said_by=each.source,
            by=by.membership,
        )
        for each in added
        if each.deadline
    )
