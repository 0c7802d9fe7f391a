# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Teams, the table of capacity and the terms, as actions and as pages."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from leadroom.portfolio import actions, forms, queries
from leadroom.portfolio.models import (
    CapacityCell,
    CapacityChange,
    Freeze,
    Team,
    TeamKind,
    Terms,
    presets,
)
from tests.portfolio.statements import statements

FACTS = {
    "name": "Data", "kind": "DATA", "staff": "2,5", "line_work": "10", "absence": "10",
    "reserved_foundations": "0", "reserved_experiments": "0", "floor": "0", "weight": "1",
}  # fmt: skip


def effort(ada) -> tuple[int, ...]:
    return queries.sheet(ada, queries.calendar_of(queries.terms(ada)))[0].effort


def test_typed_quarter_is_shared_over_its_months_and_sums_up(team, ada, inside):
    with inside(ada):
        actions.type_cells({(team.key, 0): 100, (team.key, 1): None}, by=ada)
        cells = list(CapacityCell.objects.order_by("month").values_list("month", "effort"))

        assert cells == [(date(2027, 1, 1), 34), (date(2027, 2, 1), 33), (date(2027, 3, 1), 33)]
        assert effort(ada)[:3] == (100, 600, 600)


def test_emptied_cell_falls_back_to_what_people_give(team, ada, inside):
    with inside(ada):
        before = actions.type_cells({(team.key, 0): 100}, by=ada)
        actions.type_cells({(team.key, 0): None}, by=ada)

        assert before == {}
        assert effort(ada)[0] == 600


def test_saving_is_taken_back_whole(team, ada, browser_of, inside):
    browser = browser_of(ada)
    seen = browser.get("/portfolio/capacity/").context["seen"]

    browser.post("/portfolio/capacity/", {f"c-{team.key}-0": "1,5", f"c-{team.key}-3": "2", "seen": seen})
    with inside(ada):
        assert effort(ada)[0:4:3] == (150, 200)
    browser.post("/portfolio/capacity/undo/")

    with inside(ada):
        assert effort(ada)[0:4:3] == (600, 600)


def test_wrong_cell_is_named_and_nothing_is_saved(team, ada, browser_of, inside):
    answer = browser_of(ada).post(
        "/portfolio/capacity/",
        {f"c-{team.key}-0": "two", f"c-{team.key}-1": "1"},
        headers={"accept-language": "en"},
    )

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [f"c-{team.key}-0"]
    assert 'value="two"' in answer.content.decode()
    with inside(ada):
        assert not CapacityCell.objects.exists()


def test_second_of_two_editors_is_told(team, ada, odd, browser_of, inside):
    seen = browser_of(odd).get("/portfolio/capacity/").context["seen"]
    browser_of(ada).post("/portfolio/capacity/", {f"c-{team.key}-0": "1", "seen": seen})

    answer = browser_of(odd).post("/portfolio/capacity/", {f"c-{team.key}-0": "3", "seen": seen})

    assert answer.status_code == 409
    assert 'value="3"' in answer.content.decode()
    with inside(ada):
        assert effort(ada)[0] == 100


@pytest.mark.parametrize(
    ("typed", "hundredths"), [("2.5", 250), ("2,5", 250), (" 1 000 ", 100_000), ("0,07", 7), ("", None)]
)
def test_team_months_are_read_as_people_write_them(typed, hundredths):
    assert forms.EffortField(label="x", required=False).clean(typed) == hundredths


@pytest.mark.parametrize(("hundredths", "shown"), [(250, "2.5"), (100, "1"), (7, "0.07"), (-50, "-0.5")])
def test_team_months_are_shown_as_one_types_them(hundredths, shown):
    assert forms.shown_effort(hundredths) == shown


@pytest.mark.parametrize("typed", ["two", "1e99", "-1", "NaN", "10001"])
def test_what_is_no_effort_is_refused(typed):
    form = forms.TeamForm(FACTS | {"staff": typed})

    assert list(form.errors) == ["staff"]


def test_team_is_added_changed_and_removed(ada, browser_of, inside):
    browser = browser_of(ada)
    browser.post("/portfolio/capacity/teams/add/", FACTS)
    with inside(ada):
        added = Team.objects.get()
    address = f"/portfolio/capacity/teams/{added.key}/"

    seen = browser.get(address).context["seen"]
    browser.post(address, FACTS | {"staff": "3", "seen": seen})
    with inside(ada):
        assert Team.objects.get().staff == 300
    assert browser.post(address, FACTS | {"staff": "4", "seen": seen}).status_code == 409
    browser.post(f"{address}remove/")

    with inside(ada):
        assert not Team.objects.exists()


def test_team_whose_name_is_there_is_refused(team, ada, browser_of):
    answer = browser_of(ada).post("/portfolio/capacity/teams/add/", FACTS | {"name": "integration"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["name"])


def test_team_that_levels_need_stays(team, levels, ada, inside):
    with inside(ada), pytest.raises(actions.TeamIsNeeded) as needed:
        actions.remove_team(team, by=ada)

    assert needed.value.count == 2


def test_planned_change_counts_from_its_month(team, ada, browser_of, inside):
    browser_of(ada).post(
        f"/portfolio/capacity/teams/{team.key}/plan/",
        {"month": "2027-06-15", "people": "-0,5", "reason": "Joint IT"},
    )

    with inside(ada):
        assert effort(ada)[:3] == (600, 550, 450)
        actions.forget_change(CapacityChange.objects.get(), by=ada)
        assert effort(ada)[1] == 600


def test_preset_adds_example_teams_once_in_the_councils_language(ada, inside):
    preset = next(each for each in presets() if each.key == "office_small")

    with inside(ada):
        actions.use_preset(preset, by=ada, language="da")
        actions.use_preset(preset, by=ada, language="da")
        names = list(Team.objects.values_list("name", "is_example"))

    assert names == [
        ("Digitaliseringskontoret", True),
        ("It-drift", True),
        ("Modtagende serviceenheder", True),
    ]


def test_terms_are_set_with_money_by_year(ada, browser_of, inside):
    browser = browser_of(ada)
    page = browser.get("/portfolio/capacity/terms/")
    year = page.context["form"].years[0]

    answer = browser.post(
        "/portfolio/capacity/terms/",
        {"first_month": "2027-02-17", "months": "18", "is_by_month": "True", "mandated_ceiling": "60",
         f"money-{year}": "1200", "seen": page.context["seen"]},
    )  # fmt: skip

    assert answer.status_code == 302
    with inside(ada):
        held = Terms.objects.get()
    assert (held.first_month, held.months, held.is_by_month) == (date(2027, 2, 1), 18, True)
    assert (held.mandated_ceiling, held.budget) == (60, {str(year): 1200})


def test_freeze_that_ends_before_it_begins_is_refused(ada, browser_of, inside):
    browser = browser_of(ada)
    wrong = {"name": "Election", "first_month": "2027-11-01", "last_month": "2027-10-01"}

    assert browser.post("/portfolio/capacity/freezes/add/", wrong).status_code == 422
    assert (
        browser.post("/portfolio/capacity/freezes/add/", wrong | {"last_month": "2027-12-01"}).status_code
        == 302
    )
    with inside(ada):
        assert Freeze.objects.count() == 1


@pytest.mark.parametrize("more", [0, 6])
def test_page_takes_few_statements_however_many_teams(more, team, ada, inside, browser_of):
    with inside(ada):
        for number in range(more):
            made = Team.objects.create(name=f"No {number}", kind=TeamKind.DATA)
            CapacityChange.objects.create(team=made, month=date(2027, 1, 1), people=10)
            actions.type_cells({(made.key, 0): 50}, by=ada)
    browser = browser_of(ada)
    browser.get("/portfolio/capacity/")

    with CaptureQueriesContext(connection) as made:
        answer = browser.get("/portfolio/capacity/")

    assert answer.status_code == 200
    assert len(statements(made)) <= 10


@pytest.mark.parametrize("typed", ["-1", "101", "x"])
def test_share_that_is_none_is_told_with_its_per_cent_sign(typed):
    form = forms.TeamForm(FACTS | {"line_work": typed})

    with translation.override("en"):
        assert form.errors["line_work"] == ["Line work, %: write a whole number from 0 to 100"]
