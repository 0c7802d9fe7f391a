# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of capacity: only what the reader changed is written."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadroom.portfolio import actions, queries
from leadroom.portfolio.models import CapacityCell, CapacityChange, Team, TeamKind, Terms
from tests.portfolio.statements import statements

PAGE, UNDO = "/portfolio/capacity/", "/portfolio/capacity/undo/"


def effort(ada) -> tuple[int, ...]:
    return queries.sheet(ada, queries.calendar_of(queries.terms(ada)))[0].effort


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def months() -> list[int]:
    return list(CapacityCell.objects.order_by("team", "month").values_list("effort", flat=True))


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

        assert not months()
        assert effort(ada)[0] == 600


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


def test_months_of_a_quarter_nobody_touched_stay_as_they_are(
    uneven, team, ada, browser_of, all_cells, inside
):
    browser_of(ada).post(PAGE, all_cells(ada, {f"c-{team.key}-2": "5"}))

    with inside(ada):
        assert months() == [100, 0, 200, 167, 167, 166]


def test_months_of_a_quarter_typed_anew_as_it_was_stay_as_they_are(
    uneven, team, ada, browser_of, all_cells, inside
):
    answer = browser_of(ada).post(PAGE, all_cells(ada, {f"c-{team.key}-0": "3,00"}))

    assert answer.status_code == 302
    with inside(ada):
        assert months() == [100, 0, 200]


def test_two_people_write_in_different_cells_at_once(team, ada, odd, browser_of, all_cells, inside):
    ours, theirs = all_cells(ada, {f"c-{team.key}-0": "1"}), all_cells(odd, {f"c-{team.key}-1": "2"})
    browser_of(ada).post(PAGE, ours)

    answer = browser_of(odd).post(PAGE, theirs)

    assert answer.status_code == 302
    with inside(ada):
        assert effort(ada)[:3] == (100, 200, 600)


def test_saving_again_after_a_conflict_writes_no_cell_but_ones_own(
    team, ada, odd, browser_of, all_cells, inside
):
    theirs = all_cells(odd, {f"c-{team.key}-0": "3"})
    browser_of(ada).post(PAGE, all_cells(ada, {f"c-{team.key}-0": "1", f"c-{team.key}-1": "2"}))
    conflict = browser_of(odd).post(PAGE, theirs, headers={"accept-language": "en"})
    assert "Integration, Q1 2027: now 1." in said(conflict)[-1]

    browser_of(odd).post(PAGE, theirs | {"seen": conflict.context["seen"], f"c-{team.key}-1": "2"})

    with inside(ada):
        assert effort(ada)[:3] == (300, 200, 600)


def test_wrong_cell_does_not_hide_what_somebody_else_types(team, ada, odd, browser_of, all_cells, inside):
    wrong = browser_of(odd).post(PAGE, all_cells(odd, {f"c-{team.key}-0": "x"}))
    browser_of(ada).post(PAGE, all_cells(ada, {f"c-{team.key}-0": "1", f"c-{team.key}-1": "2"}))

    answer = browser_of(odd).post(
        PAGE, {"seen": wrong.context["seen"], f"c-{team.key}-0": "3", f"c-{team.key}-1": ""}
    )

    assert answer.status_code == 409
    with inside(ada):
        assert effort(ada)[:2] == (100, 200)


def test_columns_that_changed_meanwhile_lose_nothing_in_silence(team, ada, browser_of, all_cells, inside):
    typed = all_cells(ada, {f"c-{team.key}-1": "4,5"})
    with inside(ada):
        Terms.objects.update(is_by_month=True)

    answer = browser_of(ada).post(PAGE, typed, headers={"accept-language": "en"})

    assert answer.status_code == 409
    assert "You had typed: Integration, Q2 2027: 4,5" in said(answer)[-1]
    with inside(ada):
        assert not months()
    again = browser_of(ada).post(PAGE, all_cells(ada))
    assert again.status_code == 302


def test_what_is_typed_stays_when_the_language_changes(team, ada, browser_of, all_cells, inside):
    browser = browser_of(ada)
    typed = all_cells(ada, {f"c-{team.key}-1": "4,5", f"c-{team.key}-2": "x"})

    browser.post(f"/language/?next={PAGE}", typed | {"language": "da"})
    page = browser.get(PAGE)

    assert 'value="4,5"' in page.content.decode()
    assert 'value="x"' in page.content.decode()
    assert page.context["seen"] == typed["seen"]


@pytest.mark.parametrize(
    "seen", ["", "x", "[]", "[1,2,3,4]", '["9999-12-01",60,3,{}]', '["2027-01-01",1e999,3,{}]']
)
def test_table_that_says_not_what_it_showed_overwrites_nothing(seen, uneven, team, ada, browser_of, inside):
    browser = browser_of(ada)

    assert browser.post(PAGE, {f"c-{team.key}-0": "1", "seen": seen}).status_code == 409
    assert browser.post(PAGE, {f"c-{team.key}-1": "1", "seen": seen}).status_code == 302
    with inside(ada):
        assert months()[:3] == [100, 0, 200]


def test_twenty_teams_of_sixty_months_are_saved(team, ada, browser_of, all_cells, inside):
    with inside(ada):
        Terms.objects.update(months=60, is_by_month=True)
        Team.objects.bulk_create(
            Team(council=ada.council, key=f"t{number}", name=f"No {number}", kind=TeamKind.DATA)
            for number in range(19)
        )
    typed = {name: "0,5" for name in all_cells(ada) if name.startswith("c-")}

    browser = browser_of(ada)
    answer = browser.post(PAGE, all_cells(ada, typed))

    assert answer.status_code == 302
    with inside(ada):
        assert months() == [50] * 1200
    browser.post(UNDO)
    with inside(ada):
        assert not months()


def test_file_gives_team_months_as_the_table_shows_them(team, ada, browser_of, inside):
    with inside(ada):
        actions.type_cells({(team.key, 0): 432}, by=ada)

    lines = browser_of(ada).get("/portfolio/capacity.csv").content.decode("utf-8-sig").splitlines()

    assert lines[0].startswith("team,kind,2027-01-01,2027-04-01,")
    assert lines[1].startswith("Integration,INTEGRATION,4.32,6.0,")


def test_last_line_adds_all_teams_up(team, ada, browser_of, inside):
    with inside(ada):
        Team.objects.create(name="Data", kind=TeamKind.DATA, staff=50)
        actions.type_cells({(team.key, 0): 100}, by=ada)

    sums = browser_of(ada).get(PAGE, headers={"accept-language": "en"}).context["sums"]

    assert sums.startswith(
        '<td class="number sheet-sum" data-sheet-sum>2.5</td><td class="number sheet-sum" data-sheet-sum>7.5</td>'
    )
    assert sums.endswith(">55</td>")


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
