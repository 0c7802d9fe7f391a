# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much room do we have? The picture, and the three tracks side by side."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.sheets import XLSX, xlsx
from leadroom.kit.tables import csv_answer, download
from leadroom.portfolio import actions, bridge, forms, permissions, pictures, queries
from leadroom.portfolio.models import RULES, Initiative, Status, Track

MOST, MOST_KEPT, MOST_ASKED = 1000, 400, 160
CSV_HEADER = (
    "key", "code", "title", "track", "status", "source", "legal_basis", "way", "deadline",
    "times_moved", "lead", "level_in_plan", "starts_in_plan",
)  # fmt: skip


@require_safe
def portfolio(request: Request) -> HttpResponse:
    """Show the room that is left, and the initiatives in three columns."""
    return _page(request)


def _page(request: Request, *, form: forms.SaveView | None = None, status: int = 200) -> HttpResponse:
    actor, wanted = request.actor, asked(request)
    plan = queries.plan_in_force(actor)
    found = queries.listed(actor, plan, wanted)
    room, may_add = pictures.room(plan), permissions.may_add(actor)
    shown = {
        "room": room,
        "counts": queries.counts(actor),
        "columns": [
            (
                track,
                RULES[track],
                pictures.lines(found, track, may_tick=may_add),
                sum(each.track == track for each in found),
            )
            for track in Track
            if wanted["track"] in {"", track.value}
        ],
        "wanted": wanted,
        "is_narrowed": any(value for name, value in wanted.items() if name != "sort"),
        "is_empty": not found,
        "may_add": may_add,
        "filters": pictures.filters(wanted, queries.sources(actor)),
        "views": queries.saved_views(actor),
        "kept": request.GET.urlencode(),
        "form": form or forms.SaveView(initial={"query": request.GET.urlencode()}),
        "bulk": forms.BULK,
        "page_url": request.get_full_path(),
    }
    return render(request, "portfolio/portfolio.html", shown, status=status)


@require_safe
def as_csv(request: Request) -> HttpResponse:
    """Give the same list as a file."""
    plan = queries.plan_in_force(request.actor)
    rows = (
        (
            each.key, each.code, each.title, each.track, each.status, each.source, each.legal_basis, each.way,
            each.deadline, each.slips, each.lead, each.level, each.month,
        )
        for each in queries.listed(request.actor, plan, asked(request))
    )  # fmt: skip
    return csv_answer("portfolio", CSV_HEADER, rows)


@require_safe
def as_xlsx(request: Request) -> HttpResponse:
    """Give the same list as a workbook that can be changed and brought in again."""
    actor, header = request.actor, list(bridge.HEADERS)
    there = {each.key: each for each in queries.everything(actor)}
    found = queries.listed(actor, queries.plan_in_force(actor), asked(request))
    rows = ([_told(there[each.key], name) for name in header] for each in found)
    return download("portfolio.xlsx", XLSX, xlsx([(_("Initiatives"), header, rows)]))


def _told(row: Initiative, name: str) -> Any:
    value = getattr(row, name)
    return str(value) if value and name in bridge.REFERENCES else value


@require_POST
def save_view(request: Request) -> HttpResponse:
    """Keep this way of looking."""
    form = forms.SaveView(request.POST)
    if not form.is_valid():
        return _page(request, form=form, status=422)
    try:
        actions.save_view(form.cleaned_data["name"], form.cleaned_data["query"], by=request.actor)
        messages.success(request, _("Saved. You find it above the list."))
    except actions.TooManyViews:
        messages.error(request, _("You keep twenty views already. Forget one first."))
    return redirect(f"{reverse('portfolio')}?{form.cleaned_data['query']}")


@require_POST
def forget_view(request: Request, key: str) -> HttpResponse:
    """Forget a saved view."""
    view = get_object_or_404(queries.saved_views(request.actor), key=key)
    actions.forget_view(view, by=request.actor)
    messages.success(request, _("Forgotten."))
    return redirect("portfolio")


@require_POST
def bulk(request: Request) -> HttpResponse:
    """Set several initiatives to one status, all or none."""
    require(permissions.may_add(request.actor))
    chosen = list(queries.initiatives(request.actor).filter(key__in=request.POST.getlist("key")[:MOST]))
    status = request.POST.get("status", "")
    if status in dict(forms.BULK) and chosen:
        actions.set_statuses(chosen, Status(status), by=request.actor)
        messages.success(request, pictures.said_bulk(len(chosen), Status(status)))
    else:
        messages.error(request, _("Tick at least one initiative, and choose what becomes of it."))
    return redirect(f"{reverse('portfolio')}?{request.POST.get('kept', '')[:MOST_KEPT]}")


def asked(request: Request) -> dict[str, str]:
    """Return what the address asks for; without NUL, for which PostgreSQL has no place."""
    said = {
        name: request.GET.get(name, "").replace("\x00", "").strip()[:MOST_ASKED] for name in queries.FILTERS
    }
    return said if said["track"] in Track.values else said | {"track": ""}
