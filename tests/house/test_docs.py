# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The documents tell the truth: what they link to, name and list is there, and nothing is left out."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
DECISIONS = DOCS / "decisions"
PAPERS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
GLOSSARY_COLUMNS = ["English", "Dansk", "Svenska", "In code", "Means", "Avoid"]
SETTING = re.compile(r"LEADROOM_[A-Z_]+[A-Z]")
# Read by the tools that build and test, not by an installation.
OF_THE_TOOLS = re.compile(r"LEADROOM_(STARTED_AT|CHROMIUM|HYPOTHESIS|TEST_\w+)")


def name_of(paper: Path) -> str:
    """Return the paper's path inside the project."""
    return str(paper.relative_to(ROOT))


def tables(text: str) -> Iterator[list[list[str]]]:
    """Yield each table of a paper as rows of cells, the heading first."""
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if line.startswith("|")]
        if len(lines) > 1:
            yield [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not set(line) <= set("|- :")]


def anchors(text: str) -> set[str]:
    """Return the anchors of a paper's headings, as Git hosts make them."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@cache
def code() -> str:
    """Return all that Leadroom is made of, packs included, as one text."""
    files = [path for kind in ("*.py", "*.html", "*.css", "*.js") for path in (ROOT / "leadroom").rglob(kind)]
    ours = [path for path in files if not {"static", "vendor"} & {*path.relative_to(ROOT).parts[1:2], path.parent.name}]
    texts = [*ours, *(ROOT / "packs").rglob("*.yaml"), ROOT / "pyproject.toml"]
    return "\n".join(path.read_text(encoding="utf-8") for path in texts)


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_a_paper_says_its_licence_and_links_to_what_is_there(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if not link.startswith(("http://", "https://", "mailto:"))]

    missing = []
    for link in links:
        path, _, anchor = link.partition("#")
        target = (paper.parent / path).resolve() if path else paper
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            missing.append(link)

    assert text.startswith("<!-- SPDX-FileCopyrightText: 2026 The Leadroom contributors -->\n<!-- SPDX-License-Identifier: ")
    assert missing == []


@pytest.mark.parametrize("paper", [*DOCS.glob("guides/*.md"), DOCS / "architecture.md"], ids=name_of)
def test_a_path_named_in_a_guide_is_there(paper: Path) -> None:
    named = re.findall(r"`((?:leadroom|tests|docs|packs|tools|locale)/[\w./-]+)`", paper.read_text(encoding="utf-8"))

    made_later = {"leadroom/static/"}
    assert [path for path in named if path not in made_later and not (ROOT / path).exists()] == []


def test_every_command_named_in_the_papers_is_in_the_makefile() -> None:
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))

    named = {word for paper in PAPERS for word in re.findall(r"`make ([a-z]+)", paper.read_text(encoding="utf-8"))}

    assert named - rules == set()


def test_every_decision_is_in_the_index_and_fits_on_a_page() -> None:
    records = sorted(DECISIONS.glob("0*.md"))
    index = dict(re.findall(r"^\| \[(\d{4})\]\(([^)]+)\)", (DECISIONS / "README.md").read_text(encoding="utf-8"), re.MULTILINE))

    texts = {record.name: record.read_text(encoding="utf-8") for record in records}

    assert index == {record.name[:4]: record.name for record in records}
    assert list(index) == [f"{number:04}" for number in range(1, len(records) + 1)]
    assert [name for name, text in texts.items() if len(text.splitlines()) >= 60] == []
    parts = ["Context", "Decision", "Consequences", "Turned down"]
    assert [name for name, text in texts.items() if re.findall(r"^## (.+)$", text, re.MULTILINE) != parts] == []
    assert [name for name, text in texts.items() if not re.search(r"^20\d\d-\d\d-\d\d · ", text, re.MULTILINE)] == []


def test_the_settings_table_lists_every_variable_and_no_other() -> None:
    guide = (DOCS / "guides" / "run-it.md").read_text(encoding="utf-8")
    listed = [row[0].strip("`") for table in tables(guide) for row in table if SETTING.fullmatch(row[0].strip("`"))]

    files = (ROOT / "leadroom").rglob("*.py")
    read = {name for file in files for name in SETTING.findall(file.read_text(encoding="utf-8"))}

    assert sorted(listed) == sorted(name for name in read if not OF_THE_TOOLS.fullmatch(name))


def test_the_picture_shows_the_floors_of_the_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"].get("importlinter")
    if contract is None:
        pytest.skip("The import contract is not written yet.")
    floors = next(c["layers"] for c in contract["contracts"] if c["type"] == "layers" and "core" in str(c["layers"][-1]))
    picture = (DOCS / "architecture.md").read_text(encoding="utf-8").split("```text")[1].split("```")[0]

    shown = [re.findall(r"[a-z_]+", line.split("│")[1]) for line in picture.splitlines() if line.startswith("│")]

    assert shown == [re.findall(r"[a-z_]+", re.sub(r"leadroom\.", "", floor)) for floor in floors]


def test_the_picture_puts_in_brackets_what_is_not_built() -> None:
    picture = (DOCS / "architecture.md").read_text(encoding="utf-8").split("```text")[1].split("```")[0]
    rooms = " ".join(line.split("│")[1] for line in picture.splitlines() if line.startswith("│"))

    planned = set(re.findall(r"\(([a-z_]+)\)", rooms))

    built = {path.parent.name for path in (ROOT / "leadroom").glob("*/__init__.py")}
    assert set(re.findall(r"[a-z_]+", rooms)) - planned == built


def test_the_glossary_leaves_no_cell_empty_and_no_word_twice() -> None:
    groups = list(tables((DOCS / "glossary.md").read_text(encoding="utf-8")))

    words = [row for group in groups for row in group[1:]]

    assert [group[0] for group in groups] == [GLOSSARY_COLUMNS] * len(groups)
    assert [row for row in words if len(row) != len(GLOSSARY_COLUMNS) or not all(row)] == []
    assert sorted(row[0] for row in words) == sorted({row[0] for row in words})


def test_the_glossary_names_what_the_code_names() -> None:
    words = [row for group in tables((DOCS / "glossary.md").read_text(encoding="utf-8")) for row in group[1:]]

    named = {name for row in words for name in re.findall(r"`([^`]+)`", row[3])}

    assert [row[0] for row in words if not re.fullmatch(r"not yet|`[^`]+`", row[3])] == []
    assert sorted(name for name in named if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", code())) == []


def test_the_glossary_avoids_no_word_it_uses() -> None:
    words = [row for group in tables((DOCS / "glossary.md").read_text(encoding="utf-8")) for row in group[1:]]
    avoided = re.compile(r"(?:–|(?:(?:en|da|sv): [^;]+)(?:; (?:en|da|sv): [^;]+)*)")

    assert [row[0] for row in words if not avoided.fullmatch(row[5])] == []
