# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A session begun before sign-in ends with it: who planted its key is left outside."""

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from tests.house.walls.towns import Town


def findings(town: Town) -> list[str]:
    """Find ways of signing in that keep the session which somebody else may have planted."""
    town.people["colleague"].user.authenticator_set.all().delete()
    typed = {"login": town.people["colleague"].user.email, "password": "a-long-password"}
    ways = {
        "the sign-in page": ("/sign-in/", typed),
        "the demo's door": (f"/demo/{town.council.key}/EMPLOYEE/", {}),
        "an invitation": (
            f"/join/{town.council.key}/{town.things['token']}/",
            {"name": "New", "language": "en"},
        ),
    }
    return [finding for way, (address, body) in ways.items() for finding in _planted(way, address, body)]


def _planted(way: str, address: str, body: dict[str, str]) -> list[str]:
    planted = SessionStore()
    planted["carried"] = {}
    planted.save()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(planted.session_key)
    answer = client.post(address, body)
    wrong = []
    if "_auth_user_id" not in client.session:
        wrong.append(f"{way}: nobody is signed in ({answer.status_code})")
    if client.session.session_key == planted.session_key or SessionStore().exists(str(planted.session_key)):
        wrong.append(f"{way}: the session from before goes on")
    return wrong
