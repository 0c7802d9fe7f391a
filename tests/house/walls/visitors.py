# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person at the door: asks any route by any method, and leaves everything as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from leadroom.accounts.models import Actor

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
REDIRECTS = {301, 302, 303, 307, 308}


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever is written inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@dataclass
class Visitor:
    """Somebody with a browser: signed in with a lock on her door, or nobody known."""

    actor: Actor | None = None
    client: Client = field(init=False, default_factory=lambda: Client(raise_request_exception=False))
    cookies: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Sign in once; every later request carries the same session."""
        if self.actor is None:
            return
        self.client.force_login(self.actor.user)
        session = self.client.session
        session["is_secured"] = True
        session.save()
        self.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)

    def twin(self) -> "Visitor":
        """Return the same person in another window: same session, a client of its own for a thread of its own."""
        twin = Visitor()
        twin.cookies = dict(self.cookies)
        return twin

    def ask(self, method: str, address: str, body: dict[str, Any] | None = None) -> HttpResponse:
        """Return the answer to one request, and take back what it wrote."""
        with undone():
            return self.do(method, address, body)

    def do(self, method: str, address: str, body: dict[str, Any] | None = None) -> HttpResponse:
        """Return the answer to one request."""
        self.client.cookies = SimpleCookie(self.cookies)
        answer: HttpResponse = getattr(self.client, method.lower())(
            address, body if method == "POST" else None
        )
        return answer


def kind(answer: HttpResponse) -> str:
    """Return an answer in the access table's words: its status, or `login` where it leads to the door."""
    if answer.status_code in REDIRECTS and answer["Location"].split("?")[0] == reverse("account_login"):
        return "login"
    return str(answer.status_code)
