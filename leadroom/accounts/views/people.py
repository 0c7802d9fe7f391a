# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council's people: found, changed, let go and let in again."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts import actions, forms, queries
from leadroom.accounts.models import Membership, Request, Role
from leadroom.accounts.views.parts import (
    administrators_only,
    asked,
    options,
    page_of,
    sections,
    typed_with_roles,
)
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.tables import csv_answer
from leadroom.ui import stale

ANY = "any"
ROW = (
    '<tr><th scope="row"><a href="{}">{}</a><br><span class="soft">{}</span></th>'
    "<td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"
)
HEADER = ("name", "email", "title", "unit", "roles", "is_active", "joined_on")


@require_safe
@administrators_only
def people(request: Request) -> HttpResponse:
    """Show the council's people, fifty a page."""
    wanted = _wanted(request)
    page = page_of(request, queries.listed(request.actor, **wanted))
    shown = {
        "sections": sections("council_people"),
        "page": page,
        "rows": _rows(page),
        "wanted": wanted,
        "is_narrowed": any(wanted.values()),
        "roles": options(Role.choices, wanted["role"]),
        "units": options(queries.unit_names(request.actor), wanted["unit"]),
        "kept": request.GET.urlencode(),
    }
    return render(request, "accounts/council/people.html", shown)


@require_safe
@administrators_only
def people_csv(request: Request) -> HttpResponse:
    """Give the same list, whole, as a file."""
    found = queries.people(request.actor, **_wanted(request)).iterator(500)
    return csv_answer("people", HEADER, (_cells(person) for person in found))


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def person(request: Request, key: str) -> HttpResponse:
    """Show one person, and change her roles, unit and title."""
    member = get_object_or_404(queries.people(request.actor), key=key)
    units = queries.units(request.actor)
    if request.method != "POST":
        first, kept = queries.as_shown(member), typed_with_roles(request)
        form = forms.Person(initial=first | kept, units=units)
        return _show(request, member, form, seen=stale.seen(request, first, kept))
    form = forms.Person(request.POST, units=units)
    if form.is_valid():
        try:
            actions.change_person(member, by=request.actor, seen=stale.seen(request), **form.cleaned_data)
            messages.success(request, _("Saved. It is in force from the person’s next page on."))
            return HttpResponseRedirect(reverse("council_person", args=[key]))
        except actions.LastAdministrator:
            form.add_error("roles", _only_one())
        except ChangedMeanwhile as changed:
            here = reverse("council_person", args=[key])
            return stale.conflict(request, form, changed, thing=member.user.name, keep_url=here)
    return _show(request, member, form, seen=stale.seen(request), status=422)


@require_POST
@administrators_only
def deactivate(request: Request, key: str) -> HttpResponse:
    """Close the council to a person."""
    member = get_object_or_404(queries.people(request.actor), key=key)
    try:
        actions.deactivate(member, by=request.actor)
        messages.success(request, _("%(name)s can no longer come in.") % {"name": member.user.name})
    except actions.LastAdministrator:
        messages.error(request, _only_one())
    return HttpResponseRedirect(reverse("council_person", args=[key]))


@require_POST
@administrators_only
def reactivate(request: Request, key: str) -> HttpResponse:
    """Open the council to a person again."""
    member = get_object_or_404(queries.people(request.actor), key=key)
    actions.reactivate(member, by=request.actor)
    messages.success(request, _("%(name)s can come in again.") % {"name": member.user.name})
    return HttpResponseRedirect(reverse("council_person", args=[key]))


def _wanted(request: Request) -> dict[str, str]:
    return asked(request, "search", "unit", "role")


def _show(
    request: Request, member: Membership, form: forms.Person, *, seen: str, status: int = 200
) -> HttpResponse:
    shown = {
        "seen": seen,
        "member": member,
        "form": form,
        "sections": sections("council_people"),
    }
    return render(request, "accounts/council/person.html", shown, status=status)


def _rows(people: Iterable[queries.Listed]) -> SafeString:
    names = {code: str(name) for code, name in Role.choices}
    # Django is asked once for the address, not for every line.
    before, after = reverse("council_person", args=[ANY]).split(ANY)
    lines = (
        (
            f"{before}{person.key}{after}",
            person.name,
            person.email,
            person.title,
            person.unit or "",
            ", ".join(sorted(names[role] for role in person.roles)),
            "" if person.is_active else _("Closed"),
        )
        for person in people
    )
    return format_html_join("\n", ROW, lines)


def _cells(member: Membership) -> tuple[object, ...]:
    return (
        member.user.name,
        member.user.email,
        member.title,
        member.unit.name if member.unit else "",
        " ".join(_codes(member)),
        member.is_active,
        date_format(localtime(member.joined_at), "Y-m-d"),
    )


def _codes(member: Membership) -> list[str]:
    return sorted(grant.role for grant in member.grants.all())


def _only_one() -> str:
    return _(
        "A council needs an administrator, and this is the only one. Make somebody else administrator first."
    )
