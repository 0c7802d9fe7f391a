# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Starts the web server, on a port that is really free."""

import gc
import socket
from importlib import import_module

from django.db import connections
from django.urls import get_resolver
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

TARGET = "leadroom.config.wsgi:application"
THREADS = 2
LOOK_AT = 100


class PortTaken(Exception):
    """Somebody else answers on this port."""


def is_free(host: str, port: int) -> bool:
    """
    Say whether nobody listens on a port.

    The server shares its port with whoever has it already, so it must be asked before:
    two servers on one port would each answer every other request.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError:
            return False
    return True


def next_free(host: str, port: int) -> int:
    """Return the first free port from this one on; raises PortTaken where a hundred are taken."""
    for candidate in range(port, port + LOOK_AT):
        if is_free(host, candidate):
            return candidate
    raise PortTaken(f"Ports {port} to {port + LOOK_AT - 1} are all taken.")


def serve(host: str, port: int, workers: int) -> None:
    """Serve until told to stop; raises PortTaken, or checks.Unsafe before anybody is served."""
    if not is_free(host, port):
        raise PortTaken(
            f"Port {port} is taken. Choose another, such as: leadroom serve --port {next_free(host, port)}"
        )
    load()
    Server(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=15,
        log_level=LogLevels.warning,
    ).serve()


def load() -> None:
    """Load everything once, before the workers part: they start at once and share its memory."""
    import_module("leadroom.config.wsgi")
    _ = get_resolver().url_patterns
    # A connection must not be shared by two processes.
    connections.close_all()
    gc.collect()
    gc.freeze()
