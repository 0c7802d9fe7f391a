# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A diary is its owner's by construction: no statement asks for another's, and no other act comes near."""

from uuid import uuid4

import pytest

from tests.house.walls import access, canaries, lint, owners
from tests.house.walls.towns import MARK, Town

READERS = ["employee", "manager", "executive", "councillor", "digital_office", "administrator"]
OWN = {
    "write_diary",
    "keep_diary_draft",
    "delete_diary",
    "change_diary_entry",
    "keep_diary_change",
    "delete_diary_entry",
    "promote_diary_entry",
}
SEEING = ["my_diary", "write_diary", "diary_entry", "my_diary_json"]


@pytest.mark.sqlite
@pytest.mark.parametrize("person", READERS)
def test_no_look_asks_for_anothers_diary(person: str, towns: tuple[Town, Town]) -> None:
    mine, theirs = towns
    visitor = access.visitor_of(mine, theirs, person)

    assert owners.strangers_read(visitor, mine.people[person], mine, person) == []


@pytest.mark.sqlite
def test_administrator_of_another_council_asks_for_nobodys_diary(towns: tuple[Town, Town]) -> None:
    mine, theirs = towns
    visitor = access.visitor_of(mine, theirs, "other_administrator")

    found = owners.strangers_read(visitor, theirs.people["administrator"], mine, "other_administrator")

    assert found == []


@pytest.mark.parametrize("route", SEEING)
def test_look_for_another_would_be_found(route: str, towns: tuple[Town, Town]) -> None:
    mine, theirs = towns
    visitor = access.visitor_of(mine, theirs, "manager")

    # The same look, taken for the administrator's: the guard must see that it is not hers.
    assert owners.strangers_read(visitor, mine.people["administrator"], mine, "manager", [route]) != []


@pytest.mark.sqlite
@pytest.mark.parametrize("person", ["manager", "administrator"])
def test_no_other_act_comes_near_a_diary(person: str, towns: tuple[Town, Town]) -> None:
    mine, theirs = towns

    assert owners.touched_by(access.visitor_of(mine, theirs, person), mine, person) == OWN


@pytest.mark.parametrize("address", ["/people/diary/write/", "/people/diary/write/keep/"])
def test_what_was_typed_is_in_no_log_when_something_breaks(
    address: str, towns: tuple[Town, Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = towns
    visitor = access.visitor_of(mine, theirs, "manager")
    typed = {"what_happened": MARK, "happened_on": "2026-01-05", "token": str(uuid4()), "draft": "0"}

    def breaks(*_args: object, **_more: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("leadroom.people.actions.write_entry", breaks)
    monkeypatch.setattr("leadroom.people.actions.keep_draft", breaks)
    with canaries.log_lines() as lines:
        answer = visitor.ask("POST", address, typed)

    assert answer.status_code == 500
    assert any("broken on purpose" in line for line in lines)
    assert [line for line in lines if MARK in line] == []
    assert MARK not in canaries.everything(answer)


@pytest.mark.parametrize(
    "code",
    [
        "DiaryEntry.objects.all()",
        "models.DiaryDraft.objects",
        "DiaryEntry._base_manager",
        'apps.get_model("people", "diaryentry")',
        'cursor.execute("SELECT * FROM people_diaryentry")',
        "for model in apps.get_models(): ...",
    ],
)
def test_code_that_goes_to_a_diary_another_way_is_found(code: str, tmp_path) -> None:
    folder = tmp_path / "leadroom"
    folder.mkdir()
    (folder / "reports.py").write_text(f"{code}\n")

    assert any("a diary's" in found for found in lint.findings(folder, tmp_path))
