# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A way with its stops, as a drawing: across for a desk, down for a phone."""

import re
from xml.etree import ElementTree as ET

import pytest

from leadroom.ui.charts import Stop, way

SVG = "{http://www.w3.org/2000/svg}"
FORMS = ("passed", "here", "next", "ahead")
LONG = "Understand what people who seldom ask for anything need from a service like this"


def stops(count: int, label: str = "Stage") -> list[Stop]:
    return [
        Stop(label, FORMS[index % 4], "done" if index % 4 == 0 else "", f"/{index}") for index in range(count)
    ]


def drawn(shown: list[Stop]) -> list[ET.Element]:
    """Return both drawings."""
    html = way(shown, title="A path", description="In words.", key="path")
    return list(ET.fromstring(f"<div>{html}</div>").iter(f"{SVG}svg"))  # noqa: S314 - our own drawing


@pytest.mark.parametrize("count", [1, 2, 5, 7])
def test_both_drawings_show_every_stop_with_its_link(count: int) -> None:
    for tree in drawn(stops(count)):
        assert [link.get("href") for link in tree.iter(f"{SVG}a")] == [f"/{at}" for at in range(count)]
        assert len(tree.findall(f"{SVG}path")) == count - 1


@pytest.mark.parametrize("label", ["Stage", LONG])
@pytest.mark.parametrize("count", [1, 5, 7])
def test_everything_stands_inside_the_drawings(count: int, label: str) -> None:
    for tree in drawn(stops(count, label)):
        width, height = (float(part) for part in tree.attrib["viewBox"].split()[2:])
        for word in tree.iter(f"{SVG}tspan"):
            assert 0 <= float(word.attrib["x"]) <= width
            assert 0 <= float(word.attrib["y"]) <= height


def test_each_form_has_a_mark_of_its_own() -> None:
    (tree, _) = drawn([Stop("Stage", form, "", "#") for form in FORMS])

    marks = [
        (
            len(link.findall(f"{SVG}circle")),
            link.find(f"{SVG}path") is not None,
            "dasharray" in str(ET.tostring(link)),
        )
        for link in tree.iter(f"{SVG}a")
    ]

    assert marks == [(2, True, False), (3, False, False), (3, False, True), (2, False, False)]


def test_what_is_written_cannot_become_markup() -> None:
    html = way([Stop("<b>", "ahead", "<i>", '"><script>')], title="<u>", description="<s>", key="k")

    assert not re.search(r"<(b|i|u|s|script)>", html)


def test_two_ways_on_one_page_share_no_id() -> None:
    html = "".join(way(stops(2), title="A", description="B", key=key) for key in ("one", "two"))
    ids = re.findall(r'id="([^"]+)"', html)

    assert len(ids) == len(set(ids)) == 8
