# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A throwaway PostgreSQL: in memory, on a Unix socket, gone when it is stopped.

For tests and measurements only: it does not wait for the disk. It needs neither root
rights nor a new system user, and has Leadroom's three roles from the very file that
operators use.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import psycopg
from psycopg import sql

ROLES = Path(__file__).resolve().parent.parent / "leadroom" / "config" / "postgresql-roles.sql"
OWNER, SERVING, BACKUP = "leadroom_owner", "leadroom_app", "leadroom_backup"
CARELESS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
CAREFUL = "-c listen_addresses= -c max_connections=200"


class NoPostgresql(RuntimeError):
    """This machine has no PostgreSQL server."""


def programs() -> Path:
    """Return the folder of PostgreSQL's programs: the newest that Debian has, else what the path finds."""
    for folder in sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name)
    ):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    if not found:
        raise NoPostgresql(
            "There is no PostgreSQL server on this machine (Debian: apt-get install postgresql)."
        )
    return Path(found).resolve().parent


def memory_folder() -> str | None:
    """Return the folder in memory for short-lived files, where there is one."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a fresh folder is made in it


def _as_whom(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: return how to start it as somebody else."""
    if os.geteuid() != 0:
        return {}
    user = next(user for user in pwd.getpwall() if user.pw_name in ("postgres", "nobody"))
    os.chown(folder, user.pw_uid, user.pw_gid)
    env = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": folder, "env": env}


@dataclass(frozen=True)
class Server:
    """A running server; its folder is also the host to connect to."""

    folder: Path

    @classmethod
    def start(cls, *, careful: bool = False) -> Self:
        """Make and start a server; `careful` keeps every promise about the disk, as in production."""
        where = programs()
        folder = Path(tempfile.mkdtemp(prefix="lr-", dir=None if careful else memory_folder()))
        who = _as_whom(folder)
        _run([where / "initdb", "-D", folder / "d", "-U", "postgres", "-A", "trust", "-N", *ENCODING], **who)
        options = f"-k {folder} {CAREFUL if careful else CARELESS}"
        _run(
            [where / "pg_ctl", "-D", folder / "d", "-w", "-l", folder / "log", "-o", options, "start"], **who
        )
        return cls(folder)

    def stop(self) -> None:
        """Stop the server and forget all it held."""
        stop: list[str | Path] = [programs() / "pg_ctl", "-D", self.folder / "d", "-m", "immediate", "stop"]
        subprocess.run(stop, check=False, capture_output=True, **_as_whom(self.folder))
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, role: str, database: str) -> str:
        """Return the address Leadroom's settings take."""
        return f"postgresql://{role}@/{database}?host={self.folder}"

    def connect(self, role: str = "postgres", database: str = "postgres") -> psycopg.Connection[Any]:
        """Return an own connection in which every statement stands by itself."""
        return psycopg.connect(host=str(self.folder), user=role, dbname=database, autocommit=True)

    def create_database(self, name: str, *, template: str = "template0") -> None:
        """Make a database as the guide for operators says, or copy one that was made so."""
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        with self.connect() as connection:
            connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
        if template == "template0":
            with self.connect(database=name) as connection:
                connection.execute(ROLES.read_bytes())

    def truncate(self, database: str, *, keep: frozenset[str]) -> None:
        """Empty every table as their owner: what the serving role may not."""
        with self.connect(OWNER, database) as connection:
            connection.execute("SET lock_timeout = '10s'")
            names = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
            tables = [sql.Identifier(name) for (name,) in names if name not in keep]
            statement = sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE")
            connection.execute(statement.format(sql.SQL(", ").join(tables)))


ENCODING = ("-E", "UTF8", "--locale=C.UTF-8")


def _run(command: list[str | Path], **who: Any) -> None:
    # Its output goes to a file: the server inherits it and would keep a pipe open for good.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command, check=False, stdout=output, stderr=output, stdin=subprocess.DEVNULL, **who
        )
        output.seek(0)
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed:\n{output.read().decode(errors='replace')}")
