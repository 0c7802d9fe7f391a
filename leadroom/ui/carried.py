# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What was typed into a page, carried over to the same page in another language.

The session keeps it under the page's path for one use. Passwords, codes and files are
never kept.
"""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

SESSION_KEY = "carried"
MOST = 64 * 1024
MOST_OF_A_VISITOR = 4 * 1024
LEFT_OUT = {"csrfmiddlewaretoken", "language", "next", "code"}
SECRETS = ("password", "secret", "credential")


def carry(request: HttpRequest, page: str) -> bool:
    """Keep what was typed for one look at the page; say whether all of it was kept."""
    typed = {name: values for name, values in request.POST.lists() if _may_be_kept(name)}
    if own := request.POST.getlist("language")[1:]:
        # The first is the language switch itself; a second is a field of the page's form.
        typed["language"] = own
    if not typed:
        return True
    if _size(typed) > _most(request):
        return False
    request.session[SESSION_KEY] = {_path(page): typed}
    return True


def carried(request: HttpRequest) -> dict[str, list[str]] | None:
    """Return what was typed on this page before the language changed, once."""
    kept = request.session.get(SESSION_KEY)
    if not kept or request.path not in kept:
        return None
    typed: dict[str, list[str]] = request.session.pop(SESSION_KEY)[request.path]
    return typed


def typed(request: HttpRequest, *, lists: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what was typed on this page as a form takes it for `initial`: one value a field, or all of them."""
    kept = carried(request)
    if kept is None:
        return {}
    return {name: values[-1] for name, values in kept.items() if values} | {
        name: kept.get(name, []) for name in lists
    }


def _most(request: HttpRequest) -> int:
    # Anybody can be a visitor, as often as she likes: her sessions stay small.
    return MOST if getattr(request, "user", None) and request.user.is_authenticated else MOST_OF_A_VISITOR


def _may_be_kept(name: str) -> bool:
    return name not in LEFT_OUT and not any(secret in name.lower() for secret in SECRETS)


def _size(typed: dict[str, list[str]]) -> int:
    return sum(
        len(name.encode()) + sum(len(value.encode()) for value in values) for name, values in typed.items()
    )


def _path(page: str) -> str:
    return urlsplit(page).path
