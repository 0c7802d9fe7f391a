# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Frameworks to try: one small one told by hand, and any that could be."""

from dataclasses import replace

from hypothesis import strategies as st

from leadroom.core.interchange.framework import LANGUAGES, Framework, Item, Level

SMALL = Framework(
    key="small-map",
    version="1.0",
    creator="Larkenham",
    licence="CC-BY-4.0",
    languages=("en", "da"),
    title={"en": "A small map", "da": "Et lille kort"},
    text={"en": "Two areas."},
    levels=(
        Level(0, {"en": "Not yet", "da": "Endnu ikke"}, {"en": "I have not started."}),
        Level(1, {"en": "Aware", "da": "Kendskab"}),
        Level(2, {"en": "Working", "da": "Anvender"}),
    ),
    items=(
        Item("vision", "", "domain", {"en": "Vision", "da": "Vision"}),
        Item(
            "needs",
            "vision",
            "competency",
            {"en": "Users’ needs", "da": "Brugernes behov"},
            {"en": "Meeting people.", "da": "At møde folk."},
            {1: {"en": "Asks who.", "da": "Spørger hvem."}, 2: {"en": "Talks with users."}},
        ),
        Item("aims", "vision", "competency", {"en": "Shared aims", "da": "Fælles mål"}),
        Item("risk", "", "domain", {"en": "Risk", "da": "Risiko"}),
    ),
)

# What a person can write: no lone halves of characters and no NUL, nothing that begins or ends with space.
words = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t<>&\"',;=+-@"), max_size=40)
    .map(str.strip)
    .filter(bool)
)
long_words = st.builds(lambda text, times: (text * times)[:9000].strip(), words, st.integers(1, 300))
codes = st.text(st.sampled_from("abcæå0-9.,/ :"), min_size=1, max_size=12).map(str.strip).filter(bool)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Draw any sound framework."""
    spoken = draw(st.sets(st.sampled_from(LANGUAGES), min_size=1))
    languages = tuple(each for each in LANGUAGES if each in spoken)

    def needed(text: st.SearchStrategy[str] = words) -> dict[str, str]:
        return {language: draw(text) for language in languages}

    def free() -> dict[str, str]:
        there = draw(st.sets(st.sampled_from(languages)))
        return {language: draw(words | long_words) for language in languages if language in there}

    numbers = sorted(draw(st.sets(st.integers(0, 6), max_size=4)))
    levels = tuple(Level(number, needed(), free()) for number in numbers)
    items: list[Item] = []
    for code in draw(st.lists(codes, min_size=1, max_size=7, unique=True)):
        parent = draw(st.sampled_from(["", *(item.code for item in items[-1:])]))
        anchors = {number: free() for number in draw(st.sets(st.sampled_from(numbers)))} if numbers else {}
        told = {number: texts for number, texts in sorted(anchors.items()) if texts}
        items.append(Item(code, parent, draw(words | st.just("")), needed(), free(), told))
    return Framework(
        key=draw(words),
        version=draw(words | st.just("")),
        creator=draw(words),
        licence=draw(words | st.just("")),
        languages=languages,
        title=needed(),
        text=free(),
        levels=levels,
        items=tuple(items),
    )


def with_item(framework: Framework, code: str, **said: object) -> Framework:
    """Return the framework with one item told otherwise."""
    items = tuple(replace(item, **said) if item.code == code else item for item in framework.items)  # type: ignore[arg-type]
    return replace(framework, items=items)
