# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was saved in the table of capacity is taken back, where it still stands."""

from leadroom.portfolio import queries
from leadroom.portfolio.models import CapacityCell, Terms

PAGE, UNDO = "/portfolio/capacity/", "/portfolio/capacity/undo/"


def effort(ada) -> tuple[int, ...]:
    return queries.sheet(ada, queries.calendar_of(queries.terms(ada)))[0].effort


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def months() -> list[int]:
    return list(CapacityCell.objects.order_by("team", "month").values_list("effort", flat=True))


def test_saving_is_taken_back_whole(team, ada, browser_of, inside):
    browser = browser_of(ada)
    seen = browser.get("/portfolio/capacity/").context["seen"]

    browser.post("/portfolio/capacity/", {f"c-{team.key}-0": "1,5", f"c-{team.key}-3": "2", "seen": seen})
    with inside(ada):
        assert effort(ada)[0:4:3] == (150, 200)
    browser.post("/portfolio/capacity/undo/")

    with inside(ada):
        assert effort(ada)[0:4:3] == (600, 600)


def test_taking_back_brings_the_months_of_a_quarter(uneven, team, ada, browser_of, all_cells, inside):
    browser = browser_of(ada)
    browser.post(PAGE, all_cells(ada, {f"c-{team.key}-0": "9"}))
    with inside(ada):
        assert months() == [300, 300, 300]

    browser.post(UNDO)

    with inside(ada):
        assert months() == [100, 0, 200]


def test_taking_back_leaves_what_somebody_has_typed_since(team, ada, odd, browser_of, all_cells, inside):
    browser = browser_of(ada)
    browser.post(PAGE, all_cells(ada, {f"c-{team.key}-0": "1", f"c-{team.key}-1": "2"}))
    browser_of(odd).post(PAGE, all_cells(odd, {f"c-{team.key}-1": "5", f"c-{team.key}-2": "4"}))

    answer = browser.post(UNDO, follow=True, headers={"accept-language": "en"})

    with inside(ada):
        assert effort(ada)[:4] == (600, 500, 400, 600)
    assert said(answer)[-1] == (
        "Taken back, but for cells in which somebody has typed since. Left as they are: Integration, Q2 2027"
    )


def test_taking_back_what_is_all_typed_anew_takes_nothing_back(team, ada, odd, browser_of, all_cells, inside):
    browser = browser_of(ada)
    browser.post(PAGE, all_cells(ada, {f"c-{team.key}-{place}": "1" for place in range(7)}))
    browser_of(odd).post(PAGE, all_cells(odd, {f"c-{team.key}-{place}": "2" for place in range(7)}))

    answer = browser.post(UNDO, follow=True, headers={"accept-language": "en"})

    assert said(answer)[-1] == (
        "Nothing was taken back: somebody has typed there since. Left as they are: Integration, Q1 2027; "
        "Integration, Q2 2027; Integration, Q3 2027; Integration, Q4 2027; Integration, Q1 2028 and 2 more"
    )
    with inside(ada):
        assert effort(ada)[6] == 200


def test_typing_by_month_leaves_the_undo_of_a_quarter_alone(team, ada, odd, browser_of, all_cells, inside):
    browser = browser_of(ada)
    browser.post(PAGE, all_cells(ada, {f"c-{team.key}-0": "3"}))
    with inside(ada):
        Terms.objects.update(is_by_month=True)
    browser_of(odd).post(PAGE, all_cells(odd, {f"c-{team.key}-1": "0,5"}))

    browser.post(UNDO)

    with inside(ada):
        assert months() == [100, 50, 100]
