# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every kind of answer carries the headers, every cookie its flags, as in production."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings

from leadroom.people.models import skills_map
from leadroom.ui.theme import theme_url
from tests.house.walls import headers, sessions
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor

FIRST = skills_map().keys[0]
STALE = {"answer": "LEADING", "note": "", "seen": "0", "token": str(uuid4())}
ANSWERS: dict[str, tuple[int, str, str, dict[str, str]]] = {
    "a page": (200, "GET", "/people/", {}),
    "a page for anybody": (200, "GET", "/about/", {}),
    "sign of life": (200, "GET", "/livez", {}),
    "colours": (200, "GET", "{theme}", {}),
    "a file": (200, "GET", "/people/profile.csv", {}),
    "a file of data": (200, "GET", "/people/profile.json", {}),
    "a document": (200, "GET", "/people/profile.pdf", {}),
    "script's answer": (
        200,
        "POST",
        "/people/profiling/question/{first}/note/",
        {"text": "x", "version": "0", "seen": "1"},
    ),
    "go on": (302, "POST", "/people/profiling/set-aside/", {}),
    "not understood": (400, "GET", "/people/", {"host": "elsewhere.example"}),
    "not yours": (403, "GET", "/council/", {}),
    "not there": (404, "GET", "/nowhere/", {}),
    "not offered": (405, "PUT", "/people/", {}),
    "changed elsewhere": (409, "POST", "/people/profiling/question/{first}/", STALE),
    "refused": (422, "POST", "/people/profiling/start/", {"scope": "SCAN"}),
    "broken": (500, "GET", "/people/profile/", {"broken": "yes"}),
    "a static file": (200, "GET", "/static/ui/mark.css", {}),
    "a static file that is not there": (404, "GET", "/static/ui/none.css", {}),
}


@pytest.fixture
def production(tmp_path: Path) -> Iterator[None]:
    """Answer as production does, with a static file to give."""
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "mark.css").write_text("p { color: red }")
    with (
        headers.as_in_production(),
        override_settings(STATIC_ROOT=tmp_path, ALLOWED_HOSTS=["council.example"]),
    ):
        yield


@pytest.fixture
def ask(
    towns: tuple[Town, Town], production: None, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], HttpResponse]:
    """Return a way to get one of the answers, as an employee over a safe line."""
    client = Client(raise_request_exception=False)
    client.cookies.load(Visitor(towns[0].people["employee"]).cookies)

    def get(name: str) -> HttpResponse:
        _, method, address, told = ANSWERS[name]
        more: dict[str, Any] = {"secure": True, "HTTP_HOST": told.get("host", "council.example")}
        if told.get("broken"):
            monkeypatch.setattr("leadroom.people.queries.my_profile", None)
        address = address.format(first=FIRST, theme=theme_url(195))
        data = told if method == "POST" else None
        return getattr(client, method.lower())(address, data, **more)

    return get


@pytest.mark.parametrize("name", ANSWERS)
def test_answer_carries_its_headers(name: str, ask: Callable[[str], HttpResponse]) -> None:
    answer = ask(name)

    assert answer.status_code == ANSWERS[name][0]
    assert headers.findings(answer, name) == []


def test_open_line_is_led_to_a_safe_one(production: None) -> None:
    answer = Client(HTTP_HOST="council.example").get("/people/")

    assert (answer.status_code, answer["Location"]) == (301, "https://council.example/people/")
    assert headers.directives(answer["Content-Security-Policy"])["default-src"] == ["'none'"]


def test_cookies_are_for_this_host_over_a_safe_line_and_no_script(
    towns: tuple[Town, Town], production: None
) -> None:
    colleague = towns[0].people["colleague"].user
    colleague.authenticator_set.all().delete()
    client = Client(HTTP_HOST="council.example")
    typed = {"login": colleague.email, "password": "a-long-password"}

    door = client.get("/sign-in/", secure=True)
    signed_in = client.post("/sign-in/", typed, secure=True)
    switched = client.post("/language/", {"language": "da"}, secure=True)

    assert {*door.cookies, *signed_in.cookies, *switched.cookies} >= {
        "__Host-session",
        "__Host-csrf",
        "language",
    }
    assert [loose for answer in (door, signed_in, switched) for loose in headers.loose_cookies(answer)] == []


def test_session_planted_before_sign_in_ends_with_it(towns: tuple[Town, Town]) -> None:
    assert sessions.findings(towns[0]) == []


def test_sessions_end_after_twelve_hours_or_one_of_rest(towns: tuple[Town, Town]) -> None:
    assert (settings.SESSION_COOKIE_AGE, settings.SESSION_IDLE_SECONDS) == (12 * 3600, 3600)
    for clock, past in (("started_at", 12 * 3600 + 5), ("seen_at", 3600 + 5)):
        client = Client()
        client.force_login(towns[0].people["employee"].user)
        session = client.session
        session["is_secured"] = True
        session.save()
        assert client.get("/people/").status_code == 200
        session = client.session
        session[clock] -= past
        session.save()

        answer = client.get("/people/")

        assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/sign-in/")
