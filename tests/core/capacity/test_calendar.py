# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Days and periods go back and forth."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadroom.core.capacity.calendar import Calendar, month_after, months_between

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
CALENDARS = st.builds(
    Calendar, DAYS.map(lambda day: day.replace(day=1)), st.integers(1, 60), st.sampled_from([1, 3])
)


@given(DAYS, st.integers(-500, 500))
def test_month_after_is_that_many_months_away(day, months):
    after = month_after(day, months)

    assert (after.day, months_between(day, after)) == (1, months)


@given(CALENDARS, st.data())
def test_first_day_of_a_period_lies_in_it_and_the_day_before_in_the_one_before(calendar, data):
    period = data.draw(st.integers(0, calendar.periods))

    start = calendar.start_of(period)

    assert calendar.period_of(start) == period
    assert calendar.period_of(date.fromordinal(start.toordinal() - 1)) == period - 1


@given(CALENDARS)
def test_periods_hold_all_months_and_years_grow(calendar):
    assert calendar.periods * calendar.step >= calendar.months > (calendar.periods - 1) * calendar.step
    assert list(calendar.year_of) == sorted(calendar.year_of)
    assert [calendar.years[year] for year in calendar.year_of] == [
        calendar.start_of(period).year for period in range(calendar.periods)
    ]


@given(CALENDARS, st.data())
def test_gathering_loses_nothing(calendar, data):
    numbers = data.draw(
        st.lists(
            st.integers(0, 1000),
            min_size=calendar.periods * calendar.step,
            max_size=calendar.periods * calendar.step,
        )
    )

    gathered = calendar.gathered(tuple(numbers))

    assert (len(gathered), sum(gathered)) == (calendar.periods, sum(numbers))


@pytest.mark.parametrize(("months", "step", "periods"), [(1, 3, 1), (3, 3, 1), (4, 3, 2), (4, 1, 4)])
def test_work_takes_whole_periods(months, step, periods):
    assert Calendar(date(2027, 1, 1), 24, step).periods_for(months) == periods
