# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What does leading digital take? The skills map and its competencies."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from leadroom.accounts.models import Request
from leadroom.people import forms, queries
from leadroom.people.models import skills_map as the_map
from leadroom.ui.carried import typed


@require_safe
def skills_map(request: Request) -> HttpResponse:
    """Show the whole map on one screen."""
    return render(request, "people/map.html", {"map": the_map(), "open": queries.open_sitting(request.actor)})


@require_safe
def competency(request: Request, key: str) -> HttpResponse:
    """Show one competency: what it is, its four behaviours, and what each role asks for."""
    if key not in the_map().by_key:
        raise Http404
    return show_competency(request, key, forms.EvidenceForm(initial=typed(request)))


def show_competency(request: Request, key: str, form: forms.EvidenceForm, status: int = 200) -> HttpResponse:
    """Show a competency with what the person keeps as evidence of it, and the form to add to that."""
    found = the_map().by_key[key]
    targets = [(profile, profile.targets[key]) for profile in queries.role_profiles(request.actor).values()]
    context = {
        "competency": found,
        "area": the_map().area_of[key],
        "levels": list(zip(the_map().levels[1:], found.behaviours, strict=True)),
        "processes": [the_map().processes[process] for process in found.processes],
        "targets": targets,
        "evidence": queries.evidence_of(request.actor, key),
        "form": form,
        "page_url": reverse("competency", args=[key]),
    }
    return render(request, "people/competency.html", context, status=status)
