# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council's overview and a manager's team page: what is asked, what is shown, and what is not."""

import re
from datetime import timedelta
from html import escape
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from leadroom.accounts import queries as accounts
from leadroom.accounts.actions import send_due_mail
from leadroom.accounts.models import AuditEvent, Membership, Role, Unit
from leadroom.accounts.permissions import NotAllowed
from leadroom.core.anonymity import Band
from leadroom.people import actions, permissions, queries
from leadroom.people.models import Answer, ProfileShare, Scope, skills_map
from leadroom.rounds.actions import RoundIsOver, SentAlready
from leadroom.rounds.models import Answer as GivenAway
from leadroom.rounds.models import Draft, Invitee, Round
from tests.conftest import join
from tests.people.test_views import statements

FIRST = skills_map().keys[0]
IN_THREE_WEEKS = timedelta(days=21)
PAGE, TEAM = "/people/overview/", "/people/team/"


def rate(actor, answer, competency=FIRST):
    sitting = queries.open_sitting(actor) or actions.start(
        by=actor, scope=Scope.FULL, role_profile="employee"
    )
    actions.answer(
        sitting, by=actor, competency=competency, answer=answer, note="mine", seen=0, token=uuid4()
    )


@pytest.fixture
def team(fjordby, unit, ada, inside):
    """Return six who work in Ada's unit, each with a level in the first competency: four are skilled."""
    people = [join(fjordby, name, unit=unit) for name in ("Eva", "Finn", "Gro", "Hans", "Ida", "Jon")]
    with inside(ada):
        for actor, answer in zip(people, [Answer.SKILLED] * 4 + [Answer.NOT_YET, Answer.AWARE], strict=True):
            rate(actor, answer)
    return people


def ask(ada, fewest=5):
    return actions.open_overview(by=ada, closes_on=timezone.localdate() + IN_THREE_WEEKS, fewest=fewest)


def add(actor):
    actions.add_mine(queries.my_part(actor), by=actor)


@pytest.fixture
def closed(team, ada, inside):
    """Return an overview to which the six have added their profiles."""
    with inside(ada):
        opened = ask(ada)
        for actor in team:
            add(actor)
        actions.close_overview(opened)
        return Round.objects.get(pk=opened.pk)


def test_everybody_who_works_here_is_asked_in_her_unit(team, cleo, ada, inside):
    with inside(ada):
        councillor = Membership.objects.get(pk=join(ada.council, "Lis").person.pk)
        councillor.grants.update(role=Role.COUNCILLOR)
        opened = ask(ada)

        assert {(each["key"], each["invited"]) for each in opened.cells} == {("care", 7), ("schools", 1)}
        assert not Invitee.objects.filter(person=councillor).exists()
        assert Invitee.objects.filter(round=opened).count() == 8


def test_only_executives_and_the_digital_office_ask(bo, inside):
    with inside(bo), pytest.raises(NotAllowed):
        ask(bo)


def test_one_overview_at_a_time_and_three_months_between(team, ada, inside):
    with inside(ada):
        opened = ask(ada)
        with pytest.raises(actions.OverviewUnderWay):
            ask(ada)
        actions.close_overview(opened)
        with pytest.raises(actions.TooSoon):
            ask(ada)
        Round.objects.update(closed_at=timezone.now() - timedelta(days=90))

        assert ask(ada).closed_at is None


def test_what_is_given_away_is_a_class_and_nothing_else(team, ada, inside):
    with inside(ada):
        ask(ada)
        add(team[0])
        [draft] = Draft.objects.all()

        assert draft.answers == {FIRST: "HIGH"}


def test_who_added_her_profile_cannot_add_it_again_or_stay_out(team, ada, inside):
    with inside(ada):
        ask(ada)
        invitee = queries.my_part(team[0])
        actions.add_mine(invitee, by=team[0])

        with pytest.raises(SentAlready):
            actions.add_mine(invitee, by=team[0])
        with pytest.raises(SentAlready):
            actions.stay_out(invitee, by=team[0])


def test_nobody_adds_anothers_profile(team, ada, inside):
    with inside(ada):
        ask(ada)
        with pytest.raises(NotAllowed):
            actions.add_mine(queries.my_part(team[0]), by=team[1])


def test_a_profile_without_answers_cannot_be_added(team, cleo, ada, inside):
    with inside(ada):
        ask(ada)
        with pytest.raises(actions.NothingToAdd):
            add(cleo)


def test_closing_shows_the_majority_and_deletes_every_answer(closed, ada, inside):
    with inside(ada):
        shown = queries.overview_of(ada, closed)

        [group] = shown.groups
        # Four of six are skilled; of the others nobody has said anything.
        assert group.figure(FIRST).band is Band.MAJORITY_HIGH
        assert {each.band for each in group.figures if each.item != FIRST} == {Band.NO_MAJORITY}
        assert set(group.cells) == {"care"}
        assert not Draft.objects.exists()
        assert not GivenAway.objects.exists()


def test_closing_twice_changes_nothing(closed, ada, inside):
    with inside(ada):
        actions.close_overview(closed)

        assert Round.objects.get(pk=closed.pk).published == closed.published


def test_late_profile_is_refused(closed, team, ada, inside):
    with inside(ada):
        invitee = Invitee.objects.get(person=ada.person)
        rate(ada, Answer.LEADING)
        with pytest.raises(RoundIsOver):
            actions.add_mine(invitee, by=ada)


def test_too_few_show_nothing(team, ada, inside):
    with inside(ada):
        opened = ask(ada)
        for actor in team[:4]:
            add(actor)
        actions.close_overview(opened)
        opened.refresh_from_db()

        assert queries.overview_of(ada, opened).groups == ()


def test_calling_off_deletes_what_was_added(team, ada, inside):
    with inside(ada):
        opened = ask(ada)
        add(team[0])
        actions.call_off_overview(opened, by=ada)

        assert not Round.objects.filter(pk=opened.pk).exists()
        assert not Draft.objects.exists()


def test_the_clock_closes_what_is_over(team, ada, inside):
    with inside(ada):
        opened = ask(ada)
        for actor in team:
            add(actor)
        Round.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    actions.close_due()
    with inside(ada):
        opened.refresh_from_db()
        assert opened.closed_at is not None
        assert opened.published["groups"]


def test_the_record_says_who_asked_and_never_who_added(closed, ada, inside):
    with inside(ada):
        acts = AuditEvent.objects.filter(verb__startswith="people.overview")
        assert [(act.verb, act.by_id) for act in acts] == [("people.overview.opened", ada.person.pk)]


def test_levels_are_seen_by_the_line_manager_to_whom_they_are_shown(team, ada, inside):
    with inside(ada):
        assert not permissions.visible_shared_ratings(ada).exists()
        actions.share_profile(by=team[0])

        [profile] = queries.my_team(ada).shared
        assert (profile.person.pk, profile.levels) == (team[0].person.pk, {FIRST: 3})


def test_another_manager_does_not_see_what_was_shown_to_the_one_before(team, cleo, ada, inside):
    with inside(ada):
        actions.share_profile(by=team[0])
        Unit.objects.filter(key="care").update(manager=cleo.person)

        assert not permissions.visible_shared_ratings(ada).exists()
        assert not permissions.visible_shared_ratings(accounts.actor_of(cleo.user)).exists()
        assert queries.profile_shared_with(team[0]) is None


def test_taking_back_ends_it(team, ada, inside):
    with inside(ada):
        actions.share_profile(by=team[0])
        actions.take_profile_back(by=team[0])

        assert queries.my_team(ada).shared == []
        assert not ProfileShare.objects.exists()


def test_who_has_no_line_manager_has_nobody_to_show_it_to(dara, inside):
    with inside(dara), pytest.raises(actions.NobodyToShow):
        actions.share_profile(by=dara)


def test_a_competency_hangs_on_the_one_who_is_able(team, ada, inside):
    with inside(ada):
        for actor in (team[0], team[4]):
            actions.share_profile(by=actor)
        bench = queries.my_team(ada).bench

        assert bench[FIRST].able == (team[0].person.key,)
        assert bench[FIRST].hangs_on_one
        assert not bench[skills_map().keys[1]].hangs_on_one


@pytest.mark.parametrize(("fewest", "sharing", "is_shown"), [(5, 0, True), (5, 1, False), (5, 2, False)])
def test_a_group_is_hidden_from_whom_too_many_show_their_profiles(
    fewest, sharing, is_shown, team, ada, inside
):
    with inside(ada):
        opened = ask(ada, fewest)
        for actor in team:
            add(actor)
        actions.close_overview(opened)
        for actor in team[:sharing]:
            actions.share_profile(by=actor)
        opened.refresh_from_db()
        shown = queries.overview_of(ada, opened)

        # Ada is of the same unit and knows what she herself would answer: at five that is all it withstands.
        assert bool(shown.groups) is is_shown
        assert bool(shown.hidden) is not is_shown
        assert bool(queries.my_team(ada).groups) is is_shown


def test_offer_goes_to_all_of_ones_people_in_their_language(team, bo, ada, inside):
    with inside(ada):
        team[0].user.language = "sv"
        team[0].user.save()
        number = actions.offer_development(by=ada, competency=FIRST, offer="Two places on a course")
        with translation.override("sv"):
            name = str(skills_map().by_key[FIRST].name)
    send_due_mail()

    assert number == 7
    [letter] = [letter for letter in mail.outbox if letter.to == [team[0].user.email]]
    assert name in letter.subject
    assert "Two places on a course" in letter.body
    assert f"/people/plan/add/?competency={FIRST}" in letter.body


def test_offer_begins_with_the_competency_one_came_from(team, ada, browser_of):
    page = browser_of(ada).get(f"/people/team/offer/?competency={FIRST}").content.decode()

    assert f'<option value="{FIRST}" selected>' in page


def test_who_leads_nobody_offers_nothing(cleo, inside):
    with inside(cleo), pytest.raises(NotAllowed):
        actions.offer_development(by=cleo, competency=FIRST, offer="A course")


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_pages_speak_the_readers_language(language, closed, team, ada, inside, browser_of):
    with inside(ada):
        ada.user.language = language
        ada.user.save()
    with translation.override(language):
        asked = {
            PAGE: translation.gettext("What can we do, and what not yet?"),
            TEAM: translation.gettext("What can this team do?"),
        }
    for address, question in asked.items():
        assert question in browser_of(ada).get(address).content.decode()


def test_form_says_what_is_wrong_and_keeps_what_was_chosen(team, ada, browser_of):
    answer = browser_of(ada).post("/people/overview/open/", {"closes_on": "2020-01-01", "fewest": "7"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose a day from a week to three months from now" in page
    assert re.search(r'value="7"[^>]* checked', page)


def test_the_way_through_the_pages(team, ada, inside, browser_of):
    opener, adder = browser_of(ada), browser_of(team[0])
    day = timezone.localdate() + IN_THREE_WEEKS
    assert opener.post("/people/overview/open/", {"closes_on": day, "fewest": "5"}).status_code == 302
    assert "Add your profile" in adder.get("/").content.decode()
    page = adder.get("/people/overview/mine/").content.decode()
    assert escape(str(skills_map().by_key[FIRST].name)) in page

    assert adder.post("/people/overview/mine/").status_code == 302
    assert "Your profile is added" in adder.get("/people/overview/mine/").content.decode()
    assert "Add your profile" not in adder.get("/").content.decode()


def test_files_hold_what_is_published(closed, ada, browser_of):
    csv = browser_of(ada).get("/people/overview.csv").content.decode("utf-8-sig")
    book = browser_of(ada).get("/people/overview.xlsx")

    lines = csv.splitlines()
    assert lines[0] == "units,area,competency,name,band,low,high"
    assert len(lines) == 1 + 42
    assert f",{FIRST}," in lines[1]
    assert "MAJORITY_HIGH" in lines[1]
    assert book.content.startswith(b"PK")


@pytest.mark.parametrize("address", [PAGE, TEAM])
def test_pages_take_few_statements_however_many_share(address, closed, team, ada, inside, browser_of):
    client = browser_of(ada)
    client.get(address)
    counts = []
    for actor in (None, team[0], team[1]):
        if actor:
            with inside(ada):
                actions.share_profile(by=actor)
        with CaptureQueriesContext(connection) as taken:
            client.get(address)
        counts.append(len(statements(taken)))

    assert max(counts) <= 10
    assert len(set(counts)) == 1
