# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Leaders before the mirror: seven Danes who find their three topics, and four Britons who vote in secret."""

import subprocess
import sys
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.people import BRITISH, DANISH, be, main_action
from tools.live import Live
from tools.setup import ROOT

ANSWER = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "leadroom.config.settings"
import django; django.setup()
from leadroom.accounts.models import Council, User
from leadroom.accounts.queries import actor_of
from leadroom.kit.tenancy import council
from leadroom.people import actions
from leadroom.people.models import TeamMirror, leaders_mirror
from leadroom.rounds import jobs
here = Council.objects.get(key={council!r}).pk
for name, (points, agrees) in {answers!r}.items():
    user = User.objects.get(name=name)
    with council(here, user_id=user.pk):
        by = actor_of(user)
        mirror = TeamMirror.objects.select_related("round").get(round__closed_at=None)
        for question, point in zip(leaders_mirror().questions, points, strict=False):
            said = dict(text="", point=int(point), importance=5, note="")
            actions.keep_mirror_answer(question, by=by, said=said, team=mirror)
        actions.send_mirror(mirror, by=by, agrees=agrees)
jobs.detach(council_id=here, round_id=mirror.round_id)
"""


def others_answer(server: Live, council: str, answers: Mapping[str, tuple[str, bool | None]]) -> None:
    """Let members answer who cannot step into the demo: a digit a question, and a vote."""
    script = ANSWER.format(council=council, answers=dict(answers))
    environment = {**server.env(), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", script], env=environment, cwd=server.data, check=True)


def press(page: Page, step: str) -> None:
    """Press one of the buttons that say where to go on."""
    before = page.url
    page.locator(f'button[name=go][value="{step}"]').click()
    page.wait_for_url(lambda url: url != before)


def answer(page: Page, points: str) -> None:
    """Answer the first questions, a digit each, and go to the list of all answers."""
    main_action(page).click()
    for place, point in enumerate(points, start=1):
        page.locator(f'input[name=point][value="{point}"]').check(force=True)
        page.locator('input[name=importance][value="5"]').check(force=True)
        press(page, "list" if place == len(points) else "next")


def test_seven_leaders_find_their_three_topics(
    server: Live, server_afresh: None, open_page: OpenPage
) -> None:
    page = open_page("da")
    be(page, DANISH, "CHIEF_EXECUTIVE")
    page.goto("/people/mirror/open/")
    page.locator("#id_name").fill("Vi syv")
    for name in ("Nadia Rahimi", "Mette Lindgaard", "Hanne Østerby"):
        page.locator("label", has_text=name).locator("input").check()
    page.locator('button[name=go][value="look"]').click()
    expect(page.locator(".mirror-team li")).to_have_count(7)
    expect(page.locator("input[name=way]")).to_have_count(0)
    page.locator('button[name=go][value="open"]').click()
    page.wait_for_url("**/mirror/team/**")

    phone = open_page("da", PHONE)
    be(phone, DANISH, "SERVICE_MANAGER")
    phone.locator('a[href*="/mirror/team/"]').first.click()
    answer(phone, "52")
    main_action(phone).click()
    expect(phone.locator(".note, .message").first).to_be_visible()

    others = ("Birgitte Holmskov", "Anders Vestrup", "Samira Haddad", "Peter Lysgaard", "Nadia Rahimi")
    others_answer(server, DANISH, dict.fromkeys(others, ("51", None)))
    page.reload()
    page.locator("details.confirm summary").first.click()
    page.locator('form[action$="/close/"] button').click()
    expect(page.locator(".gap")).to_have_count(10)
    assert "Næsten alle" not in (page.locator("main").text_content() or "")

    for place in range(3):
        page.locator(f"#id_topics_{place}").check()
    main_action(page).click()
    page.wait_for_url("**/agenda/")
    expect(page.locator(".topics .card")).to_have_count(3)
    with page.expect_download() as paper:
        main_action(page).click()
    assert paper.value.suggested_filename == "leadroom-mirror.pdf"


@pytest.mark.parametrize(
    ("last", "shown"), [(True, "2 × A clear answer, 2 × Clear"), (False, "It stays shut")]
)
def test_four_leaders_vote_in_secret(
    last: bool, shown: str, server: Live, server_afresh: None, open_page: OpenPage
) -> None:
    page = open_page()
    be(page, BRITISH, "CHIEF_EXECUTIVE")
    page.goto("/people/mirror/open/")
    page.locator("#id_name").fill("We four")
    page.locator('button[name=go][value="look"]').click()
    page.locator('input[name=way][value="VOTE"]').check(force=True)
    page.locator('button[name=go][value="open"]').click()
    page.wait_for_url("**/mirror/team/**")
    answer(page, "5")
    page.locator('input[name=agrees][value="yes"]').check(force=True)
    page.get_by_role("button", name="Send my answers and my vote").click()
    page.wait_for_url("**/mirror/team/*/")

    points = {"Kwame Boateng": ("5", True), "Alison Trevelyan": ("4", True), "Stuart Hollins": ("4", last)}
    others_answer(server, BRITISH, points)
    page.reload()
    page.get_by_text("Close the round now").click()
    page.get_by_role("button", name="Close it").click()

    expect(page.locator("main")).to_contain_text(shown)
    if not last:
        expect(page.locator(".gap")).to_have_count(0)
        assert "Stuart" not in (page.locator("main").text_content() or "")
