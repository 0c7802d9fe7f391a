# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The leader's mirror in a town: a team that has talked, one that is asked, and what each person keeps to herself."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.kit.seen import fingerprint
from leadroom.kit.tenancy import council
from leadroom.people import actions
from leadroom.people.models import EMPTY, MirrorSitting, TeamMirror, Way, leaders_mirror
from leadroom.rounds.models import Invitee, Round

if TYPE_CHECKING:
    from tests.house.walls.towns import Town

TEAM = ("manager", "executive", "digital_office", "employee", "colleague")
QUESTIONS = leaders_mirror().questions
LONG_AGO = timedelta(days=90)
# What a form carries that showed a question nobody has answered.
UNANSWERED = {"text": "half a thought", "point": "2", "seen": fingerprint(EMPTY)}


def furnish(town: "Town") -> None:
    """Let the executive ask a team twice: the first time is over and talked about, the second is open."""
    closed = _open(town)
    for persona in TEAM:
        answer(town, persona, closed)
        actions.send_mirror(closed, by=town.people[persona], agrees=None)
    actions.publish_mirror(closed)
    closed.refresh_from_db()
    actions.choose_topics(closed, by=town.people["executive"], topics=[QUESTIONS[0].key])
    Round.objects.filter(pk=closed.round_id).update(closed_at=timezone.now() - LONG_AGO)
    current = _open(town)
    for persona in TEAM:
        answer(town, persona, current)
    town.things |= {"team_mirror": closed.key, "open_team_mirror": current.key}


def look(town: "Town", persona: str) -> None:
    """Let a person answer one question of the mirror for herself alone."""
    actor = town.people[persona]
    with council(town.council.pk, user_id=actor.user.pk):
        answer(town, persona, None)
        town.looks[persona] = MirrorSitting.objects.get(person=actor.person, team=None).key


def answer(town: "Town", persona: str, team: TeamMirror | None) -> None:
    """Answer the first question with words that are nobody else's."""
    said = {"text": town.mark(), "point": 2, "importance": 4, "note": town.mark()}
    actions.keep_mirror_answer(QUESTIONS[0], by=town.people[persona], said=said, team=team)
    town.private.setdefault(persona, []).extend([said["text"], said["note"]])


def small_team(town: "Town") -> dict[str, Any]:
    """Return what to post to write to two leaders that each may look alone."""
    keys = [town.people[persona].person.key for persona in ("executive", "manager")]
    day = (timezone.localdate() + timedelta(days=10)).isoformat()
    return {"name": "We two", "members": keys, "closes_on": day, "way": "PRIVATE", "go": "open"}


def grow(town: "Town", actor: Actor) -> None:
    """Let a person look once more, and be asked in one more team."""
    MirrorSitting.objects.create(person=actor.person, answers={QUESTIONS[0].key: {"point": 3}})
    held = Round.objects.create(
        kind="people.mirror",
        promise="ANONYMOUS",
        closes_on=timezone.localdate() + timedelta(days=9),
        opened_by=actor.person,
    )
    TeamMirror.objects.create(name=town.mark(), way=Way.ANONYMOUS, round=held)
    Invitee.objects.create(round=held, person=actor.person, language="en", group="TEAM", cell="TEAM")


def _open(town: "Town") -> TeamMirror:
    return actions.open_mirror(
        by=town.people["executive"],
        name=town.mark(),
        way=Way.ANONYMOUS,
        members=[town.people[persona].person for persona in TEAM],
        closes_on=timezone.localdate() + timedelta(days=20),
    )
