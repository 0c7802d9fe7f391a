# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Four people recur everywhere.

Ada steers: administrator, executive and digital office of Fjordby. Bo works in her unit.
Cleo is elsewhere in the council. Dara administers another council, Granåsa.
"""

import os
from collections.abc import Callable, Iterator

import hypothesis
import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from leadroom.accounts import queries
from leadroom.accounts.models import Actor, Council, Membership, Role, RoleGrant, Unit, User
from leadroom.kit.tenancy import council
from tests.house.walls.settled import in_the_towns, settled
from tests.plugins.databases import own_database

__all__ = ["in_the_towns", "settled"]

# The same examples in every run, so that a red test stays red; `make soak` looks further.
hypothesis.settings.register_profile(
    "default", derandomize=True, max_examples=60, deadline=None, database=None
)
hypothesis.settings.register_profile("soak", max_examples=3000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("LEADROOM_HYPOTHESIS", "default"))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Give this process a database of its own, in place of pytest-django's."""
    with django_db_blocker.unblock(), own_database():
        yield


@pytest.fixture
def fjordby(db: None) -> Council:
    """Return the council in which things happen."""
    return Council.objects.create(key="fjordby", name="Fjordby Kommune", country="DK", language="da", hue=195)


@pytest.fixture
def granasa(db: None) -> Council:
    """Return another council, which must never see or be seen."""
    return Council.objects.create(key="granasa", name="Granåsa kommun", country="SE", language="sv", hue=340)


def join(here: Council, name: str, *roles: Role, unit: Unit | None = None) -> Actor:
    """Make a person, with roles, in a council; return her as an Actor."""
    user = User.objects.create_user(
        f"{name.lower()}@{here.key}.example", f"{name} {here.key.title()}", "a-long-password"
    )
    with council(here.pk, user_id=user.pk):
        membership = Membership.objects.create(user=user, unit=unit)
        RoleGrant.objects.bulk_create(
            RoleGrant(council=here, membership=membership, role=role) for role in (Role.EMPLOYEE, *roles)
        )
        return queries.actor_of(user)


@pytest.fixture
def unit(fjordby: Council) -> Unit:
    """Return the unit that Ada leads."""
    with council(fjordby.pk):
        return Unit.objects.create(key="care", name="Elder care")


@pytest.fixture
def ada(fjordby: Council, unit: Unit) -> Actor:
    """Return Ada, who steers."""
    actor = join(
        fjordby, "Ada", Role.ADMINISTRATOR, Role.EXECUTIVE, Role.DIGITAL_OFFICE, Role.MANAGER, unit=unit
    )
    with council(fjordby.pk):
        unit.manager = actor.membership
        unit.save()
    return actor


@pytest.fixture
def bo(fjordby: Council, unit: Unit, ada: Actor) -> Actor:
    """Return Bo, an employee in Ada's unit."""
    return join(fjordby, "Bo", unit=unit)


@pytest.fixture
def cleo(fjordby: Council) -> Actor:
    """Return Cleo, an employee elsewhere in the council."""
    with council(fjordby.pk):
        schools = Unit.objects.create(key="schools", name="Schools")
    return join(fjordby, "Cleo", unit=schools)


@pytest.fixture
def dara(granasa: Council) -> Actor:
    """Return Dara, who administers another council."""
    return join(granasa, "Dara", Role.ADMINISTRATOR)


@pytest.fixture
def inside() -> Callable[[Actor], Iterator[None]]:
    """Return the way into an actor's council, as in `with inside(ada):`."""
    return lambda actor: council(actor.council.pk, user_id=actor.user.pk)


@pytest.fixture
def browser_of() -> Callable[[Actor], Client]:
    """Return a maker of signed-in test clients: `browser_of(ada).get(…)`."""

    def sign_in(actor: Actor) -> Client:
        client = Client()
        client.force_login(actor.user)
        session = client.session
        session["is_secured"] = True
        session.save()
        return client

    return sign_in
