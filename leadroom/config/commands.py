# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the commands do, once Django is ready."""

import argparse
import signal
import sys
import time
from collections.abc import Sequence

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError

from leadroom.accounts import actions
from leadroom.config import checks, ready, server
from leadroom.config.cli import FINE, Failed
from leadroom.kit import jobs

SEEN, SEEN_EVERY, SEEN_FOR = "config.worker_seen_at", 15, 3600
WEIGHED_EVERY = 3600
HERE = "127.0.0.1"


def serve(chosen: argparse.Namespace) -> int:
    """Serve until told to stop."""
    if settings.DEMO and chosen.host not in checks.LOCAL_HOSTS:
        raise Failed(f"A demo lets anybody step into anybody, so it listens on this machine only ({HERE}).")
    _refuse_unless_safe()
    try:
        server.serve(chosen.host, chosen.port, chosen.workers)
    except server.PortTaken as taken:
        raise Failed(str(taken)) from None
    return FINE


def _refuse_unless_safe() -> None:
    try:
        checks.refuse_unless_safe()
    except checks.Unsafe as refused:
        raise Failed(str(refused)) from None


def worker(chosen: argparse.Namespace) -> int:
    """Do jobs until told to stop; the one at hand is finished first."""
    _refuse_unless_safe()
    told: list[int] = []
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda number, _frame: told.append(number))
    jobs.every(SEEN_EVERY, "config.worker_seen", lambda: cache.set(SEEN, time.time(), SEEN_FOR))
    jobs.every(WEIGHED_EVERY, "config.weigh_tables", ready.weigh_tables)
    jobs.run_worker(lambda: bool(told), with_scheduler=not chosen.without_scheduler)
    return FINE


def demo(chosen: argparse.Namespace) -> int:
    """Load the invented councils, unless they are there."""
    if not settings.DEMO:
        raise Failed(
            "This installation is not a demo. Invented people are loaded with LEADROOM_MODE=demo only."
        )
    if chosen.fresh:
        _forget_the_demo()
    ready.migrate()
    ready.load_directory()
    if not ready.has_demo():
        ready.load_demo()
    if not ready.is_collected():
        ready.collect_static()
    return FINE


def _forget_the_demo() -> None:
    if "sqlite" not in settings.DATABASES["default"]["ENGINE"]:
        raise Failed("On PostgreSQL make a new database instead: docs/guides/postgresql.md.")
    if not server.is_free(HERE, settings.PORT):
        raise Failed(
            f"Something runs on port {settings.PORT}. Stop it first: its database would vanish under it."
        )
    ready.forget_everything()


def admin_link(chosen: argparse.Namespace) -> int:
    """Print a one-time link for a council's first administrator."""
    try:
        link = actions.admin_link(
            chosen.name,
            country=chosen.country,
            language=chosen.language,
            email=chosen.email,
            key=chosen.council,
        )
    except ValidationError as error:
        raise Failed("\n".join(error.messages)) from None
    except actions.NameIsKnown as known:
        raise Failed(_namesakes(chosen.name, known.keys)) from None
    except actions.NoSuchCouncil:
        raise Failed(f"No council called {chosen.name} has the key {chosen.council}.") from None
    # Beside the link, which a script may take from the output.
    made = "A new council is made" if link.is_new else "The council was there before"
    print(f"{made}: {link.council.name}, key {link.council.key}.", file=sys.stderr)
    print(link.address)
    return FINE


def _namesakes(name: str, keys: Sequence[str]) -> str:
    return (
        f"There is a council called {name} already. An administrator can choose any name for hers: make sure "
        f"which one you mean, and say --council and its key ({', '.join(keys)})."
    )


def free_person(chosen: argparse.Namespace) -> int:
    """Take a person's lost locks off her account, and say how she comes in again."""
    try:
        person = actions.free_person(chosen.email)
    except actions.NobodyByThatAddress:
        raise Failed(f"Nobody here signs in as {chosen.email}.") from None
    print(f"{person.name} is signed out everywhere; her passkeys, app and recovery codes are gone.")
    if person.has_usable_password():
        print("She signs in with her password now, and sets up a new passkey or app at once.")
    else:
        print("She has no password: she asks for one on the sign-in page, “Forgotten your password?”.")
        print("With it she signs in, and sets up a new passkey or app at once.")
    return FINE


def migrate(_chosen: argparse.Namespace) -> int:
    """Bring the tables up to date."""
    steps = ready.migrate()
    print(f"The tables are up to date ({steps} steps)." if steps else "The tables were up to date.")
    return FINE
