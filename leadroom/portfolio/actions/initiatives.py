# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Initiatives: added, changed, moved between tracks, given new deadlines and brought to an end, by their track's rules."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news
from leadroom.portfolio import permissions, queries
from leadroom.portfolio.models import Deadline, Initiative, Move, Status, Track, Wait, Way, rules_of

Facts = Mapping[str, Any]


class RulesNotKept(Exception):
    """The track asks for more than was said: `fields` are those that must be filled in."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


class MandatedStays(Exception):
    """A mandated solution cannot be dropped."""


class NobodyChangesYet(Exception):
    """Nobody has said who will work differently, and how."""


class NothingTakesItOver(Exception):
    """A mandated solution is taken over by a challenge, and none was named."""


class WaitsForItself(Exception):
    """An initiative would wait for itself, at once or by way of others."""


class CodeIsTaken(Exception):
    """Another initiative of the council has this code."""


@transaction.atomic
def add(track: Track, *, by: Actor, facts: Facts, reason: str = "") -> Initiative:
    """Add an initiative on a track, with its deadline as the history's first line. Raises RulesNotKept, CodeIsTaken."""
    require(permissions.may_add(by))
    _obey(track, facts)
    _unique(by, facts.get("code", ""))
    added = Initiative(track=track, **facts)
    added.save()
    Move.objects.create(initiative=added, to_track=track, reason=reason, by=by.membership)
    if added.deadline:
        _known(added, added.deadline, said_by=added.source, by=by, known_on=timezone.localdate())
    record(by, "portfolio.initiative.added", added, track=track)
    return added


@transaction.atomic
def change(initiative: Initiative, *, by: Actor, facts: Facts, seen: str | None = None) -> None:
    """
    Change an initiative's facts; its deadline has a history of its own.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile, RulesNotKept, CodeIsTaken.
    """
    held = Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    require(permissions.may_keep(by, held))
    saved = {name: getattr(held, name) for name in facts}
    if not is_news(seen, saved=queries.as_typed(held, facts), wanted=queries.typed_facts(facts)):
        return
    _obey(Track(held.track), {**{name: getattr(held, name) for name in held.rules.required}, **facts})
    if facts.get("code", held.code) != held.code:
        _unique(by, facts["code"])
    for name, value in facts.items():
        setattr(held, name, value)
    held.changed_at = timezone.now()
    held.save(update_fields=[*facts, "changed_at"])
    record(
        by,
        "portfolio.initiative.changed",
        held,
        fields=" ".join(name for name, value in facts.items() if saved[name] != value),
    )


@transaction.atomic
def move(initiative: Initiative, to: Track, *, by: Actor, reason: str, facts: Facts) -> None:
    """
    Move an initiative to another track: other owner, rules and questions from now on; the move is kept.

    `facts` answer what the new track asks for. Raises RulesNotKept.
    """
    held = Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    require(permissions.may_move(by))
    if held.track == to:
        return
    _obey(to, {**{name: getattr(held, name) for name in rules_of(to).required}, **facts})
    Move.objects.create(initiative=held, from_track=held.track, to_track=to, reason=reason, by=by.membership)
    record(by, "portfolio.initiative.moved", held, from_track=held.track, to_track=to)
    held.track, held.way, held.taken_over_by, held.changed_at = to, "", None, timezone.now()
    if held.status == Status.DROPPED and not rules_of(to).may_be_dropped:
        held.status = Status.PROPOSED
    for name, value in facts.items():
        setattr(held, name, value)
    held.save()
    # What a challenge no longer is, it can no longer take over.
    Initiative.objects.filter(taken_over_by=held).update(taken_over_by=None, way="")


@transaction.atomic
def choose_way(initiative: Initiative, way: Way, *, by: Actor, challenge: Initiative | None = None) -> None:
    """Choose one of the three ways of a mandated solution. Raises NothingTakesItOver."""
    held = Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk, track=Track.MANDATED)
    require(permissions.may_keep(by, held))
    if way == Way.TAKEN_OVER and (challenge is None or challenge.track != Track.CHALLENGE):
        raise NothingTakesItOver
    held.way, held.taken_over_by = way, challenge if way == Way.TAKEN_OVER else None
    held.changed_at = timezone.now()
    held.save(update_fields=["way", "taken_over_by", "changed_at"])
    record(by, "portfolio.initiative.way_chosen", held, way=way)


@transaction.atomic
def set_status(initiative: Initiative, status: Status, *, by: Actor) -> None:
    """Say how far an initiative is. Raises MandatedStays, NobodyChangesYet."""
    held = Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    require(permissions.may_keep(by, held))
    if status == Status.DROPPED:
        if not held.rules.may_be_dropped:
            raise MandatedStays
        require(permissions.may_decide(by, Track(held.track)))
    if status == Status.DONE and not held.who_changes.strip():
        raise NobodyChangesYet
    if held.status == status:
        return
    record(by, "portfolio.initiative.status_set", held, status=status)
    held.status, held.changed_at = status, timezone.now()
    held.save(update_fields=["status", "changed_at"])


@transaction.atomic
def set_statuses(initiatives: Iterable[Initiative], status: Status, *, by: Actor) -> None:
    """Say of several initiatives how far they are, all or none. Raises MandatedStays, NobodyChangesYet."""
    for each in initiatives:
        set_status(each, status, by=by)


@transaction.atomic
def move_deadline(
    initiative: Initiative, day: date | None, *, by: Actor, known_on: date, said_by: str
) -> None:
    """Add a line to a deadline's history; the newest by the day it was known is in force."""
    held = Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    require(permissions.may_keep(by, held))
    _known(held, day, said_by=said_by, by=by, known_on=known_on)
    newest = Deadline.objects.filter(initiative=held).order_by("-known_on", "-pk")[0]
    held.deadline, held.changed_at = newest.day, timezone.now()
    held.save(update_fields=["deadline", "changed_at"])
    record(by, "portfolio.initiative.deadline_moved", held, day=day or "")


@transaction.atomic
def let_wait(
    after: Initiative, before: Initiative, *, by: Actor, months: int = 0, least_level: int = 0
) -> None:
    """Let an initiative start only so many months after another is live. Raises WaitsForItself."""
    require(permissions.may_keep(by, after))
    if after.pk == before.pk or after.pk in _all_before(by, before):
        raise WaitsForItself
    Wait.objects.update_or_create(
        before=before, after=after, defaults={"months": months, "least_level": least_level}
    )
    record(by, "portfolio.initiative.waits", after, before=before.key)


@transaction.atomic
def let_go_ahead(after: Initiative, before: Initiative, *, by: Actor) -> None:
    """Let an initiative wait for another no more."""
    require(permissions.may_keep(by, after))
    Wait.objects.filter(before=before, after=after).delete()
    record(by, "portfolio.initiative.waits_no_more", after, before=before.key)


def _all_before(by: Actor, one: Initiative) -> set[int]:
    """Return all that an initiative waits for, by way of others too."""
    arcs = permissions.visible_waits(by).values_list("after_id", "before_id")
    found, ahead = set[int](), {one.pk}
    while ahead:
        found |= ahead
        ahead = {before for after, before in arcs if after in ahead} - found
    return found - {one.pk}


def _obey(track: Track, facts: Facts) -> None:
    missing = tuple(name for name in rules_of(track).required if not facts.get(name))
    if missing:
        raise RulesNotKept(missing)


def _unique(by: Actor, code: str) -> None:
    if code and permissions.visible_initiatives(by).filter(code=code).exists():
        raise CodeIsTaken


def _known(initiative: Initiative, day: date | None, *, said_by: str, by: Actor, known_on: date) -> None:
    Deadline.objects.create(
        initiative=initiative, day=day, known_on=known_on, said_by=said_by, by=by.membership
    )
