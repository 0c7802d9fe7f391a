# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What must be true before Leadroom serves anybody: else it refuses to start, in plain words.

A warning in a log is read by nobody. What would lose answers or open a door is refused.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import LazySettings, settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import Error

from leadroom.kit import jose

SHORTEST_KEY = 50
FEWEST_CHARACTERS = 10
LONGEST_WAIT_MS = 5000
LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1", "[::1]"}
# File systems on which SQLite's locks or syncs cannot be trusted.
NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "ocfs2",
    "9p",
    "fuse.sshfs",
}
DURABLE_SYNCHRONOUS = {2: "FULL", 3: "EXTRA"}


class Unsafe(Exception):
    """Leadroom must not start like this; the message holds a sentence for each reason."""


def refuse_unless_safe() -> None:
    """Raise Unsafe with every reason at once, unless there is none."""
    found = [*settings_problems(settings), *database_problems(connection)]
    if found:
        raise Unsafe("Leadroom does not start, because\n" + "\n".join(f"- {sentence}" for sentence in found))


def settings_problems(chosen: LazySettings) -> Iterator[str]:
    """Say what is unsafe in the settings."""
    if chosen.BADGE_KEY:
        try:
            jose.key_in(chosen.BADGE_KEY)
        except jose.KeyUnusable:
            yield (
                "LEADROOM_BADGE_KEY names no key that signs badges: a private RSA key from 2048 bits, P-256 or Ed25519, "
                "as PEM without a password. Mend it, or take it away: badges are then not signed."
            )
    if chosen.DEMO:
        yield from _demo_problems(chosen)
    else:
        yield from _production_problems(chosen)


def _demo_problems(chosen: LazySettings) -> Iterator[str]:
    site = urlsplit(chosen.SITE_URL).hostname or ""
    strangers = sorted({site, *chosen.ALLOWED_HOSTS} - LOCAL_HOSTS)
    if strangers:
        yield (
            "a demo lets anybody step into anybody, so it answers on this machine only, not as "
            f"{', '.join(strangers)}. Take LEADROOM_MODE=demo away, or LEADROOM_HOSTS and LEADROOM_URL."
        )


def _production_problems(chosen: LazySettings) -> Iterator[str]:
    if chosen.DEBUG:
        yield "LEADROOM_DEBUG is on: error pages would show settings and people's data. Take it away."
    key = _secret_key(chosen)
    if len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_CHARACTERS:
        yield (
            f"LEADROOM_SECRET_KEY is missing or too easy to guess. Give it at least {SHORTEST_KEY} random characters, "
            'such as: python3 -c "import secrets; print(secrets.token_urlsafe(60))"'
        )
    if not chosen.ALLOWED_HOSTS:
        yield "LEADROOM_HOSTS is empty: name the hosts that this installation answers for."
    wild = [host for host in chosen.ALLOWED_HOSTS if "*" in host or host.startswith(".")]
    if wild:
        yield f"LEADROOM_HOSTS has a wildcard ({', '.join(wild)}): name each host in full."
    if urlsplit(chosen.SITE_URL).scheme != "https":
        yield f"LEADROOM_URL must begin with https://, not “{chosen.SITE_URL}”: people sign in there."


def _secret_key(chosen: LazySettings) -> str:
    try:
        return str(chosen.SECRET_KEY)
    except ImproperlyConfigured:
        return ""


def database_problems(database: BaseDatabaseWrapper) -> Iterator[str]:
    """Say what could lose an answer that was confirmed, or let one council see another's."""
    try:
        database.ensure_connection()
    except Error as error:
        yield f"the database cannot be reached: {' '.join(str(error).split())}"
        return
    if database.vendor == "sqlite":
        yield from _sqlite_problems(database)
    else:
        yield from _postgresql_durability(database)
        yield from _postgresql_role(database)


def _sqlite_problems(database: BaseDatabaseWrapper) -> Iterator[str]:
    journal, synchronous = _ask(database, "PRAGMA journal_mode"), int(_ask(database, "PRAGMA synchronous"))
    if journal != "wal":
        yield f"SQLite's journal_mode must be WAL, not {journal}."
    if synchronous not in DURABLE_SYNCHRONOUS:
        yield "SQLite's synchronous must be FULL: a power cut would take confirmed answers with it."
    if _ask(database, "PRAGMA foreign_keys") != "1":
        yield "SQLite's foreign_keys must be ON."
    if int(_ask(database, "PRAGMA busy_timeout")) < LONGEST_WAIT_MS:
        yield f"SQLite's busy timeout must be at least {LONGEST_WAIT_MS // 1000} seconds."
    if getattr(database, "transaction_mode", None) not in {"IMMEDIATE", "EXCLUSIVE"}:
        yield "SQLite's transaction_mode must be IMMEDIATE: two people saving at once would see an error."
    kind = file_system_of(Path(str(database.settings_dict["NAME"])))
    if kind in NETWORK:
        yield f"the SQLite file lies on a network file system ({kind}): move it to a local disk, or use PostgreSQL."


def _ask(database: BaseDatabaseWrapper, question: str) -> str:
    with database.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])


def file_system_of(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Return the kind of file system a path lies on; empty where the system does not tell."""
    if not mounts.exists():
        return ""
    kinds = {}
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, kind, *_ = line.split(" ")
        kinds[Path(point.replace("\\040", " "))] = kind
    resolved = path.resolve()
    return next((kinds[folder] for folder in (resolved, *resolved.parents) if folder in kinds), "")


def _postgresql_durability(database: BaseDatabaseWrapper) -> Iterator[str]:
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        # All other values of synchronous_commit wait for at least this server's own disk.
        if _ask(database, f"SHOW {name}") == "off":
            yield f"PostgreSQL's {name} must be on: a power cut would take confirmed answers with it."


def _postgresql_role(database: BaseDatabaseWrapper) -> Iterator[str]:
    with database.cursor() as cursor:
        cursor.execute("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        name, is_superuser, sees_all = cursor.fetchone()
        cursor.execute(OWNED)
        owned = cursor.fetchone()[0]
    if is_superuser:
        yield f"it connects to PostgreSQL as {name}, a superuser, for whom no wall stands. {USE_SERVING}"
    elif sees_all:
        yield f"the PostgreSQL role {name} has BYPASSRLS: no wall between councils stands for it. {USE_SERVING}"
    elif owned:
        yield f"the PostgreSQL role {name} owns tables, or acts for their owner, and could take the walls down. {USE_SERVING}"


USE_SERVING = "Serve as leadroom_app (docs/guides/postgresql.md)."
OWNED = r"""
    SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
    AND pg_has_role(current_user, relowner, 'MEMBER')
"""
