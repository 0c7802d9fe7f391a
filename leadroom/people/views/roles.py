# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What does each role ask for? Read by everyone, adjusted by the administrator and the digital office."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.people import actions, forms, permissions, queries
from leadroom.people.models import Area, RoleProfile, pack_role_profiles
from leadroom.people.models import skills_map as the_map
from leadroom.ui import stale
from leadroom.ui.carried import typed


@require_safe
def role_profiles(request: Request) -> HttpResponse:
    """List the role profiles in force."""
    return _list(
        request, forms.AddRoleProfile(role_profiles=pack_role_profiles().values(), initial=typed(request))
    )


def _list(request: Request, form: forms.AddRoleProfile, status: int = 200) -> HttpResponse:
    context = {
        "role_profiles": queries.role_profiles(request.actor).values(),
        "may_adjust": permissions.may_adjust_role_profiles(request.actor),
        "form": form,
        "page_url": reverse("role_profiles"),
    }
    return render(request, "people/role_profiles.html", context, status=status)


@require_safe
def role_profile(request: Request, key: str) -> HttpResponse:
    """Show what one role asks for, area by area."""
    found = _find(request, key)
    areas = [(area, [(c, found.targets[c.key]) for c in area.competencies]) for area in the_map().areas]
    context = {
        "profile": found,
        "areas": areas,
        "levels": the_map().levels,
        "may_adjust": permissions.may_adjust_role_profiles(request.actor),
    }
    return render(request, "people/role_profile.html", context)


@require_POST
def add(request: Request) -> HttpResponse:
    """Add a role profile of the council's own."""
    require(permissions.may_adjust_role_profiles(request.actor))
    form = forms.AddRoleProfile(request.POST, role_profiles=pack_role_profiles().values())
    if not form.is_valid():
        return _list(request, form, status=422)
    try:
        added = actions.add_role_profile(
            by=request.actor, name=form.name(), based_on=form.cleaned_data["based_on"]
        )
    except actions.NameIsTaken:
        form.add_error("name_en", _("There is a role of this name already. Choose another name."))
        return _list(request, form, status=422)
    messages.success(request, _("Added. Its targets start as those of the role you chose."))
    return redirect("role_profile", key=added.key)


@require_http_methods(["GET", "HEAD", "POST"])
def adjust(request: Request, key: str, area: str) -> HttpResponse:
    """Set what a role asks for in one area."""
    found = _find(request, key)
    place = next((each for each in the_map().areas if each.key == area), None)
    if place is None:
        raise Http404
    require(permissions.may_adjust_role_profiles(request.actor))
    if request.method != "POST":
        first, kept = queries.as_shown(found.targets, (c.key for c in place.competencies)), typed(request)
        form = forms.TargetsForm(initial=first | kept, competencies=place.competencies)
        return _targets(request, found, place, form, stale.seen(request, first, kept))
    form, seen = forms.TargetsForm(request.POST, competencies=place.competencies), stale.seen(request)
    if not form.is_valid():
        return _targets(request, found, place, form, seen, status=422)
    try:
        actions.adjust_targets(found.key, form.targets(), by=request.actor, seen=seen)
    except ChangedMeanwhile as changed:
        thing = f"{found.name}: {place.name}"
        return stale.conflict(request, form, changed, thing=thing, keep_url=request.path)
    messages.success(request, _("Saved. The targets hold from now on."))
    return redirect("role_profile", key=found.key)


def _targets(
    request: Request, found: RoleProfile, area: Area, form: forms.TargetsForm, seen: str, *, status: int = 200
) -> HttpResponse:
    parts = ("low", "high", "weight")
    context = {
        "profile": found,
        "area": area,
        "seen": seen,
        "form": form,
        "levels": the_map().levels,
        "rows": [(c, *(form[f"{part}-{c.key}"] for part in parts)) for c in area.competencies],
    }
    return render(request, "people/adjust_role_profile.html", context, status=status)


@require_POST
def retire(request: Request, key: str) -> HttpResponse:
    """Offer a role profile of the council's own no more."""
    added = get_object_or_404(permissions.visible_role_profiles(request.actor), key=key)
    actions.retire_role_profile(added, by=request.actor)
    messages.success(request, _("Retired. Nobody is offered this role any more."))
    return redirect("role_profiles")


def _find(request: Request, key: str) -> RoleProfile:
    found = queries.role_profiles(request.actor).get(key)
    if found is None:
        raise Http404
    return found
