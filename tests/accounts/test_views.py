# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council's pages: whose they are, what they answer, how many statements they take."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadroom.accounts import actions, queries
from leadroom.accounts.actions import record
from leadroom.accounts.models import (
    AuditEvent,
    DirectoryCouncil,
    Invitation,
    Membership,
    OutboxMail,
    RoleGrant,
    Unit,
    User,
)
from leadroom.core.skills.profile import Target
from leadroom.kit.tenancy import council
from leadroom.people.actions import adjust_targets
from leadroom.people.models import skills_map
from tests.forms import fields_of

PAGES = [
    "/council/",
    "/council/people.csv",
    "/council/invitations/",
    "/council/units/",
    "/council/settings/",
    "/council/record/",
    "/council/record.csv",
]
MOST_STATEMENTS = 10
COMPETENCY = skills_map().keys[0]


@pytest.fixture
def aarhus(db):
    """Return a row of the directory."""
    return DirectoryCouncil.objects.create(
        country="DK",
        code="0751",
        name="Aarhus",
        type="Municipality",
        region_code="1082",
        region="Region Midtjylland",
        population=349983,
        latitude=56.1,
        longitude=10.2,
        pack="directory@1.0.0",
    )


def add_people(here, number):
    """Make many people at once."""
    users = User.objects.bulk_create(User(email=f"p{i}@x.example", name=f"Person {i}") for i in range(number))
    with council(here.pk):
        members = Membership.objects.bulk_create(Membership(council=here, user=user) for user in users)
        RoleGrant.objects.bulk_create(
            RoleGrant(council=here, membership=member, role="EMPLOYEE") for member in members
        )


@pytest.mark.parametrize("page", PAGES)
def test_page_is_the_administrators(page, ada, bo, browser_of, client):
    assert browser_of(ada).get(page).status_code == 200
    assert browser_of(bo).get(page).status_code == 403
    assert client.get(page).status_code == 302


def test_list_of_people_keeps_what_was_chosen(ada, unit, browser_of):
    page = browser_of(ada).get("/council/?unit=care&role=MANAGER").text

    assert re.findall(r'value="(\w+)" selected', page) == ["care", "MANAGER"]


@pytest.mark.parametrize("page", PAGES)
def test_page_takes_few_statements_however_many_people(page, ada, browser_of):
    browser = browser_of(ada)
    taken = []
    for _ in range(2):
        browser.get(page)
        with CaptureQueriesContext(
            connection,
        ) as statements:
            browser.get(page)
        taken.append(
            len(
                [
                    each
                    for each in statements
                    if not each["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
                ]
            )
        )
        if not User.objects.filter(email="p0@x.example").exists():
            add_people(ada.council, 120)

    assert taken[0] == taken[1]
    assert taken[1] <= MOST_STATEMENTS


@pytest.mark.parametrize(
    ("path", "thing"),
    [("/council/people/{}/", "member"), ("/council/units/{}/", "unit")],
)
def test_another_councils_thing_looks_like_a_missing_one(path, thing, ada, dara, granasa, browser_of):
    with council(granasa.pk):
        key = dara.membership.key if thing == "member" else Unit.objects.create(name="Skola").key
    browser = browser_of(ada)

    theirs, missing = browser.get(path.format(key)), browser.get(path.format("nothing"))

    # Between the two answers a second may begin.
    del theirs.headers["Expires"], missing.headers["Expires"]
    assert (theirs.status_code, theirs.content, theirs.headers) == (404, missing.content, missing.headers)


def test_person_is_changed_and_told(ada, bo, unit, browser_of, inside):
    browser = browser_of(ada)
    address = f"/council/people/{bo.membership.key}/"

    shown = fields_of(browser.get(address), "person")
    typed = {"roles": ["EMPLOYEE", "MANAGER"], "unit": unit.key, "title": "Chief"}
    answer = browser.post(address, shown | typed, follow=True)

    assert "Saved" in answer.text
    with inside(ada):
        assert sorted(RoleGrant.objects.filter(membership=bo.membership).values_list("role", flat=True)) == [
            "EMPLOYEE",
            "MANAGER",
        ]


def test_person_without_a_role_is_refused(ada, bo, browser_of):
    assert browser_of(ada).post(f"/council/people/{bo.membership.key}/", {"title": "x"}).status_code == 422


def test_last_administrator_is_told_why(ada, browser_of):
    browser, address = browser_of(ada), f"/council/people/{ada.membership.key}/"
    answer = browser.post(address, fields_of(browser.get(address), "person") | {"roles": ["EMPLOYEE"]})

    assert (answer.status_code, "only one" in answer.text) == (422, True)


def test_person_is_let_go_and_in_again(ada, bo, browser_of, inside):
    browser = browser_of(ada)
    active = []
    for act in ("close", "open"):
        browser.post(f"/council/people/{bo.membership.key}/{act}/")
        with inside(ada):
            active.append(Membership.objects.get(pk=bo.membership.pk).is_active)

    assert active == [False, True]


def test_foreign_unit_cannot_be_chosen(ada, bo, granasa, browser_of):
    with council(granasa.pk):
        theirs = Unit.objects.create(name="Skola")

    answer = browser_of(ada).post(
        f"/council/people/{bo.membership.key}/", {"roles": ["EMPLOYEE"], "unit": theirs.key}
    )

    assert answer.status_code == 422


def test_invitation_is_made_sent_again_and_withdrawn(ada, browser_of, inside):
    browser = browser_of(ada)
    browser.post(
        "/council/invitations/",
        {"email": "eva@x.example", "name": "Eva", "roles": ["EMPLOYEE"], "language": "da"},
    )
    with inside(ada):
        key = Invitation.objects.get().key
    assert "eva@x.example" in browser.get("/council/invitations/").text

    browser.post(f"/council/invitations/{key}/send/")
    browser.post(f"/council/invitations/{key}/withdraw/")

    with inside(ada):
        assert (OutboxMail.objects.count(), Invitation.objects.get().is_open) == (2, False)
    assert (
        "eva@x.example"
        not in browser.get("/council/invitations/").text.split("</nav>")[-1].split("Invited, and")[-1]
    )


def test_unit_is_added_led_renamed_and_deleted(ada, bo, browser_of, inside):
    browser = browser_of(ada)
    browser.post("/council/units/", {"name": "Roads"})
    with inside(ada):
        key = Unit.objects.get(name="Roads").key

    assert "Bo Fjordby" in browser.get(f"/council/units/{key}/?search=bo").text
    shown = fields_of(browser.get(f"/council/units/{key}/"), "unit")
    browser.post(f"/council/units/{key}/", shown | {"name": "Streets", "manager": bo.membership.key})
    with inside(ada):
        assert Unit.objects.get(key=key).manager_id == bo.membership.pk
    browser.post(f"/council/units/{key}/delete/")
    with inside(ada):
        assert not Unit.objects.filter(key=key).exists()


def test_settings_keep_name_language_and_colour(ada, browser_of):
    browser = browser_of(ada)
    shown = fields_of(browser.get("/council/settings/"), "settings")
    browser.post("/council/settings/", shown | {"name": "Ny Fjordby", "language": "sv"})
    browser.post(
        "/council/settings/colour/", fields_of(browser.get("/council/settings/?hue=310"), "/colour/")
    )
    browser.post("/council/settings/colour/", {"hue": 999})

    ada.council.refresh_from_db()
    assert (ada.council.name, ada.council.language, ada.council.hue) == ("Ny Fjordby", "sv", 310)


def test_council_finds_itself_in_the_directory(ada, aarhus, browser_of):
    browser = browser_of(ada)
    assert "Region Midtjylland" in browser.get("/council/settings/?search=aar").text

    browser.post("/council/settings/directory/", {"row": "DK:0751"})
    ada.council.refresh_from_db()
    assert ada.council.directory == aarhus
    browser.post("/council/settings/directory/", {"row": ""})
    ada.council.refresh_from_db()
    assert ada.council.directory is None


def test_record_is_told_in_words_and_narrowed(ada, browser_of, inside):
    with inside(ada):
        actions.add_unit(by=ada, name="Roads")
    browser = browser_of(ada)

    assert "Added a unit" in browser.get("/council/record/").text
    assert "Roads" not in browser.get("/council/record/?verb=accounts.unit.deleted").text
    assert "Roads" in browser.get("/council/record.csv?person=ada").text


def test_record_is_narrowed_by_what_has_been_done_in_this_council(ada, dara, browser_of, inside):
    with inside(ada):
        actions.add_unit(by=ada, name="Roads")
    with inside(dara):
        actions.change_colour(by=dara, hue=310)

    offered = browser_of(ada).get("/council/record/").context["verbs"]

    assert ("accounts.unit.added", "Added a unit") in offered
    assert "accounts.council.changed" not in [verb for verb, _words in offered]


def test_record_tells_details_in_words_and_the_file_keeps_the_codes(ada, bo, unit, browser_of, inside):
    with inside(ada):
        actions.change_person(
            bo.membership, by=ada, roles=["EMPLOYEE", "MANAGER"], unit=unit, title="Head of care"
        )
        actions.change_unit(unit, by=ada, name="Care", manager=bo.membership, part_of=None)
        actions.change_council(by=ada, name="Fjordby", language="sv")
        actions.change_colour(by=ada, hue=310)
        adjust_targets("executive", {COMPETENCY: Target(0, 1, 1)}, by=ada)
        record(ada, "later.thing.done", later="some_code")
    browser = browser_of(ada)

    told = re.findall(r'<td class="soft">([^<]*)</td>', browser.get("/council/record/").text)

    assert told == [
        "later: some_code",
        "Role profile: Executive; Number of competencies: 1",
        "Colour: Plum",
        "Name: Fjordby; Language: Svenska",
        "Name: Care; Line manager: Bo Fjordby",
        "Person: Bo Fjordby; Roles: Employee, Manager; Unit: Elder care; Job title: Head of care",
    ]
    assert (
        "roles: EMPLOYEE MANAGER, title: Head of care, unit: Elder care"
        in browser.get("/council/record.csv").text
    )


def test_csv_starts_no_formula(ada, browser_of, inside):
    with inside(ada):
        Membership.objects.filter(pk=ada.membership.pk).update(title="=1+1")

    assert "'=1+1" in browser_of(ada).get("/council/people.csv").text


def test_undelivered_letter_is_shown_and_tried_again(ada, browser_of, inside):
    with inside(ada):
        letter = OutboxMail.objects.create(
            to="x@x.example", subject="Hi", body="secret", tries=8, last_error="Refused"
        )
    browser = browser_of(ada)
    page = browser.get("/council/record/").text
    assert ("Refused" in page, "secret" in page) == (True, False)

    browser.post(f"/council/record/mail/{letter.key}/")

    with inside(ada):
        assert OutboxMail.objects.get().tries == 0


@pytest.mark.parametrize(
    ("page", "form", "then"), [("/account/", "me", "sv"), ("/council/settings/", "settings", "da")]
)
def test_switch_of_language_is_not_the_forms_own_language(page, form, then, ada, browser_of):
    browser = browser_of(ada)

    # As browsers send it: the switch stands before the form.
    browser.post(f"/language/?next={page}", {"language": ["sv", "da"], "name": "Half typ"})

    shown = browser.get(page)
    assert shown.headers["Content-Language"] == "sv"
    assert (fields_of(shown, form)["name"], fields_of(shown, form)["language"]) == ("Half typ", then)


def test_my_account_changes_name_and_language(bo, browser_of):
    browser_of(bo).post("/account/", {"name": "Bo Bo", "language": "da"})

    assert User.objects.values_list("name", "language").get(pk=bo.user.pk) == ("Bo Bo", "da")


def test_switch_of_council_needs_a_membership(ada, dara, granasa, browser_of):
    browser = browser_of(ada)
    assert browser.post("/account/council/granasa/").status_code == 404

    with council(granasa.pk):
        member = Membership.objects.create(user=ada.user)
        RoleGrant.objects.create(membership=member, role="EMPLOYEE")
    browser.post("/account/council/granasa/")

    assert browser.session["council_id"] == granasa.pk


def test_person_of_no_council_gets_her_own_pages_only(db, client):
    client.force_login(User.objects.create_user("lone@x.example", "Lone"))
    session = client.session
    session["is_secured"] = True
    session.save()

    assert [client.get(page).status_code for page in ("/account/", "/account/secure/")] == [200, 200]
    assert client.get("/").url == client.get("/people/").url == "/account/"


def test_audit_never_reaches_another_council(ada, dara, granasa):
    with council(ada.council.pk):
        actions.add_unit(by=ada, name="Roads")

    with council(granasa.pk, user_id=dara.user.pk):
        assert not queries.audit_events(dara).exists()
        assert AuditEvent.objects.count() == 0


@pytest.mark.parametrize(
    "address",
    [
        "/council/?search=%00a&unit=%00&role=%00",
        "/council/people.csv?search=%00",
        "/council/record/?person=a%00&verb=%00",
        "/council/record.csv?person=%00",
        "/council/settings/?search=%00",
        "/council/units/care/?search=%00",
    ],
)
def test_address_with_a_nul_breaks_nothing(ada, browser_of, address):
    assert browser_of(ada).get(address).status_code == 200


def test_posted_nul_breaks_nothing(ada, bo, browser_of, client, inside):
    browser = browser_of(ada)

    said = [
        browser.post("/council/settings/directory/", {"row": "DK:\x00"}),
        browser.post(f"/council/people/{bo.membership.key}/", {"roles": "EMPLOYEE", "unit": "\x00"}),
        client.post("/demo/fjordby/%00/"),
    ]

    assert [answer.status_code for answer in said] == [302, 422, 404]


def test_files_tell_the_day_where_people_are(ada, browser_of, inside):
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    with inside(ada):
        Membership.objects.filter(pk=ada.membership.pk).update(joined_at=late)
        AuditEvent.objects.create(verb="later.thing.done", at=late)
    browser = browser_of(ada)

    assert "2026-07-01" in browser.get("/council/people.csv").text
    assert "2026-07-01T00:30:00+02:00" in browser.get("/council/record.csv").text


def test_record_is_searched_by_whom_and_to_whom(ada, bo, cleo, inside):
    with inside(ada):
        actions.deactivate(bo.membership, by=ada)
        actions.deactivate(cleo.membership, by=ada)

        found = [len(queries.audit_events(ada, person=person)) for person in ("bo fjord", "ada", "bo cleo")]

    assert found == [1, 2, 0]
