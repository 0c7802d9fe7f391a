# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A form that was open when the council changed never writes into the other one."""

import re

import pytest

from leadroom.accounts import actions
from leadroom.accounts.models import Membership, Role, RoleGrant, Unit
from leadroom.kit.tenancy import council

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@pytest.fixture
def also_in_granasa(ada, granasa):
    """Make Ada an administrator of the other council too."""
    with council(granasa.pk):
        member = Membership.objects.create(user=ada.user)
        RoleGrant.objects.create(membership=member, role=Role.ADMINISTRATOR)


@pytest.fixture
def browser(ada, browser_of):
    """Return Ada's browser, which must show each form's token."""
    browser = browser_of(ada)
    browser.handler.enforce_csrf_checks = True
    return browser


def form_of(browser, page):
    """Return what a form of this page carries, as an open tab holds it."""
    return {"csrfmiddlewaretoken": TOKEN.search(browser.get(page).text)[1]}


def refused(browser, here, old):
    """Say whether the old tab is refused in words, and the council holds nothing of it."""
    answer = browser.post("/council/units/", old | {"name": "Roads"})
    with council(here.pk):
        return (answer.status_code, Unit.objects.filter(name="Roads").count()) == (403, 0)


def test_old_tab_is_refused_after_switching(browser, also_in_granasa, granasa):
    old = form_of(browser, "/council/units/")

    browser.post("/account/council/granasa/", form_of(browser, "/account/"))

    assert browser.session["council_id"] == granasa.pk
    assert refused(browser, granasa, old)
    new = form_of(browser, "/council/units/")
    assert browser.post("/council/units/", new | {"name": "Roads"}).status_code == 302


def test_old_tab_is_refused_after_joining_another_council(browser, ada, granasa):
    old = form_of(browser, "/council/units/")
    link = actions.admin_link(
        granasa.name, country="SE", language="sv", email=ada.user.email, key=granasa.key
    ).address.partition("//")[2]
    path = link[link.index("/") :]

    browser.post(path, form_of(browser, path))

    assert browser.session["council_id"] == granasa.pk
    assert refused(browser, granasa, old)


def test_old_tab_is_refused_after_the_council_was_closed(browser, ada, also_in_granasa, granasa, inside):
    old = form_of(browser, "/council/units/")
    with inside(ada):
        Membership.objects.filter(pk=ada.membership.pk).update(is_active=False)

    browser.get("/")
    browser.get("/")

    assert browser.session["council_id"] == granasa.pk
    assert refused(browser, granasa, old)
