# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each fault in the code is found by a guard that finds nothing without it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from tests.house.walls import (
    access,
    canaries,
    context,
    filling,
    growth,
    headers,
    lint,
    managers,
    reads,
    sessions,
    twins,
    work,
)
from tests.house.walls.towns import Town, settle
from tests.house.walls.visitors import Visitor, undone
from tests.mutants import faults

Towns = tuple[Town, Town]
Guard = Callable[[Towns], list[str]]


@pytest.fixture
def towns(in_the_towns: Towns, db: None) -> Towns:
    """Return two councils, each with a row in every table."""
    filling.fill(in_the_towns[1])
    return in_the_towns


def _access(person: str, *routes: str) -> Guard:
    return lambda towns: access.findings(*towns, person, routes)


def _read(person: str, *routes: str) -> Guard:
    return lambda towns: canaries.read(Visitor(towns[0].people[person]), *towns, person, routes)


def _written(person: str, *routes: str) -> Guard:
    return lambda towns: canaries.written(Visitor(towns[0].people[person]), *towns, person, routes)


def _private(person: str, *routes: str) -> Guard:
    return lambda towns: canaries.private(Visitor(towns[0].people[person]), towns[0], person, routes)


def _twins(person: str, *routes: str) -> Guard:
    return lambda towns: twins.findings(*towns, person, Visitor(towns[0].people[person]), routes)


def _work(person: str, *routes: str) -> Guard:
    return lambda towns: work.findings(*towns, person, access.visitor_of(*towns, person), routes)


def _growth(person: str, *routes: str) -> Guard:
    def guard(towns: Towns) -> list[str]:
        with undone():
            return growth.findings(towns[0], {person: Visitor(towns[0].people[person])}, routes, number=5)

    return guard


def _reads(person: str, *routes: str) -> Guard:
    return lambda towns: reads.findings(Visitor(towns[0].people[person]), towns[0], person, routes)


def _headers(towns: Towns) -> list[str]:
    answer = Client().get("/about/")
    return [found for found in headers.findings(answer, "about") if "Strict-Transport" not in found]


MUTANTS: list[tuple[faults.Fault, Guard]] = [
    (faults.manager_without_filter, lambda towns: managers.unscoped(towns[0])),
    (faults.base_manager_without_filter, lambda towns: managers.unscoped(towns[0])),
    (faults.ratings_of_everybody, _private("administrator", "my_profile_json")),
    (faults.ratings_of_everybody, _private("manager", "my_profile_csv")),
    (faults.sittings_of_everybody, _private("administrator", "my_profile_json")),
    (faults.drafts_of_everybody, _private("administrator", "question")),
    (faults.one_role_too_many, _access("executive", "adjust_role_profile")),
    (faults.managers_administer, _access("manager", "council_people")),
    (faults.route_without_sign_in, _access("anonymous", "role_profiles")),
    (faults.view_without_require, _access("employee", "add_role_profile")),
    (faults.action_without_require, _access("employee", "retire_role_profile")),
    (faults.page_without_its_guard, _access("employee", "council_people")),
    (faults.forbidden_instead_of_missing, _twins("employee", "role_profile")),
    (faults.hurried_answer, _work("anonymous", "join")),
    (faults.roles_one_by_one, _growth("administrator", "council_people")),
    (faults.sittings_one_by_one, _growth("employee", "my_profile")),
    (faults.export_of_everybody, _read("employee", "my_profile_json")),
    (faults.page_of_everybody, _read("employee", "home")),
    (faults.letter_of_everybody, _written("administrator", "council_invitations")),
    (faults.log_of_everybody, _written("administrator", "council_invitations")),
    (faults.look_that_writes, _reads("employee", "role_profiles")),
    (faults.session_goes_on, lambda towns: sessions.findings(towns[0])),
    (faults.choices_of_no_council, lambda towns: managers.loose_choices()),
    (faults.no_policy_header, _headers),
    (faults.inline_allowed, _headers),
    (faults.new_route, lambda towns: access.rows_astray()),
    (faults.council_outlives_its_block, lambda towns: context.astray(*towns)),
]
NAMES = [f"{fault.__name__}-{number}" for number, (fault, _) in enumerate(MUTANTS)]


@pytest.mark.parametrize(("fault", "guard"), MUTANTS, ids=NAMES)
def test_fault_is_found(fault: faults.Fault, guard: Guard, towns: Towns) -> None:
    assert guard(towns) == []

    with fault():
        found = guard(towns)

    assert found != []


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "fault", [faults.council_outlives_its_transaction, faults.outer_council_is_forgotten]
)
def test_council_astray_in_the_database_is_found(fault: faults.Fault, transactional_db: None) -> None:
    towns = settle("a", country="DK", language="da"), settle("b", country="SE", language="sv")
    assert context.astray(*towns) == []

    with fault():
        found = context.astray(*towns)
    connection.close()

    assert found != []


@pytest.mark.postgresql
def test_second_wall_stands_when_the_first_has_fallen(towns: Towns) -> None:
    with faults.manager_without_filter():
        found = canaries.read(Visitor(towns[0].people["administrator"]), *towns, "administrator")

    assert found == []


@pytest.mark.sqlite
def test_fallen_first_wall_is_seen_where_there_is_no_second(towns: Towns) -> None:
    with faults.manager_without_filter():
        found = canaries.read(
            Visitor(towns[0].people["administrator"]), *towns, "administrator", ["council_people"]
        )

    assert found != []


WRITTEN = {
    "page.html": [
        '<p style="color: red">',
        "<button onclick=go()>",
        "<script>go()</script>",
        "<style>p {}</style>",
        "{{ note|safe }}",
        "{% autoescape off %}",
        '<p hx-on:click="go()">',
        '<img src="https://elsewhere.example/pixel.png">',
    ],
    "page.py": [
        "rows = Rating._base_manager.all()",
        'Rating.objects.raw("SELECT * FROM people_rating")',
        "Rating.objects.across_councils()",
        "connection.cursor()",
        "mark_safe(note)",
        "@login_not_required",
        "@csrf_exempt",
    ],
}


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in WRITTEN.items() for line in lines]
)
def test_word_around_a_wall_is_found(name: str, line: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("# a line before\n" if name.endswith("py") else "<p>before</p>\n")
    assert lint.findings(tmp_path, tmp_path) == []

    (tmp_path / name).write_text(f"{line}\n")

    assert len(lint.findings(tmp_path, tmp_path)) >= 1
