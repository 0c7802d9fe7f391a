# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council's own settings."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts import actions, forms, queries
from leadroom.accounts.models import HUES, Request
from leadroom.accounts.views.parts import administrators_only, asked, sections
from leadroom.kit.seen import ChangedMeanwhile, fingerprint
from leadroom.ui import stale
from leadroom.ui.carried import typed
from leadroom.ui.theme import colours


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour that a council can wear."""

    hue: int
    name: str
    colour: str
    is_worn: bool


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def settings(request: Request) -> HttpResponse:
    """Show the council's name, language, colour and place in the directory, and change the first two."""
    council = request.actor.person.council
    if request.method != "POST":
        kept = typed(request)
        form = forms.CouncilSettings(initial=queries.as_shown(council) | kept)
        return _show(request, form, kept=kept)
    form = forms.CouncilSettings(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    here = reverse("council_settings")
    try:
        actions.change_council(by=request.actor, seen=stale.seen(request), **form.cleaned_data)
    except ChangedMeanwhile as changed:
        return stale.conflict(request, form, changed, thing=council.name, keep_url=here)
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(here)


@require_POST
@administrators_only
def colour(request: Request) -> HttpResponse:
    """Dress the council in the colour that was tried."""
    form, here = forms.Colour(request.POST), reverse("council_settings")
    if not form.is_valid():
        return HttpResponseRedirect(here)
    try:
        actions.change_colour(by=request.actor, seen=stale.seen(request), **form.cleaned_data)
    except ChangedMeanwhile as changed:
        name, words = request.actor.person.council.name, {"hue": _colour}
        return stale.conflict(request, form, changed, thing=name, keep_url=here, words=words)
    messages.success(request, _("The council has a new colour."))
    return HttpResponseRedirect(here)


@require_POST
@administrators_only
def link(request: Request) -> HttpResponse:
    """Say which council of the directory this one is, or that it is none."""
    country, _colon, code = request.POST.get("row", "").replace("\x00", "").partition(":")
    if not code:
        actions.unlink_directory(by=request.actor)
        messages.success(request, _("The link is gone."))
        return HttpResponseRedirect(reverse("council_settings"))
    row = get_object_or_404(queries.directory_rows(), country=country, code=code)
    actions.link_directory(row, by=request.actor)
    messages.success(request, _("The council is linked to %(name)s.") % {"name": row.name})
    return HttpResponseRedirect(reverse("council_settings"))


def _colour(hue: str) -> str:
    return str(HUES.get(int(hue)) or _("Colour %(hue)s of 359") % {"hue": hue})


def _show(
    request: Request, form: forms.CouncilSettings, *, kept: Mapping[str, str] | None = None, status: int = 200
) -> HttpResponse:
    council, kept = request.actor.person.council, kept or {}
    tried = forms.Colour(request.GET if "hue" in request.GET else kept)
    hue = tried.cleaned_data["hue"] if tried.is_valid() else council.hue
    search = asked(request, "search")["search"]
    shown = {
        "sections": sections("council_settings"),
        "form": form,
        "swatches": [
            Swatch(key, str(name), colours(key, "light")["accent-base-default"], key == hue)
            for key, name in HUES.items()
        ],
        "seen": stale.seen(request, queries.as_shown(council), {} if "hue" in kept else kept),
        "seen_colour": (kept.get("seen") if "hue" in kept else "") or fingerprint({"hue": council.hue}),
        "hue": hue,
        "is_trying": hue != council.hue,
        "search": search,
        "matches": queries.directory(search, country=council.country),
    }
    return render(request, "accounts/council/settings.html", shown, status=status)
