# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council's units, and who leads them."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts import actions, forms, queries
from leadroom.accounts.models import Membership, Request, Unit
from leadroom.accounts.views.parts import administrators_only, asked, page_of, sections
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.ui import stale
from leadroom.ui.carried import typed


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def units(request: Request) -> HttpResponse:
    """Show the council's units, and add one."""
    if request.method != "POST":
        return _list(request, forms.UnitName(initial=typed(request)))
    form = forms.UnitName(request.POST)
    if form.is_valid():
        try:
            unit = actions.add_unit(by=request.actor, **form.cleaned_data)
            messages.success(request, _("%(unit)s is added.") % {"unit": unit.name})
            return HttpResponseRedirect(reverse("council_units"))
        except actions.NameIsTaken:
            form.add_error("name", _taken())
    return _list(request, form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def unit(request: Request, key: str) -> HttpResponse:
    """Show one unit, rename it, choose its line manager."""
    found = get_object_or_404(queries.counted_units(request.actor), key=key)
    managers = queries.possible_managers(request.actor, found)
    wholes = queries.possible_wholes(request.actor, found)
    if request.method != "POST":
        first, kept = queries.as_shown(found), typed(request)
        form = forms.OneUnit(initial=first | kept, managers=managers, wholes=wholes)
        return _one(request, found, form, seen=stale.seen(request, first, kept))
    form = forms.OneUnit(request.POST, managers=managers, wholes=wholes)
    if form.is_valid():
        try:
            actions.change_unit(found, by=request.actor, seen=stale.seen(request), **form.cleaned_data)
            messages.success(request, _("Saved."))
            return HttpResponseRedirect(reverse("council_unit", args=[key]))
        except actions.NameIsTaken:
            form.add_error("name", _taken())
        except actions.PartOfItself:
            form.add_error("part_of", _("That unit is itself part of this one. Choose another."))
        except ChangedMeanwhile as changed:
            here = reverse("council_unit", args=[key])
            return stale.conflict(request, form, changed, thing=found.name, keep_url=here)
    return _one(request, found, form, seen=stale.seen(request), status=422)


@require_POST
@administrators_only
def delete(request: Request, key: str) -> HttpResponse:
    """Delete an empty unit."""
    found = get_object_or_404(queries.units(request.actor), key=key)
    try:
        actions.delete_unit(found, by=request.actor)
    except actions.UnitIsNotEmpty:
        messages.error(request, _("People belong to this unit. Move them first."))
        return HttpResponseRedirect(reverse("council_unit", args=[key]))
    messages.success(request, _("%(unit)s is deleted.") % {"unit": found.name})
    return HttpResponseRedirect(reverse("council_units"))


def _list(request: Request, form: forms.UnitName, *, status: int = 200) -> HttpResponse:
    page = page_of(request, queries.counted_units(request.actor))
    row = '<tr><th scope="row"><a href="{}">{}</a></th><td>{}</td><td class="number">{}</td></tr>'
    shown = {
        "sections": sections("council_units"),
        "form": form,
        "page": page,
        "rows": format_html_join(
            "\n",
            "{}",
            (
                (
                    format_html(
                        row,
                        reverse("council_unit", args=[unit.key]),
                        unit.name,
                        unit.manager or "",
                        unit.people,
                    ),
                )
                for unit in page
            ),
        ),
    }
    return render(request, "accounts/council/units.html", shown, status=status)


def _one(request: Request, found: Unit, form: forms.OneUnit, *, seen: str, status: int = 200) -> HttpResponse:
    search = asked(request, "search")["search"]
    matches = queries.matches(request.actor, search)
    shown = {
        "seen": seen,
        "offered": _offered(found, form, matches),
        "sections": sections("council_units"),
        "unit": found,
        "form": form,
        "search": search,
        "matches": matches,
    }
    return render(request, "accounts/council/unit.html", shown, status=status)


def _offered(found: Unit, form: forms.OneUnit, matches: list[Membership]) -> list[Membership]:
    """Return who can be chosen on the page: the manager now, whoever was chosen before, and who was found."""
    chosen = form["manager"].value()
    known = {person.key: person for person in (found.manager, *matches) if person}
    if chosen and chosen not in known:
        known |= {person.key: person for person in form.managers.filter(key=chosen)}
    return list(known.values())


def _taken() -> str:
    return _("The council has a unit of this name already.")
