# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of the council's administration share."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from leadroom.accounts import permissions
from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.chained import Chained
from leadroom.ui.carried import carried
from leadroom.ui.parts import Link

View = Callable[..., HttpResponse]
PER_PAGE = 50
OPTION = '<option value="{}">{}</option>'
CHOSEN = '<option value="{}" selected>{}</option>'


def administrators_only(view: View) -> View:
    """Open a page to the council's administrators; anyone else in the council is told that it is not hers."""

    @wraps(view)
    def answer(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        require(permissions.may_administer(request.actor))
        return view(request, *args, **kwargs)

    return answer


def asked(request: Request, *names: str) -> dict[str, str]:
    """Return what the address asks for by name; without NUL, for which PostgreSQL has no place."""
    return {name: request.GET.get(name, "").replace("\x00", "").strip() for name in names}


def typed_with_roles(request: Request) -> dict[str, Any]:
    """Return what was typed on this page before the language changed; the roles are several."""
    typed = (carried(request) or {}).items()
    return {name: values if name == "roles" else values[-1] for name, values in typed}


def sections(current: str) -> list[Link]:
    """Return the sister pages, with the one at hand marked."""
    names = {
        "council_people": _("People"),
        "council_invitations": _("Invitations"),
        "council_units": _("Units"),
        "council_settings": _("Settings"),
        "council_record": _("Record"),
    }
    return [Link(text, reverse(name), name == current) for name, text in names.items()]


def page_of(request: Request, rows: QuerySet[Any] | Chained[Any]) -> Page[Any]:
    """Return the page of a list that the address names; an impossible one is the nearest there is."""
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def options(choices: Sequence[tuple[str, str | Promise]], chosen: str) -> SafeString:
    """Return what one can choose from a list; there may be hundreds, for which a template takes long."""
    place = next((place for place, (key, _name) in enumerate(choices) if key == chosen), None)
    if place is None:
        return format_html_join("", OPTION, choices)
    return (
        format_html_join("", OPTION, choices[:place])
        + format_html(CHOSEN, *choices[place])
        + format_html_join("", OPTION, choices[place + 1 :])
    )
