# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first wall: a query knows its council or raises, and no code steps around it."""

import pytest

from leadroom.people.models import Rating
from tests.house.walls import filling, lint, managers
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor


def test_no_code_or_template_steps_around_a_wall() -> None:
    assert lint.findings() == []


def test_what_is_allowed_is_needed_and_has_a_reason() -> None:
    assert lint.allowed_in_vain() == []


def test_no_query_answers_without_a_council(towns: tuple[Town, Town]) -> None:
    filling.fill(towns[0])

    assert managers.unscoped(towns[0]) == []


def test_no_manager_sees_another_council(towns: tuple[Town, Town]) -> None:
    filling.fill(towns[1])

    assert managers.seen_from(*towns) == []


def test_no_form_offers_rows_of_no_council() -> None:
    assert managers.loose_choices() == []
    assert len(managers.all_forms()) >= 10


@pytest.mark.parametrize(
    ("route", "field", "thing"),
    [("/council/invitations/", "unit", "unit"), ("/council/people/{member}/", "unit", "unit")],
)
def test_choice_of_another_councils_row_is_refused(
    route: str, field: str, thing: str, towns: tuple[Town, Town]
) -> None:
    mine, theirs = towns
    typed = {"email": "new@example.org", "name": "New", "roles": ["EMPLOYEE"], "language": "en", "title": ""}
    visitor = Visitor(mine.people["administrator"])

    own = visitor.ask("POST", route.format(**mine.things), typed | {field: mine.things[thing]})
    other = visitor.ask("POST", route.format(**mine.things), typed | {field: theirs.things[thing]})

    # Ours goes on, whatever becomes of it; theirs is no choice at all.
    assert (own.status_code in (302, 409), other.status_code) == (True, 422)


def test_line_manager_of_another_council_is_refused(towns: tuple[Town, Town]) -> None:
    mine, theirs = towns
    address = f"/council/units/{mine.things['unit']}/"

    answer = Visitor(mine.people["administrator"]).ask(
        "POST", address, {"name": "X", "manager": theirs.things["member"]}
    )

    assert answer.status_code == 422


def test_related_rows_of_another_council_are_not_loaded(towns: tuple[Town, Town]) -> None:
    mine, theirs = towns
    with managers.council(theirs.council.pk):
        rating = Rating.objects.exclude(sitting=None).first()

    with (
        managers.council(mine.council.pk),
        pytest.raises(Rating._meta.get_field("sitting").related_model.DoesNotExist),
    ):
        rating.sitting  # noqa: B018 - the look is the act
