# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Our wide table, Moodle's and the British government's."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from leadroom.core.interchange import gdd, moodle, wide
from leadroom.core.interchange.framework import Framework, Item
from leadroom.core.interchange.problem import Unreadable
from tests.core.interchange.made import SMALL, frameworks

GDD_HEADER = ("Skill name", "skill_description", "Awareness", "Working", "Practitioner", "Expert", "Notes")


def numbered(rows: list[tuple[str, ...]]) -> list[tuple[int, tuple[str, ...]]]:
    return list(enumerate(rows, 2))


def refused(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[tuple[int, str, str]]:
    with pytest.raises(Unreadable) as caught:
        wide.read(header, numbered(rows), creator="x")
    return [(problem.where.row, problem.where.path, problem.code) for problem in caught.value.problems]


@settings(max_examples=50, deadline=None)
@given(frameworks())
def test_any_framework_goes_through_the_wide_table(framework: Framework) -> None:
    rows = numbered(list(wide.rows(framework)))

    assert wide.read(wide.header(framework), rows, creator="x") == framework


def test_header_is_codes() -> None:
    assert wide.header(SMALL) == (
        "row", "code", "parent", "kind", "version", "creator", "licence",
        "name_en", "name_da", "text_en", "text_da",
        "level_0_en", "level_0_da", "level_1_en", "level_1_da", "level_2_en", "level_2_da",
    )  # fmt: skip


def test_what_is_wrong_is_named_with_its_row() -> None:
    header = ("row", "code", "parent", "name_en", "name_da", "level_1_en", "level_1_dk")
    rows = [
        ("FRAMEWORK", "m", "", "Map", "Kort", "", ""),
        ("LEVEL", "high", "", "High", "Høj", "", ""),
        ("ITEM", "a", "", "A", "A", "Does", ""),
        ("THING", "b", "", "B", "B", "", ""),
    ]

    assert refused(header, rows) == [
        (1, "level_1_dk", "column-unknown"),
        (3, "code", "level-number"),
        (5, "row", "row-unknown"),
        (0, "", "level-unknown"),
    ]


def test_tree_that_does_not_hold_is_named_with_its_rows() -> None:
    header = ("row", "code", "parent", "name_en", "name_da")
    rows = [
        ("FRAMEWORK", "m", "", "Map", "Kort"),
        ("ITEM", "a", "", "A", "A"),
        ("ITEM", "a", "", "A again", "A igen"),
        ("", "b", "nowhere", "B", ""),
    ]

    assert refused(header, rows) == [
        (4, "", "code-repeated"),
        (5, "", "parent-unknown"),
        (5, "", "name-missing"),
    ]


def test_language_that_only_a_text_has_is_asked_for_its_names() -> None:
    header = ("row", "code", "name_en", "text_sv", "level_1_da")
    rows = [
        ("FRAMEWORK", "m", "Map", "", ""),
        ("LEVEL", "1", "One", "", ""),
        ("ITEM", "a", "A", "Om a", "Gør a"),
    ]

    assert [code for _row, _column, code in refused(header, rows)] == [
        *["no-title", "level-without-name"] * 2,
        *["name-missing"] * 2,
    ]


@pytest.mark.parametrize("code", ["", "m" * 201])
def test_map_needs_a_code_that_can_be_kept(code: str) -> None:
    rows = [("FRAMEWORK", code, "Map"), ("ITEM", "a", "A")]

    assert refused(("row", "code", "name_en"), rows) == [(0, "", "map-code-length")]


def test_gdd_skills_become_items_with_four_levels() -> None:
    rows = [
        ("Agile working", "You work in sprints.", "Knows", "", "Leads", "Shapes", "ours"),
        ("Data", "", "", "", "", "", ""),
    ]

    framework = gdd.read(GDD_HEADER, numbered(rows), language="en", creator="x", title="Skills 2026")

    assert framework.items == (
        Item(
            "agile-working",
            "",
            "skill",
            {"en": "Agile working"},
            {"en": "You work in sprints."},
            {1: {"en": "Knows"}, 3: {"en": "Leads"}, 4: {"en": "Shapes"}},
        ),
        Item("data", "", "skill", {"en": "Data"}),
    )
    assert [level.name["en"] for level in framework.levels] == [
        "Awareness",
        "Working",
        "Practitioner",
        "Expert",
    ]
    assert framework.key == "skills-2026"


def test_gdd_table_without_its_levels_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        gdd.read(("Skill name", "Awareness", "Working", "Expert"), [], language="en", creator="x", title="S")

    assert [(problem.code, problem.details["column"]) for problem in caught.value.problems] == [
        ("column-missing", "practitioner")
    ]


def moodle_rows(framework: Framework, language: str) -> list[dict[str, str]]:
    """Read the file as Moodle does: by the place of its columns, the tree from parents' ids."""
    text = io.StringIO()
    csv.writer(text).writerows([moodle.HEADER, *moodle.rows(framework, language)])
    names = ("parent", "id", "short", "description", "format", "scale", "configuration", "rule", "outcome",
             "config", "related", "export", "is_framework", "taxonomies")  # fmt: skip
    lines = csv.reader(io.StringIO(text.getvalue(), newline=""))
    return [dict(zip(names, line, strict=True)) for line in list(lines)[1:]]


@settings(max_examples=30, deadline=None)
@given(frameworks())
def test_moodle_finds_one_framework_and_every_item_under_its_parent(framework: Framework) -> None:
    language = framework.languages[0]

    first, *rest = moodle_rows(framework, language)

    assert [row["is_framework"] for row in (first, *rest)] == ["1", *[""] * len(rest)]
    assert [(row["parent"], row["id"]) for row in rest] == [(i.parent, i.code) for i in framework.items]
    assert all(len(row["short"]) <= 100 and len(row["id"]) <= 100 for row in rest)
    steps = json.loads(first["configuration"])
    assert sum(step.get("scaledefault", 0) for step in steps) == 1
    assert max(step["id"] for step in steps[1:]) == len(first["scale"].split(","))


def test_moodle_texts_are_html_in_one_language() -> None:
    item = replace(SMALL.items[1], text={"en": "a < b"})
    framework = replace(SMALL, items=(SMALL.items[0], item))

    _framework, _domain, needs = moodle_rows(framework, "en")

    assert needs["description"] == (
        "<p>a &lt; b</p><ul><li><strong>1 Aware</strong> Asks who.</li>"
        "<li><strong>2 Working</strong> Talks with users.</li></ul>"
    )


def test_moodle_keeps_long_codes_apart() -> None:
    long = "x" * 150
    items = (Item(long, "", "", {"en": "A"}), Item(f"{long}2", long, "", {"en": "B"}))

    _framework, first, second = moodle_rows(replace(SMALL, languages=("en",), items=items), "en")

    assert first["id"] != second["id"]
    assert second["parent"] == first["id"]
