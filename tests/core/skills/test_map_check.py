# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The check of a skills map: one fault put in, exactly that fault found, at its place."""

from collections.abc import Callable
from typing import Any

import pytest

from leadroom.core.skills.check import Problem, check_head, check_map, held
from leadroom.core.skills.check.wording import is_one_sentence, likeness, words
from tests.core.skills import packs

Files = dict[str, Any]
Fault = Callable[[Files], object]

PACK, FIRST, LAST = "pack.yaml", "areas/01-area-1.yaml", "areas/12-area-12.yaml"
ITEM = (FIRST, "competencies", 1)
SCANNED = (FIRST, "competencies", 0)


def found(files: Files) -> set[tuple[object, str]]:
    """Return the place and code of each problem."""
    return {(problem.where, problem.code) for problem in check_map(files)}


def item(files: Files) -> dict[str, Any]:
    """Return the second competency of the first area."""
    return files[FIRST]["competencies"][1]


def aware(files: Files) -> dict[str, str]:
    """Return its first behaviour."""
    return item(files)["behaviours"]["aware"]


def put(path: tuple[str | int, ...], value: object) -> Fault:
    """Return the fault that puts a value at a place."""

    def fault(files: Files) -> None:
        parent: Any = files
        for step in path[:-1]:
            parent = parent[step]
        parent[path[-1]] = value

    return fault


def drop(*path: str | int) -> Fault:
    """Return the fault that takes away what stands at a place."""

    def fault(files: Files) -> None:
        parent: Any = files
        for step in path[:-1]:
            parent = parent[step]
        del parent[path[-1]]

    return fault


AWARE = (*ITEM, "behaviours", "aware")
WORKING = (*ITEM, "behaviours", "working")
LONG = f"Asks {'one more word ' * 9}of a colleague."

SHAPES = [
    (put((PACK, "levls"), []), (PACK, "levls"), "key-unknown"),
    (put((*ITEM, "defintion"), "…"), (*ITEM, "defintion"), "key-unknown"),
    (put((*ITEM, "behaviours", "expert"), {}), (*ITEM, "behaviours", "expert"), "key-unknown"),
    (drop(PACK, "licence"), (PACK,), "key-missing"),
    (drop(*ITEM, "definition"), ITEM, "key-missing"),
    (drop(*ITEM, "behaviours", "leading"), (*ITEM, "behaviours"), "key-missing"),
    (put((*ITEM, "name"), "Doing things"), (*ITEM, "name"), "not-a-mapping"),
    (put((*ITEM, "processes"), []), (*ITEM, "processes"), "not-a-list"),
    (put((*ITEM, "sources"), "seed-one"), (*ITEM, "sources"), "not-a-list"),
    (put((PACK, "licence"), " "), (PACK, "licence"), "not-a-text"),
    (put((*ITEM, "scan"), "yes"), (*ITEM, "scan"), "not-a-flag"),
    (put((*ITEM, "key"), "Doing_Things"), (*ITEM, "key"), "not-a-key"),
    (put((PACK, "version"), 1.0), (PACK, "version"), "not-a-version"),
    (put((PACK, "version"), "1.0"), (PACK, "version"), "not-a-version"),
    (put((PACK, "terms", 0, "language"), "no"), (PACK, "terms", 0, "language"), "not-one-of"),
    (drop(*AWARE, "sv"), AWARE, "language-missing"),
    (put((*AWARE, "no"), "Spør en kollega."), (*AWARE, "no"), "language-unknown"),
    (put((*AWARE, "da"), ""), (*AWARE, "da"), "text-empty"),
    (put((*AWARE, "da"), "…"), (*AWARE, "da"), "text-empty"),
    (put((FIRST, "question", "sv"), None), (FIRST, "question", "sv"), "text-empty"),
]

SENSE = [
    (put((*ITEM, "key"), "doing-balo"), (*ITEM, "key"), "key-repeated"),
    (put((PACK, "processes", 1, "key"), "budget"), (PACK, "processes", 1, "key"), "key-repeated"),
    (put((FIRST, "domain"), "leadership"), (FIRST, "domain"), "area-elsewhere"),
    (put((*ITEM, "scan"), True), (*ITEM, "scan"), "scan-repeated"),
    (drop(*SCANNED, "scan"), (FIRST, "competencies"), "scan-missing"),
    (put((*ITEM, "processes"), ["lunch"]), (*ITEM, "processes", 0), "process-unknown"),
    (put((*ITEM, "processes"), ["budget", "budget"]), (*ITEM, "processes", 1), "value-repeated"),
    (put((*ITEM, "sources"), ["seed-two"]), (*ITEM, "sources", 0), "source-unknown"),
    (put((PACK, "levels", 4, "key"), "expert"), (PACK, "levels"), "levels-wrong"),
]

WORDING = [
    (put((*ITEM, "name", "en"), "x" * 41), (*ITEM, "name", "en"), "name-long"),
    (put((FIRST, "question", "en"), "Tell me."), (FIRST, "question", "en"), "not-a-question"),
    (put((*ITEM, "definition", "en"), "Too short."), (*ITEM, "definition", "en"), "word-count"),
    (put((*AWARE, "en"), LONG), (*AWARE, "en"), "word-count"),
    (put((*AWARE, "en"), "Asks a colleague. Then decides something."), (*AWARE, "en"), "not-one-sentence"),
    (put((*AWARE, "en"), "Asks a colleague before she decides"), (*AWARE, "en"), "not-one-sentence"),
    (put((*AWARE, "en"), "Often asks a colleague about deno."), (*AWARE, "en"), "degree-word"),
    (put((*AWARE, "da"), "Spørger altid en kollega om deno."), (*AWARE, "da"), "degree-word"),
    (put((*AWARE, "sv"), "Frågar mycket om deno i sin kommun."), (*AWARE, "sv"), "degree-word"),
    (
        put((*WORKING, "en"), "asks a colleague about BENO, before anything is decided!"),
        (*WORKING, "en"),
        "behaviours-alike",
    ),
    (
        put((*WORKING, "en"), "Asks one colleague about beno before anything is decided."),
        (*WORKING, "en"),
        "behaviours-alike",
    ),
    (
        put((*AWARE, "en"), "Asks a colleague about balo before anything is decided."),
        (*AWARE, "en"),
        "text-repeated",
    ),
    (put((*ITEM, "name", "sv"), "Sv Doing balo"), (*ITEM, "name", "sv"), "text-repeated"),
    (
        put((*AWARE, "en"), "Asks a colleague about E-Government before he decides."),
        (*AWARE, "en"),
        "term-avoided",
    ),
]


FAULTS = [*SHAPES, *SENSE, *WORDING]


@pytest.mark.parametrize(("fault", "where", "code"), FAULTS)
def test_a_fault_is_found_at_its_place(fault: Fault, where: tuple[object, ...], code: str) -> None:
    files = packs.skills_map()
    fault(files)

    problems = found(files)

    assert problems == {(where, code)}


def test_a_faultless_map_has_no_problem() -> None:
    assert check_map(packs.skills_map()) == []


def test_a_problem_tells_what_to_say() -> None:
    files = packs.skills_map()
    item(files)["sources"] = ["seed-two"]

    assert check_map(files) == [Problem((*ITEM, "sources", 0), "source-unknown", {"source": "seed-two"})]


def test_a_competency_missing_is_counted() -> None:
    files = packs.skills_map()
    files[LAST]["competencies"].pop()

    assert found(files) == {((PACK, "domains"), "competency-count"), ((LAST, "competencies"), "area-size")}


def test_an_area_without_file_is_named_where_it_is_listed() -> None:
    files = packs.skills_map()
    del files[LAST]

    assert found(files) == {
        ((PACK, "domains", 3, "areas", 2), "area-missing"),
        ((PACK, "domains"), "competency-count"),
    }


def test_an_area_that_no_domain_names_is_a_stray() -> None:
    files = packs.skills_map()
    files[PACK]["domains"][3]["areas"].pop()

    assert found(files) == {((LAST, "key"), "area-stray"), ((PACK, "domains"), "area-count")}


def test_a_domain_too_few_is_counted() -> None:
    files = packs.skills_map()
    areas = files[PACK]["domains"].pop()["areas"]
    files[PACK]["domains"][2]["areas"] += areas

    wrong = {
        ((f"areas/{number:02d}-area-{number}.yaml", "domain"), "area-elsewhere") for number in (10, 11, 12)
    }
    assert found(files) == {((PACK, "domains"), "domain-count"), *wrong}


def test_a_file_is_named_after_its_area_and_place() -> None:
    files = packs.skills_map()
    files["areas/12-last.yaml"] = files.pop(LAST)

    assert found(files) == {(("areas/12-last.yaml", "key"), "file-name")}


def test_a_source_nobody_names_is_unused() -> None:
    files = packs.skills_map()
    files[PACK]["sources"].append(
        {"id": "seed-two", "seed": "002", "slide": "Two", "text": packs.text("Two")}
    )

    assert found(files) == {((PACK, "sources", 1, "id"), "source-unused")}


def test_an_area_named_twice_is_repeated() -> None:
    files = packs.skills_map()
    files[PACK]["domains"][3]["areas"].append("area-12")

    assert found(files) == {
        ((PACK, "domains", 3, "areas", 3), "key-repeated"),
        ((PACK, "domains"), "area-count"),
    }


def test_behaviours_that_are_long_on_average_are_found_in_their_language() -> None:
    files = packs.skills_map()
    for area in (data for name, data in files.items() if name != PACK):
        for competency in area["competencies"]:
            for level, texts in competency["behaviours"].items():
                texts["da"] = " ".join(f"{level}-{competency['key']}-{number}" for number in range(21)) + "."

    assert found(files) == {((PACK,), "average-long")}


def test_a_file_that_could_not_be_read_is_not_counted_as_missing() -> None:
    files = packs.skills_map()
    files[LAST] = None

    assert check_map(files) == []


@pytest.mark.parametrize(
    "nonsense", [[], "text", 7, {}, {"competencies": "many"}, {"competencies": [1, None]}]
)
def test_nonsense_is_named_and_never_breaks_the_check(nonsense: object) -> None:
    files = packs.skills_map()
    files[FIRST] = nonsense

    problems = check_map(files)

    assert {problem.code for problem in problems if problem.where[0] == FIRST} & {
        "not-a-mapping",
        "key-missing",
        "not-a-list",
    }


def test_all_faults_are_found_in_one_run() -> None:
    files = packs.skills_map()
    for fault, _, _ in WORDING[:3]:
        fault(files)
    del item(files)["processes"]

    assert {code for _, code in found(files)} == {"name-long", "not-a-question", "word-count", "key-missing"}


def test_words_of_another_meaning_are_no_degree() -> None:
    files = packs.skills_map()
    aware(files)["en"] = "Asks colleagues as well as residents about beno."

    assert check_map(files) == []


def test_the_keys_of_a_map_are_those_of_its_competencies() -> None:
    assert held(packs.skills_map()).competencies == frozenset(packs.competency_keys())


def test_the_head_of_an_unknown_pack_is_judged_and_the_rest_left() -> None:
    files = {PACK: {**packs.head("stories"), "stories": [1, 2], "version": "one"}}

    assert [(problem.where, problem.code) for problem in check_head(files)] == [
        ((PACK, "version"), "not-a-version")
    ]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Asks one thing.", True),
        ("Asks “what did we learn?” after a project.", True),
        ("Tegner systemer, f.eks. sagssystemer, på én side.", True),
        ("Asks “what did we learn?”", True),
        ("Asks one thing. Tells another.", False),
        ("Asks! Tells.", False),
        ("Asks one thing", False),
    ],
)
def test_one_sentence_ends_once(text: str, *, is_one: bool) -> None:
    assert is_one_sentence(text) is is_one


def test_words_keep_hyphens_and_apostrophes() -> None:
    assert words("The council’s e-services (in 2026) – don't wait.") == [
        "the",
        "council’s",
        "e-services",
        "in",
        "2026",
        "don't",
        "wait",
    ]


def test_likeness_is_the_share_of_words_both_have() -> None:
    assert likeness("a b c d", "D c, b. A") == 1.0
    assert likeness("a b", "c d") == 0.0
    assert likeness("a b c", "a b d") == 0.5
