# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Two years of profiling in a demo's invented councils.

The pack tells some people's way; the others' is drawn: an ability per person, domain
and competency around what the role asks for, which grows slowly.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import floor
from typing import Any
from uuid import UUID

from leadroom.accounts.demo import PACK, InventedCouncil, drawn_key
from leadroom.accounts.models import Actor, AuditEvent
from leadroom.core.skills import order
from leadroom.core.skills.profile import HIGHEST, LOWEST, Target
from leadroom.kit import packs
from leadroom.people import queries
from leadroom.people.models import (
    Answer,
    Competency,
    CouncilRoleProfile,
    NoteDraft,
    Rating,
    RoleTarget,
    Scope,
    Sitting,
    Source,
    pack_role_profiles,
    skills_map,
)

Told = Mapping[str, Any]

BY_LEVEL = (Answer.NOT_YET, Answer.AWARE, Answer.WORKING, Answer.SKILLED, Answer.LEADING)
WHO_BEGAN = 0.75
HOW_MANY, HOW_OFTEN = (1, 2, 3, 4), (30, 35, 22, 13)
FOCUSED, FASTER = 8, 0.3
WITH_NOTE, CANNOT_JUDGE, NOT_IN_ROLE, RATHER_NOT = 0.18, 0.03, 0.15, 0.008


@dataclass(frozen=True, slots=True)
class PastSitting:
    """When somebody profiled herself, how much she was asked, and after how many answers she left off."""

    scope: Scope
    days_ago: int
    answered: int | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One person's way: where she began, seen from what her role asks for, and her levels gained a year."""

    ability: float
    growth: float
    sittings: tuple[PastSitting, ...]


def load(invented: InventedCouncil) -> list[str]:
    """Give an invented council its role profiles, targets and two years of ratings; say how many."""
    told = packs.read(packs.folder_of(PACK) / "people" / f"{invented.key}.yaml")
    events = list(_role_profiles(invented, told))
    histories = [
        _History(invented, code, told, way).drawn()
        for code, way in _ways(invented, told).items()
        if way.sittings
    ]
    Sitting.objects.bulk_create(sitting for history in histories for sitting in history.rows)
    ratings = [rating for history in histories for rating in history.ratings]
    Rating.objects.bulk_create(sorted(ratings, key=lambda rating: rating.rated_at), batch_size=1000)
    NoteDraft.objects.bulk_create(draft for history in histories for draft in history.drafts)
    AuditEvent.objects.bulk_create(sorted(events, key=lambda event: event.at))
    return [f"{len(histories)} people who profiled themselves, with {len(ratings)} answers"]


def _role_profiles(invented: InventedCouncil, told: Told) -> Iterator[AuditEvent]:
    chance = invented.chance("role profiles")
    added = [
        CouncilRoleProfile(
            council=invented.council,
            key=drawn_key(chance),
            name={invented.council.language: profile["name"]},
            based_on=profile["based_on"],
        )
        for profile in told["added_role_profiles"]
    ]
    CouncilRoleProfile.objects.bulk_create(added)
    targets = [_target(invented, target, added) for target in told["targets"]]
    RoleTarget.objects.bulk_create(targets)
    for profile, row in zip(told["added_role_profiles"], added, strict=True):
        by, at = invented.people[profile["by"]], invented.moment(profile["days_ago"], chance)
        yield _event(by, "role_profile.added", at, thing=row, based_on=row.based_on)
        adjusted = Counter(target.role_profile for target in targets)
        for key, count in adjusted.items():
            at += timedelta(minutes=7)
            yield _event(by, "role_profile.adjusted", at, role_profile=key, competencies=str(count))


def _target(invented: InventedCouncil, told: Told, added: list[CouncilRoleProfile]) -> RoleTarget:
    return RoleTarget(
        council=invented.council,
        role_profile=told.get("role_profile") or added[told["added"]].key,
        competency=told["competency"],
        low=told["low"],
        high=told["high"],
        weight=told["weight"],
    )


def _event(
    by: Actor, verb: str, at: datetime, *, thing: CouncilRoleProfile | None = None, **details: str
) -> AuditEvent:
    return AuditEvent(
        council=by.council,
        at=at,
        by=by.membership,
        verb=f"people.{verb}",
        thing=str(thing._meta.model_name) if thing else "",
        thing_key=thing.key if thing else "",
        details=details,
    )


def _ways(invented: InventedCouncil, told: Told) -> dict[str, Way]:
    others = sorted(invented.people.keys() - told["ways"].keys())
    began = set(invented.chance("who began").sample(others, round(len(others) * WHO_BEGAN)))
    return {
        code: _told_way(told["ways"][code]) if code in told["ways"] else _drawn_way(invented, code)
        for code in invented.people
        if code in told["ways"] or code in began
    }


def _told_way(told: Told) -> Way:
    sittings = tuple(
        PastSitting(Scope(past["scope"]), past["days_ago"], past.get("answered")) for past in told["sittings"]
    )
    return Way(told.get("ability", 0), told.get("growth", 0), sittings)


def _drawn_way(invented: InventedCouncil, code: str) -> Way:
    chance = invented.chance(f"way of {code}")
    member = invented.people[code].person
    days = [chance.randint(4, 110)]
    for _again in range(chance.choices(HOW_MANY, HOW_OFTEN)[0] - 1):
        days.append(days[-1] + chance.randint(120, 200))
    scopes = [chance.choice((Scope.SCAN, Scope.FULL)) for _day in days]
    joined_ago = (invented.today - member.joined_at.date()).days
    sittings = (PastSitting(scope, ago) for scope, ago in zip(scopes, days, strict=True) if ago < joined_ago)
    return Way(chance.gauss(-0.65, 0.4), chance.uniform(0.05, 0.4), tuple(sittings)[::-1])


class _History:
    """Draws what one person answered, sitting by sitting."""

    def __init__(self, invented: InventedCouncil, code: str, told: Told, way: Way) -> None:
        self.invented, self.way, self.notes = invented, way, told["notes"]
        self.draft: str = told["ways"].get(code, {}).get("note_draft", "")
        self.actor = invented.people[code]
        self.chance = invented.chance(f"answers of {code}")
        self.role_profile = _role_profile(self.actor, code, told)
        self.targets = pack_role_profiles()[self.role_profile].targets
        self.rows: list[Sitting] = []
        self.ratings: list[Rating] = []
        self.drafts: list[NoteDraft] = []
        self.numbers: Counter[str] = Counter()
        self.said: set[str] = set()
        self._draw_the_person()

    def _draw_the_person(self) -> None:
        chance, the_map = self.chance, skills_map()
        domains = {domain.key: chance.gauss(0, 0.35) for domain in the_map.domains}
        self.strength = {
            competency.key: domains[area.domain] + chance.gauss(0, 0.6)
            for area in the_map.areas
            for competency in area.competencies
        }
        self.focus = set(chance.sample(the_map.keys, FOCUSED))
        self.never = {key: answer for key in the_map.keys if (answer := self._never(self.targets[key]))}

    def _never(self, target: Target) -> Answer | None:
        if target.weight == 1 and target.low <= 1 and self.chance.random() < NOT_IN_ROLE:
            return Answer.NOT_IN_ROLE
        return Answer.RATHER_NOT if self.chance.random() < RATHER_NOT else None

    def drawn(self) -> "_History":
        for past in self.way.sittings:
            self._sit(past)
        return self

    def _sit(self, past: PastSitting) -> None:
        the_map = skills_map()
        asked = the_map.scan if past.scope == Scope.SCAN else the_map.keys
        areas = [[competency.key for competency in area.competencies] for area in the_map.areas]
        keys = order.asking_order(areas, self.targets, asked)
        at = self.invented.moment(past.days_ago, self.chance)
        row = self._row(past.scope, at)
        break_after = self.chance.randrange(len(keys) * 4)
        for place, key in enumerate(keys[: past.answered]):
            at += timedelta(seconds=self.chance.randint(12, 45))
            at += timedelta(minutes=self.chance.randint(5, 60)) if place == break_after else timedelta()
            self._answer(row, the_map.by_key[key], past.days_ago, at)
        if past.answered is None:
            row.finished_at = at
        elif self.draft:
            self._write(keys[past.answered], at)

    def _row(self, scope: Scope, at: datetime) -> Sitting:
        row = Sitting(
            council=self.invented.council,
            key=drawn_key(self.chance),
            person=self.actor.person,
            scope=scope,
            role_profile=self.role_profile,
            pack=skills_map().pack,
            started_at=at,
        )
        self.rows.append(row)
        return row

    def _answer(self, row: Sitting, competency: Competency, days_ago: int, at: datetime) -> None:
        answer = self._judged(competency.key, days_ago)
        self.numbers[competency.key] += 1
        self.ratings.append(
            Rating(
                council=self.invented.council,
                person=self.actor.person,
                rater=self.actor.person,
                source=Source.SELF,
                sitting=row,
                competency=competency.key,
                number=self.numbers[competency.key],
                answer=answer,
                note=self._note(competency, answer),
                pack=row.pack,
                token=UUID(int=self.chance.getrandbits(128), version=4),
                rated_at=at,
            )
        )

    def _judged(self, key: str, days_ago: int) -> Answer:
        if key in self.never:
            return self.never[key]
        if self.chance.random() < CANNOT_JUDGE:
            return Answer.CANNOT_JUDGE
        target = self.targets[key]
        years = (self.way.sittings[0].days_ago - days_ago) / 365
        growth = years * (self.way.growth + (FASTER if key in self.focus else 0))
        level = (target.low + target.high) / 2 + self.way.ability + self.strength[key] + growth
        return BY_LEVEL[min(HIGHEST, max(LOWEST, floor(level + self.chance.gauss(0.5, 0.12))))]

    def _note(self, competency: Competency, answer: Answer) -> str:
        if answer.level is None or self.chance.random() > WITH_NOTE:
            return ""
        done, beginning = self.notes["done"], self.notes["beginning"]
        note: str = (
            done[competency.key]
            if answer.level >= BY_LEVEL.index(Answer.WORKING)
            else beginning[competency.area]
        )
        if note in self.said:
            return ""
        self.said.add(note)
        return note

    def _write(self, key: str, at: datetime) -> None:
        draft = NoteDraft(
            council=self.invented.council,
            person=self.actor.person,
            competency=key,
            text=self.draft,
            saved_at=at,
        )
        self.drafts.append(draft)


def _role_profile(actor: Actor, code: str, told: Told) -> str:
    given = (key for key, codes in told["role_profiles"].items() if code in codes)
    return next(given, queries.usual_role_profile(actor))
