# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A form sent too early comes back with our own list of what is wrong, in the reader's language.

The list has the focus, the page's title begins with the word for error, each line leads to
its field, and the field says the same. The browser keeps out of it.
"""

import re

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.people import SAVED, be, begin, choose
from tests.journeys.shots import COUNCILS

ANYBODY, ADMINISTRATOR, MANAGER = "", "ADMINISTRATOR", "SERVICE_MANAGER"
FORMS = {
    ANYBODY: [("/sign-in/", "#sign-in"), ("/sign-in/new-password/", "#reset")],
    ADMINISTRATOR: [
        ("/council/invitations/", "#invite"),
        ("/council/units/", "#unit"),
        ("/council/settings/", "#settings"),
        ("/people/roles/", "#add"),
    ],
    MANAGER: [
        ("/account/", "#me"),
        ("/account/password/first/", "form:has(#id_password1)"),
        ("/account/app/add/", "form:has(#id_code)"),
    ],
}


@pytest.mark.parametrize("persona", FORMS)
@pytest.mark.parametrize("language", COUNCILS)
def test_form_sent_empty(server_afresh: None, open_page: OpenPage, language: str, persona: str) -> None:
    page = open_page(language)
    if persona:
        be(page, COUNCILS[language], persona)

    for address, form in FORMS[persona]:
        page.goto(address)
        send_empty(page.locator(form))

        must_be_told(page, language)


@pytest.mark.parametrize("language", COUNCILS)
def test_question_sent_without_an_answer(server_afresh: None, open_page: OpenPage, language: str) -> None:
    page = open_page(language)
    be(page, COUNCILS[language], MANAGER)
    begin(page)

    page.locator("button[name=go][value=next]").click()

    must_be_told(page, language)


def test_answer_given_after_all_takes_the_complaint_away(server_afresh: None, open_page: OpenPage) -> None:
    page = open_page("da")
    be(page, COUNCILS["da"], MANAGER)
    begin(page)
    page.locator("button[name=go][value=next]").click()
    expect(page.locator(".error-summary")).to_be_focused()

    choose(page, "WORKING")

    expect(page.locator(SAVED)).to_be_visible()
    expect(page.locator(".error-summary, .field-error, [data-wrong]")).to_have_count(0)
    expect(page).not_to_have_title(re.compile("^Fejl"))


def test_form_sent_empty_without_script(open_page: OpenPage) -> None:
    page = open_page("en", script=False)
    page.goto("/sign-in/")

    send_empty(page.locator("#sign-in"))

    expect(page.locator(".error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error:"))


def test_address_that_is_none(server_afresh: None, open_page: OpenPage) -> None:
    page = open_page("en")
    be(page, COUNCILS["en"], ADMINISTRATOR)
    page.goto("/council/invitations/")
    page.locator("#id_email").fill("nobody")
    page.locator("#id_name").fill("Nobody")

    page.locator("#id_name").press("Enter")

    must_be_told(page, "en")
    expect(page.locator(".error-summary a").first).to_contain_text("write an address like name@example.org")
    expect(page.locator("#id_email")).to_have_value("nobody")


def send_empty(form: Locator) -> None:
    """Empty what can be typed in, and press the form's button."""
    for field in form.locator("input[type=text], input[type=email], input[type=password]").all():
        field.fill("")
    form.locator("button[type=submit]").last.click()


def must_be_told(page: Page, language: str) -> None:
    """See to it that the page says what is wrong, first of all."""
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    with translation.override(language):
        expect(page).to_have_title(re.compile(f"^{gettext('Error:')}"))
        expect(summary.locator("h2")).to_have_text(gettext("Something is missing or not right"))
    for line in summary.locator("a").all():
        field = page.locator(str(line.get_attribute("href")))
        words = line.inner_text()
        expect(field).to_be_attached()
        assert words in said_beside(field), f"{page.url}: “{words}” is not at its field"
    summary.locator("a").first.click()
    expect(page.locator(str(summary.locator("a").first.get_attribute("href")))).to_be_focused()


def said_beside(field: Locator) -> str:
    """Return what a screen reader reads of a field or of the group it is in: its description."""
    return str(
        field.evaluate("""field => {
      const group = field.closest('fieldset');
      const ids = (field.getAttribute('aria-describedby') || group?.getAttribute('aria-describedby') || '').split(' ');
      return ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ');
    }""")
    )
