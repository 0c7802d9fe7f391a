# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Profile and plan on paper are ones that a screen reader can read: PDF/UA-1, tagged, in the reader's language."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from uuid import uuid4

import pikepdf
import pytest

from leadroom.people import actions, documents, queries
from tests.people.test_plan import facts
from tests.people.test_views import profiled

__all__ = ["profiled"]


@pytest.fixture
def paper(profiled, inside):
    """Return Bo's profile as a PDF."""
    with inside(profiled):
        body = documents.profile_pdf(profiled, queries.my_profile(profiled), language="da")
    with pikepdf.open(BytesIO(body)) as opened:
        yield opened


def parts(element) -> Iterator[pikepdf.Object]:
    """Walk the tree of tags."""
    if isinstance(element, pikepdf.Array):
        for each in element:
            yield from parts(each)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield element
        if "/K" in element:
            yield from parts(element.K)


def test_paper_says_that_it_is_accessible_and_in_which_language(paper):
    with paper.open_metadata() as about:
        part = about.get("pdfuaid:part")

    assert (str(part), str(paper.Root.Lang), bool(paper.Root.MarkInfo.Marked)) == ("1", "da", True)
    assert bool(paper.Root.ViewerPreferences.DisplayDocTitle)


def test_paper_has_headings_a_described_wheel_and_a_table_with_heads(paper):
    found = list(parts(paper.Root.StructTreeRoot.K))
    tags = Counter(str(part.S) for part in found)

    assert (tags["/H1"], tags["/H2"], tags["/Figure"]) == (1, 3, 1)
    assert (tags["/TH"], tags["/TD"]) == (4, 42 * 4)
    wheel = next(part for part in found if part.S == "/Figure")
    assert len(str(wheel.Alt)) > 200


@pytest.fixture
def plan_on_paper(bo, inside):
    """Return Bo's plan as a PDF: one action that she has begun and one draft; what is done is not on it."""
    with inside(bo):
        for number in range(3):
            action = actions.add_action(by=bo, facts=facts(helper=""), origin="GAP", token=uuid4())
            if number:
                actions.start_action(action, by=bo)
        actions.finish_action(action, by=bo)
        body = documents.plan_pdf(bo, queries.my_plan(bo), language="sv")
    with pikepdf.open(BytesIO(body)) as opened:
        yield opened


def test_plan_on_paper_is_accessible_and_has_a_heading_for_each_open_action(plan_on_paper):
    with plan_on_paper.open_metadata() as about:
        part = about.get("pdfuaid:part")
    tags = Counter(str(part.S) for part in parts(plan_on_paper.Root.StructTreeRoot.K))

    assert (str(part), str(plan_on_paper.Root.Lang)) == ("1", "sv")
    assert (tags["/H1"], tags["/H2"]) == (1, 2)
    assert tags["/L"] == 2


def test_plan_on_paper_without_an_action_is_a_page_that_says_so(bo, inside):
    with inside(bo):
        body = documents.plan_pdf(bo, queries.my_plan(bo), language="en")

    with pikepdf.open(BytesIO(body)) as opened:
        assert len(opened.pages) == 1
