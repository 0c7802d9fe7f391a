# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Two councils to stand on either side of the wall, with one person for each column of the access table.

Whatever can be named carries a mark that occurs nowhere else, so that one council's words
are known when the other's page shows them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from uuid import UUID, uuid4

from django.utils import timezone

from leadroom.accounts import queries
from leadroom.accounts.actions.invitations import open_invitation
from leadroom.accounts.models import (
    Actor,
    Council,
    DemoPersona,
    Membership,
    OutboxMail,
    Persona,
    Role,
    RoleGrant,
    Unit,
    User,
)
from leadroom.kit.tenancy import council
from leadroom.people import actions as people
from leadroom.people.models import Answer, Evidence, Scope, learning_paths, skills_map
from tests.house.walls import development, feedback, maps, mirrors, overview, plans, portfolios
from tests.house.walls.passkeys import lock

# Every mark begins with it, and no text of ours or of a pack holds it.
MARK = "zanarf"
ROLES = {
    "employee": (Role.EMPLOYEE,),
    "manager": (Role.EMPLOYEE, Role.MANAGER),
    "executive": (Role.EMPLOYEE, Role.EXECUTIVE),
    "councillor": (Role.COUNCILLOR,),
    "digital_office": (Role.EMPLOYEE, Role.DIGITAL_OFFICE),
    "administrator": (Role.EMPLOYEE, Role.ADMINISTRATOR),
    "colleague": (Role.EMPLOYEE,),
    "former": (Role.EMPLOYEE,),
}


@dataclass
class Town:
    """A council with its people, the keys of its things, and what each person wrote for herself alone."""

    letter: str
    council: Council = field(init=False)
    people: dict[str, Actor] = field(default_factory=dict)
    things: dict[str, str] = field(default_factory=dict)
    passkeys: dict[str, int] = field(default_factory=dict)
    saved_views: dict[str, str] = field(default_factory=dict)
    diary: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    looks: dict[str, str] = field(default_factory=dict)
    plan_actions: dict[str, str] = field(default_factory=dict)
    forms: dict[str, tuple[int, UUID]] = field(default_factory=dict)
    private: dict[str, list[str]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def mark(self) -> str:
        """Return a word of this town's own, never said before."""
        return f"{MARK}{self.letter}{next(self.numbers):04d}"

    @property
    def marked(self) -> str:
        """Return how every mark of this town begins."""
        return f"{MARK}{self.letter}"


def settle(letter: str, *, country: str, language: str) -> Town:
    """Make a council with people, units, letters, an invitation, role profiles and half-done profiles."""
    town = Town(letter)
    town.council = Council.objects.create(
        key=town.mark(), name=town.mark(), country=country, language=language, is_demo=True
    )
    with council(town.council.pk):
        unit = Unit.objects.create(name=town.mark())
        town.things |= {"unit": unit.key, "empty_unit": Unit.objects.create(name=town.mark()).key}
        for persona, roles in ROLES.items():
            _move_in(town, persona, roles, unit, language)
        unit.manager = town.people["manager"].person
        unit.save()
        _furnish(town, unit, language)
        portfolios.furnish(town)
        feedback.furnish(town)
        mirrors.furnish(town)
    for persona in ROLES:
        _profile(town, persona)
        mirrors.look(town, persona)
        development.plan(town, persona)
    overview.furnish(town)
    return town


def _move_in(town: Town, persona: str, roles: tuple[Role, ...], unit: Unit, language: str) -> None:
    user = User.objects.create_user(
        f"{town.mark()}@example.org", town.mark(), "a-long-password", language=language
    )
    member = Membership.objects.create(user=user, unit=unit, title=town.mark())
    RoleGrant.objects.bulk_create(
        RoleGrant(council=town.council, membership=member, role=role) for role in roles
    )
    town.people[persona] = queries.actor_of(user)
    town.passkeys[persona] = lock(user, town.mark()).pk


def _furnish(town: Town, unit: Unit, language: str) -> None:
    former, colleague = town.people["former"].person, town.people["colleague"].person
    invitation, token = open_invitation(
        email=f"{town.mark()}@example.org",
        name=town.mark(),
        title=town.mark(),
        roles=[Role.EMPLOYEE],
        unit=unit,
        language=language,
        invited_by=town.people["administrator"].membership,
    )
    letter = OutboxMail.objects.create(
        to=f"{town.mark()}@example.org",
        subject=town.mark(),
        body=town.mark(),
        last_error=town.mark(),
        tries=1,
        next_try_at=timezone.now() + timedelta(days=1),
    )
    DemoPersona.objects.create(membership=colleague, code=Persona.EMPLOYEE)
    names = {language: town.mark() for language in ("en", "da", "sv")}
    added = people.add_role_profile(by=town.people["administrator"], name=names, based_on="employee")
    town.things |= {
        "council": town.council.key,
        "token": token,
        "invitation": invitation.key,
        "letter": letter.key,
        "member": colleague.key,
        "former": former.key,
        "role_profile": added.key,
        **plans.lay(town),
        **maps.lay(town),
    }


def _profile(town: Town, persona: str) -> None:
    """Answer two questions with a note, begin a third, note something on a stage; close the council to who left."""
    actor = town.people[persona]
    asked = skills_map().keys[:3]
    notes = [town.mark() for _ in (*asked, "stage")]
    with council(town.council.pk, user_id=actor.user.pk):
        sitting = people.start(by=actor, scope=Scope.FULL, role_profile="employee")
        for key, note in zip(asked[:2], notes, strict=False):
            people.answer(
                sitting, by=actor, competency=key, answer=Answer.WORKING, note=note, seen=0, token=uuid4()
            )
        people.keep_note(by=actor, competency=asked[2], text=notes[2], version=0)
        path = learning_paths().paths[0]
        people.keep_stage(path, path.stages[0], by=actor, note=notes[3])
        notes.append(sitting.key)
        notes.extend(_write_for_herself(town, persona, actor))
        town.private.setdefault(persona, []).extend(notes)
        if persona == "former":
            Membership.objects.filter(pk=actor.person.pk).update(is_active=False)


def _write_for_herself(town: Town, persona: str, actor: Actor) -> Iterator[str]:
    """Write an entry, begin another, begin to change the first, keep evidence; yield every word of it."""
    marks = [town.mark() for _ in range(8)]
    texts = dict(zip(("what_happened", "surprise", "next_time"), marks[:3], strict=True))
    entry = people.write_entry(
        by=actor,
        token=uuid4(),
        happened_on=timezone.localdate(),
        competencies=[skills_map().keys[2]],
        words=[marks[3]],
        **texts,
    )
    people.keep_draft(by=actor, entry=None, typed={"what_happened": marks[4], "words": marks[5]}, version=0)
    people.keep_draft(by=actor, entry=entry, typed={"surprise": marks[6]}, version=0)
    evidence = people.keep_evidence(
        by=actor,
        competency=skills_map().keys[2],
        text=marks[7],
        seen_on=timezone.localdate(),
        origin=Evidence.Origin.DIARY,
    )
    town.diary[persona], town.evidence[persona] = entry.key, evidence.key
    yield from (*marks, entry.key, evidence.key)
