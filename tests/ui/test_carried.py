# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The language changes, and what was typed is still there: once, here, and never a secret."""

from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings

from leadroom.ui.carried import MOST, MOST_OF_A_VISITOR, SESSION_KEY, carried, carry, typed

PAGE = "/people/profiling/"


def _post(fields: dict[str, Any], session: dict[str, Any] | None = None) -> HttpRequest:
    request = RequestFactory().post("/language/", fields)
    request.session = session if session is not None else {}  # type: ignore[assignment]
    return request


def _get(path: str, session: dict[str, Any]) -> HttpRequest:
    request = RequestFactory().get(path)
    request.session = session  # type: ignore[assignment]
    return request


def test_what_was_typed_comes_along_once() -> None:
    session: dict[str, Any] = {}
    carry(_post({"note": "Half a sent", "share": ["a", "b"]}, session), f"{PAGE}?a=b")

    first, second = carried(_get(PAGE, session)), carried(_get(PAGE, session))

    assert first == {"note": ["Half a sent"], "share": ["a", "b"]}
    assert second is None


def test_a_forms_own_language_comes_along_the_switch_does_not() -> None:
    session: dict[str, Any] = {}

    carry(_post({"language": ["sv", "da"], "name": "x"}, session), PAGE)

    assert session == {SESSION_KEY: {PAGE: {"language": ["da"], "name": ["x"]}}}


def test_another_page_gets_nothing() -> None:
    session: dict[str, Any] = {}
    carry(_post({"note": "x"}, session), PAGE)

    assert carried(_get("/people/", session)) is None
    assert typed(_get(PAGE, session)) == {"note": "x"}


@pytest.mark.parametrize(
    "name", ["password", "new_password1", "oldpassword", "code", "csrfmiddlewaretoken", "next", "language"]
)
def test_secrets_are_never_kept(name: str) -> None:
    session: dict[str, Any] = {}

    assert carry(_post({name: "x"}, session), PAGE) is True

    assert session == {}


def test_too_much_is_not_kept_and_said_so() -> None:
    session: dict[str, Any] = {}

    assert carry(_post({"note": "x" * MOST}, session), PAGE) is False

    assert session == {}


def test_a_visitor_may_leave_little(client: Client, db: None) -> None:
    client.post("/language/", {"language": "da", "next": "/about/", "note": "x" * MOST_OF_A_VISITOR})
    assert SESSION_KEY not in client.session

    client.post("/language/", {"language": "da", "next": "/about/", "note": "x" * 3000})
    assert SESSION_KEY in client.session


def test_a_person_may_leave_a_long_note(bo: Any, browser_of: Any) -> None:
    browser = browser_of(bo)

    browser.post("/language/", {"language": "da", "next": "/about/", "note": "x" * MOST_OF_A_VISITOR})

    assert SESSION_KEY in browser.session


chosen: list[tuple[object, str]] = []


def remember(user: object, language: str) -> None:
    chosen.append((user, language))


@pytest.mark.django_db
def test_a_visitor_changes_the_language(client: Client) -> None:
    answer = client.post("/language/", {"language": "da", "next": "/about/", "login": "ada@example.org"})

    assert (answer.status_code, answer["Location"]) == (302, "/about/")
    assert client.cookies["language"].value == "da"
    assert client.session[SESSION_KEY] == {"/about/": {"login": ["ada@example.org"]}}
    assert '<html lang="da"' in client.get("/about/").content.decode()


@pytest.mark.django_db
def test_an_unknown_language_changes_nothing(client: Client) -> None:
    answer = client.post("/language/", {"language": "xx", "next": "/about/"})

    assert answer["Location"] == "/about/"
    assert "language" not in client.cookies


@pytest.mark.django_db
def test_the_language_never_leads_elsewhere(client: Client) -> None:
    answer = client.post("/language/?next=https://elsewhere.example/", {"language": "sv"})

    assert answer["Location"] == "/"


def test_a_persons_choice_is_kept(bo: Any, browser_of: Any) -> None:
    chosen.clear()

    with override_settings(LANGUAGE_CHOSEN=f"{__name__}.remember"):
        browser_of(bo).post("/language/", {"language": "sv", "next": "/about/"})

    assert chosen == [(bo.user, "sv")]


def test_looking_changes_no_language(client: Client) -> None:
    assert client.get("/language/").status_code == 405
