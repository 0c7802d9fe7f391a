# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One town's marks, looked for wherever another town's people can look: pages, files, letters, rows and logs."""

import base64
import io
import logging
import re
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from copy import copy
from http import HTTPStatus
from urllib.parse import quote

from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from structlog.stdlib import ProcessorFormatter

from leadroom.accounts.actions import send_due_mail
from leadroom.kit.tenancy import council
from tests.house.walls import pdf, reads
from tests.house.walls.access import is_offered
from tests.house.walls.bodies import body
from tests.house.walls.routes import Route, all_routes
from tests.house.walls.tables import council_models
from tests.house.walls.towns import MARK, Town
from tests.house.walls.visitors import Visitor, undone

# What a curious person adds to an address.
QUESTIONS = ("", "?search={mark}&person={mark}", "?unit={unit}&role={role}", "?role={role_profile}&page=2")
# The demo's door names the invented councils and whom one can be there: that is what it is for.
SHOWS_ALL = {"demo_people"}


class Strangers:
    """All by which one town's things are known."""

    def __init__(self, town: Town) -> None:
        """Take the town whose words must not be met."""
        keys = {str(key) for key in town.things.values()}
        self.known = re.compile(
            "|".join([rf"{town.marked}\d+", *map(re.escape, sorted(keys))]), re.IGNORECASE
        )

    def met_in(self, text: str, *, but: Collection[str] = ()) -> list[str]:
        """Return what of it stands in a text, but for what the visitor said herself."""
        return sorted(set(self.known.findall(text)) - set(but))


def everything(answer: HttpResponse) -> str:
    """Return all words of an answer: its body, whatever its form, and its headers."""
    content = answer.content
    text = (
        pdf.words(content) if content.startswith(b"%PDF") else _unpacked(content).decode("utf-8", "replace")
    )
    return f"{text}\n{answer.headers}\n{answer.cookies}"


def _unpacked(content: bytes) -> bytes:
    """Return what an archive holds, for packed words are not found; anything else as it is."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join([name.encode() + b"\n" + archive.read(name) for name in archive.namelist()])


def read(visitor: Visitor, mine: Town, theirs: Town, person: str, routes: Collection[str] = ()) -> list[str]:
    """Find another town's marks in whatever this person can look at."""
    strangers, found = Strangers(theirs), []
    for route in _wanted(routes, person, "GET"):
        plain = route.address(route.values(mine, person))
        answer = visitor.ask("GET", plain)
        seen = [(plain, everything(answer), set[str]())]
        # Who is turned away is turned away before the question is read.
        further = _addresses(route, mine, theirs, person, asking=answer.status_code == HTTPStatus.OK)
        seen += [(address, everything(visitor.ask("GET", address)), said) for address, said in further]
        for address, text, said in seen:
            found += [f"{person} {address} shows {mark}" for mark in strangers.met_in(text, but=said)]
    return found


def _wanted(routes: Collection[str], person: str, method: str) -> list[Route]:
    return [
        route
        for route in all_routes()
        if route.name not in SHOWS_ALL and (not routes or route.name in routes)
        if is_offered(route.name, person, method)
    ]


def _addresses(
    route: Route, mine: Town, theirs: Town, person: str, *, asking: bool
) -> Iterator[tuple[str, set[str]]]:
    asked = {
        "mark": MARK,
        "unit": theirs.things["unit"],
        "role": "EMPLOYEE",
        "role_profile": theirs.things["role_profile"],
    }
    for question in QUESTIONS[1:] if asking else ():
        said = {value for name, value in asked.items() if f"{{{name}}}" in question}
        yield route.address(route.values(mine, person)) + question.format(**asked), said
    for other, _ in route.strange(mine, theirs, person):
        yield route.address(other), {str(value) for value in other.values()}


def written(
    visitor: Visitor, mine: Town, theirs: Town, person: str, routes: Collection[str] = ()
) -> list[str]:
    """Find another town's marks in what comes of this person's posts: answers, rows, letters, sessions and logs."""
    strangers, found = Strangers(theirs), []
    send_due_mail()
    for place, text in _kept(mine, everywhere()).items():
        found += [f"before any POST {place} holds {mark}" for mark in strangers.met_in(text)]
    for route in _wanted(routes, person, "POST"):
        written_here: list[tuple[str, str]] = []
        with undone(), log_lines() as lines, reads.watched(written_here):
            mail.outbox.clear()
            answer = visitor.do("POST", route.address(route.values(mine, person)), body(route.name, mine))
            send_due_mail()
            kept = _kept(mine, {table for table, _ in written_here})
            places = {"answer": everything(answer), "log": "\n".join(lines), **kept, **_sent(theirs)}
            for place, text in places.items():
                found += [
                    f"{person} POST {route.name}: {place} holds {mark}" for mark in strangers.met_in(text)
                ]
    return found


def everywhere() -> set[str]:
    """Return the tables that keep what a council's people said."""
    return {"django_session", "rate_limits", *(model._meta.db_table for model in council_models())}


def _kept(town: Town, tables: Collection[str]) -> dict[str, str]:
    """Return all that a town's rows hold in these tables."""
    with council(town.council.pk):
        rows = {
            model._meta.db_table: str(list(model.objects.values_list()))
            for model in council_models()
            if model._meta.db_table in tables
        }
    if "django_session" in tables:
        own = {str(actor.user.pk) for actor in town.people.values()}
        sessions = [session.get_decoded() for session in Session.objects.all()]
        rows["django_session"] = str([kept for kept in sessions if kept.get("_auth_user_id") in own])
    if "rate_limits" in tables:
        with connection.cursor() as cursor:
            cursor.execute("SELECT cache_key, value FROM rate_limits")
            # What is pickled keeps its words readable.
            rows["rate_limits"] = str([(key, base64.b64decode(value)) for key, value in cursor.fetchall()])
    return rows


def _sent(theirs: Town) -> dict[str, str]:
    """Return the letters that went to anybody but the other town's people."""
    letters = [letter for letter in mail.outbox if not any(theirs.marked in to for to in letter.to)]
    return {"letter": "\n".join(str(letter.message()) for letter in letters)}


def private(visitor: Visitor, town: Town, person: str, routes: Collection[str] = ()) -> list[str]:
    """Find what others in the same town wrote for themselves alone, in whatever this person can look at."""
    others = {mark for owner, marks in town.private.items() if owner != person for mark in marks}
    found = []
    for route in _wanted(routes, person, "GET"):
        plain = route.address(route.values(town, person))
        for address in (plain, plain + QUESTIONS[1].format(mark=quote(MARK))):
            answer = visitor.ask("GET", address)
            text = everything(answer)
            found += [f"{person} {address} shows {mark}" for mark in sorted(others) if mark in text]
            if answer.status_code != HTTPStatus.OK:
                break
    return found


def private_after(visitor: Visitor, town: Town, person: str, routes: Collection[str] = ()) -> list[str]:
    """Find what others in the same town wrote for themselves alone, in what comes of this person's posts."""
    others = {mark for owner, marks in town.private.items() if owner != person for mark in marks}
    found = []
    send_due_mail()
    for route in _wanted(routes, person, "POST"):
        with undone(), log_lines() as lines:
            mail.outbox.clear()
            answer = visitor.do("POST", route.address(route.values(town, person)), body(route.name, town))
            send_due_mail()
            letters = "\n".join(str(letter.message()) for letter in mail.outbox)
            places = {"answer": everything(answer), "log": "\n".join(lines), "letter": letters}
            found += [
                f"{person} POST {route.name}: {place} holds {mark}"
                for place, text in places.items()
                for mark in sorted(others)
                if mark in text
            ]
    return found


def tables_with_private_words(town: Town) -> set[str]:
    """Return the tables in which anything stands that somebody wrote for herself alone."""
    marks = {mark for marks in town.private.values() for mark in marks}
    return {table for table, text in _kept(town, everywhere()).items() if any(mark in text for mark in marks)}


class _Collector(logging.Handler):
    """Keeps each line as the log's own formatter writes it."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []
        ours = (handler.formatter for handler in logging.getLogger().handlers)
        self.setFormatter(next(formatter for formatter in ours if isinstance(formatter, ProcessorFormatter)))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(copy(record)))


@contextmanager
def log_lines() -> Iterator[list[str]]:
    """Collect whatever is logged inside, as it is written and from the level on that production keeps."""
    collector, root = _Collector(), logging.getLogger()
    loggers, level = (root, logging.getLogger("django.request")), root.level
    root.setLevel(logging.INFO)
    for logger in loggers:
        logger.addHandler(collector)
    try:
        yield collector.lines
    finally:
        root.setLevel(level)
        for logger in loggers:
            logger.removeHandler(collector)
