# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A visitor without a browser: keeps cookies, sends forms, and gives up when the line is cut."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from typing import Any

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect as the answer."""

    def redirect_request(self, *_args: Any) -> None:
        """Follow nothing."""


class Visitor:
    """One person with one session."""

    def __init__(self, url: str) -> None:
        """Begin without cookies."""
        self.url = url
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar()), NoRedirect, urllib.request.ProxyHandler({})
        )
        self.token = ""

    def get(self, path: str) -> str:
        """Return a page, and remember its form token."""
        with self.opener.open(self.url + path, timeout=60) as answer:
            text: str = answer.read().decode()
        if found := TOKEN.search(text):
            self.token = found.group(1)
        return text

    def post(self, path: str, **fields: Any) -> tuple[int, dict[str, Any]]:
        """Send a form as script does; return the status and what was told. Raises OSError when the line is cut."""
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode()
        request = urllib.request.Request(self.url + path, body, {"Accept": "application/json"})  # noqa: S310
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as refused:
            refused.read()
            return refused.code, {}

    def be(self, council: str, persona: str) -> None:
        """Step into the demo as somebody."""
        self.get("/demo/")
        self.post(f"/demo/{council}/{persona}/")
