# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every file says who wrote it and under which licence; the licences are there in full."""

import tomllib

from tests.house.running import ROOT, must_pass


def test_reuse_lint_is_clean() -> None:
    must_pass("reuse", "lint", "--lines")


def test_licence_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["license"] == "EUPL-1.2"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8") == (ROOT / "LICENSES" / "EUPL-1.2.txt").read_text(
        encoding="utf-8"
    )
