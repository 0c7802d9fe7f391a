# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Turns one council's file of the pack into rows: units, people, roles, invitations, the record."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password

from leadroom.accounts.demo.invented import InventedCouncil, drawn_key, working_moment
from leadroom.accounts.models import (
    Actor,
    AuditEvent,
    Council,
    DemoPersona,
    Invitation,
    Membership,
    OutboxMail,
    Persona,
    Role,
    RoleGrant,
    Unit,
    User,
)

Told = Mapping[str, Any]

BEGUN, LATEST, LATE = 750, 120, 0.25
INVITED_FOR = timedelta(days=7)
ALL_TRIES = 8


class Teller:
    """Turns one council's file into rows."""

    def __init__(self, told: Told, seed: str, today: date) -> None:
        self.told, self.seed, self.today = told, seed, today
        self.chance = Random(seed)  # noqa: S311 - a story, not a secret
        self.begun = self._moment(BEGUN)
        self.council = Council(
            key=told["key"],
            name=told["name"],
            country=told["country"],
            language=told["language"],
            hue=told["hue"],
            is_demo=True,
            created_at=self.begun,
        )

    def found(self) -> Council:
        """Make the council's own row, which its wall needs."""
        self.council.save(force_insert=True)
        return self.council

    def people(self) -> InventedCouncil:
        """Make its units and people, and what its administrator did."""
        self.units = self._units()
        self.members = self._members()
        self._line_managers()
        actors = self._actors()
        self._personas()
        self._invitations()
        self._undelivered()
        self._events()
        return InventedCouncil(self.told["key"], self.council, actors, self.seed, self.today)

    def _units(self) -> dict[str, Unit]:
        rows = {
            code: Unit(council=self.council, key=self._key(), name=unit["name"])
            for code, unit in self.told["units"].items()
        }
        Unit.objects.bulk_create(rows.values())
        return rows

    def _members(self) -> dict[str, Membership]:
        joined = {person["id"]: self._joined(person) for person in self.told["people"]}
        users = self._users(joined)
        rows = {
            person["id"]: Membership(
                council=self.council,
                key=self._key(),
                user=users[self._email(person)],
                unit=self.units.get(person.get("unit", "")),
                title=person["title"],
                is_active=not person.get("left", False),
                joined_at=joined[person["id"]],
            )
            for person in self.told["people"]
        }
        Membership.objects.bulk_create(rows.values())
        return rows

    def _users(self, joined: Mapping[str, datetime]) -> dict[str, User]:
        emails = {self._email(person): person for person in self.told["people"]}
        # Who was taken into another council outlives a demo, and comes back into it.
        kept = {user.email: user for user in User.objects.filter(email__in=emails)}
        fresh = {
            email: User(
                email=email,
                name=person["name"],
                language=self.council.language,
                joined_at=joined[person["id"]],
                password=make_password(None),
            )
            for email, person in emails.items()
            if email not in kept
        }
        User.objects.bulk_create(fresh.values())
        return kept | fresh

    def _line_managers(self) -> None:
        for code, unit in self.units.items():
            unit.manager = self.members[self.told["units"][code]["manager"]]
            unit.part_of = self.units.get(self.told["units"][code].get("part_of", ""))
        Unit.objects.bulk_update(self.units.values(), ["manager", "part_of"])

    def _actors(self) -> dict[str, Actor]:
        roles = {person["id"]: _roles(person) for person in self.told["people"]}
        RoleGrant.objects.bulk_create(
            RoleGrant(council=self.council, membership=self.members[code], role=role)
            for code, held in roles.items()
            for role in sorted(held)
        )
        return {
            code: Actor(member.user, self.council, member, roles[code])
            for code, member in self.members.items()
        }

    def _personas(self) -> None:
        order = list(Persona.values)
        DemoPersona.objects.bulk_create(
            DemoPersona(
                council=self.council,
                membership=self.members[person["id"]],
                code=person["persona"],
                order=order.index(person["persona"]),
            )
            for person in self.told["people"]
            if "persona" in person
        )

    def _invitations(self) -> None:
        self.invitations = [self._invitation(told) for told in self.told["invitations"]]
        Invitation.objects.bulk_create(self.invitations)

    def _invitation(self, told: Told) -> Invitation:
        made_at = self._moment(told["days_ago"])
        return Invitation(
            council=self.council,
            key=self._key(),
            # Nobody holds the letter: of this hash no token is known.
            token_hash=f"{self.chance.getrandbits(256):064x}",
            email=told["email"],
            name=told["name"],
            roles=sorted(_roles(told)),
            unit=self.units[told["unit"]],
            title=told["title"],
            language=self.council.language,
            invited_by=self.administrator,
            created_at=made_at,
            expires_at=made_at + INVITED_FOR,
        )

    def _undelivered(self) -> None:
        told = self.told["undelivered"]
        written_at = self._moment(told["days_ago"])
        OutboxMail.objects.create(
            key=self._key(),
            to=told["to"],
            subject=told["subject"],
            body=told["body"],
            created_at=written_at,
            tries=ALL_TRIES,
            next_try_at=written_at + timedelta(days=1),
            last_error="SMTPRecipientsRefused: 550 No such mailbox",
        )

    def _events(self) -> None:
        events = [
            *(self._event("unit.added", unit, self.begun, name=unit.name) for unit in self.units.values()),
            *(
                self._event(
                    "invitation.made", made, made.created_at, email=made.email, roles=" ".join(made.roles)
                )
                for made in self.invitations
            ),
            *(
                self._event("person.deactivated", member, self._moment(self.chance.randint(20, 90)))
                for member in self.members.values()
                if not member.is_active
            ),
        ]
        AuditEvent.objects.bulk_create(sorted(events, key=lambda event: event.at))

    def _event(
        self, verb: str, thing: Unit | Membership | Invitation, at: datetime, **details: str
    ) -> AuditEvent:
        return AuditEvent(
            council=self.council,
            at=at,
            by=self.administrator,
            verb=f"accounts.{verb}",
            thing=str(thing._meta.model_name),
            thing_key=thing.key,
            details=details,
        )

    @property
    def administrator(self) -> Membership:
        return next(
            self.members[person["id"]]
            for person in self.told["people"]
            if person.get("persona") == Persona.ADMINISTRATOR
        )

    def _joined(self, person: Told) -> datetime:
        is_late = "persona" not in person and "left" not in person and self.chance.random() < LATE
        return self._moment(self.chance.randint(LATEST, BEGUN - 10)) if is_late else self.begun

    def _email(self, person: Told) -> str:
        return f"{person['id']}@{self.told['domain']}"

    def _key(self) -> str:
        return drawn_key(self.chance)

    def _moment(self, days_ago: int) -> datetime:
        return working_moment(self.today - timedelta(days=days_ago), self.chance)


def _roles(told: Told) -> frozenset[Role]:
    roles = frozenset(Role(role) for role in told.get("roles", ()))
    return roles if Role.COUNCILLOR in roles else roles | {Role.EMPLOYEE}
