# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A page's form as a browser would send it, so that a test need type only what it changes."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse


class _Form(HTMLParser):
    """Gathers the fields of one form: the one with this id, or whose address ends so."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted, self.is_inside, self.select = wanted, False, ""
        self.found: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what a control would send."""
        own = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.is_inside = own.get("id") == self.wanted or own.get("action", "").endswith(self.wanted)
        elif self.is_inside and tag == "input" and self._is_sent(own):
            self._keep(own["name"], own.get("value", ""))
        elif self.is_inside and tag == "select":
            self.select = own["name"]
        elif self.is_inside and tag == "option" and "selected" in own:
            self._keep(self.select, own["value"])

    def handle_endtag(self, tag: str) -> None:
        """Leave the form."""
        self.is_inside = self.is_inside and tag != "form"

    def _is_sent(self, own: dict[str, str]) -> bool:
        return "name" in own and (own.get("type") not in ("radio", "checkbox") or "checked" in own)

    def _keep(self, name: str, value: str) -> None:
        self.found.setdefault(name, []).append(value)


def fields_of(answer: HttpResponse, form: str) -> dict[str, Any]:
    """Return what a browser would send with a page's form; several values as a list."""
    parser = _Form(form)
    parser.feed(answer.text)
    assert parser.found, f"The page has no form {form}."
    parser.found.pop("csrfmiddlewaretoken", None)
    return {
        name: values if name == "roles" or len(values) > 1 else values[0]
        for name, values in parser.found.items()
    }
