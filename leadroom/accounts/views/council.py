# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council's own settings."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts import actions, forms, queries
from leadroom.accounts.models import Request
from leadroom.accounts.views.parts import administrators_only, sections
from leadroom.ui.carried import typed
from leadroom.ui.theme import colours

HUES: dict[int, Promise] = {
    10: gettext_lazy("Rose"),
    35: gettext_lazy("Brick"),
    60: gettext_lazy("Amber"),
    95: gettext_lazy("Straw"),
    130: gettext_lazy("Leaf"),
    160: gettext_lazy("Pine"),
    195: gettext_lazy("Teal"),
    225: gettext_lazy("Lake"),
    255: gettext_lazy("Sky"),
    280: gettext_lazy("Iris"),
    310: gettext_lazy("Plum"),
    340: gettext_lazy("Heather"),
}


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
        first = {"name": council.name, "language": council.language}
        return _show(request, forms.CouncilSettings(initial=first | typed(request)))
    form = forms.CouncilSettings(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    actions.change_council(by=request.actor, hue=council.hue, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("council_settings"))


@require_POST
@administrators_only
def colour(request: Request) -> HttpResponse:
    """Dress the council in the colour that was tried."""
    council = request.actor.person.council
    form = forms.Colour(request.POST)
    if form.is_valid():
        actions.change_council(
            by=request.actor, name=council.name, language=council.language, **form.cleaned_data
        )
        messages.success(request, _("The council has a new colour."))
    return HttpResponseRedirect(reverse("council_settings"))


@require_POST
@administrators_only
def link(request: Request) -> HttpResponse:
    """Say which council of the directory this one is, or that it is none."""
    country, _colon, code = request.POST.get("row", "").partition(":")
    if not code:
        actions.unlink_directory(by=request.actor)
        messages.success(request, _("The link is gone."))
        return HttpResponseRedirect(reverse("council_settings"))
    row = get_object_or_404(queries.directory_rows(), country=country, code=code)
    actions.link_directory(row, by=request.actor)
    messages.success(request, _("The council is linked to %(name)s.") % {"name": row.name})
    return HttpResponseRedirect(reverse("council_settings"))


def _show(request: Request, form: forms.CouncilSettings, *, status: int = 200) -> HttpResponse:
    council = request.actor.person.council
    tried = forms.Colour(request.GET)
    hue = tried.cleaned_data["hue"] if tried.is_valid() else council.hue
    search = request.GET.get("search", "").strip()
    shown = {
        "sections": sections("council_settings"),
        "form": form,
        "has_errors": form.is_bound,
        "swatches": [
            Swatch(key, str(name), colours(key, "light")["accent-base-default"], key == hue)
            for key, name in HUES.items()
        ],
        "hue": hue,
        "is_trying": hue != council.hue,
        "search": search,
        "matches": queries.directory(search, country=council.country),
    }
    return render(request, "accounts/council/settings.html", shown, status=status)
