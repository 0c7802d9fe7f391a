# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The council's overview of what people can do: opened, added to, closed once; and a profile shared by name.

Who adds her profile gives away one of three classes for each competency, and nothing that leads
back to her (decision 19). It is not in the record who did.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from django.db import transaction
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council, Membership
from leadroom.accounts.permissions import line_manager_of, require, visible_team
from leadroom.core.anonymity import Class, Scale, class_of
from leadroom.people import emails, permissions, queries
from leadroom.people.models import ProfileShare, skills_map
from leadroom.people.models.overview import KIND, STAFF
from leadroom.rounds import actions as rounds
from leadroom.rounds import queries as asked
from leadroom.rounds.models import Invitee, Promise, Round

# What stands for a class on the scale of levels.
NUMBERS = {Class.LOW.value: 0, Class.MIDDLE.value: 2, Class.HIGH.value: 4}


class OverviewUnderWay(Exception):
    """One overview at a time: two divisions of the same people would tell what each of them answered."""


class TooSoon(Exception):
    """The last overview closed less than three months ago."""


class NothingToAdd(Exception):
    """The person has not answered anything yet."""


class NobodyToShow(Exception):
    """The person has no line manager."""


@transaction.atomic
def open_overview(*, by: Actor, closes_on: date, fewest: int) -> Round:
    """
    Ask everybody who works here; the division into units is fixed from here on.

    Raises OverviewUnderWay, TooSoon.
    """
    require(permissions.may_see_overview(by))
    # Who opens one at the same moment waits here, and then sees this one.
    Council.objects.select_for_update(no_key=True).get(pk=by.person.council_id)
    latest = asked.rounds_of(KIND).first()
    if latest and latest.closed_at is None:
        raise OverviewUnderWay
    if latest and queries.opens_again_on(latest) > timezone.localdate():
        raise TooSoon
    members = queries.to_ask()
    opened = rounds.open_round(
        by=by,
        kind=KIND,
        items=[(key, Scale.LEVELS.name) for key in skills_map().keys],
        cells=queries.cells_of(members),
        closes_on=closes_on,
        promise=Promise.ANONYMOUS,
        fewest=fewest,
    )
    rounds.invite_members(opened, ((member, queries.cell_of(member)) for member in members), group=STAFF)
    record(by, "people.overview.opened", opened, people=len(members), day=closes_on.isoformat())
    return opened


@transaction.atomic
def call_off_overview(overview: Round, *, by: Actor) -> None:
    """Call an open overview off: all that was added is deleted unseen. Raises RoundIsOver."""
    require(permissions.may_see_overview(by))
    rounds.withdraw(overview)
    record(by, "people.overview.called_off")


def add_mine(invitee: Invitee, *, by: Actor) -> None:
    """
    Add the person's own profile as it is now: a class for each competency she has a level in.

    Raises NothingToAdd, RoundIsOver, SentAlready.
    """
    require(invitee.person_id == by.person.pk)
    classes = dict(_classes(by))
    if not classes:
        raise NothingToAdd
    rounds.send(invitee, classes)


def _classes(by: Actor) -> Iterator[tuple[str, str]]:
    for standing in queries.my_profile(by).standings:
        if found := class_of(Scale.LEVELS, standing.level):
            yield standing.competency, found.value


def stay_out(invitee: Invitee, *, by: Actor) -> None:
    """Say no, without a reason; nobody is told. Raises RoundIsOver, SentAlready."""
    require(invitee.person_id == by.person.pk)
    rounds.decline(invitee)


def close_overview(overview: Round) -> None:
    """Work out, once, what is published; another worker may have done it a moment ago."""
    with suppress(rounds.RoundIsOver):
        rounds.close(overview, lambda _item, answer: NUMBERS.get(str(answer)))


@transaction.atomic
def share_profile(*, by: Actor) -> ProfileShare:
    """Let the line manager see one's levels from now on. Raises NobodyToShow."""
    person = Membership.objects.select_related("unit__manager", "unit__part_of__manager").get(pk=by.person.pk)
    manager = line_manager_of(person)
    if manager is None:
        raise NobodyToShow
    shared, _is_new = ProfileShare.objects.update_or_create(person=person, defaults={"shared_with": manager})
    return shared


@transaction.atomic
def take_profile_back(*, by: Actor) -> None:
    """Let nobody else see one's levels any more."""
    permissions.visible_profile_shares(by).filter(person=by.person).delete()


@transaction.atomic
def offer_development(*, by: Actor, competency: str, offer: str) -> int:
    """Write to all one's people what is offered to them; return to how many."""
    people = list(visible_team(by))
    require(bool(people))
    for member in people:
        emails.development_offered(member, by=by.person, competency=competency, offer=offer)
    return len(people)
