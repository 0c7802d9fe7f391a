# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The portfolio's days in one's own calendar, by a secret address and as a file."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from icalendar import Calendar

from leadroom.accounts import actions as accounts
from leadroom.accounts import queries as people
from leadroom.accounts.models import AuditEvent, OutboxMail
from leadroom.people import actions as plans
from leadroom.portfolio import actions, queries
from leadroom.portfolio.exports import personal_data
from leadroom.portfolio.models import CalendarLink, Decision, Plan, PlanStatus, Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(post, ada, inside) -> Decision:
    """Return the decision that brought a plan into force: the post begins in January and is live in July."""
    with inside(ada):
        plan = Plan.objects.create(
            name="The plan",
            status=PlanStatus.FOUND,
            is_in_force=True,
            choices={post.key: {"level": "USABLE", "month": "2027-01-01", "end": "2027-07-01"}},
        )
        return Decision.objects.create(
            kind=Decision.Kind.PLAN,
            plan=plan,
            what="The plan for 2027",
            reason="Nobody wanted to wait",
            by=ada.membership,
            decided_on=date(2026, 11, 2),
        )


@pytest.fixture
def path(ada, bo, inside) -> str:
    """Return the path of Bo's calendar address."""
    with inside(bo):
        return path_of(actions.make_calendar_link(by=bo))


def path_of(address: str) -> str:
    return "/" + address.split("/", 3)[3]


def days(body: bytes) -> dict[str, tuple[date, int]]:
    """Return the entries of a calendar file: each title's day, and how often it has moved."""
    return {
        str(event["summary"]): (event["dtstart"].dt, event["sequence"])
        for event in Calendar.from_ical(body).walk("VEVENT")
    }


def uids(body: bytes) -> set[str]:
    return {str(event["uid"]) for event in Calendar.from_ical(body).walk("VEVENT")}


def test_feed_tells_deadlines_starts_go_lives_and_decisions_without_signing_in(path, planned):
    answer = Client().get(path)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert days(answer.content) == {
        "Deadline: Digital Post, phase 2": (date(2027, 12, 1), 0),
        "Work begins: Digital Post, phase 2": (date(2027, 1, 1), 0),
        "Goes live: Digital Post, phase 2": (date(2027, 7, 1), 0),
        "Decided: The plan for 2027": (date(2026, 11, 2), 0),
    }


def test_feed_tells_no_name_and_no_reason(path, planned, post, mia, ada, inside):
    with inside(ada):
        actions.change(post, by=ada, facts={"sponsor": mia.person, "description": "Only for the few"})

    body = Client().get(path).content.decode()

    assert [word for word in ("Ada", "Bo ", "Mia", "Nobody wanted", "the few", "KL") if word in body] == []


def test_feed_speaks_the_language_of_its_owner(path, post, bo):
    bo.user.language = "da"
    bo.user.save()

    answer = Client(headers={"accept-language": "sv"}).get(path)

    assert answer["Content-Language"] == "da"
    assert list(days(answer.content)) == ["Frist: Digital Post, phase 2"]


def test_moved_deadline_is_the_same_entry_once_more_moved(path, post, ada, inside):
    before = Client().get(path).content
    with inside(ada):
        actions.move_deadline(
            post, date(2028, 3, 1), by=ada, known_on=date(2026, 12, 1), said_by="The ministry"
        )

    after = Client().get(path).content

    assert uids(after) == uids(before)
    assert days(after) == {"Deadline: Digital Post, phase 2": (date(2028, 3, 1), 1)}


def test_what_was_dropped_or_has_no_deadline_is_not_told(path, hands, ada, inside):
    with inside(ada):
        actions.set_status(hands, Status.DROPPED, by=ada)

    assert days(Client().get(path).content) == {}


def test_feed_asked_for_again_is_sent_only_when_something_has_changed(path, post, ada, inside):
    first = Client().get(path)
    asked = {"if-none-match": first["ETag"]}

    assert Client().get(path, headers=asked).status_code == 304
    with inside(ada):
        actions.change(post, by=ada, facts={"title": "Digital Post, phase 3"})
    assert Client().get(path, headers=asked).status_code == 200


def test_feed_is_kept_and_indexed_nowhere(path):
    answer = Client().get(path)

    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not answer.cookies


def test_only_a_hash_of_the_address_is_kept_and_the_record_does_not_hold_it(path, bo, inside):
    token = path.split("/")[4]
    with inside(bo):
        kept = [str(vars(row)) for row in (*CalendarLink.objects.all(), *AuditEvent.objects.all())]

        assert [row for row in kept if token in row] == []
        assert AuditEvent.objects.get().verb == "portfolio.calendar.made"


def test_forged_and_foreign_addresses_tell_nothing(path, granasa):
    forged = path.replace(path.split("/")[4], "A" * 43)
    foreign = path.replace("fjordby", "granasa")
    nowhere = path.replace("fjordby", "nowhere")
    visitor = Client()

    answers = [visitor.get(address) for address in (forged, foreign, nowhere)]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content for answer in answers}) == 1


def test_address_ends_with_the_membership(path, bo, inside):
    with inside(bo):
        bo.person.is_active = False
        bo.person.save()

    assert Client().get(path).status_code == 404


def let_in(person, by):
    accounts.reactivate(person, by=by)


def invite_again(person, by):
    accounts.invite(by=by, email=person.user.email, roles=["EMPLOYEE"], language="da")
    letter = OutboxMail.objects.latest("id").body
    token = re.search(r"/join/[^/]+/([^/\s]+)", letter).group(1)
    accounts.accept_invitation(by.council, token, user=person.user)


@pytest.mark.parametrize("come_back", [let_in, invite_again])
def test_address_stays_dead_when_its_owner_comes_back_and_a_new_one_works(
    path, ada, bo, browser_of, inside, come_back
):
    with inside(ada):
        accounts.deactivate(bo.person, by=ada)
        come_back(bo.person, ada)

    assert Client().get(path).status_code == 404
    page = browser_of(bo)
    assert "Make my address" in page.get("/portfolio/calendar/").content.decode()
    renewed = path_of(page.post("/portfolio/calendar/").context["address"])
    assert (Client().get(path).status_code, Client().get(renewed).status_code) == (404, 200)


def test_address_made_since_lives_when_she_is_let_in_once_more(ada, bo, inside):
    with inside(ada):
        accounts.deactivate(bo.person, by=ada)
        accounts.reactivate(bo.person, by=ada)
        path = path_of(actions.make_calendar_link(by=people.actor_of(bo.user)))

        accounts.reactivate(bo.person, by=ada)

    assert Client().get(path).status_code == 200


def test_address_ends_with_the_account(path, bo):
    bo.user.is_active = False
    bo.user.save()

    assert Client().get(path).status_code == 404


def test_new_address_ends_the_old_one(path, bo, browser_of, inside):
    page = browser_of(bo).post("/portfolio/calendar/")

    assert page.status_code == 200
    assert Client().get(path).status_code == 404
    assert Client().get(path_of(page.context["address"])).status_code == 200
    with inside(bo):
        assert list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True)) == [
            "portfolio.calendar.made",
            "portfolio.calendar.renewed",
        ]


def test_address_is_on_the_page_that_makes_it_and_never_again(bo, browser_of):
    browser = browser_of(bo)
    address = browser.post("/portfolio/calendar/").context["address"]

    again = browser.get("/portfolio/calendar/").content.decode()

    assert address.split("/")[-2] not in again
    assert "Make a new address" in again


def test_stopped_address_opens_nothing(path, bo, browser_of, inside):
    browser = browser_of(bo)

    assert [browser.post("/portfolio/calendar/stop/").status_code for _ in range(2)] == [302, 302]

    assert Client().get(path).status_code == 404
    with inside(bo):
        assert AuditEvent.objects.filter(verb="portfolio.calendar.stopped").count() == 1


def test_file_holds_the_same_days(path, planned, bo, browser_of):
    answer = browser_of(bo).get("/portfolio/calendar.ics")

    assert answer.content == Client().get(path).content
    assert answer["Content-Disposition"] == 'attachment; filename="leadroom-portfolio.ics"'


def test_export_of_a_person_says_since_when_she_subscribes(path, bo, inside):
    with inside(bo):
        link = queries.calendar_link(bo)

        assert link is not None
        assert next(iter(personal_data(bo)))["calendar_address_made_at"] == link.made_at.isoformat()


def test_feed_carries_the_days_of_the_owners_plan_and_nothing_of_what_stands_in_it(path, bo, ada, inside):
    with inside(bo):
        facts = {"will_be_able": "Say no; kindly,\nnow", "when": "w", "then": "t", "kind": "PRACTICE"}
        days_of_it = {"by_on": date(2027, 3, 1), "review_on": date(2027, 2, 1)}
        for actor in (bo, ada):
            plans.add_action(
                by=actor, facts={**facts, **days_of_it, "how_seen": "s"}, origin="BLANK", token=uuid4()
            )

    body = Client().get(path).content

    assert days(body) == {
        "Look at my development plan": (date(2027, 2, 1), 0),
        "By today: an action in my development plan": (date(2027, 3, 1), 0),
    }
    assert body.count(b"BEGIN:VEVENT") == 2
    assert b"kindly" not in body
    [address, _other] = [str(event["url"]) for event in Calendar.from_ical(body).walk("VEVENT")]
    assert "/people/plan/" in address
