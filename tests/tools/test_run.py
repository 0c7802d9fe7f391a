# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""`make run` and a port that somebody has."""

import socket
import sys
from collections.abc import Iterator

import pytest

from tools import run
from tools.progress import Stopped


class Terminal:
    """A person at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_taken_port_is_told_and_the_next_one_used(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    port = run.free_port(taken)

    assert port > taken
    assert f"Port {taken} is taken by another program." in capsys.readouterr().out


@pytest.mark.parametrize("answer", ["", "y", "Yes"])
def test_person_at_a_terminal_is_asked(taken: int, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda _question: answer)

    assert run.free_port(taken) > taken


def test_person_who_says_no_is_told_how_to_choose(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda _question: "n")

    with pytest.raises(Stopped, match="make run PORT="):
        run.free_port(taken)
