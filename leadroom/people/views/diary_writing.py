# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing into the diary: three questions, what is typed kept at once, and two windows that never undo each other."""

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts.models import Request
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.people import actions, forms, queries
from leadroom.people.models import DiaryDraft, DiaryEntry, skills_map
from leadroom.people.views.diary import find
from leadroom.ui import stale
from leadroom.ui.carried import typed

# In the address: show what is saved, whatever was typed and not saved.
AS_SAVED = "saved"


@sensitive_variables("form")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request) -> HttpResponse:
    """Write a new entry; a page that has a question of its own posts it as `prompt`."""
    if request.POST.get("go") == "discard":
        return _discard(request, None)
    if request.method != "POST" or "token" not in request.POST:
        return _open(request, None)
    form = forms.EntryForm(request.POST)
    if not form.is_valid():
        return _show(request, None, form, status=422)
    entry = actions.write_entry(
        by=request.actor,
        token=form.cleaned_data["token"],
        draft=form.cleaned_data["draft"] or 0,
        **form.said,
    )
    messages.success(request, _("Saved. Only you can read it."))
    return redirect("diary_entry", key=entry.key)


@sensitive_variables("form")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, key: str) -> HttpResponse:
    """Change an entry."""
    entry = find(request, key)
    if request.POST.get("go") == "discard":
        return _discard(request, entry)
    if request.method != "POST":
        return _open(request, entry)
    form = forms.EntryForm(request.POST)
    if not form.is_valid():
        return _show(request, entry, form, status=422)
    try:
        actions.change_entry(
            entry,
            by=request.actor,
            seen=stale.seen(request),
            draft=form.cleaned_data["draft"] or 0,
            **form.said,
        )
    except ChangedMeanwhile as changed:
        here = f"{reverse('change_diary_entry', args=[key])}?{AS_SAVED}"
        return stale.conflict(
            request, form, changed, thing=date_format(entry.happened_on, "DATE_FORMAT"), keep_url=here
        )
    messages.success(request, _("Saved. Only you can read it."))
    return redirect("diary_entry", key=key)


def _discard(request: Request, entry: DiaryEntry | None) -> HttpResponse:
    actions.drop_draft(by=request.actor, entry=entry)
    messages.success(request, _("What was not saved is thrown away."))
    return redirect("diary_entry", key=entry.key) if entry else redirect("my_diary")


def _open(request: Request, entry: DiaryEntry | None) -> HttpResponse:
    """Show the form with what is saved, what was typed and not saved, and what was typed in another language."""
    draft = queries.diary_draft(request.actor, entry)
    initial: dict[str, Any] = {"token": uuid4(), "draft": 0}
    if entry:
        initial |= queries.entry_as_shown(entry)
    elif request.GET.get("about") in skills_map().by_key:
        initial |= {"competencies": [request.GET["about"]]}
    if draft and AS_SAVED in request.GET:
        # She chose what is saved: what was typed waits until she saves or throws it away.
        initial |= {"draft": draft.version}
        draft = None
    if draft:
        initial |= _resumed(draft, initial)
    if prompt := request.POST.get("prompt", "")[: forms.PROMPT_LENGTH]:
        initial |= {"prompt": prompt}
    initial |= typed(request, lists=("competencies",))
    return _show(request, entry, forms.EntryForm(initial=initial), draft, initial.get("seen", ""))


def _resumed(draft: DiaryDraft, initial: dict[str, Any]) -> dict[str, Any]:
    about = dict.fromkeys([*draft.typed.get("competencies", []), *initial.get("competencies", [])])
    return draft.typed | {"draft": draft.version, "competencies": list(about)}


def _show(
    request: Request,
    entry: DiaryEntry | None,
    form: forms.EntryForm,
    draft: DiaryDraft | None = None,
    kept_seen: str = "",
    status: int = 200,
) -> HttpResponse:
    chosen = set(form["competencies"].value() or [])
    areas = [
        (
            domain.name,
            [
                (each.key, each.name, each.key in chosen)
                for area in domain.areas
                for each in area.competencies
            ],
        )
        for domain in skills_map().domains
    ]
    context = {
        "entry": entry,
        "form": form,
        "prompt": form["prompt"].value() or "",
        "domains": areas,
        "chosen": chosen,
        "draft": draft,
        "kept": _kept(draft) if draft else "",
        "seen": stale.seen(request, queries.entry_as_shown(entry), {"seen": kept_seen}) if entry else "",
        "page_url": request.path,
    }
    return render(request, "people/write_diary.html", context, status=status)


@sensitive_variables("form")
@sensitive_post_parameters()
@require_POST
def keep_new(request: Request) -> JsonResponse:
    """Keep a new entry while it is being typed."""
    return _keep(request, None)


@sensitive_variables("form")
@sensitive_post_parameters()
@require_POST
def keep_change(request: Request, key: str) -> JsonResponse:
    """Keep a change to an entry while it is being typed."""
    return _keep(request, find(request, key))


def _keep(request: Request, entry: DiaryEntry | None) -> JsonResponse:
    form = forms.DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    said = dict(form.cleaned_data)
    version = said.pop("draft")
    try:
        draft = actions.keep_draft(by=request.actor, entry=entry, typed=said, version=version)
    except actions.StaleDraft as changed:
        told = {
            "said": _("This was changed in another window. Both texts are here now."),
            "typed": changed.typed,
            "draft": changed.version,
        }
        return JsonResponse(told, status=HTTPStatus.CONFLICT)
    return JsonResponse({"said": _kept(draft) if draft else "", "draft": draft.version if draft else 0})


def _kept(draft: DiaryDraft) -> str:
    at = date_format(timezone.localtime(draft.saved_at), "TIME_FORMAT")
    return _("Kept as a draft at %(time)s") % {"time": at}
