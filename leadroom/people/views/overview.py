# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can we do? The council's overview: asked for, added to by everybody without a name, shown once it is closed."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.sheets import XLSX, xlsx
from leadroom.kit.tables import csv_answer, download
from leadroom.people import actions, exports, forms, permissions, pictures, queries
from leadroom.people.models import skills_map
from leadroom.rounds.actions import RoundIsOver, SentAlready
from leadroom.rounds.models import Invitee, Round
from leadroom.ui.carried import typed

REFUSED = 422


@require_safe
def skills_overview(request: Request) -> HttpResponse:
    """Show what each group of units can do, what initiatives ask for, and what is on its way."""
    require(permissions.may_see_overview(request.actor))
    found = queries.overviews()
    under_way = next((one for one in found if one.closed_at is None), None)
    closed = [one for one in found if one.closed_at]
    chosen = _asked_for(request, closed)
    shown = queries.overview_of(request.actor, chosen) if chosen else None
    wanted, every = pictures.supplies(shown, queries.demand(request.actor))
    context: dict[str, Any] = {
        "under_way": under_way,
        "chosen": chosen,
        "closed": closed,
        "areas": skills_map().areas,
        "wanted": wanted,
        "every": every,
        "opens_again_on": _opens_again(under_way, closed),
    }
    if shown:
        context |= {
            "rows": pictures.overview_rows(shown),
            "hidden": [pictures.group_name(group, shown.units) for group in shown.hidden],
            "sentence": pictures.overview_sentence(shown),
            "promise": pictures.overview_promise(shown.round),
        }
    return render(request, "people/skills_overview.html", context)


def _opens_again(under_way: Round | None, closed: list[Round]) -> date | None:
    """Return the day from which another can be asked for, where that is not now."""
    if under_way or not closed:
        return None
    day = queries.opens_again_on(closed[0])
    return day if day > timezone.localdate() else None


def _asked_for(request: Request, closed: list[Round]) -> Round | None:
    """Return the closed overview that the address names; without one, the latest."""
    asked = request.GET.get("overview")
    return next((one for one in closed if one.key == asked), closed[0] if closed else None)


def _chosen(request: Request) -> queries.Overview:
    require(permissions.may_see_overview(request.actor))
    chosen = _asked_for(request, [one for one in queries.overviews() if one.closed_at])
    if chosen is None:
        raise Http404
    return queries.overview_of(request.actor, chosen)


@require_safe
def as_csv(request: Request) -> HttpResponse:
    """Download what is published, a line for each group and competency."""
    return csv_answer("leadroom-overview", exports.OVERVIEW_HEADER, exports.overview_rows(_chosen(request)))


@require_safe
def as_xlsx(request: Request) -> HttpResponse:
    """Download the same as a workbook."""
    sheet = (_("What we can do"), exports.OVERVIEW_HEADER, exports.overview_rows(_chosen(request)))
    return download("leadroom-overview.xlsx", XLSX, xlsx([sheet]))


@require_http_methods(["GET", "HEAD", "POST"])
def open_overview(request: Request) -> HttpResponse:
    """Ask everybody who works here to add their profile."""
    require(permissions.may_see_overview(request.actor))
    first = {"closes_on": timezone.localdate() + forms.OVERVIEW_DAYS, "fewest": forms.SIZES[0]} | typed(
        request
    )
    form = forms.OpenOverview(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.open_overview(by=request.actor, **form.cleaned_data)
        except actions.OverviewUnderWay:
            form.add_error(None, _("An overview is open already. See it through, or call it off."))
        except actions.TooSoon:
            form.add_error(None, _("The last overview closed less than three months ago."))
        else:
            messages.success(request, _("Opened. It waits for everybody at home in Leadroom."))
            return redirect("skills_overview")
    shown = {
        "form": form,
        "division": queries.division(forms.SIZES[0]),
        "page_url": request.path,
    }
    return render(request, "people/open_overview.html", shown, status=REFUSED if form.errors else 200)


@require_POST
def call_off(request: Request) -> HttpResponse:
    """Call the open overview off; all that was added is deleted unseen."""
    require(permissions.may_see_overview(request.actor))
    under_way = next((one for one in queries.overviews() if one.closed_at is None), None)
    if under_way is None:
        raise Http404
    try:
        actions.call_off_overview(under_way, by=request.actor)
    except RoundIsOver:
        messages.error(request, _("It has closed meanwhile."))
    else:
        messages.success(request, _("Called off. What was added is deleted."))
    return redirect("skills_overview")


@require_http_methods(["GET", "HEAD", "POST"])
def add_mine(request: Request) -> HttpResponse:
    """Say what of the person's profile would be given away to whom, and add it."""
    invitee = _mine(request)
    if request.method == "POST":
        try:
            actions.add_mine(invitee, by=request.actor)
        except actions.NothingToAdd:
            return redirect("profiling")
        except (RoundIsOver, SentAlready):
            messages.error(request, _("It is closed, or your profile is added already."))
        else:
            messages.success(request, _("Added. Nobody can see that it is yours, not even you."))
        return redirect("home")
    mine = queries.my_profile(request.actor)
    shown = {
        "invitee": invitee,
        "receipt": pictures.overview_receipt(invitee.round),
        "given": pictures.given_away(mine),
    }
    return render(request, "people/add_to_overview.html", shown)


@require_POST
def stay_out(request: Request) -> HttpResponse:
    """Say no."""
    try:
        actions.stay_out(_mine(request), by=request.actor)
    except (RoundIsOver, SentAlready):
        messages.error(request, _("It is closed, or your profile is added already."))
    else:
        messages.success(request, _("You stay out. Nobody is told."))
    return redirect("home")


def _mine(request: Request) -> Invitee:
    invitee = queries.my_part(request.actor)
    if invitee is None:
        raise Http404
    return invitee
