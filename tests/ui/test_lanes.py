# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The lanes' geometry: each thing's time, a dot for each look, and how far it is told by form and word."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from leadroom.ui.charts import Axis, Lane, Tick, lanes

AXIS = Axis(12, (Tick(0, "Jan", "2027"), Tick(6, "Jul")), today=3)
LANE = Lane(
    "Ask first", "doing", "Doing", 3, 9, looks=(4.0, 5.0), next_look=6.0, href="/a/", title="Ask first: doing"
)


def line_of(*shown: Lane) -> list[ET.Element]:
    tree = ET.fromstring(lanes(shown, AXIS, title="Lanes", description="In words."))  # noqa: S314 - our own drawing
    return tree.findall(".//svg[@class='roadmap-line']")


def test_lane_stands_where_its_months_are_with_a_dot_for_each_look() -> None:
    [line] = line_of(LANE)

    [bar] = line.findall("rect")
    assert (bar.get("x"), bar.get("width")) == ("25%", "50%")
    dots = [(dot.get("cx"), dot.get("class")) for dot in line.findall("circle")]
    assert [at for at, _look in dots] == ["33.33%", "41.67%", "50%"]
    assert dots[0][1] == dots[1][1] != dots[2][1]


def test_look_outside_the_axis_is_not_drawn() -> None:
    [line] = line_of(replace(LANE, looks=(-1.0,), next_look=13.0))

    assert line.findall("circle") == []


def test_how_far_it_is_differs_by_form_and_by_word() -> None:
    shown = [replace(LANE, look=look, state=look) for look in ("draft", "agreed", "doing")]

    bars = [line.find("rect") for line in line_of(*shown)]

    assert len({(bar.get("stroke-dasharray"), bar.get("class")) for bar in bars}) == 3


def test_words_are_escaped() -> None:
    drawn = lanes([replace(LANE, label="<b>", title="<i>")], AXIS, title="<x>", description="&")

    assert not any(word in drawn for word in ("<b>", "<i>", "<x>"))
