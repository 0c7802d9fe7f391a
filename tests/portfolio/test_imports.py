# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file brought in: read, laid beside the portfolio, brought in whole, taken back."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from leadroom.accounts.models import AuditEvent, Role, Unit
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.sheets import read_table, xlsx
from leadroom.portfolio import actions, queries
from leadroom.portfolio.bridge import HEADERS, Fate, guessed
from leadroom.portfolio.models import AmbitionLevel, Deadline, Import, Initiative, LevelKind, Move, Status
from tests.conftest import join

HEADER = "Titel;Spor;Kilde;Hjemmel;Frist\n"
GOOD = HEADER + "Ny valgløsning;Skal-løsning;KOMBIT;LAW;31.12.2027\nBedre hjemmeside;foundation;;;\n"


def keep(ada, text: str) -> Import:
    return actions.keep_file("file.csv", read_table(text.encode()), by=ada)


def dry(ada, held):
    return actions.dry_run(held, queries.everything(ada), ada)


def bring(ada, held, **said):
    seen = queries.state_of(queries.everything(ada))
    return actions.bring_in(held, by=ada, seen=seen, **({"leave_out_wrong": False} | said))


def fates(found) -> list[tuple[int, str]]:
    return [(line.number, line.fate.value) for line in found]


def test_columns_are_guessed_in_three_languages_and_each_field_once():
    assert guessed(["Titel (kort)", "Källa:", "Deadline", "Frist", "Whatever"]) == {
        "0": "title",
        "1": "source",
        "2": "deadline",
    }


def test_new_rows_are_brought_in_with_history(ada, inside):
    with inside(ada):
        held = keep(ada, GOOD)
        assert fates(dry(ada, held)) == [(2, "NEW"), (3, "NEW")]
        bring(ada, held)
        vote = Initiative.objects.get(title="Ny valgløsning")

        assert (vote.track, vote.legal_basis, vote.deadline) == ("MANDATED", "LAW", date(2027, 12, 31))
        assert Deadline.objects.get(initiative=vote).day == date(2027, 12, 31)
        assert Move.objects.count() == 2


def test_dry_run_changes_nothing(ada, inside):
    with inside(ada):
        dry(ada, keep(ada, GOOD))

        assert not Initiative.objects.exists()


def test_row_that_is_there_changes_what_it_says_and_nothing_else(post, ada, inside):
    with inside(ada):
        held = keep(ada, "title;deadline;source\ndigital post, PHASE 2;2028-03-01;\n")
        (line,) = dry(ada, held)
        bring(ada, held)
        post.refresh_from_db()

        assert line.changes == (
            ("Title", "Digital Post, phase 2", "digital post, PHASE 2"),
            ("Deadline", "2027-12-01", "2028-03-01"),
        )
        assert (post.deadline, post.source) == (date(2028, 3, 1), "KL and the state")
        assert Deadline.objects.filter(initiative=post).count() == 2


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (";;KL;LAW;", "Title"),
        ("A;nonsense;KL;LAW;", "nonsense"),
        ("A;;KL;LAW;tomorrow", "2027-12-31"),
        ("A;;;;", "Who demands it"),
        ("A;Skal-udfordring;;;", "Result"),
        ("B;;KL;LAW;\nb;;KL;LAW;", "The same as row 2"),
        (f"{'x' * 161};;KL;LAW;", "160"),
    ],
)
def test_wrong_rows_say_what_to_mend_and_nothing_is_brought_in(row, words, ada, inside):
    with inside(ada):
        held = keep(ada, HEADER + row + "\nFine;;KL;LAW;\n")
        problems = " ".join(problem for line in dry(ada, held) for problem in line.problems)

        assert words in problems
        with pytest.raises(actions.StillWrong):
            bring(ada, held)
        assert not Initiative.objects.exists()


def test_long_text_is_wrong_and_says_how_long_it_may_be(ada, inside):
    with inside(ada):
        (line,) = dry(ada, keep(ada, f"title;description;source;legal_basis\nA;{'x' * 4001};KL;LAW\n"))

    assert line.problems == ("What it is: shorten it to 4000 characters",)


def test_one_code_stands_in_one_row(post, ada, inside):
    with inside(ada):
        held = keep(ada, f"title;code;source;legal_basis\nNew;A1;KL;LAW\n{post.title};a1;;\n")

        assert fates(dry(ada, held)) == [(2, "NEW"), (3, "WRONG")]
        bring(ada, held, leave_out_wrong=True)


def test_new_row_without_code_is_not_one_with_the_same_title_and_a_code(ada, inside):
    with inside(ada):
        held = keep(ada, "title;code;source;legal_basis\nNew;A1;KL;LAW\nNew;A2;KL;LAW\nnew;;KL;LAW\n")

        assert fates(dry(ada, held)) == [(2, "NEW"), (3, "NEW"), (4, "WRONG")]


def test_title_that_several_share_asks_for_the_code(post, ada, inside):
    with inside(ada):
        Initiative.objects.create(
            title=post.title.upper(), code="A2", track="MANDATED", source="KL", legal_basis="LAW"
        )
        by_title, by_code = dry(ada, keep(ada, f"title;code\n{post.title};\n{post.title};a2\n"))

    assert (by_title.fate, by_code.fate) == (Fate.WRONG, Fate.CHANGED)
    assert "its code" in by_title.problems[0]


def test_file_is_brought_in_once(ada, inside):
    with inside(ada):
        held = keep(ada, GOOD)
        bring(ada, held)
        undo = Import.objects.get(pk=held.pk).undo

        with pytest.raises(actions.BroughtInAlready):
            bring(ada, held)
        assert Import.objects.get(pk=held.pk).undo == undo


def test_record_tells_how_many_and_no_file_name(ada, inside):
    with inside(ada):
        bring(ada, keep(ada, GOOD))
        event = AuditEvent.objects.get(verb="portfolio.import.brought_in")

    assert event.details == {"new": "2", "changed": "0", "skipped": "0", "wrong": "0"}


def test_people_and_units_are_known_by_name_and_address(post, mia, eva, fjordby, ada, inside):
    with inside(ada):
        unit = Unit.objects.create(name="Ældre og sundhed")
        text = (
            f"title;lead;sponsor;unit\n{post.title};{mia.user.email.upper()};eva fjordby;ældre og Sundhed\n"
        )
        held = keep(ada, text)
        (line,) = dry(ada, held)
        bring(ada, held)
        post.refresh_from_db()

        assert (post.lead, post.sponsor, post.unit) == (mia.person, eva.person, unit)
        assert line.changes[0] == ("Lead", "", "Mia Fjordby")
        eva.person.delete()
        actions.take_back(held, by=ada)
        post.refresh_from_db()
        assert (post.lead, post.sponsor, post.unit) == (None, None, None)


def test_lead_who_left_the_council_since_is_not_put_back(post, mia, eva, ada, inside):
    with inside(ada):
        Initiative.objects.filter(pk=post.pk).update(lead=mia.person)
        held = keep(ada, f"title;lead\n{post.title};Eva Fjordby\n")
        bring(ada, held)
        mia.person.delete()

        assert actions.take_back(held, by=ada) == []
        post.refresh_from_db()
        assert post.lead is None


def test_two_people_of_one_name_are_told_apart_by_address(post, mia, fjordby, ada, inside):
    other = join(fjordby, "Other", Role.MANAGER)
    other.user.name = mia.user.name
    other.user.save()
    with inside(ada):
        (wrong,) = dry(ada, keep(ada, f"title;lead\n{post.title};Mia Fjordby\n"))
        (right,) = dry(ada, keep(ada, f"title;lead\n{post.title};{mia.user.email}\n"))

    assert "e-mail address" in wrong.problems[0]
    assert right.facts["lead_id"] == mia.person.pk


def test_whoever_leads_nothing_cannot_be_named(post, bo, ada, inside):
    with inside(ada):
        (line,) = dry(ada, keep(ada, f"title;lead\n{post.title};{bo.user.email}\n"))

    assert "is not known here" in line.problems[0]


def test_wrong_rows_can_be_left_out(ada, inside):
    with inside(ada):
        counts = bring(ada, keep(ada, HEADER + "A;nonsense;KL;LAW;\nFine;;KL;LAW;\n"), leave_out_wrong=True)

        assert (counts["NEW"], counts["WRONG"]) == (1, 1)
        assert Initiative.objects.get().title == "Fine"


def test_mandated_solution_is_not_dropped_by_a_file(post, ada, inside):
    with inside(ada):
        (line,) = dry(ada, keep(ada, f"title;status\n{post.title};DROPPED\n"))

    assert line.fate is Fate.WRONG


def test_portfolio_changed_since_the_dry_run_is_shown_anew(post, ada, inside):
    with inside(ada):
        held = keep(ada, GOOD)
        seen = queries.state_of(queries.everything(ada))
        actions.set_status(post, Status.RUNNING, by=ada)

        with pytest.raises(ChangedMeanwhile):
            actions.bring_in(held, by=ada, seen=seen, leave_out_wrong=False)
        assert Initiative.objects.count() == 1


def test_taking_back_restores_what_was(post, ada, inside):
    with inside(ada):
        held = keep(
            ada, f"title;deadline;source;legal_basis\n{post.title};2028-03-01;Others;LAW\nNew;;KL;LAW\n"
        )
        bring(ada, held)
        kept = actions.take_back(held, by=ada)
        rows = list(Initiative.objects.values_list("title", "deadline", "source"))

        assert (kept, rows) == ([], [("Digital Post, phase 2", date(2027, 12, 1), "KL and the state")])
        assert Deadline.objects.filter(initiative=post).count() == 1
        with pytest.raises(actions.NothingToTakeBack):
            actions.take_back(held, by=ada)


def test_what_somebody_changed_since_stays_and_is_named(ada, inside):
    with inside(ada):
        held = keep(ada, GOOD)
        bring(ada, held)
        actions.set_status(Initiative.objects.get(title="Ny valgløsning"), Status.RUNNING, by=ada)

        assert actions.take_back(held, by=ada) == ["Ny valgløsning"]
        assert Initiative.objects.get().title == "Ny valgløsning"


def test_what_somebody_gave_levels_since_stays_and_is_named(ada, inside):
    with inside(ada):
        held = keep(ada, GOOD)
        bring(ada, held)
        vote = Initiative.objects.get(title="Ny valgløsning")
        AmbitionLevel.objects.create(initiative=vote, kind=LevelKind.LEGAL_MINIMUM, place=0, months=3)

        assert actions.take_back(held, by=ada) == ["Ny valgløsning"]
        assert list(Initiative.objects.all()) == [vote]


def test_mapping_is_remembered_for_the_same_header(ada, inside):
    with inside(ada):
        actions.map_columns(keep(ada, "one;two\na;b\n"), {"1": "title"}, by=ada)

        assert keep(ada, "one;two\nc;d\n").mapping == {"1": "title"}


def test_only_the_newest_twenty_files_are_kept(ada, inside):
    with inside(ada):
        for _ in range(23):
            keep(ada, GOOD)

        assert Import.objects.count() == 20


def test_exported_portfolio_comes_back_as_it_is(post, hands, mia, ada, browser_of, inside):
    with inside(ada):
        Initiative.objects.filter(pk=post.pk).update(
            lead=mia.person, links="https://kl.dk/a\nhttps://kl.dk/b"
        )
    body = browser_of(ada).get("/portfolio/portfolio.xlsx").content

    with inside(ada):
        held = actions.keep_file("portfolio.xlsx", read_table(body), by=ada)
        assert fates(dry(ada, held)) == [(2, "SKIPPED"), (3, "SKIPPED")]


def test_exported_workbook_holds_what_is_looked_at(post, hands, ada, browser_of):
    body = browser_of(ada).get("/portfolio/portfolio.xlsx?track=CHALLENGE").content

    assert [row.cells[0] for row in read_table(body).rows] == [hands.title]


def test_file_goes_its_way_through_the_pages(ada, browser_of, inside):
    browser = browser_of(ada)
    sent = browser.post("/portfolio/import/", {"file": SimpleUploadedFile("mine.csv", GOOD.encode())})
    page = browser.get(sent.url)

    assert [line.fate for line in page.context["page"]] == ["New", "New"]
    browser.post(f"{sent.url}bring-in/", {"seen": page.context["seen"]})
    with inside(ada):
        assert Initiative.objects.count() == 2
    browser.post(f"{sent.url}undo/")
    with inside(ada):
        assert not Initiative.objects.exists()


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Save it as XLSX"),
        ("page.xls", b"<html></html>", "no table"),
        ("broken.xlsx", b"PK\x03\x04broken", "damaged"),
        ("empty.csv", b"title\n", "no rows"),
    ],
)
def test_refused_file_says_what_to_do(name, body, words, ada, browser_of):
    answer = browser_of(ada).post("/portfolio/import/", {"file": SimpleUploadedFile(name, body)})

    assert answer.status_code == 422
    assert words in str(answer.context["form"].errors["file"])


def test_two_columns_for_one_field_are_refused(ada, browser_of, inside):
    with inside(ada):
        key = keep(ada, GOOD).key

    answer = browser_of(ada).post(f"/portfolio/import/{key}/", {"column-0": "title", "column-2": "title"})

    assert answer.status_code == 422


def test_colleague_neither_brings_in_nor_sees_files(ada, bo, browser_of, inside):
    with inside(ada):
        key = keep(ada, GOOD).key
    browser = browser_of(bo)

    assert [
        browser.get(address).status_code for address in ("/portfolio/import/", f"/portfolio/import/{key}/")
    ] == [403, 403]


def test_template_explains_each_column_in_three_languages(ada, browser_of):
    body = browser_of(ada).get("/portfolio/import/template.xlsx").content
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))

    assert book.sheet_names == ["Initiatives", "Explanation (en)", "Forklaring (da)", "Förklaring (sv)"]
    assert book.get_sheet_by_name("Initiatives").to_python() == [list(HEADERS)]
    for name in book.sheet_names[1:]:
        rows = book.get_sheet_by_name(name).to_python()
        assert [row[0] for row in rows[1:]] == list(HEADERS)
        assert all(row[1] for row in rows)


def test_file_whose_title_is_not_found_asks_for_it(ada, browser_of, inside):
    with inside(ada):
        key = keep(ada, "what;extra\nA;x\n").key
    browser = browser_of(ada)
    page = browser.get(f"/portfolio/import/{key}/")

    assert (list(page.context["page"]), page.context["ask_columns"]) == ([], True)
    assert "No column was recognised" in page.content.decode()
    browser.post(f"/portfolio/import/{key}/", {"column-0": "title"})
    page = browser.get(f"/portfolio/import/{key}/")
    assert "Columns that are left out:</p>" not in page.content.decode()
    assert page.context["left_out"] == ["extra"]


def test_ten_thousand_rows_are_brought_in(ada, inside):
    rows = [[f"Initiative {number}", "KL", "LAW"] for number in range(10_000)]
    body = xlsx([("Portfolio", ["title", "source", "legal_basis"], rows)])

    with inside(ada):
        bring(ada, actions.keep_file("large.xlsx", read_table(body), by=ada))

        assert Initiative.objects.count() == 10_000
