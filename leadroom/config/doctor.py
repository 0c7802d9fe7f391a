# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Says in plain words what is well with an installation, what is not, and what to do about it."""

import argparse
import shutil
import smtplib
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.utils import Error

from leadroom.config import checks, ready, server
from leadroom.config.cli import FINE, WRONG
from leadroom.config.commands import SEEN

OLDEST_PYTHON = (3, 11)
LEAST_FREE = 1_000_000_000
WRITTEN_IN = 2026
QUIET_FOR = 60
CLOCKS_APART = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    is_well: bool
    text: str
    remedy: str = ""

    def __str__(self) -> str:
        """Show it as a line, and what to do as a second one."""
        line = f"{'✓' if self.is_well else '✗'} {self.text}"
        return line if self.is_well or not self.remedy else f"{line}\n    {self.remedy}"


Examination = Callable[[], Iterator[Finding]]


def run(_chosen: argparse.Namespace) -> int:
    """Print all findings; wrong if one of them is."""
    findings = []
    for finding in examine():
        print(finding, flush=True)
        findings.append(finding)
    ill = sum(not finding.is_well for finding in findings)
    print(f"\n{ill} of {len(findings)} things need you." if ill else "\nAll is well.")
    return WRONG if ill else FINE


def examine() -> Iterator[Finding]:
    """Look at one thing after the other; without a database what needs one is left out."""
    for examination in (_python, _settings, _clock, _disk, _assets, _texts, _packs, _mail, _port):
        yield from examination()
    reached = list(_database())
    yield from reached
    if all(finding.is_well for finding in reached):
        yield from _tables()


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        sys.version_info >= OLDEST_PYTHON, f"Python {version}", "Leadroom needs Python 3.11 or newer."
    )


def _settings() -> Iterator[Finding]:
    problems = list(checks.settings_problems(settings))
    for problem in problems:
        yield Finding(is_well=False, text=f"Settings: {problem}")
    if not problems:
        yield Finding(is_well=True, text=f"Settings for {settings.MODE}, with a secret key and named hosts")


def _clock() -> Iterator[Finding]:
    now = datetime.now(UTC).astimezone(ZoneInfo(settings.TIME_ZONE))
    yield Finding(
        now.year >= WRITTEN_IN,
        f"The clock says {now:%Y-%m-%d %H:%M} in {settings.TIME_ZONE}",
        "Set this machine's clock, best from a time server: links and sessions end by it.",
    )


def _disk() -> Iterator[Finding]:
    folder = next(path for path in (settings.DATA, *settings.DATA.parents) if path.exists())
    free = shutil.disk_usage(folder).free
    yield Finding(
        free >= LEAST_FREE,
        f"{free / 1e9:.1f} GB are free where the data lies ({settings.DATA})",
        "Make room: a full disk stops every save.",
    )


def _assets() -> Iterator[Finding]:
    is_there = (Path(settings.STATIC_ROOT) / "staticfiles.json").exists()
    yield Finding(
        is_there, "Styles, scripts and fonts are in place", "From a clone: make setup, then make run once."
    )


def _texts() -> Iterator[Finding]:
    languages = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    missing = [
        code for code in languages if not any(_catalogue(folder, code) for folder in settings.LOCALE_PATHS)
    ]
    yield Finding(
        not missing,
        f"Texts in {len(languages) + 1} languages",
        f"Missing: {', '.join(missing)}. From a clone: make setup.",
    )


def _catalogue(folder: Path, language: str) -> bool:
    return (Path(folder) / language / "LC_MESSAGES" / "django.mo").exists()


def _packs() -> Iterator[Finding]:
    packs = {
        path.parent.name for folder in settings.PACK_FOLDERS for path in Path(folder).glob("*/pack.yaml")
    }
    names = ", ".join(sorted(packs)) or "none"
    yield Finding(bool(packs), f"Packs: {names}", "LEADROOM_PACKS names folders; ours are in packs/.")


def _mail() -> Iterator[Finding]:
    if settings.DEMO:
        yield Finding(is_well=True, text=f"Letters of the demo are laid into {settings.EMAIL_FILE_PATH}")
        return
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=5):
            yield Finding(is_well=True, text=f"The mail server at {where} answers")
    except OSError as error:
        yield Finding(
            is_well=False,
            text=f"The mail server at {where} does not answer: {error}",
            remedy="LEADROOM_SMTP_HOST and LEADROOM_SMTP_PORT say where it is. Until then letters wait.",
        )


def _port() -> Iterator[Finding]:
    if server.is_free("127.0.0.1", settings.PORT):
        yield Finding(is_well=True, text=f"Port {settings.PORT} is free: the web server is not running here")
        return
    yield Finding(
        _is_ours(settings.PORT),
        f"Port {settings.PORT} is Leadroom's",
        f"Another program answers on port {settings.PORT}: LEADROOM_PORT chooses another.",
    )


def _is_ours(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/livez", timeout=5) as answer:
            return bool(answer.read().startswith(b"alive"))
    except OSError:
        return False


def _database() -> Iterator[Finding]:
    problems = list(checks.database_problems(connection))
    for problem in problems:
        yield Finding(is_well=False, text=f"Database: {problem}")
    if not problems:
        kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
        yield Finding(is_well=True, text=f"{kind} answers and keeps what it confirms")


def _tables() -> Iterator[Finding]:
    pending = ready.pending_migrations()
    yield Finding(
        not pending, "The tables are this version's", f"{len(pending)} steps are missing: leadroom migrate"
    )
    if pending:
        return
    yield from _database_clock()
    yield from _worker()


def _database_clock() -> Iterator[Finding]:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())")
        apart = abs(float(cursor.fetchone()[0]) - time.time())
    yield Finding(
        apart < CLOCKS_APART,
        f"The clocks of web server and database are {apart:.1f} s apart",
        "Let both machines take their time from a time server.",
    )


def _worker() -> Iterator[Finding]:
    try:
        seen_at = cache.get(SEEN)
    except Error as error:
        yield Finding(
            is_well=False,
            text=f"The cache cannot be read: {error}",
            remedy="leadroom migrate makes its table.",
        )
        return
    ago = time.time() - seen_at if seen_at else None
    yield Finding(
        ago is not None and ago < QUIET_FOR,
        "The worker has not been seen" if ago is None else f"The worker was seen {ago:.0f} s ago",
        "Start it beside the web server: leadroom worker. Without it no letter is sent.",
    )
