# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The check of the keyboard's way sees what it is there to see."""

import pytest
from playwright.sync_api import Page

from tests.journeys.focus import go_over, look, skip_to_content

SKIP = '<a class="ds-skip-link" href="#main">Skip</a>'
MAIN = '<main id="main" tabindex="-1"><button>Save</button> <button>Back</button></main>'
LID = '<div style="position: fixed; inset: 0"></div>'
TRAP = "<script>document.querySelector('main').onkeydown = (event) => event.preventDefault()</script>"
UNSEEN = "<style>button:focus { outline: none }</style>"
BACKWARDS = "<style>main { display: flex; flex-direction: column-reverse }</style>"


def test_plain_page_passes(page: Page) -> None:
    page.set_content(SKIP + MAIN)

    assert [stop["html"] for stop in go_over(page)] == [
        SKIP,
        "<button>Save</button>",
        "<button>Back</button>",
    ]
    skip_to_content(page)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (SKIP + MAIN + UNSEEN, "not to be seen"),
        (SKIP + MAIN + LID, "lies over"),
        (SKIP + MAIN + TRAP, "never comes to the end"),
        (SKIP + MAIN + BACKWARDS, "jumps back"),
        (SKIP + MAIN.replace("<button>Back", '<button tabindex="1">Back'), "not the page's own"),
        (MAIN, "skip link"),
    ],
    ids=["unseen", "covered", "trap", "backwards", "tabindex", "no-skip-link"],
)
def test_fault_is_found(page: Page, content: str, words: str) -> None:
    page.set_content(content)

    with pytest.raises(AssertionError, match=words):
        go_over(page)


def test_skip_link_that_leads_nowhere_is_found(page: Page) -> None:
    page.set_content(SKIP + MAIN.replace(' tabindex="-1"', ""))

    with pytest.raises(AssertionError):
        skip_to_content(page, patience=1000)


def test_focus_on_nothing_is_no_stop(page: Page) -> None:
    page.set_content("<p>Words</p>")

    assert look(page) is None
