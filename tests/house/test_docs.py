# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The documents tell the truth: what they link to, name and list is there, and nothing is left out."""

import argparse
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from leadroom.config import cli
from leadroom.kit.translated import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
DECISIONS = DOCS / "decisions"
PACKS = ROOT / "packs"
PAPERS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LICENCE = (
    "<!-- SPDX-FileCopyrightText: 2026 The Leadroom contributors -->\n<!-- SPDX-License-Identifier: CC-BY-4.0"
)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
GLOSSARY_COLUMNS = ["English", "Dansk", "Svenska", "In code", "Means", "Avoid"]
A_PAGE = 60
DECISION_PARTS = ["Context", "Decision", "Consequences", "Turned down"]
PARTS = re.compile(r"^## (.+)$", re.MULTILINE)
DATE = re.compile(r"^20\d\d-\d\d-\d\d · ", re.MULTILINE)
INDEX = re.compile(r"^\| \[(\d{4})\]\(([^)]+)\)", re.MULTILINE)
COMMAND = re.compile(r"(?:`|/bin/)leadroom ([a-z][a-z-]*)")
NAMED_PATH = re.compile(r"`((?:leadroom|tests|docs|packs|tools|locale)/[\w./-]+)`")
SETTING = re.compile(r"LEADROOM_[A-Z_]+[A-Z]")
# Read by the tools that build and test, not by an installation.
OF_THE_TOOLS = re.compile(r"LEADROOM_(STARTED_AT|CHROMIUM|HYPOTHESIS|TEST_\w+)")


def read(path: Path) -> str:
    """Return what a file says."""
    return path.read_text(encoding="utf-8")


def name_of(paper: Path) -> str:
    """Return the paper's path inside the project."""
    return str(paper.relative_to(ROOT))


def tables(text: str) -> Iterator[list[list[str]]]:
    """Yield each table of a paper as rows of cells, the heading first."""
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if line.startswith("|") and set(line) - set("|- :")]
        if lines:
            yield [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def anchors(text: str) -> set[str]:
    """Return the anchors of a paper's headings, as Git hosts make them."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def picture() -> list[str]:
    """Return the rooms of the architecture's picture, floor by floor."""
    drawing = read(DOCS / "architecture.md").split("```text")[1].split("```")[0]
    return [line.split("│")[1] for line in drawing.splitlines() if line.startswith("│")]


def glossary() -> list[list[str]]:
    """Return the glossary's words, all groups in one."""
    return [row for group in tables(read(DOCS / "glossary.md")) for row in group[1:]]


@cache
def code() -> str:
    """Return all that Leadroom is made of, packs included, as one text."""
    ours = [path for kind in ("*.py", "*.html") for path in (ROOT / "leadroom").rglob(kind)]
    packs = PACKS.rglob("*.yaml")
    return "\n".join(read(path) for path in [*ours, *packs, ROOT / "pyproject.toml"])


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_a_paper_says_its_licence_and_links_to_what_is_there(paper: Path) -> None:
    text = read(paper)
    links = [link for link in LINK.findall(text) if not link.startswith(("http://", "https://", "mailto:"))]

    missing = []
    for link in links:
        path, _, anchor = link.partition("#")
        target = (paper.parent / path).resolve() if path else paper
        if not target.exists() or (anchor and anchor not in anchors(read(target))):
            missing.append(link)

    assert text.startswith(LICENCE)
    assert missing == []


@pytest.mark.parametrize("paper", [*DOCS.glob("guides/*.md"), DOCS / "architecture.md"], ids=name_of)
def test_a_path_named_in_a_guide_is_there(paper: Path) -> None:
    named = NAMED_PATH.findall(read(paper))

    made_later = {"leadroom/static/"}
    assert [path for path in named if path not in made_later and not (ROOT / path).exists()] == []


def test_every_command_named_in_the_papers_is_in_the_makefile() -> None:
    rules = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), flags=re.MULTILINE))

    named = {word for paper in PAPERS for word in re.findall(r"`make ([a-z]+)", read(paper))}

    assert named - rules == set()


def test_every_decision_is_in_the_index_and_fits_on_a_page() -> None:
    records = sorted(DECISIONS.glob("0*.md"))
    index = dict(INDEX.findall(read(DECISIONS / "README.md")))

    texts = {record.name: read(record) for record in records}

    assert index == {record.name[:4]: record.name for record in records}
    assert list(index) == [f"{number:04}" for number in range(1, len(records) + 1)]
    assert [name for name, text in texts.items() if len(text.splitlines()) >= A_PAGE] == []
    assert [name for name, text in texts.items() if PARTS.findall(text) != DECISION_PARTS] == []
    assert [name for name, text in texts.items() if not DATE.search(text)] == []


def test_the_settings_table_lists_every_variable_and_no_other() -> None:
    cells = [row[0].strip("`") for table in tables(read(DOCS / "guides" / "run-it.md")) for row in table]
    files = (ROOT / "leadroom").rglob("*.py")

    in_code = {name for file in files for name in SETTING.findall(read(file))}

    listed = sorted(cell for cell in cells if SETTING.fullmatch(cell))
    assert listed == sorted(name for name in in_code if not OF_THE_TOOLS.fullmatch(name))


def test_the_commands_of_leadroom_are_in_the_guide_and_no_others_are_named() -> None:
    actions = [action for action in cli.parser()._actions if isinstance(action, argparse._SubParsersAction)]
    commands = set(actions[0].choices)
    cells = [row[0].strip("`") for table in tables(read(DOCS / "guides" / "run-it.md")) for row in table]

    listed = {cell.split()[1] for cell in cells if cell.startswith("leadroom ")}

    named = {word for paper in PAPERS for word in COMMAND.findall(read(paper))}
    assert (listed, named - commands) == (commands, set())


def test_the_picture_shows_the_floors_of_the_contract() -> None:
    tools = tomllib.loads(read(ROOT / "pyproject.toml"))["tool"]
    contract = tools.get("importlinter")
    if contract is None:
        pytest.skip("The import contract is not written yet.")
    floors = next(
        c["layers"] for c in contract["contracts"] if c["type"] == "layers" and "core" in str(c["layers"][-1])
    )

    shown = [re.findall(r"[a-z_]+", floor) for floor in picture()]

    assert shown == [re.findall(r"[a-z_]+", re.sub(r"leadroom\.", "", floor)) for floor in floors]


def test_the_picture_puts_in_brackets_what_is_not_built() -> None:
    rooms = " ".join(picture())

    planned = set(re.findall(r"\(([a-z_]+)\)", rooms))

    built = {path.parent.name for path in (ROOT / "leadroom").glob("*/__init__.py")}
    assert set(re.findall(r"[a-z_]+", rooms)) - planned == built


def test_the_glossary_leaves_no_cell_empty_and_no_word_twice() -> None:
    groups = list(tables(read(DOCS / "glossary.md")))

    words = [row for group in groups for row in group[1:]]

    assert [group[0] for group in groups] == [GLOSSARY_COLUMNS] * len(groups)
    assert [row for row in words if len(row) != len(GLOSSARY_COLUMNS) or not all(row)] == []
    assert sorted(row[0] for row in words) == sorted({row[0] for row in words})


def test_the_glossary_names_what_the_code_names() -> None:
    words = glossary()

    named = {name for row in words for name in re.findall(r"`([^`]+)`", row[3])}

    assert [row[0] for row in words if not re.fullmatch(r"not yet|`[^`]+`", row[3])] == []
    assert [name for name in sorted(named) if not re.search(rf"(?<![\w-]){name}(?![\w-])", code())] == []


def test_the_glossary_says_what_the_packs_say() -> None:
    levels = yaml.safe_load(read(PACKS / "skills-map" / "pack.yaml"))["levels"]
    roles = [yaml.safe_load(read(path)) for path in sorted((PACKS / "roles" / "roles").glob("*.yaml"))]
    words = {row[3].strip("`").upper().replace("-", "_"): row[:3] for row in glossary()}

    said = {
        thing["key"]: [thing["name"][language].lower() for language in LANGUAGES]
        for thing in [*levels, *roles]
    }

    assert {key: words[key.upper().replace("-", "_")] for key in said} == said


def test_the_glossary_avoids_no_word_it_uses() -> None:
    words = glossary()
    used = {language: {row[column] for row in words} for column, language in enumerate(LANGUAGES)}

    avoided = [part.split(": ", 1) for row in words if row[5] != "–" for part in row[5].split("; ")]

    assert [part for part in avoided if len(part) != 2 or part[0] not in used] == []
    plain = [(language, re.sub(r" \(.*?\)", "", text).split(", ")) for language, text in avoided]
    assert [(language, word) for language, texts in plain for word in texts if word in used[language]] == []
