# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""An overview asked for, a profile added without a name; a profile shown by name, and an offer to the team."""

import re

from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.people import DANISH, SWEDISH, be, main_action


def test_an_overview_is_asked_for_and_a_profile_added(server_afresh: None, open_page: OpenPage) -> None:
    page = open_page("da")
    be(page, DANISH, "CHIEF_EXECUTIVE")
    page.goto("/people/overview/")
    expect(page.locator(".heat-table tbody tr")).not_to_have_count(0)
    main_action(page).click()
    page.get_by_role("button", name="Spørg alle").click()
    expect(page.get_by_text("Et overblik er på vej")).to_be_visible()

    phone = open_page("da", PHONE)
    be(phone, DANISH, "EMPLOYEE")
    phone.get_by_role("link", name="Skal din profil med i kommunens overblik?").click()
    expect(phone.get_by_text("Ingen rangordnes", exact=False)).to_be_visible()
    phone.get_by_role("button", name="Læg min profil med").click()
    expect(phone.get_by_text("Ingen kan se, at den er din", exact=False)).to_be_visible()
    expect(phone.get_by_role("link", name="Skal din profil med i kommunens overblik?")).to_have_count(0)


def test_a_profile_is_shown_by_name_and_taken_back_and_the_team_gets_an_offer(
    server_afresh: None, open_page: OpenPage
) -> None:
    person = open_page("sv", PHONE)
    be(person, SWEDISH, "EMPLOYEE")
    person.goto("/people/profile/")
    person.get_by_role("button", name="Visa den inte längre").click()
    person.get_by_role("button", name="Visa den för min närmaste chef").click()
    expect(person.get_by_text("kan nu se dina nivåer", exact=False)).to_be_visible()

    manager = open_page("sv")
    be(manager, SWEDISH, "SERVICE_MANAGER")
    manager.goto("/people/team/")
    expect(manager.get_by_role("columnheader", name="Emelie Rask")).to_be_visible()
    main_action(manager).click()
    manager.locator("#id_competency").select_option(index=3)
    manager.locator("#id_offer").fill("Två platser på en kurs i Västerås")
    manager.get_by_role("button", name="Skicka det till mina medarbetare").click()
    expect(manager.get_by_text(re.compile(r"Skickat till \d+ personer"))).to_be_visible()
