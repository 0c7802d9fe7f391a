# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The profile on paper is one that a screen reader can read: PDF/UA-1, tagged, in the reader's language."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from leadroom.people import documents, queries
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
