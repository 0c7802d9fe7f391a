# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The roadmap's geometry: time runs alike in both halves, levels differ by pattern and word, what is free is seen."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from leadroom.ui.charts import Axis, Bar, Load, LoadColumn, Tick, loads, roadmap

AXIS = Axis(12, (Tick(0, "Q1", "2027"), Tick(6, "Q3")), today=3)
BAR = Bar("a", "Post", 1, "Usable", 3, 9, deadline=6, href="/a/", title="Post: usable")


def drawn(*bars: Bar, axis: Axis = AXIS, waits: tuple[tuple[str, str], ...] = ()) -> ET.Element:
    return ET.fromstring(  # noqa: S314 - our own drawing
        roadmap(bars, axis, title="Roadmap", description="In words.", waits=waits)
    )


def line_of(tree: ET.Element, number: int = 0) -> ET.Element:
    return tree.findall(".//svg[@class='roadmap-line']")[number]


def test_a_bar_stands_where_its_months_are_with_its_level_as_pattern_and_word() -> None:
    tree = drawn(BAR)

    [bar] = line_of(tree).findall("rect")
    assert (bar.get("x"), bar.get("width"), bar.get("fill")) == ("25%", "50%", "url(#roadmap-level-1)")
    assert tree.find(".//span[@class='roadmap-level']").text == "Usable"
    assert len(tree.findall(".//pattern")) == 4
    assert len({ET.tostring(pattern)[60:] for pattern in tree.findall(".//pattern")}) == 4


def test_what_lies_outside_the_axis_is_cut_at_its_ends() -> None:
    tree = drawn(replace(BAR, start=-5, end=99, deadline=40))

    [bar] = line_of(tree).findall("rect")
    assert (bar.get("x"), bar.get("width")) == ("0%", "100%")
    assert line_of(tree).find("svg") is None


def test_deadline_and_today_stand_on_the_same_axis() -> None:
    tree = drawn(BAR)

    assert line_of(tree).find("svg").get("x") == "50%"
    assert [line.get("x1") for line in line_of(tree).findall("line")] == ["0%", "50%", "25%"]
    assert [
        line.get("x1") for line in line_of(drawn(BAR, axis=replace(AXIS, today=None))).findall("line")
    ] == [
        "0%",
        "50%",
    ]


def test_where_it_stood_before_is_outlined() -> None:
    before, now = line_of(drawn(replace(BAR, before=(0, 6)))).findall("rect")

    assert (before.get("x"), before.get("width"), before.get("stroke-dasharray")) == ("0%", "50%", "3 3")
    assert now.get("x") == "25%"


def test_waits_are_drawn_from_an_end_to_the_start_that_waits_for_it() -> None:
    other = replace(BAR, key="b", start=9, end=12)

    tree = drawn(BAR, other, waits=(("a", "b"), ("a", "gone")))

    [line, dot] = tree.findall(".//svg[@class='roadmap-waits']/path")
    assert line.get("d") == "M75 0.5L75 1.5"
    assert dot.get("d") == "M75 1.5h0.001"
    assert drawn(BAR).find(".//svg[@class='roadmap-waits']") is None


def test_words_are_escaped() -> None:
    said = roadmap(
        [replace(BAR, label="<b>", level_name="<i>", title='"x"')], AXIS, title="<t>", description="<d>"
    )

    assert not re.search(r"<(b|i|t|d)>", said)


def test_a_column_stacks_kept_used_and_free_to_the_teams_own_height() -> None:
    column = LoadColumn(
        0, 3, capacity=400, reserved=100, used=200, free=100, text="1.0", title="Q1: 1.0 free"
    )
    tree = ET.fromstring(  # noqa: S314 - our own drawing
        loads([Load("Team", "1.0 free", (column,))], AXIS, title="Load", description="In words.")
    )

    parts = line_of(tree).findall("g/rect")
    assert [(part.get("y"), part.get("height")) for part in parts] == [
        ("55", "13"),
        ("29", "26"),
        ("16", "13"),
    ]
    assert parts[2].get("stroke-dasharray") == "3 2"
    assert line_of(tree).find("g/text").text == "1.0"
    assert line_of(tree).get("aria-label") == "Team: Q1: 1.0 free"


def test_many_columns_have_no_room_for_numbers_and_empty_parts_are_not_drawn() -> None:
    columns = tuple(
        LoadColumn(at, at + 1, capacity=100, reserved=0, used=0, free=100, text="1.0", title="t")
        for at in range(24)
    )

    tree = ET.fromstring(  # noqa: S314 - our own drawing
        loads([Load("Team", "", columns)], Axis(24, ()), title="Load", description="In words.")
    )

    assert line_of(tree).find("g/text") is None
    assert len(line_of(tree).findall("g/rect")) == 24
