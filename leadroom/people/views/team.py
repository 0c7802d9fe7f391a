# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can this team do? What is published of it, what its people share by name, and what is offered to them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.people import actions, forms, pictures, queries
from leadroom.ui.carried import typed

REFUSED = 422


@require_safe
def my_team(request: Request) -> HttpResponse:
    """Show a line manager what her people can do."""
    team = queries.my_team(request.actor)
    require(bool(team.people))
    shown = {
        "team": team,
        "sentence": pictures.team_sentence(team),
        "areas": pictures.team_lines(team),
        "develop": pictures.to_develop(team, queries.demand(request.actor)),
        "groups": [pictures.group_name(group, team.overview.units) for group in team.groups]
        if team.overview
        else [],
        "promise": pictures.overview_promise(team.overview.round) if team.overview else "",
    }
    return render(request, "people/my_team.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: Request) -> HttpResponse:
    """Write to one's people what is offered to them; who takes it up is theirs to tell."""
    require(queries.leads(request.actor))
    first = {"competency": request.GET.get("competency", "")} | typed(request)
    form = forms.OfferDevelopment(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        number = actions.offer_development(by=request.actor, **form.cleaned_data)
        said = ngettext("Sent to %(count)s person.", "Sent to %(count)s people.", number)
        messages.success(request, said % {"count": number})
        return redirect("my_team")
    shown = {"form": form, "page_url": request.path}
    return render(request, "people/offer_development.html", shown, status=REFUSED if form.errors else 200)


@require_POST
def share_profile(request: Request) -> HttpResponse:
    """Let one's line manager see one's levels."""
    try:
        shared = actions.share_profile(by=request.actor)
    except actions.NobodyToShow:
        messages.error(request, _("Nobody is your line manager here."))
    else:
        name = shared.shared_with.user.name
        messages.success(request, _("%(name)s can see your levels now, and not your notes.") % {"name": name})
    return redirect("my_profile")


@require_POST
def take_back(request: Request) -> HttpResponse:
    """Let nobody else see one's levels any more."""
    actions.take_profile_back(by=request.actor)
    messages.success(request, _("Taken back. Nobody but you sees your levels."))
    return redirect("my_profile")
