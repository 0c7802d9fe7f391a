# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counts the SQL statements of each page, in a process of its own beside the server."""

import json
import sys
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.plan import PAGES, SAVE, Page
from leadroom.people.models import skills_map

FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
OK = 200


def main() -> None:
    """Print, page by page, how many statements ask or write, and how many only frame a transaction."""
    reader, administrator, saver = sys.argv[1:4]
    sessions = {"reader": reader, "administrator": administrator, "saver": saver}
    counted = {page.name: count(page, sessions[page.who]) for page in PAGES if page.who}
    print(json.dumps(counted))


def count(page: Page, session: str) -> tuple[int, int]:
    """Return a page's statements, those of a second look: the first one warms the caches."""
    client = Client(SERVER_NAME="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    return [_look(client, page, seen) for seen in (2, 3)][-1]


def _look(client: Client, page: Page, seen: int) -> tuple[int, int]:
    with CaptureQueriesContext(connection) as taken:
        if page is SAVE:
            answer = ("AWARE", "LEADING")[seen % 2]
            form = {"answer": answer, "note": "", "seen": seen, "token": str(uuid4())}
            path = page.path.format(key=skills_map().keys[0])
            response = client.post(path, form, headers={"accept": "application/json"})
        else:
            response = client.get(page.path.format(key=skills_map().keys[0]))
    if response.status_code != OK:
        raise SystemExit(f"{page.name} answered {response.status_code}.")
    frames = sum(query["sql"].startswith(FRAME) for query in taken)
    return len(taken) - frames, frames
