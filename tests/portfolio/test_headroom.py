# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What headroom is: how foundations, experiments and what a challenge takes over count, and what the page says of it."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leadroom.portfolio import actions, pictures, queries
from leadroom.portfolio.bridge import headroom_of
from leadroom.portfolio.models import (
    AmbitionLevel,
    Deadline,
    Initiative,
    Move,
    Plan,
    Status,
    Team,
    TeamKind,
    Terms,
    Track,
    Way,
)
from leadroom.portfolio.queries import Headroom, Slip
from tests.portfolio.rows import LOW, USABLE, in_force, initiative, level, small, team
from tests.portfolio.statements import statements

PAGE, ENGLISH = "/portfolio/headroom/", {"accept-language": "en"}


@pytest.fixture
def here(ada, inside):
    """Stand inside Ada's council: 24 team-months of one team in a year, 12 of them taken by two solutions."""
    with inside(ada):
        small()
        in_force({"post": (USABLE, "2027-01-01"), "vote": (LOW, "2027-07-01")})
        yield ada


def found(by) -> Headroom:
    return headroom_of(queries.planning_rows(by))


def room(by) -> tuple[int, int]:
    figures = found(by).plan.figures
    return figures["room"], figures["usable"]


def challenge() -> Initiative:
    hands = initiative("hands", Track.CHALLENGE)
    level(hands, months=12, effort={"integration": [100] * 12})
    return hands


def test_headroom_is_what_mandated_solutions_leave(here):
    assert room(here) == (1200, 0)


@pytest.mark.parametrize("kept", ["reserved_foundations", "reserved_experiments"])
def test_what_is_kept_for_foundations_and_experiments_is_never_free(kept, here):
    Team.objects.update(**{kept: 25})

    # A quarter of 24 team-months is kept: 6 fewer are free, whether or not anybody uses them.
    assert room(here) == (600, 0)


def test_foundation_initiative_takes_nothing_beyond_what_is_kept(here):
    level(initiative("ground", Track.FOUNDATION), effort={"integration": [500, 500, 500]})

    assert room(here) == (1200, 0)


def test_challenge_takes_no_headroom_and_says_what_it_can_use(here):
    challenge()

    # It needs 3 a quarter; free are 3, 3, 0 and 6.
    assert room(here) == (1200, 900)


def test_solution_that_a_challenge_takes_over_still_takes_what_it_took(here):
    hands = challenge()
    before = room(here)

    actions.choose_way(Initiative.objects.get(key="post"), Way.TAKEN_OVER, by=here, challenge=hands)

    assert room(here) == before


def test_lost_capacity_shows_although_the_plan_is_the_same(here):
    Team.objects.update(staff=100)

    assert room(here) == (0, 0)


def test_no_plan_in_force_has_no_headroom(here):
    Plan.objects.all().delete()

    assert found(here) is None


def test_wider_ranges_of_effort_spread_headroom(here):
    AmbitionLevel.objects.update(low=100, high=100)
    sure = found(here)
    AmbitionLevel.objects.update(low=50, high=200)
    unsure = found(here)

    assert (sure.whole.p10, sure.whole.p50, sure.whole.p90) == (50, 50, 50)
    assert unsure.whole.p10 < 50 < unsure.whole.p90
    assert (sure.overrun, unsure.overrun > 0) == (0, True)
    assert found(here).whole == unsure.whole


def test_heaviest_solutions_are_told_in_a_sentence(here):
    assert pictures.weighs_sentence(found(here)).startswith(
        "2 mandated solutions take 67 % of Integration until Q3 2027:"
    )


@pytest.mark.parametrize(
    ("ceiling", "said"),
    [
        (None, ""),
        (100, "Mandated work stays within the ceiling of 100 % in every quarter."),
        (60, "Mandated work passes the ceiling of 60 % in 1 quarter: in Q3 2027 it takes 100 %"),
        (40, "Mandated work passes the ceiling of 40 % in 3 quarters; most in Q3 2027, when it takes 100 %"),
    ],
)
def test_ceiling_of_mandated_work_is_held_against_the_digital_offices_own_time(ceiling, said, here):
    Team.objects.update(kind=TeamKind.DIGITAL_OFFICE)
    Terms.objects.update(mandated_ceiling=ceiling)

    told = pictures.ceiling_sentence(found(here), ["integration"])

    assert told == said or (said and told.startswith(said))


def moved(one: Initiative, track: str, year: int) -> None:
    Move.objects.create(initiative=one, to_track=track, at=datetime(year, 1, 15, tzinfo=UTC))


def test_tracks_are_counted_over_time_from_the_moves_between_them(here):
    one, other = Initiative.objects.order_by("key")
    moved(one, Track.MANDATED, 2000)
    moved(other, Track.MANDATED, 2000)
    moved(other, Track.FOUNDATION, 2001)
    Initiative.objects.filter(pk=one.pk).update(status=Status.DONE, changed_at=timezone.now())

    counted = queries.track_counts(here)

    assert len(counted) == 9
    assert counted[0][1] == {"MANDATED": 1, "CHALLENGE": 0, "FOUNDATION": 1}
    assert counted[-1][1] == {"MANDATED": 0, "CHALLENGE": 0, "FOUNDATION": 1}


def test_tracks_are_not_counted_before_anything_was_there(here):
    moved(Initiative.objects.get(key="post"), Track.MANDATED, timezone.localdate().year + 1)

    assert queries.track_counts(here) == []


def test_slips_are_counted_by_source(here):
    Initiative.objects.update(source="The state")
    post, vote = Initiative.objects.order_by("key")
    for one, *days in (
        (post, date(2027, 1, 1), date(2027, 4, 1), date(2027, 7, 1)),
        (vote, date(2027, 1, 1)),
    ):
        for place, day in enumerate(days, 1):
            Deadline.objects.create(initiative=one, day=day, known_on=date(2026, place, 1))

    assert queries.slips(here) == [Slip("The state", known=2, moved=1, months=6, lengths=(6,))]


@pytest.mark.parametrize(
    ("slips", "middle"),
    [
        ([], 47.5),
        # Half a year later the second solution’s work lies beyond the plan’s year: a quarter of all is free again.
        ([Slip("The state", 3, 3, 6, (6, 6, 6))], 75),
        # Deadlines that came nearer make nothing later, and two deadlines say nothing yet.
        ([Slip("The state", 3, 3, -6, (-6, -6, -6))], 47.5),
        ([Slip("The state", 2, 2, 6, (6, 6))], 47.5),
        # Too few of its own: then all sources’ together count.
        ([Slip("The state", 1, 1, 6, (6,)), Slip("KL", 2, 2, 6, (6, 6))], 75),
    ],
)
def test_range_counts_with_deadlines_that_slip_as_they_have(slips, middle, here):
    Initiative.objects.update(source="The state")

    found = headroom_of(queries.planning_rows(here), slips)

    assert found.whole.p50 == pytest.approx(middle, abs=1)


def test_page_says_how_much_and_how_sure(here, bo, browser_of):
    challenge()

    page = browser_of(bo).get(PAGE, headers=ENGLISH).content.decode()

    assert "12.0 of 24.0 team-months free: headroom of 50" in page
    assert "2 mandated solutions take 67 % of Integration until Q3 2027:" in page
    assert "Usable headroom" in page
    assert "nine times in ten at least" in page
    assert "No deadline of a mandated solution is known yet" in page
    assert "Choose levels" not in page


def test_page_without_a_plan_shows_no_figure(here, browser_of):
    Plan.objects.all().delete()

    page = browser_of(here).get(PAGE, headers=ENGLISH).content.decode()

    assert "Nobody knows yet" in page
    assert "team-months free" not in page


@pytest.mark.parametrize("more", [1, 3])
def test_page_takes_as_many_statements_for_many_rows_as_for_few(more, here, browser_of):
    for number in range(more):
        one = initiative(f"more{number}", source=f"Source {number}")
        level(one)
        moved(one, Track.MANDATED, 2020)
        Deadline.objects.create(initiative=one, day=date(2027, 1, 1), known_on=date(2026, 1, 1))
        team(f"team{number}")
    browser = browser_of(here)
    browser.get(PAGE)

    with CaptureQueriesContext(connection) as made:
        browser.get(PAGE)

    assert len(statements(made)) == 15
