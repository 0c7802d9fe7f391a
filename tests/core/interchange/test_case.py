# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""CASE out and in again is the same, whoever wrote it; what is broken is named with its place."""

import json
from copy import deepcopy
from dataclasses import replace
from typing import Any
from uuid import uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadroom.core.interchange import case, identity
from leadroom.core.interchange.changes import changes
from leadroom.core.interchange.framework import Framework, from_plain, to_plain
from leadroom.core.interchange.problem import Unreadable
from tests.core.interchange import schemas
from tests.core.interchange.made import SMALL, frameworks

CHANGED, LATER = "2026-11-27T12:00:00+00:00", "2027-01-01T08:00:00+00:00"


def read(*packages: Any, language: str = "en", creator: str = "Somebody") -> Framework:
    return case.read([("", package) for package in packages], language=language, creator=creator)


def problems(*packages: Any, language: str = "en") -> list[tuple[str, str]]:
    with pytest.raises(Unreadable) as refused:
        read(*packages, language=language)
    return [(problem.where.path, problem.code) for problem in refused.value.problems]


@settings(max_examples=50, deadline=None)
@given(frameworks())
def test_any_framework_goes_out_and_comes_back(framework: Framework) -> None:
    packages = json.loads(json.dumps(case.packages(framework, CHANGED)))

    assert read(*reversed(packages.values())) == framework


@settings(max_examples=30, deadline=None)
@given(frameworks())
def test_any_framework_is_kept_as_json(framework: Framework) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(framework)))) == framework


def test_exports_are_stable_but_for_the_moment_given() -> None:
    once, again = case.packages(SMALL, CHANGED), case.packages(SMALL, LATER)

    assert json.loads(json.dumps(again).replace(LATER, CHANGED)) == once
    assert once["en"]["CFDocument"]["identifier"] == "6388911c-1a00-5057-80b7-67b3e6e5cead"


@given(st.text())
def test_identifiers_are_uuids_of_version_five(name: str) -> None:
    assert identity.uuid_of(name) == str(uuid5(identity.NAMESPACE, name))


def test_another_version_has_other_identifiers() -> None:
    identifiers = {
        thing["identifier"]
        for version in ("1.0", "1.1")
        for package in case.packages(replace(SMALL, version=version), CHANGED).values()
        for thing in package["CFItems"]
    }

    assert len(identifiers) == 2 * 2 * len(SMALL.items)


def test_translations_lead_to_the_source() -> None:
    packages = case.packages(SMALL, CHANGED)
    translations = [
        (each["originNodeURI"]["identifier"], each["destinationNodeURI"]["identifier"])
        for each in packages["da"]["CFAssociations"]
        if each["associationType"] == "isTranslationOf"
    ]
    pairs = [
        (danish["identifier"], english["identifier"])
        for danish, english in zip(packages["da"]["CFItems"], packages["en"]["CFItems"], strict=True)
    ]

    documents = [packages[language]["CFDocument"]["identifier"] for language in ("da", "en")]
    assert translations == [tuple(documents), *pairs]
    assert "isTranslationOf" not in json.dumps(packages["en"])


FOREIGN: dict[str, Any] = {
    "CFPackage": {
        "CFDocument": {
            "identifier": "d0000000-0000-4000-8000-000000000001",
            "uri": "https://example.org/ims/case/v1p0/CFDocuments/d0000000-0000-4000-8000-000000000001",
            "title": "Digital skills",
            "creator": "Example County",
            "language": "en-GB",
            "lastChangeDateTime": "2019-03-01T10:00:00",
            "CFPackageURI": "https://example.org/CFPackages/d0000000-0000-4000-8000-000000000001",
            "subject": [],
            "notes": None,
            "x-house": {"colour": "red"},
        },
        "CFItems": [
            {
                "identifier": "10000000-0000-4000-8000-000000000002",
                "uri": "HTTPS://Example.org/%7Eitems/2?a=b#10000000-0000-4000-8000-000000000002",
                "fullStatement": " Second, with a space before it",
                "CFItemType": "Standard",
                "CFDocumentURI": "https://example.org/d",
                "lastChangeDateTime": "2019-03-01T10:00:00",
                "educationLevel": ["KG", "01"],
            },
            {
                "identifier": "10000000-0000-4000-8000-000000000001",
                "uri": "https://example.org/CFItems/1",
                "fullStatement": "First",
                "humanCodingScheme": "A.1",
                "lastChangeDateTime": "2019-03-01T10:00:00Z",
            },
            {
                "identifier": "10000000-0000-4000-8000-000000000003",
                "uri": "https://example.org/CFItems/3",
                "fullStatement": "A child of two",
                "humanCodingScheme": "A.1",
                "lastChangeDateTime": "2019-03-01T10:00:00Z",
            },
        ],
        "CFAssociations": [
            {
                "identifier": f"a0000000-0000-4000-8000-00000000000{place}",
                "uri": f"urn:uuid:a0000000-0000-4000-8000-00000000000{place}",
                "associationType": kind,
                "sequenceNumber": number,
                "originNodeURI": origin,
                "destinationNodeURI": destination,
                "lastChangeDateTime": "2019-03-01T10:00:00",
            }
            for place, (kind, number, origin, destination) in enumerate(
                [
                    (
                        "isChildOf",
                        20,
                        {"title": "", "identifier": "10000000-0000-4000-8000-000000000002", "uri": "x"},
                        "https://example.org/d/d0000000-0000-4000-8000-000000000001",
                    ),
                    (
                        "isChildOf",
                        10,
                        "urn:uuid:10000000-0000-4000-8000-000000000001",
                        {"uri": "https://example.org/d0000000-0000-4000-8000-000000000001"},
                    ),
                    (
                        "isChildOf",
                        1,
                        "https://example.org/CFItems/10000000-0000-4000-8000-000000000003",
                        "https://example.org/CFItems/10000000-0000-4000-8000-000000000001",
                    ),
                    (
                        "isChildOf",
                        2,
                        "https://example.org/CFItems/10000000-0000-4000-8000-000000000003",
                        "https://example.org/CFItems/10000000-0000-4000-8000-000000000002",
                    ),
                    (
                        "exactMatchOf",
                        1,
                        "urn:uuid:10000000-0000-4000-8000-000000000001",
                        "http://data.europa.eu/esco/x",
                    ),
                ]
            )
        ],
        "CFDefinitions": {
            "CFItemTypes": [{"identifier": "t", "uri": "x/t", "title": "Standard", "typeCode": "Std"}],
            "CFSubjects": [{"identifier": "s", "title": "Maths"}],
            "CFConcepts": None,
        },
        "CFRubrics": [],
        "x-more": [1, 2],
    }
}


def _without_nothing(said: Any) -> Any:
    if isinstance(said, dict):
        return {name: _without_nothing(each) for name, each in said.items() if each not in (None, [], {})}
    return [_without_nothing(each) for each in said] if isinstance(said, list) else said


def _unordered(package: Any) -> Any:
    said = _without_nothing(package)
    return {
        name: sorted(each, key=lambda thing: thing["identifier"])
        if name.startswith("CF") and isinstance(each, list)
        else each
        for name, each in said.items()
    }


def test_foreign_package_is_understood() -> None:
    framework = read(FOREIGN)

    assert [(item.code, item.parent, item.name["en"]) for item in framework.items] == [
        ("10000000-0000-4000-8000-000000000001", "", "First"),
        ("10000000-0000-4000-8000-000000000003", "10000000-0000-4000-8000-000000000001", "A child of two"),
        ("10000000-0000-4000-8000-000000000002", "", "Second, with a space before it"),
    ]
    assert (framework.key, framework.creator, framework.languages) == (
        "digital-skills",
        "Example County",
        ("en",),
    )


def test_foreign_package_goes_out_as_it_came_in() -> None:
    out = case.package(from_plain(json.loads(json.dumps(to_plain(read(FOREIGN))))), "en", LATER)

    assert _unordered(out) == _unordered(FOREIGN["CFPackage"])


def test_foreign_package_takes_a_version_of_ours() -> None:
    named = read(FOREIGN).named(version="2026")

    assert case.package(named, "en", LATER)["CFDocument"]["version"] == "2026"


@pytest.mark.parametrize("rubrics", [
    [{"identifier": "r", "uri": "r", "CFRubricCriteria": [{"identifier": "c", "uri": "c", "CFRubricCriterionLevels": [{"score": 1}]}]}],
    [{"identifier": "r", "uri": "r"}, {"identifier": "q", "uri": "q"}],
    [{"identifier": "r", "uri": "r", "CFRubricCriteria": "none"}],
    [{"identifier": "r", "uri": "r", "CFRubricCriteria": [{
        "identifier": "c", "uri": "c", "CFItemURI": "urn:uuid:10000000-0000-4000-8000-000000000001",
        "CFRubricCriterionLevels": [{"score": 1.5, "quality": "Half", "description": "…"}],
    }]}],
])  # fmt: skip
def test_rubrics_of_another_shape_are_kept_whole(rubrics: list[Any]) -> None:
    foreign = deepcopy(FOREIGN)
    foreign["CFPackage"]["CFRubrics"] = rubrics

    framework = read(foreign)

    assert framework.levels == ()
    assert case.package(framework, "en", LATER)["CFRubrics"] == rubrics


def test_foreign_rubric_becomes_levels_and_goes_out_as_it_came_in() -> None:
    foreign = deepcopy(FOREIGN)
    levels = [
        {"identifier": f"l{score}", "uri": f"x/l{score}", "score": float(score), "quality": name, "description": f"Does {name}",
         "feedback": "Well done", "position": score, "lastChangeDateTime": "2019-03-01T10:00:00"}
        for score, name in ((1, "Some"), (2, "All"))
    ]  # fmt: skip
    criterion = {
        "identifier": "c", "uri": "x/c", "weight": 0.5, "lastChangeDateTime": "2019-03-01T10:00:00",
        "CFItemURI": {"identifier": "10000000-0000-4000-8000-000000000002", "uri": "x", "title": "x"},
        "CFRubricCriterionLevels": levels,
    }  # fmt: skip
    foreign["CFPackage"]["CFRubrics"] = [
        {
            "identifier": "r",
            "uri": "x/r",
            "lastChangeDateTime": "2019-03-01T10:00:00",
            "CFRubricCriteria": [criterion],
        }
    ]

    framework = read(foreign)

    assert [(level.number, level.name) for level in framework.levels] == [
        (1, {"en": "Some"}),
        (2, {"en": "All"}),
    ]
    assert framework.items[-1].anchors == {1: {"en": "Does Some"}, 2: {"en": "Does All"}}
    assert _unordered(case.package(framework, "en", LATER)) == _unordered(foreign["CFPackage"])


def test_foreign_translation_is_joined_by_its_associations() -> None:
    danish: Any = {
        "CFDocument": {"identifier": "dd", "uri": "dd", "title": "Digitale evner", "creator": "x", "language": "da-DK"},
        "CFItems": [{"identifier": f"da{place}", "uri": "u", "fullStatement": f"Nummer {place}"} for place in (1, 2, 3)],
        "CFAssociations": [
            {"identifier": f"t{place}", "uri": "u", "associationType": "isTranslationOf", "originNodeURI": f"da{place}",
             "destinationNodeURI": f"urn:uuid:10000000-0000-4000-8000-00000000000{place}"}
            for place in (1, 2, 3)
        ],
    }  # fmt: skip

    framework = read(danish, FOREIGN)

    assert [item.name.get("da") for item in framework.items] == ["Nummer 1", "Nummer 3", "Nummer 2"]


BROKEN = [
    ([], [("CFDocument", "missing")]),
    ({"CFPackage": None}, [("CFDocument", "missing")]),
    ({"CFDocument": {"identifier": "d", "title": ["x"]}}, [("CFDocument.title", "not-a-text")]),
    ({"CFDocument": {"identifier": "d", "title": "x"}}, [("", "no-items")]),
    ({"CFDocument": {"identifier": "d", "title": "x", "language": "fr"}, "CFItems": [{"identifier": "i", "fullStatement": "y"}]},
     [("CFDocument.language", "language-unknown")]),
    ({"CFDocument": {"identifier": "d", "title": "x"}, "CFItems": [{"identifier": "i", "fullStatement": "y"}, {"identifier": "i"}, 7]},
     [("CFItems[2]", "not-an-object"), ("CFItems[1].fullStatement", "missing"), ("CFItems[1].identifier", "code-repeated")]),
    ({"CFDocument": {"identifier": "d", "title": "x"}, "CFItems": [{"identifier": "i", "fullStatement": "y"}],
      "CFAssociations": [{"associationType": "isChildOf", "originNodeURI": {}}]}, [("CFAssociations[0]", "link-missing")]),
    ({"CFDocument": {"identifier": "d", "title": "x"}, "CFItems": [{"identifier": i, "fullStatement": "y"} for i in "ab"],
      "CFAssociations": [{"associationType": "isChildOf", "originNodeURI": a, "destinationNodeURI": b} for a, b in ("ab", "ba")]},
     [("CFItems[0]", "no-way-up"), ("CFItems[1]", "no-way-up")]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), BROKEN)
def test_broken_package_is_refused_with_its_places(said: Any, expected: list[tuple[str, str]]) -> None:
    assert problems(said) == expected


def test_two_packages_of_one_language_are_refused() -> None:
    english = case.package(SMALL, "en", CHANGED)

    assert problems(english, english) == [("", "language-twice")]


def test_translation_of_something_else_is_refused() -> None:
    danish = case.package(SMALL, "da", CHANGED)

    assert {code for _path, code in problems(danish, FOREIGN)} == {"translates-nothing"}


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=3)
    | st.sampled_from(["needs", "isChildOf", "10000000-0000-4000-8000-000000000001"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["title", "uri", "score"]), inner, max_size=2),
    max_leaves=3,
)  # fmt: skip


def _spoiled(said: Any, way: list[int], value: Any) -> Any:
    """Return a document in which what lies at the end of a way is something else."""
    if not way or not isinstance(said, dict | list) or not said:
        return value
    keys = list(said) if isinstance(said, dict) else list(range(len(said)))
    at = keys[way[0] % len(keys)]
    pairs = said.items() if isinstance(said, dict) else enumerate(said)
    changed = {key: _spoiled(each, way[1:], value) if key == at else each for key, each in pairs}
    return changed if isinstance(said, dict) else list(changed.values())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["foreign", "ours"]), st.lists(st.integers(0, 30), min_size=1, max_size=7), anything)
def test_whatever_stands_anywhere_is_read_or_refused(whose: str, way: list[int], value: Any) -> None:
    sound = FOREIGN["CFPackage"] if whose == "foreign" else case.package(SMALL, "en", CHANGED)

    try:
        framework = read(_spoiled(sound, way, value))
    except Unreadable:
        return

    again = from_plain(json.loads(json.dumps(to_plain(framework))))
    assert changes(framework, again) == []
    assert json.dumps(case.packages(again, CHANGED)) == json.dumps(case.packages(framework, CHANGED))


@settings(max_examples=30, deadline=None)
@given(frameworks())
def test_any_package_is_what_the_schema_asks(framework: Framework) -> None:
    packages = json.loads(json.dumps(case.packages(framework, CHANGED)))

    assert [schemas.wrong(package, schemas.CASE) for package in packages.values()] == [[]] * len(packages)
