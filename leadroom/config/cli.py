# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The command `leadroom`: what an operator does with an installation.

Only the words are here. What a command does is in `commands`, loaded once Django is
ready; so `--help` and `pack check` work where nothing is set up yet.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import TypeAlias

import django
from django.core.exceptions import ImproperlyConfigured

from leadroom import __version__

FINE, WRONG = 0, 1
EXIT_CODES = "Exit codes: 0 all is well, 1 something is wrong and was said, 2 the command was not understood."
DESCRIPTION = (
    "The workbench for the people who lead digital change in local government. "
    "Settings come from the environment (LEADROOM_…)."
)
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - its only name


class Failed(Exception):
    """What was asked for could not be done; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    chosen = parser().parse_args(arguments)
    try:
        _prepare(chosen)
        return int(resolve_name(f"leadroom.config.{chosen.run}")(chosen))
    except KeyboardInterrupt:
        return FINE
    except (Failed, ImproperlyConfigured) as failed:
        print(f"✗ {failed}", file=sys.stderr)
        return WRONG


def _prepare(chosen: argparse.Namespace) -> None:
    """Let the settings be read as this command needs them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadroom.config.settings")
    if "port" in chosen:
        os.environ["LEADROOM_PORT"] = str(chosen.port)
    if chosen.as_owner and os.environ.get("LEADROOM_DATABASE_OWNER"):
        os.environ["LEADROOM_DATABASE"] = os.environ["LEADROOM_DATABASE_OWNER"]
    if chosen.needs_django:
        django.setup()


def parser() -> argparse.ArgumentParser:
    """Return the commands, their options and their help."""
    whole = argparse.ArgumentParser(prog="leadroom", description=DESCRIPTION, epilog=EXIT_CODES)
    whole.add_argument("--version", action="version", version=f"Leadroom {__version__}")
    commands = whole.add_subparsers(metavar="command", required=True)
    _add_serving(commands)
    _add_content(commands)
    _add_planning(commands)
    _add_care(commands)
    return whole


def _add(
    commands: Commands, name: str, run: str, text: str, *, needs_django: bool = True, as_owner: bool = False
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text, epilog=EXIT_CODES)
    command.set_defaults(run=run, needs_django=needs_django, as_owner=as_owner)
    return command


def _add_serving(commands: Commands) -> None:
    command = _add(
        commands, "serve", "commands:serve", "Start the web server; it refuses to start with unsafe settings."
    )
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    command.add_argument(
        "--port", type=int, default=int(os.environ.get("LEADROOM_PORT") or 8000), help="(%(default)s)"
    )
    command.add_argument(
        "--workers", type=int, default=2, help="processes, two requests at a time each (%(default)s)"
    )
    command = _add(
        commands, "worker", "commands:worker", "Do the work behind: letters, plans, what is due by the clock."
    )
    command.add_argument(
        "--without-scheduler", action="store_true", help="leave what is due by the clock to another"
    )


def _add_content(commands: Commands) -> None:
    command = _add(
        commands, "demo", "commands:demo", "Load three invented councils (LEADROOM_MODE=demo only)."
    )
    command.add_argument("--fresh", action="store_true", help="forget the demo's database and begin anew")
    command = _add(
        commands,
        "admin-link",
        "commands:admin_link",
        "Print a one-time link for a council's administrator.",
    )
    command.add_argument("name", help="the name of the council to make")
    command.add_argument(
        "--council",
        default="",
        metavar="KEY",
        help="not a new one: the council of this name that has this key, as printed when it was made",
    )
    command.add_argument("--country", required=True, choices=["DK", "SE", "GB"])
    command.add_argument("--language", required=True, choices=["da", "sv", "en"])
    command.add_argument("--email", required=True, help="who may use the link")
    pack = commands.add_parser("pack", help="Look after packs of content.", epilog=EXIT_CODES)
    command = _add(
        pack.add_subparsers(metavar="command", required=True),
        "check",
        "pack_check:run",
        "Say what is wrong with packs, row by row; needs no database.",
        needs_django=False,
    )
    command.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help="a pack; all that ship by default"
    )


def _add_planning(commands: Commands) -> None:
    command = _add(
        commands,
        "plan",
        "planning:run",
        "Plan the portfolio in a file (XLSX or JSON): when each solution comes, at which level; needs no database.",
        needs_django=False,
    )
    command.epilog = f"{EXIT_CODES[:-1]} or the file could not be read, 3 there is no plan or none was found."
    command.add_argument(
        "file", type=Path, metavar="FILE", help="docs/guides/plan-a-file.md tells its format"
    )
    command.add_argument(
        "--format",
        choices=["leadroom", "psplib"],
        default="leadroom",
        help="psplib: a project in the form of PSPLIB or MMLIB (.mm), done as soon as can be (%(default)s)",
    )
    command.add_argument("--workers", type=int, default=2, help="processor cores to use (%(default)s)")
    command.add_argument(
        "--seconds", type=float, help="stop after so long; the plan may differ from run to run"
    )
    command.add_argument(
        "--sweeps", type=int, default=1_000, help="how hard to search without a clock (%(default)s)"
    )
    command.add_argument(
        "--seed", type=int, default=0, help="equal file, seed and sweeps: equal plan (%(default)s)"
    )
    command.add_argument("--json", action="store_true", dest="as_json", help="print the answer as JSON")


def _add_care(commands: Commands) -> None:
    migrate = (
        "Bring the database's tables up to this version, as LEADROOM_DATABASE_OWNER where that is named."
    )
    _add(commands, "migrate", "commands:migrate", migrate, as_owner=True)
    command = _add(
        commands,
        "free-person",
        "commands:free_person",
        "Let somebody in again who has lost her passkey, her app and her recovery codes.",
    )
    command.add_argument("email", metavar="EMAIL", help="the address with which she signs in")
    _add(commands, "doctor", "doctor:run", "Say in plain words what is wrong with this installation.")
