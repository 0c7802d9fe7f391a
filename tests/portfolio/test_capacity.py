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
        actions.type_cells({(team.key, 0): 100}, by=ada)
        actions.type_cells({(team.key, 0): None}, by=ada)

        assert not CapacityCell.objects.exists()
        assert effort(ada)[0] == 600


def typed_months(ada) -> dict[str, int]:
    return {name.split()[1]: effort for name, effort in queries.typed_cells(ada).items()}


def test_months_of_a_quarter_that_nobody_touched_stay_as_they_are(team, ada, inside):
    with inside(ada):
        for month, value in ((4, 10), (5, 200), (6, 30)):
            CapacityCell.objects.create(team=team, month=date(2027, month, 1), effort=value)
        actions.type_cells({(team.key, 0): 90, (team.key, 1): 240}, by=ada)

        assert typed_months(ada) == {
            **dict.fromkeys(("2027-01-01", "2027-02-01", "2027-03-01"), 30),
            "2027-04-01": 10, "2027-05-01": 200, "2027-06-01": 30,
        }  # fmt: skip


def test_saving_is_taken_back_whole(team, ada, browser_of, inside):
    browser = browser_of(ada)
    was = browser.get("/portfolio/capacity/").context["was"]

    browser.post("/portfolio/capacity/", {f"c-{team.key}-0": "1,5", f"c-{team.key}-3": "2", "was": was})
    with inside(ada):
        assert effort(ada)[0:4:3] == (150, 200)
    browser.post("/portfolio/capacity/undo/")

    with inside(ada):
        assert effort(ada)[0:4:3] == (600, 600)


def test_undo_leaves_what_a_colleague_typed_since(team, ada, odd, browser_of, inside):
    hers = browser_of(ada)
    hers.post("/portfolio/capacity/", {f"c-{team.key}-0": "3", f"c-{team.key}-1": "3", "was": ""})
    with inside(odd):
        actions.type_cells({(team.key, 1): 600}, by=odd)

    said = hers.post("/portfolio/capacity/undo/", follow=True, headers={"accept-language": "en"})

    assert "Somebody has typed over 3 months since" in said.content.decode()
    with inside(ada):
        assert typed_months(ada) == dict.fromkeys(("2027-04-01", "2027-05-01", "2027-06-01"), 200)


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


def test_two_editors_of_different_cells_do_not_meet(team, ada, odd, browser_of, inside):
    was = browser_of(odd).get("/portfolio/capacity/").context["was"]
    browser_of(ada).post("/portfolio/capacity/", {f"c-{team.key}-0": "1", "was": was})

    answer = browser_of(odd).post("/portfolio/capacity/", {f"c-{team.key}-1": "3", "was": was})

    assert answer.status_code == 302
    with inside(ada):
        assert effort(ada)[:2] == (100, 300)


def test_second_of_two_editors_of_a_cell_is_told_and_chooses(team, ada, odd, browser_of, inside):
    his = browser_of(odd)
    was = his.get("/portfolio/capacity/").context["was"]
    browser_of(ada).post("/portfolio/capacity/", {f"c-{team.key}-0": "1", f"c-{team.key}-2": "7", "was": was})
    sent = {f"c-{team.key}-0": "3", f"c-{team.key}-1": "2"}

    answer = his.post("/portfolio/capacity/", {**sent, "was": was}, headers={"accept-language": "en"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="3"' in page
    assert "Q1 2027: somebody has typed 1 since" in page
    with inside(ada):
        assert effort(ada)[:3] == (100, 600, 700)
    again = his.post("/portfolio/capacity/", {**sent, "was": answer.context["was"]})
    assert again.status_code == 302
    with inside(ada):
        assert effort(ada)[:3] == (300, 200, 700)


def test_table_of_other_periods_is_not_taken_for_this_one(team, ada, browser_of, inside):
    browser = browser_of(ada)
    was = browser.get("/portfolio/capacity/").context["was"]
    with inside(ada):
        Terms.objects.update(is_by_month=True)

    said = browser.post("/portfolio/capacity/", {f"c-{team.key}-0": "3", "was": was}, follow=True)

    assert "other periods" in said.content.decode()
    with inside(ada):
        assert not CapacityCell.objects.exists()


@pytest.mark.parametrize("was", ["", "{", "[]", '{"cells": 3}', '{"cells": {"c-x-0": "y"}}'])
def test_broken_sign_of_what_was_shown_breaks_nothing(was, team, ada, browser_of, inside):
    browser_of(ada).post("/portfolio/capacity/", {f"c-{team.key}-0": "3", "was": was})

    with inside(ada):
        assert effort(ada)[0] in {300, 600}


def test_table_of_many_teams_and_months_is_saved(ada, browser_of, inside):
    with inside(ada):
        Terms.objects.create(first_month=date(2027, 1, 1), months=60, is_by_month=True)
        made = Team.objects.bulk_create(
            Team(council=ada.council, key=f"t{number}", name=f"No {number}", kind=TeamKind.DATA)
            for number in range(20)
        )
    sent = {f"c-{team.key}-{place}": "0.5" for team in made for place in range(60)}

    assert browser_of(ada).post("/portfolio/capacity/", {**sent, "was": ""}).status_code == 302
    with inside(ada):
        assert CapacityCell.objects.count() == 1200


def test_typing_outlives_a_change_of_language(team, ada, browser_of):
    browser = browser_of(ada)
    browser.post("/language/", {"language": "da", "next": "/portfolio/capacity/", f"c-{team.key}-0": "3,5"})

    assert 'value="3,5"' in browser.get("/portfolio/capacity/").content.decode()


def test_two_editors_of_a_team_see_what_they_typed(team, ada, odd, browser_of, inside):
    address = f"/portfolio/capacity/teams/{team.key}/"
    his = browser_of(odd)
    seen = his.get(address).context["seen"]
    facts = FACTS | {"name": team.name, "kind": team.kind}
    browser_of(ada).post(address, facts | {"staff": "3", "line_work": "7", "seen": seen})

    answer = his.post(
        address, facts | {"staff": "4", "line_work": "7", "seen": seen}, headers={"accept-language": "en"}
    )

    said = {each.label: (each.saved, each.typed, each.is_different) for each in answer.context["differences"]}
    assert said["People"] == ("3", "4", True)
    assert said["Line work, %"] == ("7", "7", False)


def test_planned_change_tells_how_much_when_and_why(team, ada, browser_of):
    browser = browser_of(ada)
    address = f"/portfolio/capacity/teams/{team.key}/"
    browser.post(f"{address}plan/", {"month": "2027-05-14", "people": "-0,25", "reason": "A vacancy"})

    page = browser.get(address, headers={"accept-language": "en"}).content.decode()

    assert "May 2027: −0.25" in page
    assert "A vacancy" in page


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
