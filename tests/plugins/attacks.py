# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counts the attacks that tests of anonymity have tried, in every process, and says at the end how many they were."""

from collections.abc import Iterator

import pytest

PROPERTY = "attacks tried"


class Tried:
    """How many attacks this process has tried so far."""

    number = 0


def tried(number: int) -> None:
    """Count attacks."""
    Tried.number += number


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Write on each test how many it tried: its report takes the number from a process of xdist to the summary."""
    before = Tried.number
    try:
        return (yield)
    finally:
        if Tried.number > before:
            item.user_properties.append((PROPERTY, Tried.number - before))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many there were in all."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    numbers = [
        value
        for report in reports
        if report.when == "call"
        for key, value in report.user_properties
        if key == PROPERTY
    ]
    if numbers:
        terminalreporter.write_line(f"{sum(numbers):,} attacks on anonymity tried in {len(numbers)} tests.")
