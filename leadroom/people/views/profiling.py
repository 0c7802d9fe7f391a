# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A sitting: begin it, see what is done, go on, finish."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.people import actions, forms, queries
from leadroom.people.models import Scope, Sitting
from leadroom.ui.carried import typed
from leadroom.ui.parts import Choice, Task


@require_safe
def profiling(request: Request) -> HttpResponse:
    """Show the open sitting's areas, or offer to begin one."""
    profiles = queries.role_profiles(request.actor)
    current = queries.open_sitting(request.actor)
    if current:
        progress = queries.progress(request.actor, current, queries.own_ratings(request.actor))
        context = {
            "progress": progress,
            "tasks": [_task(part, progress) for part in progress.areas],
            "role_form": forms.ChooseRoleProfile(
                initial={"role_profile": progress.role_profile.key}, role_profiles=profiles.values()
            ),
        }
        return render(request, "people/profiling.html", context)
    initial = {"role_profile": queries.usual_role_profile(request.actor), "scope": Scope.SCAN}
    form = forms.Start(initial=initial | typed(request), role_profiles=profiles.values())
    return _offer(request, form)


def _task(part: queries.AreaProgress, progress: queries.Progress) -> Task:
    first = next((key for key in part.asked if key not in progress.answers), part.asked[0])
    url = reverse("question", args=[first])
    return Task(str(part.area.name), url, part.answered, len(part.asked), str(part.area.question))


def _offer(request: Request, form: forms.Start, status: int = 200) -> HttpResponse:
    last = queries.last_sitting(request.actor)
    context = {
        "form": form,
        "scan": last if last and queries.can_be_widened(last) else None,
        "page_url": reverse("profiling"),
        "scopes": [
            Choice(
                Scope.SCAN, str(Scope.SCAN.label), _("12 competencies, one from each area. About 5 minutes.")
            ),
            Choice(
                Scope.FULL,
                str(Scope.FULL.label),
                _("All 42 competencies. About 15 to 20 minutes, in breaks if you like."),
            ),
        ],
    }
    return render(request, "people/start.html", context, status=status)


@require_POST
def start(request: Request) -> HttpResponse:
    """Begin a sitting and ask the first question."""
    profiles = queries.role_profiles(request.actor)
    form = forms.Start(request.POST, role_profiles=profiles.values())
    if not form.is_valid():
        return _offer(request, form, status=422)
    try:
        current = actions.start(by=request.actor, **form.cleaned_data)
    except actions.SittingOpen:
        return redirect("profiling")
    progress = queries.progress(request.actor, current, [])
    return redirect("question", key=progress.order[0])


@require_POST
def change_role_profile(request: Request) -> HttpResponse:
    """See the open sitting against another role."""
    form = forms.ChooseRoleProfile(request.POST, role_profiles=queries.role_profiles(request.actor).values())
    if form.is_valid():
        actions.change_role_profile(_open_or_404(request), by=request.actor, **form.cleaned_data)
        messages.success(request, _("Saved. The questions now come in the order that matters for this role."))
    return redirect("profiling")


@require_POST
def finish(request: Request) -> HttpResponse:
    """Close the sitting and show the wheel; sent twice, the first one's work stands."""
    current = queries.open_sitting(request.actor)
    if current is None and queries.last_sitting(request.actor):
        return redirect("my_profile")
    try:
        actions.finish(current or _open_or_404(request), by=request.actor)
    except actions.NothingAnswered:
        messages.error(request, _("Answer one question at least, or set this profile aside."))
        return redirect("profiling")
    messages.success(request, _("Thank you. Here is where you stand today."))
    return redirect("my_profile")


@require_POST
def set_aside(request: Request) -> HttpResponse:
    """End the sitting without going on; answers given stay."""
    actions.set_aside(_open_or_404(request), by=request.actor)
    messages.success(request, _("Set aside. What you answered is kept in your profile."))
    return redirect("profiling")


@require_POST
def widen(request: Request) -> HttpResponse:
    """Go on from the short scan to the full profile."""
    last = queries.last_sitting(request.actor)
    if last is None:
        raise Http404
    try:
        actions.widen(last, by=request.actor)
    except actions.SittingOpen:
        pass
    except actions.TooLateToWiden:
        messages.error(request, _("Begin a full profile instead: this one can no longer be gone on with."))
    return redirect("profiling")


def _open_or_404(request: Request) -> Sitting:
    current = queries.open_sitting(request.actor)
    if current is None:
        raise Http404
    return current
