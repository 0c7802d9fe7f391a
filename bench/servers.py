# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The servers under measurement: Leadroom on each database, and the empty view, all on one core."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bench import machine
from tools import postgresql
from tools.live import Live
from tools.postgresql import Server
from tools.setup import ROOT

DATABASES = ("sqlite", "postgresql")
TITLES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "empty": "Empty view"}
ADMINISTRATORS = 8
READY = "import django; django.setup(); from bench import {module}; {module}.{function}()"


class Empty(Live):
    """The empty view under the same web server; it answers every address."""

    def start(self) -> None:
        """Start serving, and return once the first answer came."""
        command = [sys.executable, "-m", "bench.empty", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.env(), cwd=self.data, stdout=log, stderr=log, start_new_session=True
            )
        self.wait_until_answering()


@dataclass
class House:
    """One running Leadroom with its people, or the empty view."""

    database: str
    people: int
    live: Live
    postmaster: int | None = None
    council: int = 0
    sessions: tuple[str, ...] = ()
    members: tuple[int, ...] = ()
    competencies: tuple[str, ...] = ()
    statements: dict[str, tuple[int, int]] = field(default_factory=dict)
    next_saver: Iterator[int] = field(default_factory=lambda: count(2 * ADMINISTRATORS))

    @property
    def name(self) -> str:
        """Say which one this is."""
        return f"{TITLES[self.database]}, {self.people:,} people" if self.people else TITLES[self.database]

    def readers(self, connections: int, *, are_administrators: bool) -> tuple[str, ...]:
        """Return a session for each connection."""
        start = 0 if are_administrators else ADMINISTRATORS
        return self.sessions[start : start + connections]

    def savers(self, connections: int) -> list[tuple[str, int]]:
        """Return a session for each connection and its person, none used before."""
        places = [next(self.next_saver) for _ in range(connections)]
        return [(self.sessions[place], self.members[place]) for place in places]

    def processes(self) -> set[int]:
        """Return the processes of the web server, and those of its PostgreSQL."""
        roots = [self.live.process.pid] if self.live.process else []
        return machine.family([*roots, self.postmaster] if self.postmaster else roots)

    def ask(self, module: str, function: str, *told: object) -> str:
        """Run a function of this tool on the same data, and return what it printed."""
        return _run(self.live, "-c", READY.format(module=module, function=function), *told)


@contextmanager
def empty(core: int) -> Iterator[House]:
    """Yield the empty view, served on the core of the servers."""
    with tempfile.TemporaryDirectory(prefix="leadroom-bench-") as folder:
        house = House("empty", 0, Empty(Path(folder)))
        with served(house, core):
            yield house


@contextmanager
def houses(databases: list[str], people: list[int], sessions: int, core: int) -> Iterator[list[House]]:
    """Yield a served Leadroom for each database and number of people."""
    with ExitStack() as stack:
        server = stack.enter_context(_postgresql(core)) if "postgresql" in databases else None
        made = []
        for number in people:
            for database in databases:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="leadroom-bench-")))
                print(f"Inventing {number:,} people ({TITLES[database]}) …", flush=True)
                house = _fill(database, number, folder, sessions, server)
                made.append(house)
        for house in made:
            stack.enter_context(served(house, core))
        yield made


@contextmanager
def served(house: House, core: int) -> Iterator[None]:
    """Serve on one core, as long as it is needed."""
    with machine.pinned_to(core):
        house.live.start()
    try:
        yield
    finally:
        house.live.stop()


@contextmanager
def _postgresql(core: int) -> Iterator[Server]:
    """Start a PostgreSQL that waits for the disk, on the core of the servers."""
    with machine.pinned_to(core):
        server = Server.start(careful=True)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def migrated(database: str) -> Iterator[House]:
    """Yield a Leadroom with its tables and nobody in it, that does not serve."""
    with ExitStack() as stack:
        server = stack.enter_context(_postgresql(machine.cores()[0])) if database == "postgresql" else None
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="leadroom-bench-")))
        yield _made(database, 0, folder, server)


def _made(database: str, people: int, folder: Path, server: Server | None) -> House:
    house = House(database, people, Live(folder))
    if server is None or database == "sqlite":
        _run(house.live, str(ROOT / "manage.py"), "migrate", "--skip-checks", "--verbosity=0")
    else:
        name = f"bench_{people}"
        server.create_database(name)
        house.live.environment["LEADROOM_DATABASE"] = server.address(postgresql.OWNER, name)
        _run(house.live, str(ROOT / "manage.py"), "migrate", "--skip-checks", "--verbosity=0")
        house.live.environment["LEADROOM_DATABASE"] = server.address(postgresql.SERVING, name)
        house.postmaster = int((server.folder / "d" / "postmaster.pid").read_text().split("\n", 1)[0])
    house.ask("people", "collect_static")
    return house


def _fill(database: str, people: int, folder: Path, sessions: int, server: Server | None) -> House:
    house = _made(database, people, folder, server)
    told = folder / "people.json"
    house.ask("people", "main", people, sessions, told)
    if server is not None and database == "postgresql":
        with server.connect(database=f"bench_{people}") as connection:
            # As its own housekeeping would within minutes.
            connection.execute("VACUUM ANALYZE")
    house.ask("people", "weigh_tables")
    known = json.loads(told.read_text(encoding="utf-8"))
    house.council = known["council"]
    house.sessions, house.members = tuple(known["sessions"]), tuple(known["members"])
    house.competencies = tuple(known["competencies"])
    house.statements = json.loads(
        house.ask("statements", "main", house.sessions[ADMINISTRATORS], house.sessions[0], house.sessions[-1])
    )
    return house


def _run(live: Live, *command: object) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        env={**live.env(), "DJANGO_SETTINGS_MODULE": "leadroom.config.settings"},
        cwd=live.data,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=machine.wait_in_line,
    )
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-4000:])
    return done.stdout
