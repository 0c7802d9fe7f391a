# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Feedback rounds in a demo's invented councils: some closed and talked about, one on its way."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from leadroom.accounts.demo import PACK, InventedCouncil, drawn_key
from leadroom.accounts.models import Membership
from leadroom.accounts.permissions import line_manager_of
from leadroom.core.skills.profile import HIGHEST
from leadroom.kit import packs
from leadroom.people import queries
from leadroom.people.demo.rounds import close, invented_invitee, invented_round
from leadroom.people.models import LEVELS, Answer, FeedbackRound, Group, Rating, Source, skills_map
from leadroom.people.models.feedback import KIND
from leadroom.rounds.models import Draft, Invitee, Round

Told = Mapping[str, Any]
Answers = dict[str, str]

BY_LEVEL = (Answer.NOT_YET, Answer.AWARE, Answer.WORKING, Answer.SKILLED, Answer.LEADING)
NOT_SEEN = 0.12
# How far a manager's or a colleague's view lies from one's own, in levels.
MANAGER_APART, COLLEAGUE_APART = (-1, -1, 0, 0, 0, 1), (-1, 0, 0, 0, 1)


def load(invented: InventedCouncil) -> list[str]:
    """Give an invented council its feedback rounds; say how many."""
    told = packs.read(packs.folder_of(PACK) / "people" / f"{invented.key}.yaml")["feedback"]
    for one in told:
        _Story(invented, one).tell()
    return [f"{len(told)} feedback rounds"]


class _Story:
    """One round about one person, as it went."""

    def __init__(self, invented: InventedCouncil, told: Told) -> None:
        self.invented, self.told = invented, told
        self.actor = invented.people[told["person"]]
        self.chance = invented.chance(f"feedback {told['person']} {told['days_ago']}")
        members = Membership.objects.select_related("unit__manager", "unit__part_of__manager")
        self.person = members.get(pk=self.actor.person.pk)
        self.manager = line_manager_of(self.person)
        self.opened_at = invented.moment(told["days_ago"], self.chance)
        self.is_closed = told["days"] < told["days_ago"]
        mine = queries.my_profile(self.actor)
        self.role_profile, self.asked = mine.role_profile.key, queries.proposal(mine)
        self.own = {one.competency: one.level for one in mine.standings}

    def tell(self) -> None:
        held = self._round()
        feedback = FeedbackRound.objects.create(
            council=self.invented.council,
            key=drawn_key(self.chance),
            person=self.person,
            manager=self.manager,
            round=held,
            competencies=list(self.asked),
            role_profile=self.role_profile,
            pack=skills_map().pack,
            talk_name=self.told["talk_name"],
            made_at=self.opened_at,
        )
        answers = self._invite(held)
        if self.is_closed:
            self._close(held, feedback, answers)
        else:
            self._go_on(answers)

    def _round(self) -> Round:
        return invented_round(
            self.invented,
            self.chance,
            kind=KIND,
            items=[(key, "LEVELS") for key in self.asked],
            cell=(Group.COLLEAGUE, len(self.told["colleagues"])),
            opened_by=self.person,
            opened_at=self.opened_at,
            days=self.told["days"],
        )

    def _invite(self, held: Round) -> dict[Invitee, Answers]:
        """Ask everybody; return what each of them says, or will say."""
        named = [(Group.SELF, self.person, (0,)), (Group.MANAGER, self.manager, MANAGER_APART)]
        asked = [(group, member, apart) for group, member, apart in named if member is not None]
        others = (self.invented.people[code].person for code in self.told["colleagues"])
        asked += [(Group.COLLEAGUE, member, COLLEAGUE_APART) for member in others]
        return {self._invitee(held, group, member): self._answers(apart) for group, member, apart in asked}

    def _invitee(self, held: Round, group: Group, member: Membership) -> Invitee:
        is_named = group != Group.COLLEAGUE
        return invented_invitee(self.invented, self.chance, held, member, group=group, is_named=is_named)

    def _answers(self, apart: Sequence[int]) -> Answers:
        return {key: self._answer(self.own[key], apart) for key in self.asked}

    def _answer(self, own: int | None, apart: Sequence[int]) -> str:
        if len(apart) > 1 and self.chance.random() < NOT_SEEN:
            return Answer.CANNOT_JUDGE
        level = (own if own is not None else 2) + self.chance.choice(apart)
        return BY_LEVEL[min(HIGHEST, max(0, level))]

    def _close(self, held: Round, feedback: FeedbackRound, answers: Mapping[Invitee, Answers]) -> None:
        rows = [(invitee.cell, said) for invitee, said in answers.items() if not invitee.is_named]
        closed_at = self.invented.moment(self.told["days_ago"] - self.told["days"], self.chance)
        close(held, rows, lambda _item, answer: LEVELS.get(str(answer)), closed_at)
        for invitee, said in answers.items():
            if invitee.is_named:
                self._enter(feedback, invitee, said, closed_at)

    def _enter(self, feedback: FeedbackRound, invitee: Invitee, said: Answers, closed_at: datetime) -> None:
        source = Source.SELF if invitee.group == Group.SELF else Source.MANAGER
        before = Rating.objects.filter(person=self.person, source=source, rater=invitee.person)
        last = dict(before.values_list("competency").annotate(Max("number")))
        Rating.objects.bulk_create(
            Rating(
                council=self.invented.council,
                person=self.person,
                rater=invitee.person,
                source=source,
                feedback_round=feedback,
                competency=key,
                number=last.get(key, 0) + 1,
                answer=answer,
                pack=feedback.pack,
                token=UUID(int=self.chance.getrandbits(128), version=4),
                rated_at=closed_at,
            )
            for key, answer in said.items()
        )

    def _go_on(self, answers: Mapping[Invitee, Answers]) -> None:
        """Let the first of those who are named have answered, and leave the others to whoever looks in."""
        first, said = next(iter(answers.items()))
        Draft.objects.create(
            council=self.invented.council,
            invitee=first,
            answers=said,
            version=len(said),
            is_sent=True,
            answer_id=UUID(int=self.chance.getrandbits(128), version=4),
        )
        Invitee.objects.filter(pk=first.pk).update(has_answered=True)
