# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every answer carries for the browser's own defence, whatever its status, as in production."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test import override_settings
from django.urls import get_resolver

ROOT = Path(__file__).resolve().parents[3]
PREFIXES = ("SESSION_", "CSRF_", "SECURE_", "LANGUAGE_COOKIE_", "CONTENT_SECURITY_", "X_FRAME_")
DUMP = f"""
import json
from django.conf import settings
from leadroom.config import settings as ours
kept = {{name: getattr(settings, name) for name in dir(ours) if name.startswith({PREFIXES!r})}}
print(json.dumps(kept | {{"DEMO": ours.DEMO, "DEBUG": ours.DEBUG, "MIDDLEWARE": ours.MIDDLEWARE}}))
"""
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
UNSAFE = (
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'unsafe-hashes'",
    "'strict-dynamic'",
    "*",
    "http:",
    "https:",
    "data:",
    "blob:",
)


@cache
def in_production() -> dict[str, Any]:
    """Return the settings that decide about headers and cookies, as a process in production reads them."""
    told = {
        "DJANGO_SETTINGS_MODULE": "leadroom.config.settings",
        "LEADROOM_MODE": "production",
        "LEADROOM_SECRET_KEY": "k" * 60,
        "LEADROOM_HOSTS": "council.example",
        "LEADROOM_URL": "https://council.example",
    }
    command = [sys.executable, "-c", DUMP]
    done = subprocess.run(
        command, env={**os.environ, **told}, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


@contextmanager
def as_in_production() -> Iterator[None]:
    """Answer requests as production does, but for the routes: those stay this process's own."""
    get_resolver().url_patterns  # noqa: B018 - read now, or they would be read for good without the demo's
    with override_settings(**in_production()):
        yield


def findings(answer: HttpResponse, name: str) -> list[str]:
    """Find headers that an answer lacks, or that allow too much."""
    wrong = [
        f"{header} is {answer.get(header)}" for header, value in FIXED.items() if answer.get(header) != value
    ]
    policy = directives(answer.get("Content-Security-Policy", ""))
    wrong += [*_policy(policy), *_caching(answer)]
    if "max-age=" not in answer.get("Strict-Transport-Security", ""):
        wrong.append("there is no Strict-Transport-Security")
    return [f"{name} ({answer.status_code}): {each}" for each in wrong]


def directives(policy: str) -> dict[str, list[str]]:
    """Return a content security policy by directive."""
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name: values for name, *values in parts}


def _policy(policy: dict[str, list[str]]) -> Iterator[str]:
    if policy.get("default-src") != ["'none'"]:
        yield f"default-src is {policy.get('default-src')}"
    if policy.get("frame-ancestors") != ["'none'"]:
        yield f"frame-ancestors is {policy.get('frame-ancestors')}"
    for name in ("script-src", "style-src", "object-src", "base-uri", "form-action", "connect-src"):
        if "sandbox" not in policy and name not in policy:
            yield f"{name} is missing"
        yield from (f"{name} allows {value}" for value in policy.get(name, []) if value in UNSAFE)


def _caching(answer: HttpResponse) -> Iterator[str]:
    kept = answer.get("Cache-Control", "")
    if not kept:
        yield "there is no Cache-Control"
    if "public" in kept and answer.cookies:
        yield "what anyone may keep sets a cookie"


def loose_cookies(answer: HttpResponse) -> list[str]:
    """Find cookies that a script, another site, another host or an open line could take."""
    return [f"{name}: {wrong}" for name, cookie in answer.cookies.items() for wrong in _loose(name, cookie)]


def _loose(name: str, cookie: Any) -> Iterator[str]:
    if not cookie["secure"]:
        yield "not Secure"
    if not cookie["httponly"]:
        yield "not HttpOnly"
    if cookie["samesite"] not in ("Lax", "Strict"):
        yield f"SameSite is {cookie['samesite'] or 'missing'}"
    if cookie["domain"] or cookie["path"] != "/":
        yield "not for this host and all of it"
    if name != settings.LANGUAGE_COOKIE_NAME and not name.startswith("__Host-"):
        yield "no __Host- before its name"
