# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""`leadroom pack check` over the leader's mirror and the learning paths that we ship."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings

from leadroom.config.packs import check
from tests.config.test_pack_check import change

MIRROR, QUESTIONS = "leaders-mirror/pack.yaml", "leaders-mirror/questions.yaml"
SMALL, PATH = "leaders-mirror/small-teams.yaml", "learning-paths/paths/01-service-managers.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with copies of the map and of the two packs that lean on it."""
    shipped = next(path for path in settings.PACK_FOLDERS if (path / "skills-map").is_dir())
    for name in ("skills-map", "leaders-mirror", "learning-paths"):
        shutil.copytree(shipped / name, tmp_path / name)
    return tmp_path


def test_packs_that_we_ship_have_no_problem(folder: Path) -> None:
    assert check([folder]) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (MIRROR, "map: skills-map@1.0.0", "map: skills-map@9.0.0", "There is no map “skills-map@9.0.0”."),
        (MIRROR, "credit:", "thanks:", "Nobody reads “thanks”."),
        (MIRROR, 'key: "true"', "key: true", "“True” is not known here. Use one of: clear, true, important."),
        (MIRROR, "key: important", "key: clear", "“clear” is used twice, first in pack.yaml."),
        (MIRROR, '{en: "Mostly"', '{en: "Partly"', "Another text says the same, in pack.yaml: “Partly”."),
        (
            MIRROR,
            'sv: "Hur klart är vårt svar?"',
            'sv: "Vårt svar"',
            "The text in “sv” should be one question.",
        ),
        (QUESTIONS, "key: quick-to-turn", "key: room-to-experiment", "“room-to-experiment” is used twice"),
        (QUESTIONS, "key: quick-to-turn", "key: Quick", "“Quick” is not a key"),
        (QUESTIONS, "scanning-the-horizon", "gazing", "The map has no competency “gazing”."),
        (
            QUESTIONS,
            "[scanning-the-horizon,",
            "[prioritising-and-funding,",
            "“prioritising-and-funding” stands here twice",
        ),
        (QUESTIONS, "source: s1-bid-01", "source: s1-bid-11", "The map has no source “s1-bid-11”."),
        (QUESTIONS, 'asks: "true"', "asks: true", "“True” is not known here. Use one of: clear, true."),
        (
            QUESTIONS,
            'da: "Plads til forsøg"',
            'da: "Plads"',
            "The text in “da” has 1 words; it should have 2 to 4.",
        ),
        (QUESTIONS, 'sv: "Tänk på ett barn', 'sv: ""  # "Tänk på ett barn', "The text in “sv” is empty."),
        (
            QUESTIONS,
            "the people the change needs",
            "the customers the change needs",
            "Say “residents” rather than",
        ),
        (SMALL, "key: vote", "key: ballot", "“ballot” is not known here. Use one of: pool, vote, private."),
        (SMALL, "prompts:", "prompt:", "Nobody reads “prompt”."),
        (SMALL, "so that nobody can be picked out.", "so", "The text in “en” should be one sentence"),
        (PATH, "key: service-managers", "key: managers", "By its key and order this file should be named"),
        (PATH, "including-everyone", "including-some", "The map has no competency “including-some”."),
        (PATH, "[s4-stage-understanding-needs]", "[s4]", "The map has no source “s4”."),
        (PATH, "key: know-technology", "key: understand-needs", "“understand-needs” is used twice"),
        (
            PATH,
            "and where they got stuck.",
            "and where they got stuck, customers.",
            "Say “residents” rather than",
        ),
        (PATH, "did not hold?", "did not hold.", "The text in “en” should be one question."),
        (PATH, "    task:\n", "    taks:\n", "Nobody reads “taks”."),
    ],
)
def test_a_problem_has_its_file_its_line_and_plain_words(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    line = change(folder / file, old, new)

    answer = check([folder])

    wanted = f"{folder / file}:{line}: {message}"
    assert [said for said in answer if said.startswith(wanted)], answer


def test_a_scale_that_is_missing_is_named(folder: Path) -> None:
    change(folder / MIRROR, "  - key: important\n", "  - key: clear\n")

    assert any(said.endswith(": “important” is missing among these.") for said in check([folder]))


def test_talking_points_belong_to_the_way_that_shows_no_result(folder: Path) -> None:
    text = (folder / SMALL).read_text(encoding="utf-8")
    (folder / SMALL).write_text(text[: text.index("    prompts:")], encoding="utf-8")

    (said,) = check([folder])

    assert said.endswith(": “prompts” is missing here.")


def test_nine_questions_are_not_ten(folder: Path) -> None:
    text = (folder / QUESTIONS).read_text(encoding="utf-8")
    (folder / QUESTIONS).write_text(text[: text.rindex("  - key:")], encoding="utf-8")

    (said,) = check([folder])

    assert said.endswith(": The mirror has 9 questions; it should have 10.")


def test_four_points_are_not_five(folder: Path) -> None:
    change(folder / MIRROR, '      - {en: "A little", da: "Lidt", sv: "Lite"}\n', "")

    (said,) = check([folder])

    assert said.endswith(": This scale has 4 points; it should have 5.")


def test_a_team_is_not_asked_about_me(folder: Path) -> None:
    text = (folder / QUESTIONS).read_text(encoding="utf-8")
    alone = "Do I know enough about IT to ask"
    (folder / QUESTIONS).write_text(
        text.replace("Do we know enough about IT to ask", alone), encoding="utf-8"
    )

    (said,) = check([folder])

    assert said.endswith(": In “en” this says the same as the wording for one person. Ask about us.")


def test_one_stage_is_no_path(folder: Path) -> None:
    text = (folder / PATH).read_text(encoding="utf-8")
    (folder / PATH).write_text(text[: text.index("  - key: know-technology")], encoding="utf-8")

    (said,) = check([folder])

    assert said.endswith(": This path has 1 stages; it should have 2 to 7.")


def test_a_pack_without_paths_is_no_pack_of_paths(folder: Path) -> None:
    shutil.rmtree(folder / "learning-paths" / "paths")

    (said,) = check([folder])

    assert said.endswith(": This pack has no path: no file in paths/.")


def test_nothing_is_judged_against_a_map_that_could_not_be_read(folder: Path) -> None:
    change(folder / QUESTIONS, "scanning-the-horizon", "gazing")
    (folder / "skills-map" / "areas" / "02-successful-partnerships.yaml").write_text("{", encoding="utf-8")

    assert {said.partition(":")[0] for said in check([folder])} == {
        str(folder / "skills-map/areas/02-successful-partnerships.yaml")
    }
