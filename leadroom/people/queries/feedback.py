# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Feedback rounds: what is asked, how far it is, and what may be shown of it afterwards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from leadroom.accounts.models import Actor, Council, Membership
from leadroom.core.anonymity import Band
from leadroom.core.skills.beside import Agenda, Beside, agenda, proposed
from leadroom.core.skills.profile import Target, by_importance, first_to_develop
from leadroom.kit.tenancy import council as inside
from leadroom.people import permissions
from leadroom.people.models import LEVELS, Competency, FeedbackRound, Group, RoleProfile, Source, skills_map
from leadroom.people.models.feedback import KIND, MOST
from leadroom.people.queries.profile import MyProfile
from leadroom.people.queries.role_profiles import role_profiles
from leadroom.rounds import permissions as asking
from leadroom.rounds import queries as rounds
from leadroom.rounds.models import Invitee, Promise

PROPOSED = 10
# The levels of which a class is made (decision 20).
RANGES = {Band.MAJORITY_LOW: (0, 1), Band.MAJORITY_HIGH: (3, 4)}


@dataclass(frozen=True)
class Rated:
    """One invitee's questions: about whom, which competencies, and what she has answered so far."""

    council: Council
    invitee: Invitee
    feedback: FeedbackRound
    kept: rounds.Kept

    @cached_property
    def competencies(self) -> tuple[Competency, ...]:
        """Return what is asked, in map order."""
        return tuple(one for one in skills_map().competencies if one.key in self.feedback.competencies)

    @property
    def next_open(self) -> str | None:
        """Return the first competency without an answer."""
        return next((one.key for one in self.competencies if one.key not in self.kept.answers), None)

    @property
    def is_complete(self) -> bool:
        """Say whether every question has an answer."""
        return self.next_open is None

    @property
    def answered(self) -> int:
        """Return how many questions have an answer."""
        return len(self.kept.answers)

    def place(self, key: str) -> int:
        """Return which question this is, from 1."""
        return [one.key for one in self.competencies].index(key) + 1

    def before(self, key: str) -> str | None:
        """Return the question before one, or None at the first."""
        place = self.place(key)
        return self.competencies[place - 2].key if place > 1 else None


@dataclass(frozen=True, slots=True)
class Colleagues:
    """What may be told of colleagues' answers about one competency: a band, or the levels given, one by one."""

    band: Band | None = None
    levels: tuple[int, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """A closed round as one of the two sees it: her manager never sees what colleagues said."""

    feedback: FeedbackRound
    role_profile: RoleProfile
    lines: tuple[Beside, ...]
    promise: str
    colleagues: Mapping[str, "Colleagues"]

    @cached_property
    def agenda(self) -> Agenda:
        """Return what the talk is about."""
        return agenda(self.lines, self.role_profile.targets)

    def target(self, competency: str) -> Target | None:
        """Return what the role asks for."""
        return self.role_profile.targets.get(competency)


def feedback_rounds(actor: Actor) -> list[FeedbackRound]:
    """Return the rounds about this person or her people, the newest first."""
    return list(permissions.visible_feedback_rounds(actor))


def to_rate(actor: Actor) -> list[FeedbackRound]:
    """Return the rounds in which this person is asked and has not answered, what closes first before the rest."""
    rows = FeedbackRound.objects.select_related("person__user", "manager__user", "round").filter(
        round__kind=KIND,
        round__in=asking.unanswered(actor).values("round"),
    )
    return list(rows.order_by("round__closes_on", "id"))


def can_close(feedback: FeedbackRound) -> bool:
    """Say whether the person, and her manager if she has one, have given their answers."""
    if feedback.round is None or feedback.is_revealed:
        return False
    return not feedback.round.invitees.filter(is_named=True, has_answered=False).exists()


def own_invitee(actor: Actor, key: str) -> Invitee | None:
    """Return the person's own invitation into the round of a key, or None."""
    return asking.visible_invitations(actor).filter(round__kind=KIND, round__in=_rounds_of(key)).first()


def _rounds_of(key: str) -> Iterable[int]:
    return FeedbackRound.objects.filter(key=key, round__isnull=False).values_list("round_id", flat=True)


def rated(council_key: str, token: str) -> Rated | None:
    """Return the questions that a link opens; None for a link that opens nothing."""
    opened = rounds.opened(council_key, token)
    if opened is None or opened.invitee.round.kind != KIND:
        return None
    with inside(opened.council.pk):
        feedback = FeedbackRound.objects.select_related("person__user", "manager__user", "round").get(
            round=opened.invitee.round
        )
        return Rated(opened.council, opened.invitee, feedback, rounds.kept(opened.invitee))


def members_by_email(emails: Sequence[str]) -> dict[str, Membership]:
    """Return who of these addresses is a member of the council: she answers as one."""
    members = Membership.objects.select_related("user").filter(is_active=True, user__email__in=emails)
    return {member.user.email: member for member in members}


def proposal(mine: MyProfile) -> tuple[str, ...]:
    """Return which competencies to ask about: the person's gaps first, then what weighs most in her role."""
    targets = mine.role_profile.targets
    gaps = [standing.competency for standing in first_to_develop(mine.standings, MOST)]
    known = [standing.competency for standing in by_importance(mine.standings)]
    weighty = sorted(skills_map().keys, key=lambda key: -targets[key].weight)
    areas = {key: area.key for key, area in skills_map().area_of.items()}
    chosen = proposed(gaps, [*known, *weighty], areas, most=PROPOSED)
    return tuple(key for key in skills_map().keys if key in chosen)


def outcome(actor: Actor, feedback: FeedbackRound) -> Outcome:
    """Return what a closed round shows to this person."""
    said: dict[str, dict[str, int | None]] = {Source.SELF: {}, Source.MANAGER: {}}
    ratings = permissions.visible_round_ratings(actor).filter(feedback_round=feedback)
    for competency, source, answer in ratings.values_list("competency", "source", "answer"):
        said[source][competency] = LEVELS.get(answer)
    promise, colleagues = _colleagues(actor, feedback)
    lines = tuple(
        Beside(
            key,
            said[Source.SELF].get(key),
            said[Source.MANAGER].get(key),
            _range(colleagues.get(key)),
        )
        for key in skills_map().keys
        if key in feedback.competencies
    )
    profiles = role_profiles(actor)
    chosen = profiles.get(feedback.role_profile) or next(iter(profiles.values()))
    return Outcome(feedback, chosen, lines, promise, colleagues)


def _colleagues(actor: Actor, feedback: FeedbackRound) -> tuple[str, dict[str, Colleagues]]:
    """Return what was promised and what is shown; nothing to anybody but the person herself."""
    if feedback.round is None or feedback.person_id != actor.person.pk:
        return "", {}
    published = feedback.round.published
    if together := published.get("together"):
        return feedback.round.promise, {
            key: Colleagues(levels=tuple(levels)) for key, levels in together.items()
        }
    groups = published.get("groups") or [{"items": {}}]
    bands = {key: Colleagues(Band(item["band"])) for key, item in groups[0]["items"].items()}
    return feedback.round.promise, bands


@dataclass(frozen=True, slots=True)
class Answered:
    """Who has given answers in an open round; None where no colleague is asked."""

    own: bool
    manager: bool
    colleagues: bool | None
    colleagues_needed: int


def who_answered(feedback: FeedbackRound) -> Answered:
    """Return what may be known before closing: of colleagues only whether they are enough to show something."""
    if feedback.round is None:
        return Answered(own=False, manager=False, colleagues=None, colleagues_needed=0)
    named = set(
        feedback.round.invitees.filter(is_named=True, has_answered=True).values_list("group", flat=True)
    )
    are_asked = feedback.round.promise != Promise.NOBODY
    return Answered(
        Group.SELF in named,
        Group.MANAGER in named,
        rounds.has_enough(feedback.round, Group.COLLEAGUE) if are_asked else None,
        rounds.needed(feedback.round),
    )


def _range(shown: Colleagues | None) -> tuple[int, int] | None:
    return RANGES.get(shown.band) if shown and shown.band else None
