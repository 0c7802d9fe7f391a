# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person sees in the mirror, and what her team may see together: never another's answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils import timezone

from leadroom.accounts.models import Actor, Membership, Role
from leadroom.accounts.queries import leaders
from leadroom.core.anonymity import Band, Share, Spread, spread_together
from leadroom.people import permissions
from leadroom.people.models import MIRROR, MirrorSitting, Question, TeamMirror, Way, leaders_mirror
from leadroom.rounds import permissions as asking
from leadroom.rounds import queries as rounds
from leadroom.rounds.bridge import groups_of
from leadroom.rounds.models import Invitee
from leadroom.rounds.permissions import may_answer

TEAM, TOPICS = "TEAM", 3
# Two results of nearly the same people and questions, soon after each other, would tell what neither tells alone.
REST = timedelta(days=60)
IMPORTANCE = ":importance"
TALK_FIRST = (Spread.DIVIDED, Spread.MIXED, Spread.AGREEMENT)
IMPORTANT_FIRST = (Band.MAJORITY_HIGH, Band.NO_MAJORITY, Band.MAJORITY_LOW)


@dataclass(frozen=True)
class MyMirror:
    """A person's sittings alone before the mirror, the newest first."""

    sittings: tuple[MirrorSitting, ...]

    @property
    def now(self) -> MirrorSitting | None:
        """Return the one she works on, or did last."""
        return next(iter(self.sittings), None)

    @property
    def before(self) -> MirrorSitting | None:
        """Return the one before."""
        return self.sittings[1] if len(self.sittings) > 1 else None

    @property
    def next_open(self) -> Question:
        """Return the first question without a point; the first of all where none is open."""
        return next_open(self.now)


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who can be asked to look into the mirror with others."""

    member: Membership
    is_executive: bool
    is_likely: bool


@dataclass(frozen=True, slots=True)
class AskedMirror:
    """A team mirror as its member sees it; `invitee` is None for who opened it without answering."""

    mirror: TeamMirror
    invitee: Invitee | None

    @property
    def is_to_answer(self) -> bool:
        """Say whether this person's answers are still wanted."""
        return self.invitee is not None and may_answer(self.invitee)


@dataclass(frozen=True, slots=True)
class Stand:
    """What may be told of a team in one thing; `points` only where the team opened its answers to itself."""

    band: Band
    spread: Spread
    low: Share | None = None
    high: Share | None = None
    points: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One of the ten questions: how the team stands, how important it finds it, and the reader's own point."""

    question: Question
    stand: Stand
    importance: Stand
    own: int | None


@dataclass(frozen=True)
class TeamOutcome:
    """A closed team mirror as one person sees it; without lines there is nothing to show."""

    mirror: TeamMirror
    lines: tuple[Line, ...]
    own: MirrorSitting | None

    @cached_property
    def topics(self) -> tuple[Line, ...]:
        """Return what the team chose to talk about, in the order of what deserves a talk."""
        return tuple(line for line in self.lines if line.question.key in self.mirror.topics)

    def count(self, spread: Spread) -> int:
        """Return in how many questions the team is of one mind, mixed or divided."""
        return sum(line.stand.spread is spread for line in self.lines)


def items() -> list[tuple[str, str]]:
    """Return what a team's round asks: of each question where the team stands, and how important it is."""
    questions = leaders_mirror().questions
    return [(each.key + kind, "FIVE_POINTS") for each in questions for kind in ("", IMPORTANCE)]


def numbers(sitting: MirrorSitting) -> dict[str, int]:
    """Return what a sitting gives to a round: its points, and none of its words."""
    found: dict[str, int | None] = {}
    for question in leaders_mirror().questions:
        said = sitting.said(question.key)
        found |= {question.key: said["point"], question.key + IMPORTANCE: said["importance"]}
    return {item: point for item, point in found.items() if point is not None}


def next_open(sitting: MirrorSitting | None) -> Question:
    """Return the first question without a point; the first of all where none is open."""
    questions = leaders_mirror().questions
    open_ones = (one for one in questions if sitting is None or sitting.point(one.key) is None)
    return next(open_ones, questions[0])


def my_mirror(actor: Actor) -> MyMirror:
    """Return this person's sittings alone."""
    return MyMirror(tuple(permissions.visible_mirror_sittings(actor).filter(team=None)))


def mirror_sitting(actor: Actor, mirror: TeamMirror) -> MirrorSitting | None:
    """Return this person's own copy of what she answers for a team."""
    return permissions.visible_mirror_sittings(actor).filter(team=mirror).first()


def team_mirrors(actor: Actor) -> list[AskedMirror]:
    """Return the team mirrors this person is asked in or opened, the newest first."""
    invited = asking.visible_invitations(actor).filter(round__kind=MIRROR)
    invitees = {invitee.round_id: invitee for invitee in invited}
    return [AskedMirror(one, invitees.get(one.round_id)) for one in permissions.visible_team_mirrors(actor)]


def mirror_invitee(actor: Actor, mirror: TeamMirror) -> Invitee | None:
    """Return the person's own invitation into a team mirror, or None."""
    return asking.visible_invitations(actor).filter(round=mirror.round_id).first()


def possible_team(actor: Actor) -> list[Leader]:
    """Return whom this person can ask, executives first; chosen to begin with is the team she most likely means."""
    steers = actor.is_any(Role.EXECUTIVE, Role.DIGITAL_OFFICE)
    found = [_leader(one, actor, steers=steers) for one in leaders(actor).prefetch_related("grants")]
    return sorted(found, key=lambda one: not one.is_executive)


def _leader(member: Membership, actor: Actor, *, steers: bool) -> Leader:
    is_executive = any(grant.role == Role.EXECUTIVE for grant in member.grants.all())
    return Leader(member, is_executive, is_executive if steers else member == actor.person)


def asked_lately(members: Sequence[Membership]) -> list[Membership]:
    """Return who of these is asked in an open team mirror, or was in one that showed something a short time ago."""
    since = timezone.now() - REST
    recent = Q(round__closed_at=None) | Q(round__closed_at__gte=since)
    invitees = Invitee.objects.select_related("round", "person__user").filter(
        recent, round__kind=MIRROR, person__in=members
    )
    return list({one.person_id: one.person for one in invitees if one.person and _counts(one)}.values())


def _counts(invitee: Invitee) -> bool:
    published = invitee.round.published
    return invitee.round.closed_at is None or bool(published.get("groups") or published.get("together"))


def has_enough(mirror: TeamMirror) -> bool:
    """Say whether as many have answered as it takes to show something; never told of a vote."""
    return mirror.way != Way.VOTE and rounds.has_enough(mirror.round, TEAM)


def can_close_mirror(mirror: TeamMirror) -> bool:
    """Say whether a team mirror can be closed before its day: with enough answers; a vote always, so that it tells nothing."""
    return not mirror.is_closed and (mirror.way == Way.VOTE or has_enough(mirror))


def told_of(mirror: TeamMirror) -> list[Membership]:
    """Return who is told that a team mirror is closed: all who were asked, and who opened it."""
    asked = mirror.round.invitees.values("person")
    members = Membership.objects.select_related("user").filter(is_active=True)
    return list(members.filter(Q(pk__in=asked) | Q(pk=mirror.round.opened_by_id)))


def team_outcome(actor: Actor, mirror: TeamMirror) -> TeamOutcome:
    """Return what a closed team mirror shows to this person, what deserves a talk first."""
    stands = _stands(mirror) if permissions.may_see_answers_together(actor, mirror) else {}
    own = mirror_sitting(actor, mirror)
    lines = [
        Line(one, stands[one.key], stands[one.key + IMPORTANCE], own.point(one.key) if own else None)
        for one in leaders_mirror().questions
        if one.key in stands
    ]
    return TeamOutcome(mirror, tuple(sorted(lines, key=_order)), own)


def _order(line: Line) -> tuple[int, int, int]:
    """Order by what is published alone; ties stay in the pack's order."""
    return (
        TALK_FIRST.index(line.stand.spread),
        list(Band).index(line.stand.band),
        IMPORTANT_FIRST.index(line.importance.band),
    )


def _stands(mirror: TeamMirror) -> dict[str, Stand]:
    published: Mapping[str, Any] = mirror.round.published
    if together := published.get("together"):
        members = mirror.round.voters or 0
        return {
            key: Stand(*spread_together(points, members), points=tuple(points))
            for key, points in together.items()
        }
    groups = groups_of(mirror.round)
    return {
        figure.item: Stand(figure.band, figure.spread, figure.low, figure.high)
        for group in groups
        for figure in group.figures
    }
