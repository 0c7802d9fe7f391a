# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""mypy, strict, over the whole package and the tools."""

from tests.house.running import must_pass


def test_mypy_finds_nothing() -> None:
    must_pass("mypy", "--no-error-summary")
