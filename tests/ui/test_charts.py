# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The geometry of the charts: what is drawn, where, and that both painters draw the same."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from leadroom.ui import samples, theme
from leadroom.ui.charts import Gap, Paper, Petal, now_to_target, wheel, wheel_key
from leadroom.ui.charts.petals import lay_out
from leadroom.ui.charts.shapes import Band, Point, contour, number, together, wrap

SVG = "{http://www.w3.org/2000/svg}"
LAYOUTS = ("large", "page", "small")


def _wheel(petals: list[Petal], **options: object) -> str:
    return wheel(petals, title="Skill wheel", description="In words.", **options)  # type: ignore[arg-type]


def _tree(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing


def _shapes_of(petal: Petal) -> list[str]:
    """Return what one petal is drawn with, its place in the ring left out."""
    group = _tree(_wheel([petal])).find(f"{SVG}g[@class='petal']")
    assert group is not None
    return [f"{shape.tag.removeprefix(SVG)} {shape.get('class')}" for shape in group if shape.get("class")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_wheel_has_42_petals_in_12_areas_and_4_domains(layout: str) -> None:
    petals = samples.petals()
    circle = lay_out(petals)

    groups = _tree(_wheel(petals, layout=layout)).findall(f"{SVG}g[@class='petal']")

    assert (len(groups), len(circle.areas), len(circle.domains)) == (42, 12, 4)


def test_petals_follow_one_another_round_the_circle() -> None:
    places = [part for _, part in lay_out(samples.petals()).petals]

    assert all(one.end < other.start for one, other in pairwise(places))
    assert places[0].start > 0
    assert places[-1].end < 360
    assert {round(part.end - part.start, 6) for part in places} == {round(places[0].end - places[0].start, 6)}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("petals", [samples.petals(), samples.petals(answered="scan")])
def test_everything_stands_inside_the_drawing(petals: list[Petal], layout: str) -> None:
    tree = _tree(_wheel(petals, layout=layout))
    width, height = (float(part) for part in tree.attrib["viewBox"].split()[2:])

    for place in _places(tree):
        assert 0 <= place.x <= width
        assert 0 <= place.y <= height


def _places(tree: ET.Element) -> list[Point]:
    paths = [shape.attrib["d"] for shape in tree.iter(f"{SVG}path")]
    ends = [
        re.search(r"(-?[\d.]+) (-?[\d.]+)$", step) for path in paths for step in re.split(r"[MLAZ]", path)
    ]
    circles = [Point(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in tree.iter(f"{SVG}circle")]
    spans = [Point(float(one.attrib["x"]), float(one.attrib["y"])) for one in tree.iter(f"{SVG}tspan")]
    return [Point(float(end[1]), float(end[2])) for end in ends if end] + circles + spans


def test_each_state_has_a_form_of_its_own() -> None:
    petal = Petal("a", "A", "Area", "Domain", 0, 1, 2)
    forms = {
        "zero": _shapes_of(petal),
        "one": _shapes_of(replace(petal, level=1)),
        "not asked": _shapes_of(replace(petal, level=None, state="not-asked")),
        "no level": _shapes_of(replace(petal, level=None, state="no-level")),
    }

    without_colour = {
        name: tuple(sorted(shape.split()[0] for shape in shapes)) for name, shapes in forms.items()
    }

    assert len(set(without_colour.values())) == 4


@pytest.mark.parametrize("level", range(5))
def test_a_level_fills_as_many_rings(level: int) -> None:
    group = _tree(_wheel([Petal("a", "A", "Area", "Domain", level, 1, 2)])).find(f"{SVG}g[@class='petal']")
    assert group is not None
    rings = {shape.attrib["class"].split()[0]: shape.attrib.get("d", "").count("Z") for shape in group[1:]}

    assert rings.get("fill-chart-1", 0) == level
    assert rings.get("fill-chart-track", 0) == 4 - level


def test_no_target_draws_no_outline() -> None:
    drawn = _wheel([Petal("a", "A", "Area", "Domain", 2, 0, 0)])

    assert "stroke-chart-ink" not in drawn


def test_neighbours_with_a_shared_level_share_one_outline() -> None:
    low, middle, high = Band(0, 20, 0, 5), Band(10, 30, 6, 11), Band(30, 40, 12, 17)

    assert together([low, middle, high]) == [[low, middle], [high]]
    assert contour(Point(0, 0), [low, middle]).count("A") == 4


def test_the_same_profile_draws_the_same_picture() -> None:
    assert _wheel(samples.petals()) == _wheel(samples.petals())


def test_page_and_paper_share_their_geometry() -> None:
    page, paper = (_wheel(samples.petals(), painter=painter) for painter in (None, Paper(195)))

    strip = re.compile(r' (class="[^"]*"|fill="[^"]*"|stroke="[^"]*"|font-family="Inter")')
    assert strip.sub("", page) == strip.sub("", paper)


def test_paper_names_its_colours_and_page_names_none() -> None:
    page, paper = (_wheel(samples.petals(), painter=painter) for painter in (None, Paper(195)))

    assert theme.colours(195, "light")["chart-1"] in paper
    assert "var(" not in paper
    assert re.findall(r"#[0-9a-f]{6}|style=", page) == []


def test_a_wheel_of_links_can_be_reached_inside() -> None:
    linked, plain = _tree(_wheel(samples.petals(href="/x/"))), _tree(_wheel(samples.petals()))

    assert (linked.attrib["role"], plain.attrib["role"]) == ("group", "img")
    assert len(linked.findall(f"{SVG}a[@href='/x/']")) == 42


def test_what_people_write_cannot_become_markup() -> None:
    drawn = _wheel([Petal("a", "<b>A</b>", "<i>", '"&', 1, 1, 2, href='"><script>')])

    assert "<script>" not in drawn
    assert "<b>" not in drawn
    _tree(drawn)


def test_two_wheels_on_one_page_share_no_id() -> None:
    one, other = (_wheel(samples.petals(), key=key) for key in ("mine", "theirs"))

    assert set(re.findall(r'id="([^"]+)"', one)).isdisjoint(re.findall(r'id="([^"]+)"', other))


def test_each_gap_has_its_line() -> None:
    rows = samples.gaps()

    tree = _tree(_gaps(rows))

    assert len(tree.findall("div[@class='gap']")) == len(rows)
    now = [dot for dot in tree.iter("circle") if "fill-chart-now" in dot.attrib["class"]]
    assert len(now) == sum(row.now is not None for row in rows)


@pytest.mark.parametrize(("level", "place"), [(0, "10%"), (2, "50%"), (4, "90%")])
def test_a_level_stands_at_its_share_of_the_width(level: int, place: str) -> None:
    tree = _tree(_gaps([Gap("A", level, 0, 0)]))

    assert [dot.attrib["cx"] for dot in tree.iter("circle")] == [place]


def test_a_target_reaches_from_its_lowest_level_to_its_highest() -> None:
    tree = _tree(_gaps([Gap("A", None, 1, 3)]))

    outlines = [line for line in tree.iter("line") if line.attrib["stroke-width"] == "24"]
    assert [(line.attrib["x1"], line.attrib["x2"]) for line in outlines] == [("30%", "70%")]


def test_names_of_levels_give_way_to_numbers_on_a_phone() -> None:
    words = list(_tree(_gaps(samples.gaps())).iter("text"))

    shown = {
        kind: [word.text for word in words if kind in word.attrib["class"]]
        for kind in ("only-wide", "only-narrow")
    }
    assert shown == {"only-wide": list(samples.LEVELS), "only-narrow": ["0", "1", "2", "3", "4"]}


def test_numbers_around_the_wheel_are_told_below_it() -> None:
    petals = samples.petals()
    told = {str(item.number): item.text for group in wheel_key(petals) for item in group.items}
    drawn = _tree(_wheel(petals, layout="page")).find(f"{SVG}g[@class='only-narrow']")
    assert drawn is not None

    assert ["".join(word.itertext()) for word in drawn] == list(told)
    assert list(told.values()) == [area.name for area in lay_out(petals).areas]


def test_gaps_keep_their_order() -> None:
    rows = [Gap("Second", 1, 2, 3), Gap("First", 1, 2, 3)]

    assert _gaps(rows).index("Second") < _gaps(rows).index("First")


def _gaps(rows: list[Gap]) -> str:
    return now_to_target(rows, title="Gaps", description="In words.", levels=samples.LEVELS)


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (0.005, "0.01"), (-0.001, "0"), (12.345, "12.35"), (100.0, "100")]
)
def test_numbers_are_written_short(value: float, written: str) -> None:
    assert number(value) == written


def test_long_words_stand_alone() -> None:
    lines = wrap("a Informationssikkerhedsledelsesansvar b", 60, 16)

    assert lines == ("a", "Informationssikkerhedsledelsesansvar", "b")


def test_lines_are_about_equally_long() -> None:
    assert wrap("Making things happen today", 190, 16) == ("Making things", "happen today")
