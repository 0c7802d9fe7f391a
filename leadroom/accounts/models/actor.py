# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who acts, for which council, as what: made once a request and handed on openly."""

from dataclasses import dataclass, field

from django.http import HttpRequest

from leadroom.accounts.models.council import Council
from leadroom.accounts.models.membership import Membership
from leadroom.accounts.models.roles import Role
from leadroom.accounts.models.user import User


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person; without a council only global tables are open to her."""

    user: User
    council: Council | None = None
    membership: Membership | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)

    def is_any(self, *roles: Role) -> bool:
        """Say whether the person holds one of these roles in her council."""
        return not self.roles.isdisjoint(roles)

    @property
    def person(self) -> Membership:
        """Return the membership everything personal hangs on; an Actor without one never gets this far."""
        if self.membership is None:
            raise PermissionError("This needs a council.")
        return self.membership


class Request(HttpRequest):
    """A request as our middleware hands it on (a type only; never made)."""

    actor: Actor
    user: User
