# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person can point to, kept and taken away on the page of its competency."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from leadroom.accounts.models import Request
from leadroom.people import actions, forms, permissions
from leadroom.people.models import Evidence, skills_map
from leadroom.people.views.skills import show_competency


@sensitive_post_parameters()
@require_POST
def keep(request: Request, key: str) -> HttpResponse:
    """Keep what the person wrote here as evidence of the competency."""
    if key not in skills_map().by_key:
        raise Http404
    form = forms.EvidenceForm(request.POST)
    if not form.is_valid():
        return show_competency(request, key, form, status=422)
    actions.keep_evidence(by=request.actor, competency=key, origin=Evidence.Origin.OWN, **form.cleaned_data)
    messages.success(request, _("Kept as evidence. Only you see it."))
    return redirect("competency", key=key)


@require_POST
def remove(request: Request, key: str) -> HttpResponse:
    """Take one piece of evidence away for good."""
    found = get_object_or_404(permissions.visible_evidence(request.actor), key=key)
    actions.remove_evidence(found, by=request.actor)
    messages.success(request, _("Removed. Nothing of it is left."))
    return redirect("competency", key=found.competency)
