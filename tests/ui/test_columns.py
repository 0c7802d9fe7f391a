# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Columns over time and moments on a line, as drawings."""

import re
import xml.etree.ElementTree as ET
from datetime import date

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from leadroom.ui.charts import Column, Moment, Part, Stretch, columns, moments

AMOUNTS = st.lists(st.floats(0, 100_000), min_size=1, max_size=12)


@given(AMOUNTS, AMOUNTS)
def test_columns_of_any_height_stay_in_the_picture(one, other):
    count = min(len(one), len(other))
    parts = [
        Part("One", "chart-2", tuple(one[:count])),
        Part("Air", "chart-2", tuple(other[:count]), is_air=True),
    ]
    labels = [Column(f"Q{place}", "", "") for place in range(count)]

    drawn = ET.fromstring(columns(parts, labels, title="t", description="d", key="k"))  # noqa: S314 - our own drawing

    boxes = [(float(box.get("y")), float(box.get("height"))) for box in drawn.iter("rect")]
    assert all(top >= 15 and top + height <= 197 for top, height in boxes)
    assert 2 <= len(list(drawn.iter("line"))) <= 6


def test_columns_keep_words_apart_from_markup():
    drawn = columns(
        [Part("<b>", "chart-2", (1.0,))], [Column("<i>", "2027", "&")], title="<x>", description="y", key="k"
    )

    assert "<i>" not in drawn
    assert "<x>" not in drawn
    ET.fromstring(drawn)  # noqa: S314 - our own drawing


def test_scale_is_written_as_the_reader_writes_numbers():
    with translation.override("da"):
        drawn = columns(
            [Part("Taken", "chart-2", (9.0,))], [Column("1", "", "")], title="", description="", key="k"
        )

    assert re.findall(r">([\d.,]+)</text>", drawn)[:5] == ["0", "2,5", "5", "7,5", "10"]


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2100, 1, 1)), max_size=5),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_moments_lie_between_the_edges(days, today):
    drawn = ET.fromstring(  # noqa: S314 - our own drawing
        moments(
            [Moment(day, "<said>", is_past=True) for day in days],
            today=today,
            today_text="Today",
            title="t",
            description="d",
            stretch=Stretch(today, today),
        )
    )

    places = [float(dot.get("cx").rstrip("%")) for dot in drawn.iter("circle")]
    assert len(places) == len(days)
    assert all(0 <= place <= 100 for place in places)
