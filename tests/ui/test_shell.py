# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The shell around every page, and the pages that belong to no room."""

import re

import pytest
from django.http import HttpRequest
from django.template import engines
from django.test import Client, RequestFactory, override_settings

from leadroom.kit.doors import NavItem
from leadroom.ui import licences, samples
from leadroom.ui.answers import REFUSED, refuse, swap_or_redirect, way_back
from leadroom.ui.theme import theme_url

ROOMS = [NavItem("People", "/people/", "people"), NavItem("Network", "/network/", "network")]


class _Council:
    name, hue = "Fjordby Kommune", 340


def shell(path: str = "/", body: str = "", **context: object) -> str:
    source = '{% extends "ui/base.html" %}' + body
    shown = {
        "actor": object(),
        "council": _Council(),
        "rooms": ROOMS,
        "languages": [("en", "English"), ("da", "Dansk")],
    }
    request = RequestFactory().get(path)
    return engines["django"].from_string(source).template.render(_context(shown | context, request))


def _context(shown: dict[str, object], request: object) -> object:
    from django.template import Context  # noqa: PLC0415 - a bare context, without processors

    return Context(shown | {"request": request, "csrf_token": "token"})


def test_the_title_says_page_council_and_product() -> None:
    page = shell(body="{% block title %}My profile{% endblock %}")

    assert "<title>My profile – Fjordby Kommune – Leadroom</title>" in page


def test_the_title_says_first_when_something_is_wrong() -> None:
    assert "<title>Error: " in shell(form=samples.refused_form())
    assert "<title>Error: " in shell(has_errors=True)
    assert "<title>Error: " not in shell(form=samples.empty_form())


def test_home_comes_first_and_the_room_is_marked() -> None:
    page = shell("/people/map/")

    assert re.findall(r'<li><a href="([^"]+)"', page) == ["/", "/people/", "/network/"]
    assert re.findall(r'<a href="([^"]+)" aria-current', page) == ["/people/"]


def test_a_visitor_sees_no_rooms() -> None:
    assert "<li><a" not in shell(actor=None)


def test_the_council_has_its_colours() -> None:
    assert theme_url(340) in shell()


def test_the_skip_link_leads_to_the_content() -> None:
    assert '<a class="ds-skip-link" href="#main">' in shell()
    assert '<main id="main"' in shell()


def test_the_languages_send_the_pages_form_when_it_has_one() -> None:
    page = shell("/people/?a=b", body="{% block page_form %}answer{% endblock %}")

    assert page.count('form="answer" formaction="/language/?next=/people/%3Fa%3Db" formmethod="post"') == 2


def test_without_a_form_the_languages_bring_their_own() -> None:
    page = shell("/people/")

    assert '<form class="menu-panel" method="post" action="/language/">' in page
    assert '<input type="hidden" name="next" value="/people/">' in page


def test_a_demo_says_that_it_is_one() -> None:
    assert "This is a demo" in shell(is_demo=True)
    assert "This is a demo" not in shell(is_demo=False)


def test_nothing_comes_from_elsewhere() -> None:
    assert re.findall(r'(?:src|href)="(?:https?:)?//', shell()) == []


def test_about_shows_the_licences(client: Client) -> None:
    page = client.get("/about/").content.decode()

    assert {package.name for package in licences.packages()} == {
        "@digdir/designsystemet-css",
        "@fontsource-variable/inter",
        "htmx.org",
    }
    assert all(package.version in page and package.text[:40] in page for package in licences.packages())


def test_what_is_not_there_looks_the_same_everywhere(client: Client) -> None:
    one, other = client.get("/nothing/here/"), client.get("/nothing/there/")

    assert one.status_code == other.status_code == 404
    assert one.content == other.content


def test_a_broken_page_is_told_without_its_request() -> None:
    from leadroom.ui.views import broken  # noqa: PLC0415 - only this test calls it

    answer = broken(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert b"What you saved before is safe" in answer.content


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/x", "//elsewhere.example", "javascript:alert(1)"]
)
def test_the_way_back_never_leads_elsewhere(address: str) -> None:
    request = RequestFactory().post("/save/", {"next": address}, HTTP_REFERER=address)

    with override_settings(ALLOWED_HOSTS=["testserver"]):
        assert way_back(request) == "/"


@pytest.mark.parametrize(
    "address",
    [
        "http://testserver//evil.example/x",
        "http://testserver/\\evil.example/x",
        "http://testserver///evil.example/x",
    ],
)
def test_the_way_back_begins_with_one_slash(address: str) -> None:
    request = RequestFactory().post("/save/", {"next": address})

    with override_settings(ALLOWED_HOSTS=["testserver"]):
        assert way_back(request) == "/evil.example/x"


def test_the_way_back_is_the_page_before() -> None:
    request = RequestFactory().post("/save/", HTTP_REFERER="http://testserver/people/?a=b")

    with override_settings(ALLOWED_HOSTS=["testserver"]):
        assert way_back(request) == "/people/?a=b"


# What htmx sends when it wants a part; and when it follows a link, or goes back in the history.
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
WHOLE = [
    {},
    {"HX-Request": "true", "HX-Request-Type": "full", "HX-Boosted": "true"},
    {"HX-History-Restore-Request": "true", "HX-Request-Type": "full"},
]
TAG = {"tone": "info", "icon": "info"}


def asking(headers: dict[str, str]) -> HttpRequest:
    return RequestFactory().post("/x/", headers=headers)


def test_a_script_that_wants_a_part_gets_a_fragment() -> None:
    swapped = swap_or_redirect(asking(PART), "ui/tag.html", TAG)
    refused = refuse(asking(PART), "ui/tag.html", TAG)

    assert (swapped.status_code, refused.status_code) == (200, REFUSED)
    assert b"<html" not in swapped.content + refused.content


@pytest.mark.parametrize("headers", WHOLE, ids=["browser", "boosted", "history"])
@override_settings(ALLOWED_HOSTS=["testserver"])
def test_whoever_wants_a_page_gets_a_page(headers: dict[str, str]) -> None:
    sent = swap_or_redirect(asking(headers), "ui/tag.html", TAG)
    refused = refuse(asking(headers), "ui/tag.html", TAG)

    assert (sent.status_code, sent["Location"], refused.status_code) == (302, "/", REFUSED)
    assert b"<title>Error:" in refused.content


@pytest.mark.parametrize("headers", [PART, *WHOLE])
@override_settings(ALLOWED_HOSTS=["testserver"])
def test_no_cache_gives_a_part_for_a_page(headers: dict[str, str]) -> None:
    answers = [answer(asking(headers), "ui/tag.html", TAG) for answer in (swap_or_redirect, refuse)]

    assert all("HX-Request-Type" in answer["Vary"] for answer in answers)


def test_whole_page_never_stands_inside_another(client: Client, db: None) -> None:
    shown, refused = client.get("/about/?a=b", headers=PART), client.post("/nowhere/", headers=PART)

    assert shown["HX-Redirect"] == "/about/?a=b"
    assert (refused.status_code, refused["HX-Retarget"], refused["HX-Reswap"]) == (404, "body", "outerHTML")


def test_browser_and_files_are_told_nothing_of_parts(client: Client, db: None) -> None:
    answers = [client.get("/about/"), client.get("/livez", headers=PART)]

    assert not any(name.startswith("HX-") for answer in answers for name in answer.headers)
