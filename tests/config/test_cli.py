# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command `leadroom`: help, exit codes, and what each command says."""

import argparse
import re
import socket
from pathlib import Path

import pytest

from leadroom.config import cli, server
from tests.config.starting import PRODUCTION, leadroom
from tests.plugins.databases import sqlite_template

COMMANDS = ["serve", "worker", "demo", "admin-link", "pack check", "plan", "migrate", "free-person", "doctor"]
pytestmark = pytest.mark.sqlite


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    (tmp_path / "leadroom.sqlite3").write_bytes(sqlite_template().read_bytes())
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_help_needs_nothing_set_up(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([*command.split(), "--help"])

    assert ended.value.code == 0
    assert "Exit codes: 0" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["fly"], ["serve", "--port", "many"], ["admin-link", "Fjordby"]])
def test_what_is_not_understood_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)

    assert ended.value.code == 2


def test_every_command_is_listed_once() -> None:
    listed = next(
        action for action in cli.parser()._actions if isinstance(action, argparse._SubParsersAction)
    )

    assert sorted(listed.choices) == sorted(command.split()[0] for command in COMMANDS)


def test_migrate_makes_the_tables_and_then_has_nothing_to_do(tmp_path: Path) -> None:
    first = leadroom(
        "migrate", folder=tmp_path / "..", LEADROOM_MODE="demo", LEADROOM_DATA=str(tmp_path / "new")
    )
    second = leadroom(
        "migrate", folder=tmp_path / "..", LEADROOM_MODE="demo", LEADROOM_DATA=str(tmp_path / "new")
    )

    assert first.stdout.startswith("The tables are up to date (")
    assert second.stdout == "The tables were up to date.\n"


def test_admin_link_prints_a_link_that_opens_a_page(installed: Path) -> None:
    arguments = [
        "admin-link",
        "Fjordby Kommune",
        "--country",
        "DK",
        "--language",
        "da",
        "--email",
        "ada@fjordby.example",
    ]

    ended = leadroom(*arguments, folder=installed, **PRODUCTION)

    assert ended.returncode == 0, ended.stderr
    assert re.fullmatch(r"https://leadroom\.example/join/\S+/\S+/\n", ended.stdout)


def test_admin_link_with_a_bad_address_says_so(installed: Path) -> None:
    ended = leadroom(
        *("admin-link", "Fjordby", "--country", "DK", "--language", "da", "--email", "nobody"),
        folder=installed,
        **PRODUCTION,
    )

    assert (ended.returncode, ended.stderr) == (1, "✗ Enter a valid email address.\n")


def test_free_person_who_is_nobody_says_so(installed: Path) -> None:
    ended = leadroom("free-person", "nobody@fjordby.example", folder=installed, **PRODUCTION)

    assert (ended.returncode, ended.stderr) == (1, "✗ Nobody here signs in as nobody@fjordby.example.\n")


def test_demo_is_refused_in_production(installed: Path) -> None:
    ended = leadroom("demo", folder=installed, **PRODUCTION)

    assert (ended.returncode, ended.stderr.startswith("✗ This installation is not a demo.")) == (1, True)


def test_pack_check_finds_ours_in_order_without_a_database(tmp_path: Path) -> None:
    ended = leadroom("pack", "check", folder=tmp_path)

    assert (ended.returncode, ended.stdout) == (0, "The packs are in order.\n"), ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_pack_check_of_a_broken_pack_names_file_and_line(tmp_path: Path) -> None:
    pack = tmp_path / "skills-map"
    pack.mkdir()
    (pack / "pack.yaml").write_text("key: skills-map\nversion: one\n", encoding="utf-8")

    ended = leadroom("pack", "check", str(pack), folder=tmp_path)

    assert ended.returncode == 1
    assert all(re.match(r".*:\d+: ", line) for line in ended.stdout.splitlines())


def test_taken_port_is_told_and_another_offered(installed: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        ended = leadroom("serve", "--port", str(port), folder=installed, LEADROOM_MODE="demo")
        other = server.next_free("127.0.0.1", port)

    assert ended.returncode == 1
    assert f"Port {port} is taken. Choose another, such as: leadroom serve --port" in ended.stderr
    assert other > port


def test_port_that_shares_itself_counts_as_taken() -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        assert not server.is_free("127.0.0.1", taken.getsockname()[1])


def test_doctor_tells_well_from_ill(installed: Path) -> None:
    ended = leadroom("doctor", folder=installed, **PRODUCTION, LEADROOM_SMTP_PORT="1")

    lines = ended.stdout.splitlines()
    assert ended.returncode == 1, ended.stderr
    assert "✓ SQLite answers and keeps what it confirms" in lines
    assert "✓ The tables are this version's" in lines
    assert [
        line for line in lines if line.startswith("✗ The mail server at localhost:1 does not answer")
    ] != []
    assert "✗ The worker has not been seen" in lines


def test_doctor_speaks_where_nothing_is_set(tmp_path: Path) -> None:
    ended = leadroom("doctor", folder=tmp_path, LEADROOM_DATA=str(tmp_path / "none"))

    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert "✗ Settings: LEADROOM_SECRET_KEY is missing" in ended.stdout
    assert "✗ Database: the database cannot be reached" in ended.stdout
