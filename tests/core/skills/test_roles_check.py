# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The check of a pack of roles: one fault put in, exactly that fault found, at its place."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import pytest

from leadroom.core.skills.check import check_roles
from tests.core.skills import packs

Files = dict[str, Any]

PACK, FIRST, SECOND = "pack.yaml", "roles/01-employee.yaml", "roles/02-executive.yaml"
MAPS: Mapping[str, Collection[str] | None] = {"skills-map@1.0.0": packs.competency_keys()}
TARGET = (FIRST, "targets", "doing-balo")


def found(files: Files, maps: Mapping[str, Collection[str] | None] = MAPS) -> set[tuple[object, str]]:
    """Return the place and code of each problem."""
    return {(problem.where, problem.code) for problem in check_roles(files, maps)}


def target(files: Files) -> dict[str, Any]:
    """Return the first target of the first role."""
    return files[FIRST]["targets"]["doing-balo"]


@pytest.mark.parametrize(
    ("fault", "where", "code"),
    [
        (lambda files: files[PACK].pop("map"), (PACK,), "key-missing"),
        (lambda files: files[PACK].update(map="skills-map"), (PACK, "map"), "not-a-reference"),
        (lambda files: files[PACK].update(map="skills-map@2.0.0"), (PACK, "map"), "map-unknown"),
        (lambda files: files[FIRST].pop("description"), (FIRST,), "key-missing"),
        (lambda files: files[FIRST].update(titel="Employee"), (FIRST, "titel"), "key-unknown"),
        (lambda files: files[FIRST]["name"].pop("sv"), (FIRST, "name"), "language-missing"),
        (lambda files: files[FIRST]["name"].update(sv="x" * 41), (FIRST, "name", "sv"), "name-long"),
        (lambda files: files[FIRST]["targets"].pop("doing-balo"), (FIRST, "targets"), "target-missing"),
        (
            lambda files: files[FIRST]["targets"].update(dancing={"min": 1, "max": 1, "weight": 1}),
            (FIRST, "targets", "dancing"),
            "target-unknown",
        ),
        (lambda files: target(files).update(min=3), (*TARGET, "max"), "range-upside-down"),
        (lambda files: target(files).update(max=5), (*TARGET, "max"), "not-a-number"),
        (lambda files: target(files).update(min=True), (*TARGET, "min"), "not-a-number"),
        (lambda files: target(files).update(weight=0), (*TARGET, "weight"), "not-a-number"),
        (lambda files: target(files).pop("weight"), TARGET, "key-missing"),
        (lambda files: target(files).update(wieght=2), (*TARGET, "wieght"), "key-unknown"),
        (lambda files: files[SECOND].update(order=3), (SECOND, "key"), "file-name"),
    ],
)
def test_a_fault_is_found_at_its_place(
    fault: Callable[[Files], object], where: tuple[object, ...], code: str
) -> None:
    files = packs.roles()
    fault(files)

    assert found(files) == {(where, code)}


def test_faultless_roles_have_no_problem() -> None:
    assert check_roles(packs.roles(), MAPS) == []


def test_weights_that_are_all_alike_say_nothing() -> None:
    files = packs.roles()
    for each in files[FIRST]["targets"].values():
        each["weight"] = 2

    assert found(files) == {((FIRST, "targets"), "weights-alike")}


def test_a_role_twice_is_repeated() -> None:
    files = packs.roles()
    files[SECOND] = packs.role("employee", 1)

    assert found(files) == {
        ((SECOND, "key"), "key-repeated"),
        ((SECOND, "order"), "value-repeated"),
        ((SECOND, "key"), "file-name"),
    }


def test_a_pack_without_roles_is_no_pack_of_roles() -> None:
    assert found({PACK: packs.roles()[PACK]}) == {((PACK,), "no-roles")}


def test_nothing_is_judged_against_a_map_that_could_not_be_read() -> None:
    files = packs.roles()
    files[FIRST]["targets"].pop("doing-balo")

    assert found(files, {"skills-map@1.0.0": None}) == set()


def test_a_role_that_could_not_be_read_is_left() -> None:
    assert found({**packs.roles(), FIRST: None}) == set()


@pytest.mark.parametrize("nonsense", [[], "text", 7, {}, {"targets": [1]}, {"targets": {"doing-balo": 3}}])
def test_nonsense_is_named_and_never_breaks_the_check(nonsense: object) -> None:
    assert {where[0] for where, _ in found({**packs.roles(), FIRST: nonsense})} == {FIRST}
