# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Levels as people type them, begin from a size, and save beside one another."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from leadroom.accounts.models import AuditEvent, User
from leadroom.core.capacity.spread import even, is_even
from leadroom.portfolio import forms, queries
from leadroom.portfolio.models import AmbitionLevel, LevelKind, Team, TeamKind
from leadroom.portfolio.queries import LevelFacts
from tests.portfolio.rows import initiative, level, team
from tests.portfolio.statements import statements

LOW, USABLE = LevelKind.LEGAL_MINIMUM, LevelKind.USABLE
PAGE, BULK = "/portfolio/initiatives/post/levels/", "/portfolio/levels/"
TYPED = {
    "months-LEGAL_MINIMUM": "4",
    "effort-integration-LEGAL_MINIMUM": "0.5 1 1 0.5",
    "months-USABLE": "6",
    "effort-integration-USABLE": "4",
    "running-integration-USABLE": "-0.1",
    "money-USABLE": "100",
    "value-USABLE": "40",
}


@pytest.fixture
def here(ada, inside):
    """Stand inside Ada's council, with a mandated solution and one team."""
    with inside(ada):
        team("integration")
        initiative("post")
        yield ada


def save(browser, typed: dict[str, str], page: str = PAGE, **more):
    """Post what was typed with the mark of what the page shows now."""
    return browser.post(page, typed | {"seen": browser.get(page).context["seen"]}, **more)


def kept() -> dict[str, AmbitionLevel]:
    return {each.kind: each for each in AmbitionLevel.objects.filter(initiative__key="post")}


@given(st.integers(0, 10_000), st.integers(1, 60))
def test_even_spread_adds_up_and_is_known_again(whole, months):
    row = even(whole, months)

    assert (sum(row), len(row), max(row) - min(row) <= 1, is_even(row)) == (whole, months, True, True)


@pytest.mark.parametrize(
    ("row", "typed"), [((100, 100), "2"), ((67, 67, 66), "2"), ((50, 100), "0.5 1"), ((7,), "0.07")]
)
def test_effort_is_shown_as_one_types_it(row, typed):
    assert (
        queries.typed_levels({LOW: LevelFacts(len(row), {"a": row})}, [Team(key="a")])[
            "effort-a-LEGAL_MINIMUM"
        ]
        == typed
    )


def test_levels_are_typed_as_a_whole_or_month_by_month(here, browser_of):
    answer = save(browser_of(here), TYPED)

    low, usable = kept()[LOW], kept()[USABLE]
    assert (answer.status_code, answer.url) == (302, PAGE)
    assert low.effort == {"integration": [50, 100, 100, 50]}
    assert usable.effort == {"integration": [67, 67, 67, 67, 66, 66]}
    assert (usable.running, usable.money, usable.value) == ({"integration": -10}, 100, 40)
    assert (low.place, usable.place, low.low, low.high) == (0, 1, 80, 150)
    assert AuditEvent.objects.filter(verb="portfolio.levels.set").count() == 1


def test_numbers_are_read_and_shown_as_danes_write_them(here, browser_of):
    User.objects.update(language="da")
    browser = browser_of(here)
    save(browser, TYPED | {"effort-integration-LEGAL_MINIMUM": "0,5 1 1 0,5"})

    page = browser.get(PAGE).content.decode()

    assert kept()[LOW].effort == {"integration": [50, 100, 100, 50]}
    assert 'value="0,5 1 1 0,5"' in page


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"months-LEGAL_MINIMUM": ""}, "months-LEGAL_MINIMUM"),
        ({"months-USABLE": "x"}, "months-USABLE"),
        ({"effort-integration-USABLE": "1 2"}, "effort-integration-USABLE"),
        ({"effort-integration-USABLE": "two"}, "effort-integration-USABLE"),
        ({"effort-integration-USABLE": "-1"}, "effort-integration-USABLE"),
        ({"running-integration-USABLE": "1 2"}, "running-integration-USABLE"),
        ({"value-USABLE": "101"}, "value-USABLE"),
        ({"high-USABLE": "90"}, "high-USABLE"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_saved(more, wrong, here, browser_of):
    answer = save(browser_of(here), TYPED | more)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])
    assert kept() == {}


def test_mandated_solution_has_two_levels_and_a_challenge_may_have_one(here, browser_of):
    initiative("hands", "CHALLENGE")
    one = {name: value for name, value in TYPED.items() if name.endswith("LEGAL_MINIMUM")}

    alone = save(browser_of(here), one)
    challenge = save(browser_of(here), one, "/portfolio/initiatives/hands/levels/")

    assert (alone.status_code, challenge.status_code) == (422, 302)
    assert list(alone.context["form"].errors) == ["months-USABLE"]


def test_higher_level_that_costs_nothing_more_is_a_warning(here, browser_of):
    cheap = TYPED | {"months-USABLE": "3", "effort-integration-USABLE": "1", "money-USABLE": ""}

    page = save(browser_of(here), cheap, follow=True, headers={"accept-language": "en"})

    assert set(kept()) == {LOW, USABLE}
    assert "“Usable” takes no more than “Legal minimum” in anything." in page.content.decode()


def test_time_of_those_who_receive_it_is_pointed_out_when_missing(here, browser_of):
    Team.objects.create(key="care", name="Elder care", kind=TeamKind.SERVICE_UNIT)
    typed = TYPED | {"effort-care-USABLE": "1"}

    page = save(browser_of(here), typed, follow=True, headers={"accept-language": "en"})

    said = page.content.decode()
    assert "training and new routines at: Legal minimum." in said


def test_size_lays_example_values_into_the_table_and_saves_nothing(here, browser_of):
    answer = browser_of(here).get(PAGE, {"size": "small"}, headers={"accept-language": "en"})

    page = answer.content.decode()
    assert answer.context["form"].initial["effort-integration-LEGAL_MINIMUM"] == "1.1"
    assert "example value" in page
    assert "You have no team of these kinds" in page
    assert kept() == {}


def test_example_values_are_marked_until_somebody_edits_them(here, browser_of):
    browser = browser_of(here)
    form = browser.get(PAGE, {"size": "small"}).context["form"]
    typed = {name: value for name, value in form.initial.items() if value}
    save(browser, typed)
    marked = {kind: each.is_example for kind, each in kept().items()}

    save(browser, typed | {"size": "", "value-USABLE": "99"})

    assert marked == {"LEGAL_MINIMUM": True, "USABLE": True, "INTEGRATED": True}
    assert {kind: each.is_example for kind, each in kept().items()} == marked | {"USABLE": False}


def test_level_that_is_left_empty_is_removed(here, browser_of):
    level(queries.initiatives(here).get(), LevelKind.INTEGRATED)

    save(browser_of(here), TYPED)

    assert set(kept()) == {LOW, USABLE}


def test_two_editors_meet_and_nothing_is_lost(here, odd, browser_of):
    seen = browser_of(odd).get(PAGE).context["seen"]
    browser_of(here).post(PAGE, TYPED | {"seen": seen})

    answer = browser_of(odd).post(
        PAGE, TYPED | {"value-USABLE": "70", "seen": seen}, headers={"accept-language": "en"}
    )

    different = [each for each in answer.context["differences"] if each.is_different]
    assert answer.status_code == 409
    assert [(each.label, each.saved, each.typed) for each in different] == [
        ("Value, 0 to 100, Usable", "40", "70")
    ]
    assert kept()[USABLE].value == 40
    browser_of(odd).post(PAGE, TYPED | {"value-USABLE": "70", "seen": answer.context["seen"]})
    assert kept()[USABLE].value == 70


def test_sizes_are_given_to_several_at_once(here, browser_of):
    initiative("vote")
    initiative("later", status="DONE")
    level(initiative("known"))

    answer = browser_of(here).post(BULK, {"size-post": "large", "rest": "small"}, follow=True)

    counted = {key: AmbitionLevel.objects.filter(initiative__key=key).count() for key in ("post", "vote")}
    assert counted == {"post": 4, "vote": 3}
    assert AmbitionLevel.objects.filter(is_example=True).count() == 7
    assert "known" not in answer.content.decode()


def test_nothing_chosen_for_several_is_told(here, browser_of):
    answer = browser_of(here).post(BULK, {}, follow=True, headers={"accept-language": "en"})
    wrong = browser_of(here).post(BULK, {"size-post": "giant"})

    assert "Choose a size for one of them at least." in answer.content.decode()
    assert wrong.status_code == 422
    assert kept() == {}


def test_foundation_has_no_levels_and_others_may_not_set_them(here, bo, mia, dara, browser_of):
    initiative("ground", "FOUNDATION")

    assert browser_of(here).get("/portfolio/initiatives/ground/levels/").status_code == 404
    assert browser_of(bo).get(PAGE).status_code == 403
    assert browser_of(mia).post(BULK, {"rest": "small"}).status_code == 403
    assert browser_of(dara).get(PAGE).status_code == 404


@pytest.mark.parametrize("more", [1, 3])
@pytest.mark.parametrize("page", [PAGE, BULK])
def test_page_takes_as_many_statements_for_many_rows_as_for_few(page, more, here, browser_of):
    for number in range(more):
        initiative(f"more{number}")
        team(f"team{number}")
        level(initiative(f"with{number}"))
    browser = browser_of(here)
    browser.get(page)

    with CaptureQueriesContext(connection) as made:
        browser.get(page)

    assert len(statements(made)) == {PAGE: 7, BULK: 5}[page]


def test_field_shows_what_was_typed_when_it_is_wrong(here):
    form = forms.LevelsForm({"months-USABLE": "x"}, teams=[], least=2)

    assert (form.is_valid(), form["months-USABLE"].value()) == (False, "x")
