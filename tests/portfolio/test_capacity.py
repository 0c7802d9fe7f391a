# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Teams with their planned changes, and the terms of planning, as actions and as pages."""

from datetime import date

import pytest
from django.utils import translation

from leadroom.portfolio import actions, forms, pictures, queries
from leadroom.portfolio.models import (
    CapacityChange,
    Freeze,
    Team,
    Terms,
    presets,
)

FACTS = {
    "name": "Data", "kind": "DATA", "staff": "2,5", "line_work": "10", "absence": "10",
    "reserved_foundations": "0", "reserved_experiments": "0", "floor": "0", "weight": "1",
}  # fmt: skip


def effort(ada) -> tuple[int, ...]:
    return queries.sheet(ada, queries.calendar_of(queries.terms(ada)))[0].effort


@pytest.mark.parametrize(
    ("typed", "hundredths"), [("2.5", 250), ("2,5", 250), (" 1 000 ", 100_000), ("0,07", 7), ("", None)]
)
def test_team_months_are_read_as_people_write_them(typed, hundredths):
    assert forms.EffortField(label="x", required=False).clean(typed) == hundredths


@pytest.mark.parametrize(("hundredths", "shown"), [(250, "2.5"), (100, "1"), (7, "0.07"), (-50, "-0.5")])
def test_team_months_are_shown_as_one_types_them(hundredths, shown):
    assert pictures.shown_effort(hundredths) == shown


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


def test_conflict_shows_people_as_they_were_typed(team, ada, browser_of, inside):
    address = f"/portfolio/capacity/teams/{team.key}/"
    seen = browser_of(ada).get(address).context["seen"]
    browser_of(ada).post(address, FACTS | {"staff": "3", "floor": "5", "seen": seen})

    answer = browser_of(ada).post(address, FACTS | {"staff": "4", "floor": "05", "seen": seen})

    told = {each.label: each for each in answer.context["differences"]}
    assert (told["People"].saved, told["People"].typed) == ("3", "4")
    assert [label for label, each in told.items() if each.is_different] == ["People"]


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


@pytest.mark.parametrize(
    ("language", "people", "said"),
    [
        ("en", "0.25", "From June 2027: +0.25 people"),
        ("en", "-1", "From June 2027: −1 person"),
        ("en", "12", "From June 2027: +12 people"),
    ],
)
def test_planned_change_says_when_how_much_and_why(language, people, said, team, ada, browser_of):
    browser = browser_of(ada)
    address = f"/portfolio/capacity/teams/{team.key}/"
    browser.post(f"{address}plan/", {"month": "2027-06-15", "people": people, "reason": "Joint IT"})

    page = browser.get(address, headers={"accept-language": language}).content.decode()

    assert f'<span>{said}<br><span class="soft">Joint IT</span></span>' in page


@pytest.mark.parametrize("people", ["0", "", "two"])
def test_planned_change_of_nothing_is_refused(people, team, ada, browser_of, inside):
    answer = browser_of(ada).post(
        f"/portfolio/capacity/teams/{team.key}/plan/", {"month": "2027-06-15", "people": people}
    )

    assert (answer.status_code, list(answer.context["change"].errors)) == (422, ["people"])


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


@pytest.mark.parametrize("typed", ["-1", "101", "x"])
def test_share_that_is_none_is_told_with_its_per_cent_sign(typed):
    form = forms.TeamForm(FACTS | {"line_work": typed})

    with translation.override("en"):
        assert form.errors["line_work"] == ["Line work, %: write a whole number from 0 to 100"]
