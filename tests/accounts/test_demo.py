# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The demo's door, and that there is none elsewhere."""

import os
import subprocess
import sys

import pytest
from django.test import Client, override_settings

from leadroom.accounts import actions
from leadroom.accounts.models import DemoPersona, Role
from leadroom.kit.tenancy import council
from tests.conftest import join

ROUTES = """
import django; django.setup()
from django.urls import get_resolver
print("demo_people" in get_resolver().reverse_dict, "account_login" in get_resolver().reverse_dict)
"""


@pytest.fixture
def elmevig(fjordby):
    """Return an invented council with somebody to be."""
    fjordby.is_demo = True
    fjordby.save()
    mette = join(fjordby, "Mette", Role.MANAGER)
    with council(fjordby.pk):
        DemoPersona.objects.create(membership=mette.membership, code="SERVICE_MANAGER")
    return fjordby


def test_page_shows_whom_one_can_be(elmevig):
    page = Client().get("/demo/")

    assert (page.status_code, "Mette" in page.text) == (200, True)


def test_page_without_anybody_says_how_to_load_them(db):
    assert "leadroom demo" in Client().get("/demo/").text


def test_one_click_and_one_is_that_person(elmevig):
    client = Client()

    answer = client.post("/demo/fjordby/SERVICE_MANAGER/")

    assert answer.url == "/"
    assert "Mette Fjordby" in client.get("/account/").text


def test_stepping_in_takes_a_new_session(elmevig, bo, browser_of):
    browser = browser_of(bo)
    before = browser.session.session_key

    browser.post("/demo/fjordby/SERVICE_MANAGER/")

    assert browser.session.session_key != before


@pytest.mark.parametrize("path", ["/demo/fjordby/COUNCILLOR/", "/demo/nowhere/SERVICE_MANAGER/"])
def test_nobody_there_is_not_found(elmevig, path):
    assert Client().post(path).status_code == 404


def test_real_council_of_a_demo_is_not_stepped_into(elmevig):
    elmevig.is_demo = False
    elmevig.save()

    assert Client().post("/demo/fjordby/SERVICE_MANAGER/").status_code == 404
    with pytest.raises(actions.DemoIsOff):
        actions.step_in(elmevig, "SERVICE_MANAGER")


@override_settings(DEMO=False)
def test_production_refuses_even_an_invented_council(elmevig):
    with pytest.raises(actions.DemoIsOff):
        actions.step_in(elmevig, "SERVICE_MANAGER")


@override_settings(DEMO=False)
def test_session_begun_in_a_demo_opens_nothing_in_production(elmevig):
    client = Client()
    with override_settings(DEMO=True):
        client.post("/demo/fjordby/SERVICE_MANAGER/")

    assert client.get("/").url == "/account/secure/"


def test_production_has_no_such_routes(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "leadroom.config.settings",
        "LEADROOM_MODE": "production",
        "LEADROOM_DATA": str(tmp_path),
        "LEADROOM_SECRET_KEY": "x" * 60,
        "LEADROOM_HOSTS": "leadroom.example",
        "LEADROOM_URL": "https://leadroom.example",
    }
    environment.pop("LEADROOM_DATABASE", None)

    told = subprocess.run(
        [sys.executable, "-c", ROUTES], env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.split() == ["False", "True"]
