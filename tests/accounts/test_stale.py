# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A save that comes too late changes nothing, shows both versions, and loses nothing that was typed."""

import random
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Barrier

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from leadroom.accounts import queries
from leadroom.accounts.models import AuditEvent, Council, Membership, Role, Unit
from leadroom.kit.tenancy import council
from tests.conftest import join
from tests.forms import fields_of

RISK = "/people/roles/executive/adjust/managing-risk/"
CYBER = "low-staying-cyber-resilient"


@pytest.fixture
def person(bo):
    """Return the address of Bo's page, and what two people type there."""
    address = f"/council/people/{bo.membership.key}/"
    return address, "person", {"title": "Clerk"}, {"title": "Chief"}


def two_saves(browser, address, form, first, second):
    """Open a page twice, save the one, then the other; return the second answer."""
    mine, theirs = (fields_of(browser.get(address), form) for _ in range(2))
    assert browser.post(address, theirs | first).status_code == 302
    return browser.post(address, mine | second)


def told(answer):
    """Return the rows of the page that shows both: field, saved, typed."""
    row = r'<th scope="rowgroup" colspan="2">(.*?)</th></tr>\n<tr><td>(.*?)</td><td>(.*?)</td></tr>'
    cells = re.findall(row, answer.text, re.DOTALL)
    return [
        tuple(unescape(re.sub(r"<.*?>|Not the same", "", cell)).strip() for cell in each) for each in cells
    ]


def cases(bo, unit):
    """Return each page that changes a shared thing: address, form, two saves, what the conflict shows."""
    return {
        "person": (
            f"/council/people/{bo.membership.key}/",
            "person",
            {"title": "Clerk", "unit": ""},
            {"title": "Chief", "roles": ["EMPLOYEE", "MANAGER"]},
            [
                ("Roles", "Employee", "Employee, Manager"),
                ("Unit", "No unit", "Elder care"),
                ("Job title", "Clerk", "Chief"),
            ],
        ),
        "unit": (
            f"/council/units/{unit.key}/",
            "unit",
            {"name": "Old age", "manager": bo.membership.key},
            {"name": "Care at home"},
            [
                ("Name of the unit", "Old age", "Care at home"),
                ("Line manager", "Bo Fjordby", "Ada Fjordby"),
                ("Part of", "None: it is at the top", "None: it is at the top"),
            ],
        ),
        "settings": (
            "/council/settings/",
            "settings",
            {"name": "Fjordby", "language": "en"},
            {"name": "Fjordbyen"},
            [("Name of the council", "Fjordby", "Fjordbyen"), ("Language", "English", "Dansk")],
        ),
        "targets": (
            RISK,
            "targets",
            {CYBER: "0"},
            {CYBER: "1", CYBER.replace("low", "high"): "4"},
            None,
        ),
    }


@pytest.mark.parametrize("name", ["person", "unit", "settings", "targets"])
def test_late_save_shows_both_and_either_can_be_kept(name, ada, bo, unit, browser_of):
    browser = browser_of(ada)
    address, form, first, second, rows = cases(bo, unit)[name]

    answer = two_saves(browser, address, form, first, second)

    assert answer.status_code == 409
    assert rows is None or told(answer) == rows
    saved = fields_of(browser.get(address), form)
    assert {key: saved.get(key) for key in first} == first

    again = fields_of(answer, "mine")
    assert f'href="{address}"' in answer.text
    assert browser.post(address, again).status_code == 302
    saved = fields_of(browser.get(address), form)
    assert {key: saved.get(key) for key in second} == second


def test_late_colour_shows_both_by_name(ada, browser_of):
    browser = browser_of(ada)
    mine, theirs = (fields_of(browser.get(f"/council/settings/?hue={hue}"), "/colour/") for hue in (310, 95))

    first = browser.post("/council/settings/colour/", theirs)
    answer = browser.post("/council/settings/colour/", mine)

    ada.council.refresh_from_db()
    assert (first.status_code, answer.status_code, ada.council.hue) == (302, 409, 95)
    assert told(answer) == [("Colour", "Straw", "Plum")]


def test_name_and_colour_do_not_undo_each_other(ada, browser_of):
    browser = browser_of(ada)
    name = fields_of(browser.get("/council/settings/"), "settings")
    colour = fields_of(browser.get("/council/settings/?hue=310"), "/colour/")

    answers = [
        browser.post("/council/settings/colour/", colour).status_code,
        browser.post("/council/settings/", name | {"name": "Fjordbyen"}).status_code,
    ]

    ada.council.refresh_from_db()
    assert (answers, ada.council.name, ada.council.hue) == ([302, 302], "Fjordbyen", 310)


def test_same_save_twice_is_one(ada, browser_of, person, inside):
    address, form, typed, _ = person

    answer = two_saves(browser_of(ada), address, form, typed, typed)

    assert answer.status_code == 302
    with inside(ada):
        assert AuditEvent.objects.filter(verb="accounts.person.changed").count() == 1


def test_save_that_has_seen_nothing_changes_nothing(ada, browser_of, person):
    address, form, typed, _ = person
    browser = browser_of(ada)
    shown = fields_of(browser.get(address), form)
    del shown["seen"]

    assert browser.post(address, shown | typed).status_code == 409
    assert fields_of(browser.get(address), form)["title"] == ""


def test_refused_form_still_knows_what_it_showed(ada, browser_of, person):
    address, form, first, second = person
    browser = browser_of(ada)
    mine = fields_of(browser.get(address), form)
    browser.post(address, mine | first)

    refused = browser.post(address, mine | second | {"roles": []})
    answer = browser.post(address, fields_of(refused, form) | {"roles": ["EMPLOYEE"]})

    assert (refused.status_code, answer.status_code) == (422, 409)


def test_change_of_language_still_knows_what_it_showed(ada, browser_of, person):
    address, form, first, second = person
    browser = browser_of(ada)
    mine = fields_of(browser.get(address), form)
    browser.post(address, mine | first)

    browser.post(f"/language/?next={address}", mine | second | {"language": "en"})
    carried = fields_of(browser.get(address), form)

    assert (carried["title"], carried["seen"]) == ("Chief", mine["seen"])
    assert browser.post(address, carried).status_code == 409


def test_unit_keeps_a_manager_who_has_left(ada, bo, unit, browser_of, inside):
    with inside(ada):
        Unit.objects.filter(pk=unit.pk).update(manager=bo.membership)
        Membership.objects.filter(pk=bo.membership.pk).update(is_active=False)
    browser, address = browser_of(ada), f"/council/units/{unit.key}/"

    answer = browser.post(address, fields_of(browser.get(address), "unit") | {"name": "Care"})

    with inside(ada):
        kept = Unit.objects.get(pk=unit.pk)
        assert (answer.status_code, kept.name, kept.manager_id) == (302, "Care", bo.membership.pk)


def test_a_hundred_turns_of_two_windows_overwrite_nothing(ada, browser_of, person):
    address, form, _, _ = person
    browser, chance = browser_of(ada), random.Random(8)  # noqa: S311 - a fixed play
    windows = [fields_of(browser.get(address), form) for _ in range(2)]
    stored, seen_by = "", ["", ""]

    for turn in range(100):
        which = chance.randrange(2)
        if chance.random() < 0.4:
            windows[which] = fields_of(browser.get(address), form)
            seen_by[which] = stored
        answer = browser.post(address, windows[which] | {"title": f"Title {turn}"})
        knew = seen_by[which] == stored
        assert answer.status_code == (302 if knew else 409), turn
        stored = f"Title {turn}" if knew else stored

    assert fields_of(browser.get(address), form)["title"] == stored


def test_of_ten_saves_at_once_one_is_saved_and_nine_are_told(transactional_db):
    here = Council.objects.create(key="fjordby", name="Fjordby Kommune", country="DK", language="en")
    ada, client = join(here, "Ada", Role.ADMINISTRATOR), Client()
    client.force_login(ada.user)
    session = client.session
    session["is_secured"] = True
    session.save()
    address, start = f"/council/people/{ada.membership.key}/", Barrier(10)
    shown = fields_of(client.get(address), "person")

    def save(number: int) -> int:
        window = Client(raise_request_exception=False)
        window.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        start.wait()
        try:
            return window.post(address, shown | {"title": f"Title {number}"}).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(save, range(10)))

    assert Counter(answers) == {302: 1, 409: 9}
    with council(here.pk, user_id=ada.user.pk):
        assert queries.people(ada).get().title == f"Title {answers.index(302)}"
