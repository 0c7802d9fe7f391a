# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is my next stage? The learning paths, and one stage at a time; only the person herself sees how far she is."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.people import actions, forms, pictures, queries
from leadroom.people.models import LearningPath, Stage
from leadroom.people.models import learning_paths as all_paths
from leadroom.ui import stale
from leadroom.ui.carried import typed


@require_safe
def learning_paths(request: Request) -> HttpResponse:
    """Show the paths with how far the person is, and the stage to take up next."""
    mine = queries.my_paths(request.actor)
    context = {"mine": mine, "pictures": pictures.of_paths(mine), "credit": all_paths().credit}
    return render(request, "people/learning_paths.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def learning_stage(request: Request, path: str, stage: str) -> HttpResponse:
    """Show one stage; keep what the person notes on it, and that its task is done."""
    named = _named(path, stage)
    if request.method != "POST":
        return _stage(request, *named)
    form, seen, is_done = forms.StageNote(request.POST), stale.seen(request), "done" in request.POST
    if not form.is_valid():
        return _stage(request, *named, form, status=422)
    try:
        actions.keep_stage(
            *named, by=request.actor, note=form.cleaned_data["note"], seen=seen, is_done=is_done
        )
    except ChangedMeanwhile as changed:
        return stale.conflict(request, form, changed, thing=str(named[1].name), keep_url=request.path)
    messages.success(request, _("Well done. The task is done.") if is_done else _("Your notes are saved."))
    return redirect(request.path)


@require_POST
def start_stage(request: Request, path: str, stage: str) -> HttpResponse:
    """Begin a stage and show its task."""
    actions.start_stage(*_named(path, stage), by=request.actor)
    return redirect("learning_stage", path=path, stage=stage)


@require_POST
def reopen_stage(request: Request, path: str, stage: str) -> HttpResponse:
    """Take back that the task is done."""
    actions.reopen_stage(*_named(path, stage), by=request.actor)
    messages.success(request, _("Open again. Your notes are as they were."))
    return redirect("learning_stage", path=path, stage=stage)


@require_POST
def leave_stage(request: Request, path: str, stage: str) -> HttpResponse:
    """Forget that a stage was begun."""
    actions.leave_stage(*_named(path, stage), by=request.actor)
    messages.success(request, _("You have left the stage. You can begin it again at any time."))
    return redirect("learning_paths")


def _stage(
    request: Request,
    path: LearningPath,
    stage: Stage,
    form: forms.StageNote | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    mine = queries.my_paths(request.actor)
    found = mine.find(path, stage)
    shown, kept = {"note": found.progress.note if found.progress else ""}, typed(request)
    context = {
        "my": found,
        "form": form or forms.StageNote(initial=shown | kept),
        "seen": stale.seen(request, shown, kept),
        "trains": pictures.trains(mine, found),
        "next": mine.after(found),
    }
    return render(request, "people/learning_stage.html", context, status=status)


def _named(path: str, stage: str) -> tuple[LearningPath, Stage]:
    """Return the path and the stage of these keys, or answer that there are none."""
    found = all_paths().by_key.get(path)
    if found is None or stage not in found.by_key:
        raise Http404
    return found, found.by_key[stage]
