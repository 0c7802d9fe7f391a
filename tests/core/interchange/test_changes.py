# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What changed between two versions."""

from dataclasses import replace

from hypothesis import given, settings

from leadroom.core.interchange.changes import Change, Part, What, changes
from leadroom.core.interchange.framework import Framework, Item
from tests.core.interchange.made import SMALL, frameworks, with_item


@settings(max_examples=30, deadline=None)
@given(frameworks())
def test_nothing_changed_between_a_framework_and_itself(framework: Framework) -> None:
    assert changes(framework, framework) == []


@settings(max_examples=30, deadline=None)
@given(frameworks(), frameworks())
def test_what_came_one_way_went_the_other(before: Framework, after: Framework) -> None:
    there = [each.code for each in changes(before, after) if each.what is What.ADDED]
    back = [each.code for each in changes(after, before) if each.what is What.GONE]

    assert sorted(there) == sorted(back)


def test_texts_are_told_by_language_and_level() -> None:
    anchors = {1: {"en": "Asks who.", "da": "Spørger alle."}, 2: {}}
    after = with_item(
        SMALL,
        "needs",
        anchors=anchors,
        name={"en": "Needs", "da": "Brugernes behov"},
        text={"en": "Meeting people."},
    )

    assert changes(SMALL, after) == [
        Change(Part.ITEM, "needs", What.RENAMED, "en", 0, "Users’ needs", "Needs"),
        Change(Part.ITEM, "needs", What.TEXT, "da", 0, "At møde folk.", ""),
        Change(Part.ITEM, "needs", What.ANCHOR, "da", 1, "Spørger hvem.", "Spørger alle."),
        Change(Part.ITEM, "needs", What.ANCHOR, "en", 2, "Talks with users.", ""),
    ]


def test_added_gone_moved_and_reordered() -> None:
    vision, needs, aims, risk = SMALL.items
    new = Item("new", "risk", "competency", {"en": "New", "da": "Ny"})
    after = replace(SMALL, items=(risk, replace(needs, parent="risk"), new, vision))

    assert changes(SMALL, after) == [
        Change(Part.FRAMEWORK, "", What.REORDERED),
        Change(Part.ITEM, "needs", What.MOVED, before="vision", after="risk"),
        Change(Part.ITEM, "new", What.ADDED),
        Change(Part.ITEM, "aims", What.GONE),
    ]
    assert aims.code == "aims"


def test_language_that_came_is_told_once() -> None:
    english = replace(SMALL, languages=("en",))

    assert changes(english, SMALL) == [Change(Part.LANGUAGE, "da", What.ADDED)]


def test_levels_and_the_whole_are_compared() -> None:
    low, middle, _high = SMALL.levels
    after = replace(
        SMALL,
        title={"en": "Map", "da": "Et lille kort"},
        levels=(low, replace(middle, name={"en": "Knows", "da": "Kendskab"})),
    )

    assert changes(SMALL, after) == [
        Change(Part.FRAMEWORK, "", What.RENAMED, "en", 0, "A small map", "Map"),
        Change(Part.LEVEL, "2", What.GONE),
        Change(Part.LEVEL, "1", What.RENAMED, "en", 0, "Aware", "Knows"),
    ]
