# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The code is formatted and free of what ruff knows to be wrong."""

from tests.house.running import must_pass


def test_ruff_finds_nothing() -> None:
    must_pass("ruff", "check", "--output-format=concise", ".")


def test_everything_is_formatted() -> None:
    must_pass("ruff", "format", "--check", ".")
