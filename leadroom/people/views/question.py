# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One question: what do I do today? Saved at every answer."""

from http import HTTPStatus
from uuid import uuid4

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts.models import Request
from leadroom.people import actions, forms, pictures, queries
from leadroom.people.models import Answer, Rating, Sitting, skills_map
from leadroom.ui.carried import typed
from leadroom.ui.parts import Choice

OTHERS = (Answer.NOT_IN_ROLE, Answer.CANNOT_JUDGE, Answer.RATHER_NOT)


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: Request, key: str) -> HttpResponse:
    """Ask one question of the open sitting, or take its answer."""
    current = queries.open_sitting(request.actor)
    if current is None:
        return _closed(request)
    if key not in queries.asked_by(current):
        raise Http404
    if request.method == "POST":
        return _take(request, current, key)
    asked = queries.question(request.actor, current, key)
    initial = {
        "answer": asked.answered.answer if asked.answered else None,
        "note": asked.note,
        "seen": asked.seen,
    }
    return _ask(request, asked, forms.AnswerForm(initial=initial | typed(request) | {"token": uuid4()}))


def _ask(
    request: Request, asked: queries.Question, form: forms.AnswerForm, status: int = 200
) -> HttpResponse:
    chosen = form["answer"].value() or ""
    context = {
        "asked": asked,
        "area": skills_map().area_of[asked.competency.key],
        "form": form,
        "behaviours": pictures.level_choices(asked.competency.key, has_keys=True),
        "others": [Choice(answer, str(Answer(answer).label)) for answer in OTHERS],
        "chosen": str(chosen),
        "saved_state": "saved" if asked.answered else "",
        "saved_text": _said(asked.answered) if asked.answered else "",
    }
    return render(request, "people/question.html", context, status=status)


def _take(request: Request, current: Sitting, key: str) -> HttpResponse:
    form = forms.AnswerForm(request.POST)
    if not form.is_valid():
        if _is_script(request):
            return JsonResponse({"errors": form.errors}, status=422)
        return _ask(request, queries.question(request.actor, current, key), form, 422)
    try:
        rating = actions.answer(current, by=request.actor, competency=key, **form.cleaned_data)
    except actions.SittingClosed:
        return _closed(request)
    except actions.Stale as stale:
        return _show_both(request, queries.question(request.actor, current, key), form, stale.latest)
    return _saved(rating) if _is_script(request) else _go_on(request, current, key)


def _closed(request: Request) -> HttpResponse:
    """Tell a page whose sitting is over; a script must not take the way to another page for a lost session."""
    if not _is_script(request):
        return redirect("profiling")
    said = _("Not saved: this profile was finished in another window.")
    return JsonResponse({"said": said}, status=HTTPStatus.GONE)


def _saved(rating: Rating) -> JsonResponse:
    return JsonResponse({"said": _said(rating), "seen": rating.number, "token": str(uuid4())})


def _said(rating: Rating) -> str:
    at = date_format(timezone.localtime(rating.rated_at), "TIME_FORMAT")
    return _("Saved at %(time)s") % {"time": at}


def _show_both(
    request: Request, asked: queries.Question, form: forms.AnswerForm, latest: Rating
) -> HttpResponse:
    context = {
        "asked": asked,
        "latest": latest,
        "latest_text": _words(asked, latest.answer),
        "mine": form.cleaned_data,
        "mine_label": Answer(form.cleaned_data["answer"]).label,
        "mine_text": _words(asked, form.cleaned_data["answer"]),
        "token": uuid4(),
    }
    return render(request, "people/conflict.html", context, status=409)


def _words(asked: queries.Question, answer: str) -> str:
    level = Answer(answer).level
    return str(asked.competency.behaviours[level - 1]) if level else ""


def _go_on(request: Request, current: Sitting, key: str) -> HttpResponse:
    """Lead to the question wanted: the next open one, the one before, or the list."""
    progress = queries.progress(request.actor, current, queries.own_ratings(request.actor))
    wanted = request.POST.get("go", "next")
    following = progress.before(key) if wanted == "back" else progress.next_open
    if wanted == "list" or following is None:
        return redirect("profiling")
    return redirect("question", key=following)


@require_POST
def keep_note(request: Request, key: str) -> JsonResponse:
    """Keep a note while it is being written."""
    form = forms.NoteForm(request.POST)
    if key not in skills_map().by_key:
        raise Http404
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    try:
        draft = actions.keep_note(by=request.actor, competency=key, **form.cleaned_data)
    except actions.StaleNote as stale:
        return JsonResponse(
            {
                "said": _("This note was changed in another window."),
                "text": stale.text,
                "version": stale.version,
                "seen": stale.seen,
            },
            status=409,
        )
    at = date_format(timezone.localtime(draft.saved_at), "TIME_FORMAT")
    return JsonResponse({"said": _("Note kept at %(time)s") % {"time": at}, "version": draft.version})


def _is_script(request: Request) -> bool:
    return request.headers.get("Accept") == "application/json"
