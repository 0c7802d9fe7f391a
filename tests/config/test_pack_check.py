# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""`leadroom pack check` over real files: one line a problem, each with its file, line and plain words."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from leadroom.config.packs import check, words
from leadroom.core.skills.check import Problem, check_map
from tests.core.skills import packs, test_map_check

COUNCILS = """country,code,name,type,region_code,region,population,lat,lon
DK,0101,København,Municipality,1084,Region Hovedstaden,600000,55.67000,12.56000
SE,0180,Stockholms kommun,Municipality,01,Stockholms län,900000,59.33000,18.06000
"""
AREA, EMPLOYEE = "skills-map/areas/01-area-1.yaml", "roles/roles/01-employee.yaml"
TABLE = "directory/councils.csv"
CODE = re.compile(r"[a-z]+(-[a-z]+)+")
SOURCE = Path(words.__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of faultless packs."""
    for pack, files in (("skills-map", packs.skills_map()), ("roles", packs.roles())):
        for name, data in files.items():
            write(tmp_path / pack / name, data)
    write(tmp_path / "directory" / "pack.yaml", packs.head("directory"))
    (tmp_path / TABLE).write_text(COUNCILS, encoding="utf-8")
    return tmp_path


def write(path: Path, data: Any) -> None:
    """Write a file as an editor would: block style, keys in order, a comment on top."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    path.write_text(f"# A comment\n{text}", encoding="utf-8")


def change(path: Path, old: str, new: str, nth: int = 0) -> int:
    """Put new words in the place of old ones, and return the line in which they stand."""
    text = path.read_text(encoding="utf-8")
    start = [found.start() for found in re.finditer(re.escape(old), text)][nth]
    path.write_text(text[:start] + new + text[start + len(old) :], encoding="utf-8")
    return text[:start].count("\n") + 1


def test_faultless_packs_have_no_problem(folder: Path) -> None:
    assert check([folder]) == []


def test_the_packs_we_ship_have_no_problem() -> None:
    shipped = next(path for path in settings.PACK_FOLDERS if (path / "skills-map").is_dir())

    assert check([shipped]) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (AREA, "scan: true", "skan: true", "Nobody reads “skan”."),
        (
            AREA,
            "key: doing-beno",
            "key: doing-balo",
            "“doing-balo” is used twice, first in areas/01-area-1.yaml.",
        ),
        (AREA, "en: Asks a", "en: Often asks a", "“often” says how much, not what is done."),
        (AREA, "seed-one", "seed-two", "pack.yaml has no source “seed-two”."),
        (AREA, "domain: vision", "domain: management", "This says the domain “management”"),
        (AREA, "en: Doing balo", f"en: {'x' * 41}", "This name in “en” has 41 characters; at most 40 fit."),
        ("skills-map/pack.yaml", "version: 1.0.0", "version: 1.0", "“1.0” is not a version"),
        (
            "skills-map/pack.yaml",
            "key: skills-map",
            "key: skillsmap",
            "The key is “skillsmap”, but the folder",
        ),
        (EMPLOYEE, "max: 2", "max: 0", "min is 1 and max is 0: min must not be above max."),
        (EMPLOYEE, "weight: 1", "weight: 9", "“9” should be a whole number from 1 to 3."),
        ("directory/pack.yaml", "licence: CC-BY-4.0", "licence: ''", "Here should be a text in quotes."),
        (TABLE, "SE,0180", "SE,", "The cell “code” is empty."),
        (TABLE, "SE,0180", "NO,0180", "The country “NO” is not one of DK, SE, GB."),
        (TABLE, "SE,0180", "DK,0101", "The council DK 0101 is already in line 2."),
        (TABLE, "59.33000", "91.5", "“91.5” in “lat” should be a number from 49.0 to 70.0."),
        (TABLE, "900000", "many", "“many” in “population” should be a number from 1 to 10000000."),
        (TABLE, ",900000", "", "This row has 8 cells; it should have 9."),
        (TABLE, "Stockholms kommun", "Stockholms kommun ", "The cell “name” begins or ends with a space."),
        (TABLE, "country,code", "code,country", "The first line should read exactly: country,code,"),
    ],
)
def test_a_problem_has_its_file_its_line_and_plain_words(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    line = change(folder / file, old, new)

    answer = check([folder])

    wanted = f"{folder / file}:{line}: {message}"
    assert [said for said in answer if said.startswith(wanted)], answer


@pytest.mark.parametrize("file", ["skills-map/pack.yaml", "roles/pack.yaml", "directory/pack.yaml", TABLE])
def test_a_missing_file_is_said_plainly(folder: Path, file: str) -> None:
    (folder / file).unlink()

    assert f"{folder / file}:1: This file is missing." in check([folder])


def test_a_broken_file_is_said_with_its_line_and_hides_no_other_problem(folder: Path) -> None:
    line = change(folder / AREA, "key: doing-beno", 'key: "doing-beno')
    other = change(folder / EMPLOYEE, "max: 2", "max: 0")

    answer = check([folder])

    broken = [said for said in answer if f"{AREA}:" in said]
    assert len(broken) == 1
    assert int(broken[0].split(":")[1]) >= line
    assert "YAML cannot be read from here on" in broken[0]
    assert [said for said in answer if said not in broken] == [
        f"{folder / EMPLOYEE}:{other}: min is 1 and max is 0: min must not be above max."
    ]


def test_a_key_twice_is_found_though_yaml_takes_the_last(folder: Path) -> None:
    line = change(folder / AREA, "domain: vision", "domain: vision\ndomain: vision")

    assert check([folder]) == [
        f"{folder / AREA}:{line + 1}: “domain” stands here twice, first in line {line}. Keep one."
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "This file is empty."), (b"key: \xe5", "This file is not text in UTF-8.")],
)
def test_a_file_without_text_is_said_plainly(folder: Path, content: bytes, message: str) -> None:
    (folder / AREA).write_bytes(content)

    assert check([folder]) == [f"{folder / AREA}:1: {message}"]


def test_a_file_that_nobody_reads_is_named(folder: Path) -> None:
    (folder / "skills-map/areas/13-more.yml").write_text("key: more\n")

    assert check([folder]) == [
        f"{folder / 'skills-map/areas/13-more.yml'}:1: Nobody reads this file: its name must end in .yaml."
    ]


def test_a_folder_without_packs_is_said_plainly(tmp_path: Path) -> None:
    (answer,) = check([tmp_path / "nowhere"])

    assert answer.startswith(f"{tmp_path / 'nowhere'}:1: There is no pack here")


def test_problems_are_sorted_by_file_and_line(folder: Path) -> None:
    late = change(folder / AREA, "en: Asks a", "en: Often asks a", nth=3)
    early = change(folder / AREA, "domain: vision", "domain: management")
    change(folder / TABLE, "900000", "many")

    places = [said.removeprefix(f"{folder}/").split(":")[:2] for said in check([folder])]

    assert places == [[TABLE, "3"], [AREA, str(early)], [AREA, str(late)]]


def test_one_pack_alone_is_judged_with_the_map_beside_it(folder: Path) -> None:
    change(folder / EMPLOYEE, "doing-balo", "doing-bolo")

    answer = [said.partition(": ")[2] for said in check([folder / "roles"])]

    assert answer == ["There is no target for “doing-balo”.", "The map has no competency “doing-bolo”."]


def test_a_pack_named_by_a_dot_is_the_pack_in_this_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "roles")
    line = change(folder / EMPLOYEE, "max: 2", "max: 0")

    assert check([Path()]) == [
        f"roles/01-employee.yaml:{line}: min is 1 and max is 0: min must not be above max."
    ]


def test_roles_of_a_map_that_is_nowhere_are_told_so(folder: Path) -> None:
    line = change(folder / "roles/pack.yaml", "skills-map@1.0.0", "skills-map@3.0.0")

    assert check([folder]) == [
        f"{folder / 'roles/pack.yaml'}:{line}: There is no map “skills-map@3.0.0”. Found: skills-map@1.0.0."
    ]


def test_a_pack_of_another_kind_has_its_head_judged(folder: Path) -> None:
    write(folder / "stories" / "pack.yaml", {**packs.head("stories"), "stories": ["One"]})

    assert check([folder]) == []


def test_a_pack_of_another_kind_has_the_grammar_of_all_its_files_judged(folder: Path) -> None:
    write(folder / "stories" / "pack.yaml", packs.head("stories"))
    write(folder / "stories" / "told" / "one.yaml", {"key": "one"})
    line = change(folder / "stories" / "told" / "one.yaml", "key: one", "key: one\nkey: two") + 1

    assert check([folder]) == [
        f"{folder / 'stories/told/one.yaml'}:{line}: “key” stands here twice, first in line 2. Keep one."
    ]


def test_every_kind_of_problem_has_its_words_and_no_words_are_left_over() -> None:
    sources = [*(SOURCE / "core/skills/check").glob("*.py"), *(SOURCE / "config/packs").glob("*.py")]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sources if path.name != "words.py"]
    constants = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]

    codes = {value for value in constants if isinstance(value, str) and CODE.fullmatch(value)}

    assert codes - {"skills-map", "leaders-mirror", "learning-paths", "not-yet"} == set(words.SENTENCES)


@pytest.mark.parametrize(("fault", "code"), [(fault, code) for fault, _, code in test_map_check.FAULTS])
def test_every_problem_of_a_map_can_be_said(fault: test_map_check.Fault, code: str) -> None:
    files = packs.skills_map()
    fault(files)

    said = [words.sentence(problem) for problem in check_map(files) if problem.code == code]

    assert said
    assert "{" not in said[0]


def test_a_sentence_names_what_is_meant() -> None:
    problem = Problem(("pack.yaml",), "source-unused", {"source": "s1-bid-01"})

    assert words.sentence(problem) == "No competency names the source “s1-bid-01”."
