# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""No page, file, letter, row or log line of one council holds a word of another's; nor of a colleague's own."""

import pytest

from leadroom.kit import doors
from leadroom.kit.tenancy import council
from tests.house.walls import access, canaries, filling
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor

SEEING = {
    "administrator": [
        "council_people",
        "council_people_csv",
        "council_person",
        "council_invitations",
        "council_units",
        "council_record",
        "council_record_csv",
        "council_settings",
    ],
    "employee": [
        "home",
        "my_account",
        "my_profile_csv",
        "my_profile_json",
        "my_profile_pdf",
        "my_data_zip",
        "framework",
        "map_version",
        "map_case",
        "map_case_zip",
        "map_wide",
        "map_wide_xlsx",
        "map_moodle",
        "learning_stage",
        "role_profiles",
    ],
}


@pytest.fixture
def marked(towns: tuple[Town, Town]) -> tuple[Town, Town]:
    """Return the two towns, the other with a mark in every text field of every table."""
    filling.fill(towns[1])
    return towns


def test_every_text_field_of_the_other_council_holds_a_mark(marked: tuple[Town, Town]) -> None:
    assert filling.unmarked(marked[1]) == []


@pytest.mark.parametrize("person", ["anonymous", "employee", "manager", "administrator"])
def test_no_look_shows_another_councils_words(person: str, marked: tuple[Town, Town]) -> None:
    mine, theirs = marked

    assert canaries.read(access.visitor_of(mine, theirs, person), mine, theirs, person) == []


@pytest.mark.parametrize("person", ["employee", "administrator"])
def test_no_post_brings_another_councils_words(person: str, marked: tuple[Town, Town]) -> None:
    mine, theirs = marked

    assert canaries.written(Visitor(mine.people[person]), mine, theirs, person) == []


# What stands between two people of one council is our own code, the same on either database.
@pytest.mark.sqlite
@pytest.mark.parametrize(
    "person", ["employee", "manager", "executive", "councillor", "digital_office", "administrator"]
)
def test_no_look_shows_what_a_colleague_wrote_for_herself(person: str, towns: tuple[Town, Town]) -> None:
    assert canaries.private(Visitor(towns[0].people[person]), towns[0], person) == []


@pytest.mark.sqlite
@pytest.mark.parametrize("person", ["manager", "executive", "digital_office", "administrator"])
def test_no_post_brings_what_a_colleague_wrote_for_herself(person: str, towns: tuple[Town, Town]) -> None:
    assert canaries.private_after(Visitor(towns[0].people[person]), towns[0], person) == []


# At the door `demo` no person asks: it hands on an invented council.
@pytest.mark.parametrize("door", sorted({*doors.Door.__args__} - {"demo"}))
def test_no_door_hands_out_what_a_colleague_wrote_for_herself(door: str, towns: tuple[Town, Town]) -> None:
    mine, _ = towns
    others = {mark for owner, marks in mine.private.items() if owner != "manager" for mark in marks}

    with council(mine.council.pk):
        told = str(doors.ask(door, mine.people["manager"]))

    assert [mark for mark in others if mark in told] == []


def test_what_one_writes_for_herself_stands_in_no_other_table(towns: tuple[Town, Town]) -> None:
    assert canaries.tables_with_private_words(towns[0]) == {
        "people_diarydraft",
        "people_diaryentry",
        "people_evidence",
        "people_mirrorsitting",
        "people_notedraft",
        "people_planaction",
        "people_rating",
        "people_sitting",
        "people_stageprogress",
    }


@pytest.mark.parametrize("route", ["my_diary", "diary_entry", "my_diary_json", "my_diary_html"])
def test_own_diary_is_found_where_it_should_be(route: str, towns: tuple[Town, Town]) -> None:
    mine, _ = towns
    visitor = Visitor(mine.people["manager"])

    # Seen as somebody else's, what she wrote herself is a finding: so the guard can see.
    assert canaries.private(visitor, mine, "manager", [route]) == []
    mine.private["another"] = mine.private["manager"]
    assert canaries.private(visitor, mine, "manager", [route]) != []


@pytest.mark.parametrize(
    ("person", "route"), [(person, route) for person, names in SEEING.items() for route in names]
)
def test_own_words_are_found_where_they_should_be(person: str, route: str, towns: tuple[Town, Town]) -> None:
    mine, theirs = towns

    found = canaries.read(Visitor(mine.people[person]), theirs, mine, person, [route])

    assert found != []


def test_error_pages_hold_no_words_of_another_council(
    marked: tuple[Town, Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = marked
    visitor = Visitor(mine.people["employee"])

    def breaks(*_args: object, **_more: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("leadroom.people.queries.my_profile", breaks)
    with canaries.log_lines() as lines:
        answers = [visitor.ask("GET", address) for address in ("/people/profile/", "/council/", "/nowhere/")]

    assert [answer.status_code for answer in answers] == [500, 403, 404]
    said = "\n".join([*map(canaries.everything, answers), *lines])
    assert canaries.Strangers(theirs).met_in(said) == []


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_log_holds_no_link_that_opens_something(method: str, towns: tuple[Town, Town]) -> None:
    mine, _ = towns
    token = mine.things["token"]

    with canaries.log_lines() as lines:
        for visitor in (Visitor(mine.people["employee"]), Visitor()):
            visitor.ask(method, f"/join/{mine.council.key}/{token}/")
            visitor.ask(method, f"/sign-in/new-password/1-{token}/")
            visitor.ask(method, f"/sign-in/new-password/1-{token}/no/")

    assert [line for line in lines if token in line] == []
    assert method != "PUT" or any("/join/" in line for line in lines)
