# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A team before the mirror: opened for named leaders, answered by each, published once, and talked about.

The round is given numbers and, where the team votes, a yes or no; texts and notes stay with their author.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from django.db import transaction

from leadroom.accounts.models import Actor, Council, Membership
from leadroom.accounts.permissions import require
from leadroom.core.anonymity import FEWEST, Cell
from leadroom.core.anonymity.vote import FEWEST_VOTERS
from leadroom.people import emails, permissions, queries
from leadroom.people.models import MIRROR, POINTS, TeamMirror, Way, leaders_mirror
from leadroom.people.queries.mirror import TEAM, TOPICS, items, numbers
from leadroom.rounds import actions as rounds
from leadroom.rounds.bridge import VOTE
from leadroom.rounds.models import Invitee, Promise, Round


class NotThisWay(Exception):
    """So many members cannot look into the mirror in this way."""


class AskedLately(Exception):
    """Some of those chosen are asked already, or were a short time ago: two results side by side could tell too much."""

    def __init__(self, people: Collection[Membership]) -> None:
        """Keep who they are."""
        super().__init__()
        self.people = people


class NotEnough(Exception):
    """Fewer have answered than it takes to show something."""


class NotThreeTopics(Exception):
    """An agenda takes one to three questions of the mirror."""


@transaction.atomic
def open_mirror(
    *, by: Actor, name: str, way: Way, members: Sequence[Membership], closes_on: date
) -> TeamMirror:
    """Ask a team, each member by letter. Raises NotThisWay, AskedLately."""
    require(permissions.may_open_mirror(by))
    if not is_possible(way, members, by):
        raise NotThisWay
    if lately := queries.asked_lately(members):
        raise AskedLately(lately)
    opened = rounds.open_round(
        by=by,
        kind=MIRROR,
        items=items(),
        cells=[Cell(TEAM, len(members))],
        closes_on=closes_on,
        promise=Promise.TOGETHER if way == Way.VOTE else Promise.ANONYMOUS,
        voters=len(members) if way == Way.VOTE else None,
    )
    mirror = TeamMirror.objects.create(name=name, way=way, round=opened, pack=leaders_mirror().pack)
    for member in members:
        rounds.invite(opened, group=TEAM, cell=TEAM, person=member, language=member.user.language)
        emails.mirror_question(mirror, member, council=by.person.council)
    return mirror


def is_possible(way: Way, members: Sequence[Membership], by: Actor) -> bool:
    """Say whether so many can look into the mirror in this way; a vote is among those who answer."""
    if way == Way.VOTE:
        return FEWEST_VOTERS <= len(members) < FEWEST and by.person in members
    return len(members) >= FEWEST


@transaction.atomic
def suggest_mirror(*, by: Actor, members: Sequence[Membership]) -> None:
    """Write to the members of a small team that each may look into the mirror alone; nothing else is kept of it."""
    require(permissions.may_open_mirror(by))
    for member in members:
        emails.mirror_alone(member, by=by, council=by.person.council)


def send_mirror(mirror: TeamMirror, *, by: Actor, agrees: bool | None) -> None:
    """
    Give the numbers of a person's answers to the round, and her vote where there is one.

    Raises RoundIsOver, SentAlready.
    """
    invitee = queries.mirror_invitee(by, mirror)
    require(invitee is not None)
    sitting = permissions.visible_mirror_sittings(by).filter(team=mirror).first()
    answers: dict[str, Any] = numbers(sitting) if sitting else {}
    if mirror.way == Way.VOTE:
        answers[VOTE] = agrees is True
    if invitee is not None:
        rounds.send(invitee, answers)


def decline_mirror(mirror: TeamMirror, *, by: Actor) -> None:
    """Say no to a team mirror; nobody is told. Raises RoundIsOver, SentAlready."""
    invitee = queries.mirror_invitee(by, mirror)
    require(invitee is not None)
    if invitee is not None:
        rounds.decline(invitee)


@transaction.atomic
def close_mirror(mirror: TeamMirror, *, by: Actor) -> None:
    """Close a team mirror before its day. Raises NotEnough, RoundIsOver."""
    require(permissions.may_run_mirror(by, mirror))
    if not queries.can_close_mirror(mirror):
        raise NotEnough
    publish_mirror(mirror)


@transaction.atomic
def call_off_mirror(mirror: TeamMirror, *, by: Actor) -> None:
    """Call a team mirror off: what was given to the round is deleted unseen. Raises RoundIsOver."""
    require(permissions.may_run_mirror(by, mirror))
    rounds.withdraw(mirror.round)


@transaction.atomic
def publish_mirror(mirror: TeamMirror) -> None:
    """Close a team mirror and publish, once, what may be told. Raises RoundIsOver where it was closed before."""
    rounds.close(mirror.round, _number)
    for member in queries.told_of(mirror):
        emails.mirror_closed(mirror, member, council=mirror.council)


@transaction.atomic
def choose_topics(mirror: TeamMirror, *, by: Actor, topics: Collection[str]) -> None:
    """Say what the team talks about, in the mirror's order. Raises NotThreeTopics."""
    require(permissions.may_run_mirror(by, mirror) and mirror.is_closed)
    chosen = [question.key for question in leaders_mirror().questions if question.key in topics]
    if not 0 < len(chosen) <= TOPICS:
        raise NotThreeTopics
    mirror.topics = chosen
    mirror.save(update_fields=["topics"])


def publish_due(due: Round) -> None:
    """Close the team mirror whose last day is over."""
    with transaction.atomic():
        mirror = TeamMirror.objects.select_related("round", "council").get(round=due)
        # Closed by hand a moment ago, there is nothing left to do.
        with suppress(rounds.RoundIsOver):
            publish_mirror(mirror)


def remind_of_mirror(invitee: Invitee, *, council: Council) -> None:
    """Write to somebody who has not answered when a team mirror is about to close."""
    if invitee.person is not None:
        mirror = TeamMirror.objects.select_related("round").get(round=invitee.round)
        emails.mirror_reminder(mirror, invitee.person, council=council)


def _number(_item: str, answer: Any) -> int | None:
    return answer if answer in POINTS else None
