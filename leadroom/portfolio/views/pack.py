# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What do others demand of us? The pack's initiatives, to take with a tick."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.portfolio import actions, permissions, pictures, queries

MOST = 500


@require_safe
def pack(request: Request) -> HttpResponse:
    """Show what is demanded of councils in this country."""
    require(permissions.may_import(request.actor))
    shown = {
        "groups": pictures.pack_groups(queries.offered(request.actor)),
        "news": pictures.pack_news(queries.pack_news(request.actor)),
    }
    return render(request, "portfolio/pack.html", shown)


@require_POST
def take(request: Request) -> HttpResponse:
    """Take those that are ticked."""
    added = actions.take(set(request.POST.getlist("key")[:MOST]), by=request.actor)
    if not added:
        messages.error(request, _("Tick at least one that you have not taken yet."))
        return redirect("pack")
    said = ngettext("%(count)s initiative is taken.", "%(count)s initiatives are taken.", len(added))
    messages.success(request, said % {"count": len(added)})
    return redirect("portfolio")


@require_POST
def take_news(request: Request, key: str) -> HttpResponse:
    """Add the pack's newer deadline to an initiative's history."""
    require(permissions.may_import(request.actor))
    get_object_or_404(queries.initiatives(request.actor), key=key)
    actions.take_news(key, by=request.actor)
    messages.success(request, _("The deadline’s history has a new line."))
    return redirect("pack")
